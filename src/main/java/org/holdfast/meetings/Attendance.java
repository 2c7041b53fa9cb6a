package org.holdfast.meetings;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.holdfast.partnership.MemberId;

/** Everybody invited to one meeting, in which capacity, and when they were in it. */
public record Attendance(List<Attendee> attendees) {
    public Attendance {
        attendees = List.copyOf(attendees);
    }

    public Optional<Attendee> of(AttendeeId id) {
        return attendees.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    public Optional<Attendee> of(MemberId member) {
        return attendees.stream().filter(it -> it.member().equals(member)).findFirst();
    }

    /** Who chairs the meeting as planned. */
    public Optional<Attendee> chair() {
        return attendees.stream().filter(it -> it.capacity() == Capacity.CHAIR).findFirst();
    }

    public List<Attendee> presentAt(Instant moment) {
        return attendees.stream().filter(it -> it.presentAt(moment)).toList();
    }

    /** Who was in the meeting at any time, for the minutes. */
    public List<Attendee> attended() {
        return attendees.stream().filter(Attendee::attended).toList();
    }

    /** Who sent apologies and did not come after all. */
    public List<Attendee> apologies() {
        return attendees.stream()
                .filter(it -> it.apologiesAt() != null && !it.attended())
                .toList();
    }

    public Set<MemberId> members() {
        return attendees.stream().map(Attendee::member).collect(Collectors.toUnmodifiableSet());
    }
}
