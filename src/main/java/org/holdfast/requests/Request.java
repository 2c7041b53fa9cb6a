package org.holdfast.requests;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.holdfast.audit.PartnershipId;
import org.holdfast.meetings.MeetingId;
import org.holdfast.partnership.AgencyId;
import org.holdfast.partnership.MemberId;
import org.holdfast.partnership.TeamId;
import org.holdfast.partnership.TeamRoll;
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
 * @param team the team of the agency that answers; null where those do who answer for the agency
 * @param takenBy who of the team has taken it on; null while nobody has
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
        @Nullable Instant closedAt,
        @Nullable TeamId team,
        @Nullable MemberId takenBy) {

    /** Whether it went out by itself, as the profile says; the program stands in the roll of members as the partnership itself. */
    boolean byItself(PartnershipId partnership) {
        return askedById.equals(partnership.value());
    }

    /** The same for a meeting on another day, or with another day to answer by. */
    Request due(LocalDate newHeldOn, LocalDate newDueOn) {
        return new Request(
                id,
                meeting,
                kind,
                newHeldOn,
                agency,
                agencyName,
                byHand,
                purpose,
                lawfulBasis,
                newDueOn,
                askedById,
                askedBy,
                askedAt,
                closedAt,
                team,
                takenBy);
    }

    /** The same, given to a team whose people have yet to take it; null for whoever answers for the agency. */
    Request given(@Nullable TeamId to) {
        return new Request(
                id,
                meeting,
                kind,
                heldOn,
                agency,
                agencyName,
                byHand,
                purpose,
                lawfulBasis,
                dueOn,
                askedById,
                askedBy,
                askedAt,
                closedAt,
                to,
                null);
    }

    /** Who of the team has taken it on and is in the team still. */
    Optional<MemberId> taker(TeamRoll teams) {
        return team == null ? Optional.empty() : Optional.ofNullable(takenBy).filter(teams.people(team)::contains);
    }

    /** For whom of a team it waits: for whoever took it, else for each of the team; nobody where it was given to none that is there. */
    Set<MemberId> waitsFor(TeamRoll teams) {
        return team == null ? Set.of() : taker(teams).map(Set::of).orElseGet(() -> teams.people(team));
    }
}
