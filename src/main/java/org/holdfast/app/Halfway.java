package org.holdfast.app;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import org.holdfast.partnership.Membership;

/**
 * Somebody whose password was right and who has not proved the second factor: nobody is signed in yet. Kept in the session, not for long.
 *
 * @param settingUp whether they have no second factor yet and must set one up
 */
record Halfway(Membership membership, boolean settingUp, Instant since) implements Serializable {

    static final Duration LASTS = Duration.ofMinutes(15);

    boolean at(Instant now) {
        return now.isBefore(since.plus(LASTS));
    }
}
