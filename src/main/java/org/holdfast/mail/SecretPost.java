package org.holdfast.mail;

import jakarta.mail.MessagingException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.holdfast.audit.Ledger;
import org.holdfast.pages.Language;
import org.holdfast.pages.Texts;
import org.springframework.stereotype.Component;

/**
 * Mail to somebody without an account that carries a secret, such as a link or a one-time code. It goes out at once and is kept nowhere, so
 * that nobody reads the secret in the outbox; where it cannot be sent, whoever wants it sent is told so.
 */
@Component
public final class SecretPost {

    private final Postman postman;
    private final MailSettings settings;
    private final Texts texts;
    private final Supplier<UUID> ids;

    SecretPost(Postman postman, MailSettings settings, Texts texts, Supplier<UUID> ids) {
        this.postman = postman;
        this.settings = settings;
        this.texts = texts;
        this.ids = ids;
    }

    /** Whether somebody can be written to at this address: one plain address and nothing around it. */
    public static boolean usable(String address) {
        return EmailAddress.usable(address);
    }

    /**
     * Writes to an address. Not called inside a transaction: a mail server may take its time.
     *
     * @param key {@code <key>.subject} and {@code <key>.body} are its words in the message files
     * @param path with which a link in the body ends, in its first place; the others are the values
     * @return what went wrong, in one line; empty where the server has taken it
     */
    public Optional<String> send(String address, String key, String path, Instant now, String... values) {
        Ledger.outside();
        if (!postman.works()) {
            return Optional.of("");
        }
        Object[] places = new Object[values.length + 1];
        places[0] = settings.link(path);
        System.arraycopy(values, 0, places, 1, values.length);
        Email email = new Email(
                ids.get(),
                settings.from(),
                address,
                address,
                texts.text(Language.ENGLISH, key + ".subject"),
                texts.text(Language.ENGLISH, key + ".body", places),
                now,
                null,
                null);
        try (Postman.Bag bag = postman.open()) {
            return switch (bag.send(email)) {
                case Postman.Answer.Taken() -> Optional.empty();
                case Postman.Answer.Refused(String error, boolean _) -> Optional.of(error);
            };
        } catch (MessagingException away) {
            return Optional.of(Postman.said(away));
        }
    }
}
