package org.holdfast.sharing;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.stereotype.Component;

/** Secrets that open a link, 256 bits each; only their hashes are kept. */
@Component
public final class Tokens {
    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();

    Tokens() {}

    /** A new one, 43 characters that an address can hold. */
    public String make() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** A secret that follows from two others, so that who presses a button twice before anything came back is given the same twice. */
    public static String following(String secret, String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash(secret + " " + key));
    }

    /** What is kept of a secret. */
    public static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException problem) {
            throw new IllegalStateException(problem);
        }
    }

    /** Whether a secret is the one of a hash, in the same time whatever it is. */
    public static boolean is(String secret, byte[] hash) {
        return MessageDigest.isEqual(hash(secret), hash);
    }
}
