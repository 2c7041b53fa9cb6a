package org.holdfast.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.decisions.TestDecision.COUNCIL;
import static org.holdfast.decisions.TestDecision.HEALTH;
import static org.holdfast.decisions.TestDecision.POLICE;
import static org.holdfast.decisions.TestDecision.counted;
import static org.holdfast.decisions.TestDecision.decision;
import static org.holdfast.decisions.TestDecision.open;
import static org.holdfast.decisions.TestDecision.vote;

import java.util.List;
import org.holdfast.meetings.AdjournedFor;
import org.holdfast.meetings.MinutesPart;
import org.junit.jupiter.api.Test;

/** What the minutes say of a decision (NRM-9, MTG-4). */
class DecisionLinksTest {

    @Test
    void theMinutesSayTheQuestionTheCountEachVoteThatCountedAndWhyTheMinorityDissented() {
        Vote against = vote(HEALTH, Ground.RG, Position.AGAINST);
        Decision found = decision(
                State.DETERMINED,
                List.of(counted(Ground.RG, Ballot.Result.FOR)),
                List.of(
                        vote(COUNCIL, Ground.RG, Position.FOR),
                        vote(POLICE, Ground.RG, Position.FOR, Vote.Standing.RECORDED),
                        against));
        assertThat(DecisionLinks.minutes(found).lines())
                .containsExactly(
                        MinutesPart.Line.of("decisions.minutes.asked.RG", "more likely than not"),
                        MinutesPart.Line.of("decisions.result.FOR", "2", "1"),
                        MinutesPart.Line.of("decisions.minutes.vote.FOR", COUNCIL.agencyName(), COUNCIL.name()),
                        MinutesPart.Line.of("decisions.minutes.vote.AGAINST", HEALTH.agencyName(), HEALTH.name()),
                        MinutesPart.Line.of("decisions.minutes.dissent", HEALTH.agencyName(), against.reasons()),
                        MinutesPart.Line.of("decisions.minutes.found.POSITIVE_RG"));
    }

    @Test
    void ofAnOpenVoteTheMinutesSayOnlyThatItWasAsked() {
        Decision voting =
                decision(State.VOTING, List.of(open(Ground.RG)), List.of(vote(COUNCIL, Ground.RG, Position.FOR)));
        assertThat(DecisionLinks.minutes(voting).lines())
                .containsExactly(
                        MinutesPart.Line.of("decisions.minutes.asked.RG", "more likely than not"),
                        MinutesPart.Line.of("decisions.minutes.not-counted"));
    }

    @Test
    void whatWasPutOffIsSaidWithWhyAndWhetherOnlyConclusiveGroundsWere() {
        Decision tied = putOff(decision(State.TIED, List.of(counted(Ground.RG, Ballot.Result.TIED)), List.of()));
        assertThat(DecisionLinks.minutes(tied).lines())
                .last()
                .isEqualTo(MinutesPart.Line.of("decisions.put-off.MORE_EVIDENCE"));
        assertThat(putOff(decision(State.ADJOURNED, List.of(), List.of())).putOffKey())
                .isEqualTo("decisions.put-off.MORE_EVIDENCE");
        assertThat(putOff(decision(State.DETERMINED, List.of(), List.of())).putOffKey())
                .isEqualTo("decisions.conclusive-put-off");
        assertThat(decision(State.ADJOURNED, List.of(), List.of()).putOffKey()).isEmpty();
    }

    @Test
    void theLastCountIsTheLastThatCounted() {
        Decision both = decision(
                State.DETERMINED,
                List.of(
                        counted(Ground.RG, Ballot.Result.FOR),
                        new Ballot(
                                Ground.CG,
                                TestDecision.WORDING,
                                TestDecision.NOW,
                                new Ballot.Count(
                                        Ballot.Result.AGAINST, 1, 2, TestDecision.NOW.plusSeconds(60), "Chay Chair"))),
                List.of());
        assertThat(both.lastCount().map(Ballot.Count::result)).contains(Ballot.Result.AGAINST);
        assertThat(decision(State.ADJOURNED, List.of(counted(Ground.RG, Ballot.Result.NO_QUORUM)), List.of())
                        .lastCount())
                .as("without a quorum nothing was counted")
                .isEmpty();
    }

    private static Decision putOff(Decision of) {
        return new Decision(
                of.id(),
                of.caseId(),
                of.meeting(),
                of.item(),
                of.on(),
                of.state(),
                of.assessments(),
                of.account(),
                of.ballots(),
                of.votes(),
                of.present(),
                null,
                null,
                new Decision.Adjournment(AdjournedFor.MORE_EVIDENCE, "The school answers next week"),
                null,
                null,
                null,
                1);
    }
}
