package org.holdfast.decisions;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.holdfast.law.Reason;
import org.holdfast.meetings.Quorum;
import org.holdfast.meetings.Seat;
import org.holdfast.partnership.MemberId;
import org.jspecify.annotations.Nullable;

/** Which question may be put to the vote, who may answer it, and who sees whose answer (NRM-1 to NRM-6, NRM-22). */
public final class Ballots {
    private Ballots() {}

    /** Why the question may not be put now; empty when it may. */
    public static List<Reason> mayNotAsk(
            Decision decision, Ground ground, Earlier earlier, @Nullable Wording threshold) {
        List<Reason> reasons = new ArrayList<>();
        if (decision.ballot(ground).isPresent()) {
            reasons.add(Reason.of("decisions.ballot.asked-before", "NRM-4"));
        }
        switch (ground) {
            case RG -> {
                if (earlier.reasonable() != null) {
                    reasons.add(Reason.of("decisions.ballot.reasonable-decided", "NRM-9"));
                }
            }
            case CG -> {
                boolean foundHere = decision.ballot(Ground.RG)
                        .flatMap(ballot -> Optional.ofNullable(ballot.count()))
                        .filter(count -> count.result() == Ballot.Result.FOR)
                        .isPresent();
                boolean foundBefore =
                        earlier.reasonable() != null && earlier.reasonable().positive();
                if (!foundHere && !foundBefore) {
                    reasons.add(Reason.of("decisions.ballot.reasonable-first", "NRM-3"));
                }
                if (earlier.conclusive() != null) {
                    reasons.add(Reason.of("decisions.ballot.conclusive-decided", "NRM-9"));
                }
            }
        }
        if (threshold == null) {
            reasons.add(Reason.of("decisions.ballot.no-threshold", "NRM-8"));
        }
        reasons.addAll(decision.assessments().faults());
        return List.copyOf(reasons);
    }

    /** The question that comes next for a case; empty when there is none left. */
    public static Optional<Ground> next(Earlier earlier) {
        if (earlier.reasonable() == null) {
            return Optional.of(Ground.RG);
        }
        return earlier.reasonable().positive() && earlier.conclusive() == null
                ? Optional.of(Ground.CG)
                : Optional.empty();
    }

    /** The question that comes next for this decision; empty when there is none left. */
    public static Optional<Ground> next(Decision decision, Earlier earlier) {
        if (decision.ballot(Ground.CG).isPresent()) {
            return Optional.empty();
        }
        return decision.ballot(Ground.RG).isPresent()
                ? decision.determination()
                        .filter(found -> found.positive() && earlier.conclusive() == null)
                        .map(_ -> Ground.CG)
                : next(earlier);
    }

    /** Why this member may not give their agency's vote on the open ballot; empty when they may. All reasons at once. */
    public static List<Reason> mayNotVote(Decision decision, Ground ground, MemberId member, Quorum room) {
        List<Reason> reasons = new ArrayList<>();
        if (decision.openBallot().filter(ballot -> ballot.ground() == ground).isEmpty()) {
            reasons.add(
                    ground == Ground.CG && decision.openBallot().isPresent()
                            ? Reason.of("decisions.ballot.reasonable-first", "NRM-3")
                            : Reason.of("decisions.ballot.not-open", "NRM-4"));
        }
        Optional<Seat> seat = room.seatOf(member);
        if (seat.isEmpty()) {
            reasons.add(Reason.of("decisions.vote.not-invited", "NRM-4"));
            return List.copyOf(reasons);
        }
        reasons.addAll(seat.get().mayNotVote());
        String agency = seat.get().attendee().agencyName();
        if (decision.votes(ground).stream()
                .anyMatch(vote -> vote.agency().equals(seat.get().attendee().agency()))) {
            reasons.add(Reason.of("decisions.vote.agency-voted", "NRM-4", agency));
        }
        return List.copyOf(reasons);
    }

    /**
     * The moment at which a member is in the room to vote: when they vote, or, for one who rejected what was written down for them, when
     * that was written (NRM-4).
     */
    public static Instant presence(Decision decision, Ground ground, MemberId member, Instant votes) {
        return decision.votes().stream()
                .filter(vote -> vote.ground() == ground && vote.member().equals(member) && !vote.stands())
                .map(Vote::castAt)
                .findFirst()
                .orElse(votes);
    }

    /**
     * Whether a reader may see how an agency voted, beside that it voted. Before the count somebody who has yet to vote sees nobody
     * else's, so that each vote is the voter's own; those who voted see the others, and whoever wrote a vote down sees that one.
     *
     * @param reader the reading member
     * @param wrote whether the reader wrote this vote down for its member
     */
    public static boolean shows(Decision decision, Vote vote, MemberId reader, boolean wrote) {
        boolean counted =
                decision.ballot(vote.ground()).filter(ballot -> !ballot.open()).isPresent();
        boolean voted = decision.votes(vote.ground()).stream()
                .anyMatch(one -> one.member().equals(reader) && one.counts());
        return counted || voted || wrote || vote.member().equals(reader);
    }
}
