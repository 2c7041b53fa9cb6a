package org.holdfast.meetings;

import java.util.List;
import org.holdfast.law.Reason;

/**
 * How one attendee stands towards one item at one moment.
 *
 * @param present whether they are in the room, on the phone or on screen
 * @param mayNotVote why a vote of theirs is refused; empty when it counts (NRM-4, NRM-5, NRM-22)
 * @param mayNotChair why they cannot lead the item; empty when they can (GOV-6, NRM-22)
 */
public record Seat(Attendee attendee, boolean present, List<Reason> mayNotVote, List<Reason> mayNotChair) {
    public Seat {
        mayNotVote = List.copyOf(mayNotVote);
        mayNotChair = List.copyOf(mayNotChair);
    }

    public boolean mayVote() {
        return mayNotVote.isEmpty();
    }

    public boolean mayChair() {
        return mayNotChair.isEmpty();
    }
}
