package org.holdfast.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.decisions.TestDecision.COUNCIL;
import static org.holdfast.decisions.TestDecision.HEALTH;
import static org.holdfast.decisions.TestDecision.POLICE;
import static org.holdfast.decisions.TestDecision.vote;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.holdfast.partnership.AgencyId;
import org.holdfast.partnership.AgencyKind;
import org.junit.jupiter.api.Test;

/** One vote an agency, simple majority, the chair breaks no tie (NRM-4, NRM-6). */
class MajorityTest {
    private static final Set<AgencyId> ALL = Set.of(COUNCIL.agency(), POLICE.agency(), HEALTH.agency());

    @Test
    void twoOfThreeDecide() {
        assertThat(count(
                        vote(COUNCIL, Ground.RG, Position.FOR),
                        vote(POLICE, Ground.RG, Position.AGAINST),
                        vote(HEALTH, Ground.RG, Position.FOR)))
                .isEqualTo(new Majority.Decided(Position.FOR, 2, 1));
    }

    @Test
    void fourAgenciesMayTieAndATieIsNoDecision() {
        var probation = new TestDecision.Person("Pru Probationofficer", "Example Probation", AgencyKind.PROBATION);
        assertThat(count(
                        vote(COUNCIL, Ground.RG, Position.FOR),
                        vote(POLICE, Ground.RG, Position.AGAINST),
                        vote(HEALTH, Ground.RG, Position.FOR),
                        vote(probation, Ground.RG, Position.AGAINST)))
                .isEqualTo(new Majority.Tied(2, 2));
    }

    @Test
    void theCountWaitsForWhoeverIsThereAndHasNotVoted() {
        assertThat(count(vote(COUNCIL, Ground.RG, Position.FOR), vote(POLICE, Ground.RG, Position.FOR)))
                .isEqualTo(new Majority.Outstanding(Set.of(HEALTH.agency())));
    }

    @Test
    void aRecordedVoteCountsOnceItIsConfirmed() {
        assertThat(count(
                        vote(COUNCIL, Ground.RG, Position.FOR),
                        vote(POLICE, Ground.RG, Position.FOR),
                        vote(HEALTH, Ground.RG, Position.FOR, Vote.Standing.RECORDED)))
                .isEqualTo(new Majority.Outstanding(Set.of(HEALTH.agency())));
        assertThat(count(
                        vote(COUNCIL, Ground.RG, Position.FOR),
                        vote(POLICE, Ground.RG, Position.FOR),
                        vote(HEALTH, Ground.RG, Position.FOR, Vote.Standing.CONFIRMED)))
                .isEqualTo(new Majority.Decided(Position.FOR, 3, 0));
    }

    @Test
    void arecordedVoteWaitsAlsoWhenItsMemberHasLeft() {
        List<Vote> votes = List.of(
                vote(COUNCIL, Ground.RG, Position.FOR), vote(POLICE, Ground.RG, Position.FOR, Vote.Standing.RECORDED));
        assertThat(Majority.of(Ground.RG, votes, true, Set.of()))
                .isEqualTo(new Majority.Outstanding(Set.of(POLICE.agency())));
    }

    @Test
    void aRejectedRecordIsNoVote() {
        assertThat(count(
                        vote(COUNCIL, Ground.RG, Position.FOR),
                        vote(POLICE, Ground.RG, Position.FOR),
                        vote(HEALTH, Ground.RG, Position.FOR, Vote.Standing.REJECTED),
                        vote(HEALTH, Ground.RG, Position.AGAINST)))
                .isEqualTo(new Majority.Decided(Position.FOR, 2, 1));
    }

    @Test
    void whoRejectedWhatWasWrittenDownIsWaitedFor() {
        List<Vote> votes = List.of(
                vote(COUNCIL, Ground.RG, Position.FOR),
                vote(POLICE, Ground.RG, Position.AGAINST),
                vote(HEALTH, Ground.RG, Position.AGAINST, Vote.Standing.REJECTED));
        assertThat(Majority.of(Ground.RG, votes, true, Set.of()))
                .isEqualTo(new Majority.Outstanding(Set.of(HEALTH.agency())));
    }

    @Test
    void whoVotedAndLeftIsCounted() {
        List<Vote> votes = List.of(
                vote(COUNCIL, Ground.RG, Position.FOR),
                vote(POLICE, Ground.RG, Position.FOR),
                vote(HEALTH, Ground.RG, Position.AGAINST));
        assertThat(Majority.of(Ground.RG, votes, true, Set.of())).isEqualTo(new Majority.Decided(Position.FOR, 2, 1));
    }

    @Test
    void withoutQuorumNothingIsCounted() {
        List<Vote> votes = List.of(vote(COUNCIL, Ground.RG, Position.FOR), vote(POLICE, Ground.RG, Position.FOR));
        assertThat(Majority.of(Ground.RG, votes, false, ALL)).isEqualTo(new Majority.NoQuorum());
        assertThat(Majority.of(Ground.RG, List.of(), true, Set.of())).isEqualTo(new Majority.NoQuorum());
    }

    @Test
    void votesOnTheOtherGroundAreAnotherBallot() {
        assertThat(count(
                        vote(COUNCIL, Ground.RG, Position.FOR),
                        vote(POLICE, Ground.CG, Position.FOR),
                        vote(HEALTH, Ground.RG, Position.FOR)))
                .isEqualTo(new Majority.Outstanding(Set.of(POLICE.agency())));
    }

    /** Every way in which three agencies may vote or not: decided exactly when all voted, by the greater number. */
    @Test
    void everyCombinationOfThreeAgencies() {
        List<TestDecision.Person> people = List.of(COUNCIL, POLICE, HEALTH);
        int decided = 0;
        for (int combination = 0; combination < 27; combination++) {
            List<Vote> votes = new ArrayList<>();
            int rest = combination;
            for (TestDecision.Person person : people) {
                if (rest % 3 < 2) {
                    votes.add(vote(person, Ground.CG, rest % 3 == 0 ? Position.FOR : Position.AGAINST));
                }
                rest /= 3;
            }
            int votesFor = (int)
                    votes.stream().filter(it -> it.position() == Position.FOR).count();
            Majority majority = Majority.of(Ground.CG, votes, true, ALL);
            if (votes.size() == 3) {
                decided++;
                assertThat(majority)
                        .isEqualTo(new Majority.Decided(
                                votesFor >= 2 ? Position.FOR : Position.AGAINST, votesFor, 3 - votesFor));
            } else {
                assertThat(majority).isInstanceOf(Majority.Outstanding.class);
                assertThat(((Majority.Outstanding) majority).agencies()).hasSize(3 - votes.size());
            }
        }
        assertThat(decided).isEqualTo(8);
    }

    private static Majority count(Vote... votes) {
        return Majority.of(Ground.RG, List.of(votes), true, agencies(votes));
    }

    /** All three core agencies and whoever else voted. */
    private static Set<AgencyId> agencies(Vote... votes) {
        return Set.copyOf(Stream.concat(ALL.stream(), Stream.of(votes).map(Vote::agency))
                .distinct()
                .toList());
    }
}
