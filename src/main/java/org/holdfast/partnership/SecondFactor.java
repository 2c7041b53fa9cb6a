package org.holdfast.partnership;

import java.io.Serializable;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an account's second factor stands.
 *
 * @param since when the authenticator app was set up; null where none is
 * @param codesLeft how many recovery codes are not spent
 * @param passkeys how many passkeys there are, each of which does for both factors
 * @param asked whether a second factor must be had; not of the made-up people of a demonstration
 */
public record SecondFactor(@Nullable Instant since, int codesLeft, int passkeys, boolean asked) {

    /** Whether there is an authenticator app. */
    public boolean setUp() {
        return since != null;
    }

    /** Whether there is anything that proves more than a password does. */
    public boolean any() {
        return setUp() || passkeys > 0;
    }

    /**
     * What is shown so that an authenticator app can take it in, until a first code proves it.
     *
     * @param key in groups of four, to be typed
     * @param address to be read by a camera (otpauth)
     * @param sealed the same as the session keeps it: only the session that was shown it can prove it
     */
    public record Offer(String key, String address, Sealed sealed) {}

    /** An offered secret, enciphered. */
    public record Sealed(byte[] shut, Instant at) implements Serializable {}
}
