package org.holdfast.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.holdfast.casework.Milestone.*;

import java.util.ArrayDeque;
import java.util.EnumSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StageTest {

    @Test
    void aCaseDecidedAtOneMeetingIsReportedAndConcluded() {
        assertThat(Stage.of(List.of(
                        REFERRED,
                        SENT_TO_COMPETENT_AUTHORITY,
                        ACCEPTED_FOR_LOCAL_DECISION,
                        PANEL_PLANNED,
                        REASONABLE_GROUNDS_POSITIVE,
                        CONCLUSIVE_POSITIVE,
                        OUTCOME_SENT)))
                .isEqualTo(Stage.CONCLUDED_POSITIVE);
    }

    @Test
    void aSecondMeetingFollowsReasonableGrounds() {
        assertThat(Stage.of(List.of(
                        REFERRED,
                        ACCEPTED_FOR_LOCAL_DECISION,
                        PANEL_PLANNED,
                        REASONABLE_GROUNDS_POSITIVE,
                        OUTCOME_SENT,
                        PANEL_PLANNED)))
                .isEqualTo(Stage.CONCLUSIVE_GROUNDS_PANEL);
    }

    @Test
    void anAdjournedCaseWaitsForAPanelAgain() {
        assertThat(Stage.of(List.of(REFERRED, ACCEPTED_FOR_LOCAL_DECISION, PANEL_PLANNED, ADJOURNED)))
                .isEqualTo(Stage.AWAITING_REASONABLE_GROUNDS);
    }

    @Test
    void aConcernScreenedOutIsLookedAtAgain() {
        assertThat(Stage.of(List.of(REFERRED, SCREENED_OUT, SENT_TO_COMPETENT_AUTHORITY)))
                .isEqualTo(Stage.AWAITING_RETURN);
    }

    @Test
    void aMoveBetweenRoutesForgetsNoDecision() {
        assertThat(Stage.of(List.of(
                        REFERRED,
                        ACCEPTED_FOR_LOCAL_DECISION,
                        PANEL_PLANNED,
                        REASONABLE_GROUNDS_POSITIVE,
                        MOVED_TO_CENTRAL_ROUTE,
                        ACCEPTED_FOR_LOCAL_DECISION)))
                .isEqualTo(Stage.AWAITING_CONCLUSIVE_GROUNDS);
    }

    @Test
    void turningEighteenAsksForAgreementAndAgreementReturnsTheCaseToWhereItStood() {
        assertThat(Stage.of(List.of(
                        REFERRED,
                        ACCEPTED_FOR_LOCAL_DECISION,
                        PANEL_PLANNED,
                        REASONABLE_GROUNDS_POSITIVE,
                        TURNED_EIGHTEEN_UNDECIDED,
                        CONSENTED_AT_EIGHTEEN)))
                .isEqualTo(Stage.AWAITING_CONCLUSIVE_GROUNDS);
    }

    @Test
    void whatTheTableDoesNotListCannotHappen() {
        assertThatThrownBy(() -> Stage.of(List.of(REFERRED, CONCLUSIVE_POSITIVE)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("CONCLUSIVE_POSITIVE")
                .hasMessageContaining("REFERRED_IN");
    }

    @Test
    void everyStageIsReachedAndEveryMilestoneMattersSomewhere() {
        Set<Stage> reached = EnumSet.of(Stage.OPENED);
        Set<Milestone> used = EnumSet.noneOf(Milestone.class);
        Queue<Stage> open = new ArrayDeque<>(reached);
        while (!open.isEmpty()) {
            Stage stage = open.remove();
            for (Milestone milestone : Milestone.values()) {
                stage.after(milestone).ifPresent(next -> {
                    used.add(milestone);
                    if (reached.add(next)) {
                        open.add(next);
                    }
                });
            }
        }
        assertThat(reached).containsExactlyInAnyOrder(Stage.values());
        assertThat(used).containsExactlyInAnyOrder(Milestone.values());
    }

    @Test
    void aNewReferralCanAlwaysComeIn() {
        for (Stage stage : Stage.values()) {
            assertThat(stage.after(REFERRED)).as("a referral at %s", stage).isPresent();
        }
    }

    @Test
    void whatIsUndecidedCanBeWithdrawnAndWhatIsDecidedCannot() {
        for (Stage stage : Stage.values()) {
            boolean open = stage.undecided() || stage == Stage.NOT_SUBMITTED;
            assertThat(stage.after(WITHDRAWN).isPresent())
                    .as("withdrawing at %s", stage)
                    .isEqualTo(open);
        }
    }

    @Test
    void onlyTheLocalRouteReportsToTheHomeOffice() {
        for (Stage stage : Stage.values()) {
            stage.after(OUTCOME_SENT)
                    .filter(next -> next != stage)
                    .ifPresent(next -> assertThat(stage.route()).isEqualTo(Route.LOCAL));
        }
    }
}
