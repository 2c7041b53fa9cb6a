package org.holdfast.partnership;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How wrong tries are slowed down: some are free, for people mistype; after them each wait is twice as long as the one before, up to a
 * longest. Nothing is ever shut for good.
 *
 * @param free how many wrong tries cost no wait
 * @param first the wait after the next
 */
record Patience(int free, Duration first, Duration longest) {

    /** One name from one place. */
    static final Patience WITH_PASSWORDS = new Patience(5, Duration.ofSeconds(5), Duration.ofMinutes(15));

    /** Codes of somebody whose password was right: only whoever knows it is slowed by this. */
    static final Patience WITH_CODES = new Patience(5, Duration.ofSeconds(30), Duration.ofHours(1));

    /** Until when the next try is not looked at; empty where it is looked at now. */
    Optional<Instant> until(int failures, @Nullable Instant last, Instant now) {
        if (failures <= free || last == null) {
            return Optional.empty();
        }
        int doublings = Math.min(failures - free - 1, 20);
        Duration wait = first.multipliedBy(1L << doublings);
        Instant until = last.plus(wait.compareTo(longest) > 0 ? longest : wait);
        return until.isAfter(now) ? Optional.of(until) : Optional.empty();
    }
}
