package org.holdfast.partnership;

import java.time.Duration;
import java.time.Instant;

/**
 * A link with which a person sets their password once, given by an administrator.
 *
 * @param clearsFactor whether the second factor is set up anew as well, because the telephone is lost
 */
public record PasswordLink(Membership who, String name, boolean clearsFactor, Instant expiresAt) {

    /** How long it can be used. */
    static final Duration STANDS = Duration.ofHours(48);
}
