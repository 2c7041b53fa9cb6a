package org.holdfast.meetings;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.holdfast.law.UnitedKingdom;

/** The time for which somebody comes: the whole meeting, or from the first to the last of the items they are invited to (MTG-2). */
public record AttendeeSlot(Instant from, Instant until) {

    /**
     * @param slots of the agenda as it stands
     * @param invited whether the attendee is invited to the whole agenda, else their items
     * @return empty for whoever is invited to single items and as yet to none
     */
    static Optional<AttendeeSlot> of(
            Meeting meeting, AgendaSlots slots, Attendee attendee, List<AgendaItemId> invited) {
        if (attendee.wholeAgenda()) {
            Instant ends = slots.slots().isEmpty()
                    ? meeting.startsAt().plus(Duration.ofMinutes(meeting.minutesPerItem()))
                    : moment(meeting, slots.ends());
            return Optional.of(new AttendeeSlot(meeting.startsAt(), ends));
        }
        List<AgendaSlots.Slot> own = slots.slots().stream()
                .filter(slot -> invited.contains(slot.item()))
                .toList();
        return own.isEmpty()
                ? Optional.empty()
                : Optional.of(new AttendeeSlot(
                        moment(meeting, own.getFirst().from()),
                        moment(meeting, own.getLast().until())));
    }

    /** A time of the meeting; what lies before its beginning is after midnight. */
    private static Instant moment(Meeting meeting, LocalTime time) {
        return (time.isBefore(meeting.starts()) ? meeting.on().plusDays(1) : meeting.on())
                .atTime(time)
                .atZone(UnitedKingdom.ZONE)
                .toInstant();
    }
}
