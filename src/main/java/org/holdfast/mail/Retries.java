package org.holdfast.mail;

import java.time.Duration;
import java.util.Optional;

/**
 * How long something is tried that goes out, such as a message: after one minute, two, four and so on, never more than six hours apart, for
 * some three days in all.
 */
public final class Retries {

    /** After so many attempts a message has failed for good. */
    static final int MOST = 20;

    private static final Duration LONGEST = Duration.ofHours(6);

    private Retries() {}

    /**
     * How long to wait after an attempt that failed; empty when it was the last.
     *
     * @param attempts made so far, that one among them
     */
    public static Optional<Duration> after(int attempts) {
        if (attempts >= MOST) {
            return Optional.empty();
        }
        Duration doubled = Duration.ofMinutes(1L << Math.min(attempts - 1, 20));
        return Optional.of(doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST);
    }
}
