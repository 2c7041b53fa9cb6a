package org.holdfast.meetings;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A stretch of time during which somebody was in the meeting. Who leaves and comes back has two. */
public record Presence(Instant from, @Nullable Instant until, How how) {

    /** How somebody is in the room. */
    public enum How {
        IN_PERSON,
        BY_PHONE,
        BY_VIDEO
    }

    public boolean at(Instant moment) {
        return !moment.isBefore(from) && (until == null || moment.isBefore(until));
    }
}
