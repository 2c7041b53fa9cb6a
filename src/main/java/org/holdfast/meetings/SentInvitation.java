package org.holdfast.meetings;

import java.time.Instant;
import java.util.UUID;

/**
 * What was last put into somebody's calendar.
 *
 * @param sequence 0 for the first, one more with each change
 * @param message in the outbox
 */
public record SentInvitation(
        AttendeeId attendee,
        int sequence,
        boolean cancelled,
        Instant from,
        Instant until,
        String place,
        UUID message,
        Instant at) {

    /** Whether the calendar shows just this. */
    boolean shows(AttendeeSlot slot, String where) {
        return !cancelled && from.equals(slot.from()) && until.equals(slot.until()) && place.equals(where);
    }
}
