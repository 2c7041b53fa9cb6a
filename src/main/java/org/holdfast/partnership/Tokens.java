package org.holdfast.partnership;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.stereotype.Component;

/**
 * Secrets of 256 random bits: of links, of programs and of what they are told, and of browsers that are known. What opens something is kept
 * as its hash.
 */
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

    /** What is kept of a secret, or of what somebody typed in its place. */
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
