package org.holdfast.meetings;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
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
        int version) {}
