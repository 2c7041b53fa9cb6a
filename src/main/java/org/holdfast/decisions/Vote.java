package org.holdfast.decisions;

import java.time.Instant;
import java.util.UUID;
import org.holdfast.partnership.AgencyId;
import org.holdfast.partnership.MemberId;
import org.jspecify.annotations.Nullable;

/**
 * The vote of one agency on one ground, with the reasons of the member who gave it (NRM-4, NRM-9).
 *
 * @param castAt when the member cast it, or when it was recorded for them
 * @param recordedBy name of the co-ordinator who wrote it down; null when the member cast it from their own sign-in
 * @param answeredAt when the member confirmed or rejected what was recorded
 */
public record Vote(
        UUID id,
        Ground ground,
        MemberId member,
        String memberName,
        AgencyId agency,
        String agencyName,
        Position position,
        String reasons,
        Standing standing,
        Instant castAt,
        @Nullable String recordedBy,
        @Nullable Instant answeredAt) {

    /** Where a vote stands. */
    public enum Standing {
        /** Cast by the member. */
        CAST,
        /** Written down by the co-ordinator; counts for nothing until the member confirms it. */
        RECORDED,
        /** Written down by the co-ordinator and confirmed by the member. */
        CONFIRMED,
        /** Written down by the co-ordinator and rejected by the member, who may vote anew. */
        REJECTED
    }

    public boolean counts() {
        return standing == Standing.CAST || standing == Standing.CONFIRMED;
    }

    /** Whether it takes the agency's place in the ballot. */
    public boolean stands() {
        return standing != Standing.REJECTED;
    }
}
