package org.holdfast.mail;

import java.util.UUID;
import org.holdfast.pages.Texts;

/** Secret post that goes to a mail server of a test. */
public final class TestPost {
    private TestPost() {}

    /** To a server without encryption at a port of this machine. */
    public static SecretPost to(int port, Texts texts) {
        MailSettings settings = MailSettings.of(
                "smtp://127.0.0.1:" + port, "", "", "holdfast@exampleport.example", "none", "https://holdfast.example");
        return new SecretPost(new Postman(settings), settings, texts, UUID::randomUUID);
    }
}
