package org.holdfast.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.decisions.TestDecision.COUNCIL;
import static org.holdfast.decisions.TestDecision.HEALTH;
import static org.holdfast.decisions.TestDecision.POLICE;
import static org.holdfast.decisions.TestDecision.account;
import static org.holdfast.decisions.TestDecision.counted;
import static org.holdfast.decisions.TestDecision.decision;
import static org.holdfast.decisions.TestDecision.determined;
import static org.holdfast.decisions.TestDecision.open;
import static org.holdfast.decisions.TestDecision.trafficking;
import static org.holdfast.decisions.TestDecision.vote;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.holdfast.casework.Stage;
import org.holdfast.law.Reason;
import org.junit.jupiter.api.Test;

/** What has to be there before the seal, and the seal (NRM-7 to NRM-9). */
class IssuingTest {

    @Test
    void aWholeDecisionIsIssued() {
        assertThat(Issuing.faults(determined(), Earlier.NOTHING, Stage.REASONABLE_GROUNDS_PANEL, false))
                .isEmpty();
    }

    @Test
    void everythingThatIsMissingIsSaidAtOnce() {
        Decision bare = decision(
                State.VOTING,
                Assessments.none(true),
                Account.empty(),
                List.of(open(Ground.RG)),
                List.of(vote(COUNCIL, Ground.RG, Position.FOR, Vote.Standing.RECORDED)));
        assertThat(keys(Issuing.faults(bare, Earlier.NOTHING, Stage.EIGHTEEN_BEFORE_REASONABLE_GROUNDS, false)))
                .containsExactly(
                        "decisions.refused.voting",
                        "decisions.issue.not-determined",
                        "decisions.issue.not-counted.rg",
                        "decisions.issue.unconfirmed-vote",
                        "decisions.issue.consent-at-eighteen",
                        "decisions.finding-missing.trafficking.action",
                        "decisions.finding-missing.trafficking.purpose",
                        "decisions.finding-missing.slavery.service",
                        "decisions.issue.childs-view",
                        "decisions.issue.credibility",
                        "decisions.issue.best-interests",
                        "decisions.issue.reasoning",
                        "decisions.issue.plan");
    }

    @Test
    void aNegativeDecisionNamesItsReasonsInTheNationalCategories() {
        List<Vote> votes = List.of(
                vote(COUNCIL, Ground.RG, Position.AGAINST),
                vote(POLICE, Ground.RG, Position.AGAINST),
                vote(HEALTH, Ground.RG, Position.FOR));
        List<Ballot> ballots = List.of(counted(Ground.RG, Ballot.Result.AGAINST));
        Decision silent = decision(State.DETERMINED, trafficking(), account(), ballots, votes);
        assertThat(keys(Issuing.faults(silent, Earlier.NOTHING, Stage.REASONABLE_GROUNDS_PANEL, false)))
                .containsExactly("decisions.issue.negative-reasons");
        Decision reasoned = decision(
                State.DETERMINED,
                trafficking(),
                with(Set.of(), false, Set.of(NegativeReason.DEFINITION_NOT_MET)),
                ballots,
                votes);
        assertThat(Issuing.faults(reasoned, Earlier.NOTHING, Stage.REASONABLE_GROUNDS_PANEL, false))
                .isEmpty();
    }

    @Test
    void aPositiveDecisionNamesTheExploitation() {
        assertThat(keys(Issuing.faults(
                        withAccount(with(Set.of(), false, Set.of())),
                        Earlier.NOTHING,
                        Stage.REASONABLE_GROUNDS_PANEL,
                        false)))
                .containsExactly("decisions.issue.exploitation");
        assertThat(keys(Issuing.faults(
                        withAccount(with(Set.of(Exploitation.SEXUAL), true, Set.of(NegativeReason.CREDIBILITY))),
                        Earlier.NOTHING,
                        Stage.REASONABLE_GROUNDS_PANEL,
                        false)))
                .containsExactly("decisions.issue.negative-reasons-positive", "decisions.issue.county-lines");
    }

    @Test
    void conclusiveGroundsRestOnReasonableGrounds() {
        Decision second = decision(
                State.DETERMINED,
                List.of(counted(Ground.CG, Ballot.Result.FOR)),
                determined().votes());
        assertThat(keys(Issuing.faults(second, Earlier.NOTHING, Stage.CONCLUSIVE_GROUNDS_PANEL, false)))
                .containsExactly("decisions.ballot.reasonable-first");
        assertThat(keys(Issuing.faults(
                        second, new Earlier(Determination.NEGATIVE_RG, null), Stage.CONCLUSIVE_GROUNDS_PANEL, false)))
                .containsExactly("decisions.ballot.reasonable-first");
        assertThat(Issuing.faults(
                        second, new Earlier(Determination.POSITIVE_RG, null), Stage.CONCLUSIVE_GROUNDS_PANEL, false))
                .isEmpty();
    }

    @Test
    void whoTurnedEighteenBeforeTheVoteIsAskedFirst() {
        assertThat(keys(Issuing.faults(determined(), Earlier.NOTHING, Stage.REASONABLE_GROUNDS_PANEL, true)))
                .containsExactly("decisions.issue.consent-at-eighteen");
        assertThat(keys(Issuing.faults(determined(), Earlier.NOTHING, Stage.EIGHTEEN_BEFORE_REASONABLE_GROUNDS, false)))
                .containsExactly("decisions.issue.consent-at-eighteen");
    }

    @Test
    void theCaseHasToBeWhereItCanBeDecided() {
        assertThat(keys(Issuing.faults(determined(), Earlier.NOTHING, Stage.CENTRAL_REASONABLE_GROUNDS, false)))
                .containsExactly("decisions.issue.stage");
        assertThat(keys(Issuing.faults(determined(), Earlier.NOTHING, Stage.WITHDRAWN, false)))
                .containsExactly("decisions.issue.stage");
        assertThat(keys(Issuing.faults(determined(), Earlier.NOTHING, Stage.REFERRED_IN, false)))
                .containsExactly("decisions.issue.stage");
    }

    @Test
    void withoutThresholdOrQuorumNothingIsIssued() {
        Ballot blank = new Ballot(
                Ground.RG,
                new Wording(" ", TestDecision.DAY, ""),
                TestDecision.NOW,
                new Ballot.Count(Ballot.Result.NO_QUORUM, 0, 0, TestDecision.NOW, "Chay Chair"));
        assertThat(keys(Issuing.faults(
                        decision(State.DETERMINED, List.of(blank), List.of()),
                        Earlier.NOTHING,
                        Stage.REASONABLE_GROUNDS_PANEL,
                        false)))
                .containsExactly(
                        "decisions.issue.not-determined",
                        "decisions.issue.threshold-missing.rg",
                        "decisions.issue.no-quorum");
    }

    @Test
    void everyVoteSaysWhyAndNoneIsLeftUnconfirmed() {
        Vote silent = vote(COUNCIL, Ground.RG, Position.FOR);
        List<Vote> votes = List.of(
                new Vote(
                        silent.id(),
                        silent.ground(),
                        silent.member(),
                        silent.memberName(),
                        silent.agency(),
                        silent.agencyName(),
                        silent.position(),
                        " ",
                        silent.standing(),
                        silent.castAt(),
                        null,
                        null),
                vote(POLICE, Ground.RG, Position.FOR, Vote.Standing.RECORDED),
                vote(HEALTH, Ground.RG, Position.FOR, Vote.Standing.REJECTED));
        assertThat(Issuing.faults(
                        decision(State.DETERMINED, List.of(counted(Ground.RG, Ballot.Result.FOR)), votes),
                        Earlier.NOTHING,
                        Stage.REASONABLE_GROUNDS_PANEL,
                        false))
                .containsExactly(
                        Reason.of("decisions.issue.unconfirmed-vote", "NRM-4", POLICE.name(), POLICE.agencyName()),
                        Reason.of("decisions.vote.reasons", "NRM-9", COUNCIL.agencyName()));
    }

    @Test
    void conclusiveGroundsPutOffForWantOfAQuorumDoNotHoldUpTheReasonableOnes() {
        Decision found = decision(
                State.DETERMINED,
                List.of(counted(Ground.RG, Ballot.Result.FOR), counted(Ground.CG, Ballot.Result.NO_QUORUM)),
                List.of(
                        vote(COUNCIL, Ground.RG, Position.FOR),
                        vote(COUNCIL, Ground.CG, Position.FOR, Vote.Standing.RECORDED)));
        assertThat(Issuing.faults(found, Earlier.NOTHING, Stage.REASONABLE_GROUNDS_PANEL, false))
                .as("nor does a vote that came to nothing")
                .isEmpty();
    }

    @Test
    void whatCannotBeBroughtAnyMoreLeavesTheDecisionUnissued() {
        assertThat(Issuing.canOnlyBeLeft(
                        Issuing.faults(determined(), Earlier.NOTHING, Stage.CENTRAL_REASONABLE_GROUNDS, false)))
                .isTrue();
        assertThat(Issuing.canOnlyBeLeft(
                        Issuing.faults(determined(), Earlier.NOTHING, Stage.REASONABLE_GROUNDS_PANEL, true)))
                .isTrue();
        assertThat(Issuing.canOnlyBeLeft(Issuing.faults(
                        withAccount(Account.empty()), Earlier.NOTHING, Stage.REASONABLE_GROUNDS_PANEL, false)))
                .as("what the panel has not said yet can be said")
                .isFalse();
        assertThat(Issuing.canOnlyBeLeft(List.of())).isFalse();
    }

    @Test
    void anAccountSaysInWhichPartsItDiffersFromTheOneBefore() {
        assertThat(account().differsFrom(account())).isEmpty();
        assertThat(with(Set.of(Exploitation.SEXUAL), false, Set.of(NegativeReason.CREDIBILITY))
                        .differsFrom(account()))
                .containsExactly("exploitation", "county-lines", "negative-reasons");
        assertThat(words("a", "b").differsFrom(account())).containsExactly("childs-view", "credibility");
        assertThat(Account.empty().differsFrom(account()))
                .containsExactly(
                        "childs-view",
                        "credibility",
                        "best-interests",
                        "reasoning",
                        "exploitation",
                        "county-lines",
                        "plan");
    }

    @Test
    void theSealChangesWithEveryWord() {
        Instant at = TestDecision.NOW;
        Decision decision = determined();
        String seal = Seal.of(decision, Determination.POSITIVE_RG, at, "Coco Co-ordinator");
        assertThat(seal).hasSize(64).isEqualTo(Seal.of(decision, Determination.POSITIVE_RG, at, "Coco Co-ordinator"));
        assertThat(Seal.of(decision, Determination.NEGATIVE_RG, at, "Coco Co-ordinator"))
                .isNotEqualTo(seal);
        assertThat(Seal.of(decision, Determination.POSITIVE_RG, at.plusMillis(1), "Coco Co-ordinator"))
                .isNotEqualTo(seal);
        assertThat(Seal.of(
                        withAccount(with(Set.of(Exploitation.CRIMINAL), false, Set.of())),
                        Determination.POSITIVE_RG,
                        at,
                        "Coco Co-ordinator"))
                .isNotEqualTo(seal);
        Decision turned = decision(
                decision.state(),
                decision.assessments(),
                decision.account(),
                decision.ballots(),
                List.of(decision.votes().get(0), decision.votes().get(1)));
        assertThat(Seal.of(turned, Determination.POSITIVE_RG, at, "Coco Co-ordinator"))
                .isNotEqualTo(seal);
    }

    @Test
    void wordsCannotBeMovedFromOneFieldToTheNext() {
        Account one = words("a", "b");
        Account other = words("a\ncredibility 1 b", "");
        Instant at = TestDecision.NOW;
        assertThat(Seal.of(withAccount(one), Determination.POSITIVE_RG, at, "x"))
                .isNotEqualTo(Seal.of(withAccount(other), Determination.POSITIVE_RG, at, "x"));
    }

    private static Account words(String childsView, String credibility) {
        Account account = account();
        return new Account(
                childsView,
                credibility,
                account.bestInterests(),
                account.reasoning(),
                account.exploitation(),
                account.countyLines(),
                account.negativeReasons(),
                account.plan(),
                account.version());
    }

    private static Account with(Set<Exploitation> exploitation, boolean countyLines, Set<NegativeReason> negative) {
        Account account = account();
        return new Account(
                account.childsView(),
                account.credibility(),
                account.bestInterests(),
                account.reasoning(),
                exploitation,
                countyLines,
                negative,
                account.plan(),
                account.version());
    }

    private static Decision withAccount(Account account) {
        Decision decision = determined();
        return decision(decision.state(), decision.assessments(), account, decision.ballots(), decision.votes());
    }

    private static List<String> keys(List<Reason> reasons) {
        return reasons.stream().map(Reason::key).toList();
    }
}
