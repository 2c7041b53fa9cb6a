package org.holdfast.partnership;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody's authenticator app: it was told a key by a page, and shows codes. */
public final class TestAuthenticator {

    private static final Pattern KEY = Pattern.compile("data-key>([A-Z2-7 ]+)<");

    private final byte[] secret;

    private TestAuthenticator(byte[] secret) {
        this.secret = secret;
    }

    /** An app that was told the key that a page shows. */
    public static TestAuthenticator toldBy(String page) {
        Matcher key = KEY.matcher(page);
        if (!key.find()) {
            throw new IllegalArgumentException("the page shows no key");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int bits = 0;
        int held = 0;
        for (char letter : key.group(1).replace(" ", "").toCharArray()) {
            held = (held << 5) | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(letter);
            bits += 5;
            if (bits >= 8) {
                bits -= 8;
                bytes.write(held >> bits);
                held &= (1 << bits) - 1;
            }
        }
        return new TestAuthenticator(bytes.toByteArray());
    }

    /** What it shows at a moment. */
    public String code(Instant now) {
        return OneTimeCode.at(secret, OneTimeCode.step(now));
    }

    /** Six digits that it shows at no moment near this one. */
    public String wrongCode(Instant now) {
        for (int number = 0; ; number++) {
            String wrong = String.format("%06d", number);
            if (OneTimeCode.taken(secret, wrong, now, 0).isEmpty()) {
                return wrong;
            }
        }
    }
}
