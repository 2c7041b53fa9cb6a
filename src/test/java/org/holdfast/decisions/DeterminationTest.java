package org.holdfast.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.decisions.Ballot.Result.AGAINST;
import static org.holdfast.decisions.Ballot.Result.FOR;
import static org.holdfast.decisions.Ballot.Result.NO_QUORUM;
import static org.holdfast.decisions.Ballot.Result.TIED;
import static org.holdfast.decisions.Determination.NEGATIVE_CG;
import static org.holdfast.decisions.Determination.NEGATIVE_RG;
import static org.holdfast.decisions.Determination.POSITIVE_CG;
import static org.holdfast.decisions.Determination.POSITIVE_RG;
import static org.holdfast.decisions.Determination.POSITIVE_RG_AND_CG;
import static org.holdfast.decisions.TestDecision.counted;
import static org.holdfast.decisions.TestDecision.open;

import java.util.List;
import org.holdfast.casework.Milestone;
import org.junit.jupiter.api.Test;

/** What the ballots of a meeting come to (NRM-2, NRM-3, NRM-9). */
class DeterminationTest {
    private static Ballot rg(Ballot.Result result) {
        return counted(Ground.RG, result);
    }

    private static Ballot cg(Ballot.Result result) {
        return counted(Ground.CG, result);
    }

    @Test
    void oneMeetingOneQuestion() {
        assertThat(Determination.of(List.of(rg(FOR)))).contains(POSITIVE_RG);
        assertThat(Determination.of(List.of(rg(AGAINST)))).contains(NEGATIVE_RG);
        assertThat(Determination.of(List.of(rg(TIED)))).isEmpty();
        assertThat(Determination.of(List.of(rg(NO_QUORUM)))).isEmpty();
        assertThat(Determination.of(List.of(open(Ground.RG)))).isEmpty();
        assertThat(Determination.of(List.of())).isEmpty();
    }

    @Test
    void bothQuestionsAtOneMeeting() {
        assertThat(Determination.of(List.of(rg(FOR), cg(FOR)))).contains(POSITIVE_RG_AND_CG);
    }

    @Test
    void conclusiveGroundsNotReachedAtTheFirstMeetingWaitForTheSecond() {
        for (Ballot.Result result : List.of(AGAINST, TIED, NO_QUORUM)) {
            assertThat(Determination.of(List.of(rg(FOR), cg(result)))).contains(POSITIVE_RG);
        }
    }

    @Test
    void theSecondMeetingDecidesConclusiveGroundsEitherWay() {
        assertThat(Determination.of(List.of(cg(FOR)))).contains(POSITIVE_CG);
        assertThat(Determination.of(List.of(cg(AGAINST)))).contains(NEGATIVE_CG);
        assertThat(Determination.of(List.of(cg(TIED)))).isEmpty();
        assertThat(Determination.of(List.of(cg(NO_QUORUM)))).isEmpty();
    }

    @Test
    void eachTakesTheCaseToItsMilestones() {
        assertThat(NEGATIVE_RG.milestones()).containsExactly(Milestone.REASONABLE_GROUNDS_NEGATIVE);
        assertThat(POSITIVE_RG.milestones()).containsExactly(Milestone.REASONABLE_GROUNDS_POSITIVE);
        assertThat(POSITIVE_RG_AND_CG.milestones())
                .containsExactly(Milestone.REASONABLE_GROUNDS_POSITIVE, Milestone.CONCLUSIVE_POSITIVE);
        assertThat(POSITIVE_CG.milestones()).containsExactly(Milestone.CONCLUSIVE_POSITIVE);
        assertThat(NEGATIVE_CG.milestones()).containsExactly(Milestone.CONCLUSIVE_NEGATIVE);
    }

    @Test
    void whatIsInForceIsReadByTheQuestionItAnswers() {
        assertThat(Earlier.of(List.of())).isEqualTo(Earlier.NOTHING);
        assertThat(Earlier.of(List.of(POSITIVE_RG))).isEqualTo(new Earlier(POSITIVE_RG, null));
        assertThat(Earlier.of(List.of(NEGATIVE_CG))).isEqualTo(new Earlier(null, NEGATIVE_CG));
        assertThat(Earlier.of(List.of(NEGATIVE_CG, POSITIVE_RG))).isEqualTo(new Earlier(POSITIVE_RG, NEGATIVE_CG));
        assertThat(Earlier.of(List.of(POSITIVE_RG_AND_CG)))
                .isEqualTo(new Earlier(POSITIVE_RG_AND_CG, POSITIVE_RG_AND_CG));
    }

    @Test
    void eachAnswersItsQuestions() {
        assertThat(List.of(Determination.values())).allSatisfy(one -> {
            assertThat(one.answers(Ground.RG)).isEqualTo(one.name().contains("RG"));
            assertThat(one.answers(Ground.CG)).isEqualTo(one.name().contains("CG"));
            assertThat(one.positive()).isEqualTo(one.name().startsWith("POSITIVE"));
        });
    }
}
