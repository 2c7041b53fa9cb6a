package org.holdfast.app;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import org.holdfast.partnership.Membership;

/** Somebody signed in who has given their password and is on the way to the provider of their agency, to be linked with it. */
record Linking(Membership who, String issuer, Instant since) implements Serializable {

    boolean at(Instant now, Duration lasts) {
        return now.isBefore(since.plus(lasts));
    }
}
