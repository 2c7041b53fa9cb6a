package org.holdfast.referrals.web;

import java.nio.charset.StandardCharsets;
import org.holdfast.referrals.RejectedSending;

/**
 * Something that could not be taken in, with its beginning.
 *
 * @param beginning what is shown of it as text, without the secrets of attached files
 * @param more whether there is more of it than is shown
 */
public record RejectedView(RejectedSending sending, String beginning, boolean more) {

    private static final int SHOWN = 20_000;

    static RejectedView of(RejectedSending sending, byte[] body) {
        String text = new String(body, 0, Math.min(body.length, SHOWN), StandardCharsets.UTF_8);
        return new RejectedView(
                sending, text.replaceAll("token=[^\"&\\s]*", "token=…").replace('\0', '\uFFFD'), body.length > SHOWN);
    }
}
