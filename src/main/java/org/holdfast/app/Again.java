package org.holdfast.app;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import org.holdfast.partnership.Membership;

/**
 * Somebody signed in who is on the way to the provider of their agency to prove once more who they are, before a grave step.
 *
 * @param form what is sent on afterwards
 */
record Again(Membership who, String issuer, KeptForm form, Instant since) implements Serializable {

    boolean at(Instant now, Duration lasts) {
        return now.isBefore(since.plus(lasts));
    }
}
