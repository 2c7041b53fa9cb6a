package org.holdfast.meetings;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import org.holdfast.law.UnitedKingdom;
import org.jspecify.annotations.Nullable;

/**
 * One meeting as planned and as held.
 *
 * @param kind key of the kind of meeting in the partnership's profile (MTG-1)
 * @param starts local time in the United Kingdom
 * @param minutesPerItem time planned for each item (NRM-21)
 * @param version counts changes of plan, invitations and agenda; a change names the version it saw
 */
public record Meeting(
        MeetingId id,
        String kind,
        LocalDate on,
        LocalTime starts,
        Place place,
        int minutesPerItem,
        MeetingState state,
        @Nullable Instant openedAt,
        @Nullable Instant finishedAt,
        @Nullable Instant approvedAt,
        @Nullable String cancelledBecause,
        int version) {

    /** When it is planned to begin. */
    public Instant startsAt() {
        return on.atTime(starts).atZone(UnitedKingdom.ZONE).toInstant();
    }

    Meeting replanned(LocalDate newDay, LocalTime newStart, Place newPlace) {
        return new Meeting(
                id,
                kind,
                newDay,
                newStart,
                newPlace,
                minutesPerItem,
                state,
                openedAt,
                finishedAt,
                approvedAt,
                cancelledBecause,
                version);
    }

    Meeting cancelled(String because) {
        return in(MeetingState.CANCELLED, openedAt, finishedAt, approvedAt, because);
    }

    Meeting opened(Instant at) {
        return in(MeetingState.OPEN, at, finishedAt, approvedAt, cancelledBecause);
    }

    Meeting finished(Instant at) {
        return in(MeetingState.FINISHED, openedAt, at, approvedAt, cancelledBecause);
    }

    Meeting approved(Instant at) {
        return in(MeetingState.APPROVED, openedAt, finishedAt, at, cancelledBecause);
    }

    private Meeting in(
            MeetingState newState,
            @Nullable Instant opened,
            @Nullable Instant finished,
            @Nullable Instant approved,
            @Nullable String cancelled) {
        return new Meeting(
                id, kind, on, starts, place, minutesPerItem, newState, opened, finished, approved, cancelled, version);
    }

    /** The names of the fields of its plan in which another differs. */
    List<String> differs(Meeting other) {
        List<String> fields = new ArrayList<>();
        if (!on.equals(other.on)) {
            fields.add("on");
        }
        if (!starts.equals(other.starts)) {
            fields.add("starts");
        }
        if (!place.equals(other.place)) {
            fields.add("place");
        }
        return fields;
    }
}
