package org.holdfast.partnership;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The six digits that an authenticator app shows for thirty seconds (RFC 6238 with SHA-1, which is what the apps compute). */
final class OneTimeCode {

    private static final int SECONDS = 30;
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private OneTimeCode() {}

    /** The number of the half-minute that an instant lies in, which is what the code is made of. */
    static long step(Instant now) {
        return Math.floorDiv(now.getEpochSecond(), SECONDS);
    }

    /** The code of a half-minute. */
    static String at(byte[] secret, long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "RAW"));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int number = ByteBuffer.wrap(hash).getInt(hash[hash.length - 1] & 0xf) & Integer.MAX_VALUE;
            return String.format("%06d", number % 1_000_000);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The half-minute whose code was typed: the one that is now, or one on either side, for clocks that are a little off. Empty where it is
     * none of them, or was taken already.
     *
     * @param last the newest half-minute whose code was taken; no code of it or before it is taken again
     */
    static OptionalLong taken(byte[] secret, String typed, Instant now, long last) {
        byte[] asTyped = typed.getBytes(StandardCharsets.UTF_8);
        OptionalLong taken = OptionalLong.empty();
        // all three, so that the time it takes does not tell which
        for (long step = step(now) - 1; step <= step(now) + 1; step++) {
            boolean right = MessageDigest.isEqual(at(secret, step).getBytes(StandardCharsets.UTF_8), asTyped);
            if (right && step > last && taken.isEmpty()) {
                taken = OptionalLong.of(step);
            }
        }
        return taken;
    }

    /** Bytes in letters and digits that are not mistaken for each other, five bits in each (RFC 4648, base 32 without padding). */
    static String spelled(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int bits = 0;
        int held = 0;
        for (byte each : bytes) {
            held = (held << 8) | (each & 0xff);
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(LETTERS.charAt((held >> bits) & 31));
            }
            held &= (1 << bits) - 1;
        }
        if (bits > 0) {
            text.append(LETTERS.charAt((held << (5 - bits)) & 31));
        }
        return text.toString();
    }
}
