package org.holdfast.decisions;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.holdfast.partnership.AgencyId;

/**
 * What the votes on one ground come to (NRM-4, NRM-6): one vote an agency, more for than against decides, the chair breaks no tie. A
 * recorded vote counts once its member confirmed it.
 */
public sealed interface Majority {

    /** More for than against, or the other way round. */
    record Decided(Position position, int votesFor, int votesAgainst) implements Majority {}

    /** As many for as against: not a decision. */
    record Tied(int votesFor, int votesAgainst) implements Majority {}

    /** Agencies that have yet to vote, or whose recorded vote is not confirmed: the count waits for them. */
    record Outstanding(Set<AgencyId> agencies) implements Majority {
        public Outstanding {
            agencies = Set.copyOf(agencies);
        }
    }

    /** The panel was not quorate, or nobody voted: no count. */
    record NoQuorum() implements Majority {}

    /**
     * Counts one ballot. An agency that voted is counted also when its member has left since; the count waits for those who are there
     * and could still vote, and for those who rejected what was written down for them and may vote anew.
     *
     * @param votes all votes of the decision; those on other grounds are passed over
     * @param quorate whether the panel had its quorum when the last vote was given
     * @param voters the agencies with somebody in the room now who may vote
     */
    static Majority of(Ground ground, Collection<Vote> votes, boolean quorate, Set<AgencyId> voters) {
        if (!quorate) {
            return new NoQuorum();
        }
        List<Vote> given =
                votes.stream().filter(vote -> vote.ground() == ground).toList();
        List<Vote> counted = given.stream().filter(Vote::counts).toList();
        Set<AgencyId> outstanding = new LinkedHashSet<>(voters);
        given.stream().map(Vote::agency).forEach(outstanding::add);
        counted.stream().map(Vote::agency).forEach(outstanding::remove);
        if (!outstanding.isEmpty()) {
            return new Outstanding(outstanding);
        }
        if (counted.isEmpty()) {
            return new NoQuorum();
        }
        int votesFor = (int)
                counted.stream().filter(vote -> vote.position() == Position.FOR).count();
        int votesAgainst = counted.size() - votesFor;
        if (votesFor == votesAgainst) {
            return new Tied(votesFor, votesAgainst);
        }
        return new Decided(votesFor > votesAgainst ? Position.FOR : Position.AGAINST, votesFor, votesAgainst);
    }
}
