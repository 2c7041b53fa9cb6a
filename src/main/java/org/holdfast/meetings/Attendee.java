package org.holdfast.meetings;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.holdfast.partnership.AgencyId;
import org.holdfast.partnership.AgencyKind;
import org.holdfast.partnership.MemberId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody invited to a meeting, and when they were in it.
 *
 * @param deputyFor whose vote a deputy casts where that person cannot; null for everybody else
 * @param wholeAgenda whether they are invited to every item, or only to those named for them (MTG-2)
 * @param apologiesAt when they said that they cannot come
 */
public record Attendee(
        AttendeeId id,
        MemberId member,
        String name,
        AgencyId agency,
        String agencyName,
        AgencyKind agencyKind,
        Capacity capacity,
        @Nullable AttendeeId deputyFor,
        boolean wholeAgenda,
        @Nullable Instant apologiesAt,
        List<Presence> presences) {

    public Attendee {
        presences = List.copyOf(presences);
    }

    public boolean presentAt(Instant moment) {
        return presences.stream().anyMatch(it -> it.at(moment));
    }

    /** Whether they were in the meeting at any time. */
    public boolean attended() {
        return !presences.isEmpty();
    }

    /** When they first came in. */
    public Optional<Presence> arrival() {
        return presences.stream().findFirst();
    }

    /** The last stretch of time they were there, which may still go on. */
    public Optional<Presence> latest() {
        return presences.isEmpty() ? Optional.empty() : Optional.of(presences.getLast());
    }
}
