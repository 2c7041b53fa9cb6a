package org.holdfast.requests;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.holdfast.audit.PartnershipId;
import org.holdfast.meetings.MeetingId;
import org.holdfast.partnership.AgencyId;
import org.holdfast.sharing.LawfulBasis;
import org.holdfast.sharing.Purpose;
import org.jspecify.annotations.Nullable;

/**
 * What one agency is asked for one meeting: one request, however many children it is about (MTG-3).
 *
 * @param kind key of the kind of meeting in the partnership's profile
 * @param heldOn the meeting's day
 * @param byHand whether the co-ordinator chose this agency, rather than that somebody of it is invited
 * @param dueOn the day by which an answer is asked for
 * @param askedById membership of whoever asked
 * @param askedBy the person who asked, by name
 * @param closedAt when the meeting was over; null before
 */
public record Request(
        RequestId id,
        MeetingId meeting,
        String kind,
        LocalDate heldOn,
        AgencyId agency,
        String agencyName,
        boolean byHand,
        Purpose purpose,
        LawfulBasis lawfulBasis,
        LocalDate dueOn,
        UUID askedById,
        String askedBy,
        Instant askedAt,
        @Nullable Instant closedAt) {

    /** Whether it went out by itself, as the profile says; the program stands in the roll of members as the partnership itself. */
    boolean byItself(PartnershipId partnership) {
        return askedById.equals(partnership.value());
    }
}
