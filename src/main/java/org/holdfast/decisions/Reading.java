package org.holdfast.decisions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.holdfast.casework.Wishes;
import org.holdfast.law.Reason;
import org.holdfast.partnership.MemberId;
import org.jspecify.annotations.Nullable;

/**
 * A decision as one reader may see it now, and what they may do with it.
 *
 * @param decision without the votes that are not shown to this reader yet
 * @param wishes what the child last said, in their own words (GRD-4)
 * @param votes every vote that stands, without its content where it is not shown yet
 * @param available what this reader may do now
 * @param next the question that comes next, if there is one
 * @param mayNotAsk why the next question may not be put yet
 * @param quorumMissing what is missing for a quorum at this moment
 * @param mayNotVote why this reader may not vote on the open ballot; empty also for somebody without a vote
 * @param voters who may give an agency's vote now and whose agency has not
 * @param whole whether the seal still fits; true while nothing is sealed
 * @param eighteen null where the date of birth is not known, or a conclusive decision is made
 */
public record Reading(
        Decision decision,
        String child,
        List<Wishes> wishes,
        List<Shown> votes,
        Set<Command> available,
        Optional<Ground> next,
        @Nullable Wording nextThreshold,
        List<Reason> mayNotAsk,
        List<Reason> quorumMissing,
        List<Reason> mayNotVote,
        List<Voter> voters,
        List<Reason> mayNotIssue,
        boolean whole,
        @Nullable Eighteen eighteen) {

    /** A vote in the list: that it was given, and what it says once this reader may know. */
    public record Shown(
            UUID id,
            Ground ground,
            String member,
            String agency,
            Vote.Standing standing,
            Instant castAt,
            @Nullable String recordedBy,
            @Nullable Position position,
            String reasons,
            boolean mine) {}

    /** Somebody who may vote. */
    public record Voter(MemberId member, String name, String agency) {}

    /**
     * The child's eighteenth birthday, where the decision is still to be made (NRM-20).
     *
     * @param reached whether it has come
     * @param consent whether the young person has agreed to go on
     */
    public record Eighteen(LocalDate on, boolean reached, boolean consent) {}
}
