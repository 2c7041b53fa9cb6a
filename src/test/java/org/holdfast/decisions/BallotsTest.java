package org.holdfast.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.decisions.TestDecision.COUNCIL;
import static org.holdfast.decisions.TestDecision.HEALTH;
import static org.holdfast.decisions.TestDecision.POLICE;
import static org.holdfast.decisions.TestDecision.WORDING;
import static org.holdfast.decisions.TestDecision.account;
import static org.holdfast.decisions.TestDecision.counted;
import static org.holdfast.decisions.TestDecision.decision;
import static org.holdfast.decisions.TestDecision.open;
import static org.holdfast.decisions.TestDecision.room;
import static org.holdfast.decisions.TestDecision.roomWhere;
import static org.holdfast.decisions.TestDecision.vote;

import java.time.Instant;
import java.util.List;
import org.holdfast.law.Reason;
import org.junit.jupiter.api.Test;

/** Which question may be put, who may answer it, and who sees whose answer (NRM-1 to NRM-6, NRM-22). */
class BallotsTest {
    private static final Earlier REASONABLE_FOUND = new Earlier(Determination.POSITIVE_RG, null);

    @Test
    void reasonableGroundsComeFirst() {
        Decision draft = decision(State.DRAFT, List.of(), List.of());
        assertThat(Ballots.mayNotAsk(draft, Ground.RG, Earlier.NOTHING, WORDING))
                .isEmpty();
        assertThat(keys(Ballots.mayNotAsk(draft, Ground.CG, Earlier.NOTHING, WORDING)))
                .containsExactly("decisions.ballot.reasonable-first");
        assertThat(Ballots.next(draft, Earlier.NOTHING)).contains(Ground.RG);
    }

    @Test
    void conclusiveGroundsAtTheSameMeetingOrASecond() {
        Decision found = decision(State.DETERMINED, List.of(counted(Ground.RG, Ballot.Result.FOR)), List.of());
        assertThat(Ballots.mayNotAsk(found, Ground.CG, Earlier.NOTHING, WORDING))
                .isEmpty();
        assertThat(Ballots.next(found, Earlier.NOTHING)).contains(Ground.CG);
        Decision second = decision(State.DRAFT, List.of(), List.of());
        assertThat(Ballots.mayNotAsk(second, Ground.CG, REASONABLE_FOUND, WORDING))
                .isEmpty();
        assertThat(Ballots.next(second, REASONABLE_FOUND)).contains(Ground.CG);
    }

    @Test
    void afterANegativeReasonableGroundsThereIsNoFurtherQuestion() {
        Decision negative = decision(State.DETERMINED, List.of(counted(Ground.RG, Ballot.Result.AGAINST)), List.of());
        assertThat(keys(Ballots.mayNotAsk(negative, Ground.CG, Earlier.NOTHING, WORDING)))
                .containsExactly("decisions.ballot.reasonable-first");
        assertThat(Ballots.next(negative, Earlier.NOTHING)).isEmpty();
        Decision later = decision(State.DRAFT, List.of(), List.of());
        assertThat(Ballots.next(later, new Earlier(Determination.NEGATIVE_RG, null)))
                .isEmpty();
    }

    @Test
    void whatIsDecidedIsNotAskedAgainUnlessItIsSuperseded() {
        Decision draft = decision(State.DRAFT, List.of(), List.of());
        assertThat(keys(Ballots.mayNotAsk(draft, Ground.RG, REASONABLE_FOUND, WORDING)))
                .containsExactly("decisions.ballot.reasonable-decided");
        Earlier both = new Earlier(Determination.POSITIVE_RG, Determination.NEGATIVE_CG);
        assertThat(keys(Ballots.mayNotAsk(draft, Ground.CG, both, WORDING)))
                .containsExactly("decisions.ballot.conclusive-decided");
        assertThat(Ballots.next(draft, both)).isEmpty();
        Decision asked = decision(State.DETERMINED, List.of(counted(Ground.RG, Ballot.Result.FOR)), List.of());
        assertThat(keys(Ballots.mayNotAsk(asked, Ground.RG, Earlier.NOTHING, WORDING)))
                .containsExactly("decisions.ballot.asked-before");
    }

    @Test
    void allThatIsMissingIsSaidAtOnce() {
        Decision empty = decision(State.DRAFT, Assessments.none(true), account(), List.of(), List.of());
        assertThat(keys(Ballots.mayNotAsk(empty, Ground.CG, Earlier.NOTHING, null)))
                .containsExactly(
                        "decisions.ballot.reasonable-first",
                        "decisions.ballot.no-threshold",
                        "decisions.finding-missing.trafficking.action",
                        "decisions.finding-missing.trafficking.purpose",
                        "decisions.finding-missing.slavery.service");
    }

    @Test
    void whoSitsInTheRoomAndMayVoteVotes() {
        Decision voting = decision(State.VOTING, List.of(open(Ground.RG)), List.of());
        assertThat(Ballots.mayNotVote(voting, Ground.RG, COUNCIL.member(), room(COUNCIL, POLICE, HEALTH)))
                .isEmpty();
    }

    @Test
    void aVoteIsRefusedWithEveryReason() {
        Decision voted =
                decision(State.VOTING, List.of(open(Ground.RG)), List.of(vote(COUNCIL, Ground.RG, Position.FOR)));
        Reason untrained = Reason.of("meetings.vote.untrained", "NRM-5");
        Reason conflicted = Reason.of("meetings.vote.conflicted", "NRM-22");
        assertThat(keys(Ballots.mayNotVote(
                        voted, Ground.RG, COUNCIL.member(), roomWhere(COUNCIL, untrained, conflicted))))
                .containsExactly("meetings.vote.untrained", "meetings.vote.conflicted", "decisions.vote.agency-voted");
    }

    @Test
    void anotherAgencysVoteStandsInNobodysWay() {
        Decision voting =
                decision(State.VOTING, List.of(open(Ground.RG)), List.of(vote(POLICE, Ground.RG, Position.FOR)));
        assertThat(Ballots.mayNotVote(voting, Ground.RG, COUNCIL.member(), room(COUNCIL, POLICE)))
                .isEmpty();
    }

    @Test
    void whoRejectedWhatWasWrittenDownVotesAsOfTheMomentItWasWritten() {
        Instant later = TestDecision.NOW.plusSeconds(600);
        Decision rejected = decision(
                State.VOTING,
                List.of(open(Ground.RG)),
                List.of(
                        vote(POLICE, Ground.RG, Position.FOR),
                        vote(COUNCIL, Ground.RG, Position.FOR, Vote.Standing.REJECTED)));
        assertThat(Ballots.presence(rejected, Ground.RG, COUNCIL.member(), later))
                .isEqualTo(TestDecision.NOW);
        assertThat(Ballots.presence(rejected, Ground.CG, COUNCIL.member(), later))
                .as("on the other question nothing was written")
                .isEqualTo(later);
        assertThat(Ballots.presence(rejected, Ground.RG, HEALTH.member(), later))
                .as("nor for anybody else")
                .isEqualTo(later);
        assertThat(Ballots.presence(rejected, Ground.RG, POLICE.member(), later))
                .as("a vote that stands is not given anew")
                .isEqualTo(later);
    }

    @Test
    void whoIsNotInvitedOrVotesOnWhatIsNotAskedIsRefused() {
        Decision voting = decision(State.VOTING, List.of(open(Ground.RG)), List.of());
        assertThat(keys(Ballots.mayNotVote(voting, Ground.RG, HEALTH.member(), room(COUNCIL, POLICE))))
                .containsExactly("decisions.vote.not-invited");
        assertThat(keys(Ballots.mayNotVote(voting, Ground.CG, COUNCIL.member(), room(COUNCIL))))
                .containsExactly("decisions.ballot.reasonable-first");
        Decision draft = decision(State.DRAFT, List.of(), List.of());
        assertThat(keys(Ballots.mayNotVote(draft, Ground.RG, COUNCIL.member(), room(COUNCIL))))
                .containsExactly("decisions.ballot.not-open");
    }

    @Test
    void aRejectedRecordLeavesTheAgencyItsVote() {
        Decision voting = decision(
                State.VOTING,
                List.of(open(Ground.RG)),
                List.of(vote(COUNCIL, Ground.RG, Position.FOR, Vote.Standing.REJECTED)));
        assertThat(Ballots.mayNotVote(voting, Ground.RG, COUNCIL.member(), room(COUNCIL)))
                .isEmpty();
    }

    @Test
    void nobodySeesTheOthersVotesBeforeVoting() {
        Vote police = vote(POLICE, Ground.RG, Position.FOR);
        Decision voting = decision(State.VOTING, List.of(open(Ground.RG)), List.of(police));
        assertThat(Ballots.shows(voting, police, COUNCIL.member(), false)).isFalse();
        assertThat(Ballots.shows(voting, police, POLICE.member(), false)).isTrue();
        assertThat(Ballots.shows(voting, police, COUNCIL.member(), true)).isTrue();
        Decision both = decision(
                State.VOTING, List.of(open(Ground.RG)), List.of(police, vote(COUNCIL, Ground.RG, Position.AGAINST)));
        assertThat(Ballots.shows(both, police, COUNCIL.member(), false)).isTrue();
        assertThat(Ballots.shows(both, police, HEALTH.member(), false)).isFalse();
        Decision counted = decision(State.DETERMINED, List.of(counted(Ground.RG, Ballot.Result.FOR)), List.of(police));
        assertThat(Ballots.shows(counted, police, HEALTH.member(), false)).isTrue();
    }

    @Test
    void aVoteWrittenDownForAMemberDoesNotOpenTheOthersToThem() {
        Vote police = vote(POLICE, Ground.RG, Position.FOR);
        Decision voting = decision(
                State.VOTING,
                List.of(open(Ground.RG)),
                List.of(police, vote(COUNCIL, Ground.RG, Position.FOR, Vote.Standing.RECORDED)));
        assertThat(Ballots.shows(voting, police, COUNCIL.member(), false)).isFalse();
    }

    @Test
    void theMinorityIsKeptWithItsReasons() {
        assertThat(TestDecision.determined().dissent(Ground.RG)).singleElement().satisfies(vote -> {
            assertThat(vote.agency()).isEqualTo(HEALTH.agency());
            assertThat(vote.reasons()).isNotBlank();
        });
        assertThat(decision(State.VOTING, List.of(open(Ground.RG)), List.of(vote(HEALTH, Ground.RG, Position.AGAINST)))
                        .dissent(Ground.RG))
                .isEmpty();
    }

    private static List<String> keys(List<Reason> reasons) {
        return reasons.stream().map(Reason::key).toList();
    }
}
