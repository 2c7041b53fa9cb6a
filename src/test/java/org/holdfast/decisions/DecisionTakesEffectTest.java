package org.holdfast.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.decisions.PanelDay.PANEL;
import static org.holdfast.decisions.PanelDay.REFERRED;
import static org.holdfast.decisions.Position.AGAINST;
import static org.holdfast.decisions.Position.FOR;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.holdfast.HoldfastTest;
import org.holdfast.TestPartnership;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.audit.LedgerLine;
import org.holdfast.casework.Cases;
import org.holdfast.casework.Stage;
import org.holdfast.clocks.ClockKind;
import org.holdfast.clocks.Ending;
import org.holdfast.meetings.Purpose;
import org.junit.jupiter.api.Test;

/**
 * What follows in law when a decision is issued, superseded by another, and told to the Home Office: clocks, stage, and what the competent
 * authority has before it (NRM-1, NRM-3, NRM-9, NRM-10, NRM-11, NRM-20).
 */
@HoldfastTest
class DecisionTakesEffectTest {

    private final TestPartnership us;
    private final PanelDay.Maker maker;
    private final Decisions decisions;
    private final Cases cases;
    private final Ledger ledger;
    private final Actor coordinator;

    DecisionTakesEffectTest(
            TestPartnership.Founder founder, PanelDay.Maker maker, Decisions decisions, Cases cases, Ledger ledger) {
        us = founder.found(Instant.parse("2026-09-01T09:00:00Z"));
        this.maker = maker;
        this.decisions = decisions;
        this.cases = cases;
        this.ledger = ledger;
        coordinator = us.coordinator.actor();
    }

    private PanelDay panel(LocalDate on) {
        return maker.panel(us, on, PanelDay.BORN);
    }

    /** The case is decided again at a later panel, since something new has come. */
    private DecisionId again(PanelDay day, LocalDate on) {
        day.finish();
        if (cases.stage(coordinator, day.caseId).awaitsPanel()) {
            day.planned(on);
        } else {
            day.plannedFor(on, Purpose.DISCUSSION);
        }
        day.meets(us.councilVoter, us.policeVoter, us.healthVoter);
        return decisions
                .open(coordinator, day.item, "New evidence of " + on, day.tick())
                .orThrow();
    }

    @Test
    void theClocksFollowADecisionThatIsTurnedRoundAndTurnedBack() {
        PanelDay day = panel(PANEL);
        assertThat(day.decided(day.prepared(), Ground.RG, FOR)).isEqualTo(Determination.POSITIVE_RG);
        assertThat(day.clock(ClockKind.REASONABLE_GROUNDS).ending()).isEqualTo(Ending.DONE);
        assertThat(day.clock(ClockKind.CONCLUSIVE_GROUNDS).open()).isTrue();
        assertThat(day.clock(ClockKind.TURNS_EIGHTEEN).open()).isTrue();

        assertThat(day.decided(again(day, PANEL.plusDays(7)), Ground.RG, AGAINST))
                .isEqualTo(Determination.NEGATIVE_RG);
        assertThat(day.clock(ClockKind.CONCLUSIVE_GROUNDS).open())
                .as("where there are no reasonable grounds, conclusive ones are not asked for")
                .isFalse();
        assertThat(day.clock(ClockKind.CONCLUSIVE_GROUNDS).ending()).isEqualTo(Ending.NO_LONGER_NEEDED);
        assertThat(day.clock(ClockKind.TURNS_EIGHTEEN).open()).isFalse();
        assertThat(cases.stage(coordinator, day.caseId)).isEqualTo(Stage.NEGATIVE_TO_REPORT);

        assertThat(day.decided(again(day, PANEL.plusDays(14)), Ground.RG, FOR)).isEqualTo(Determination.POSITIVE_RG);
        assertThat(day.clock(ClockKind.CONCLUSIVE_GROUNDS).open())
                .as("asked again")
                .isTrue();
        assertThat(day.clock(ClockKind.CONCLUSIVE_GROUNDS).startedAt())
                .as("counted from the referral, as at first (NRM-3)")
                .isEqualTo(REFERRED);
        assertThat(day.clock(ClockKind.TURNS_EIGHTEEN).open()).isTrue();
        assertThat(cases.stage(coordinator, day.caseId)).isEqualTo(Stage.AWAITING_CONCLUSIVE_GROUNDS);
    }

    @Test
    void theSameFoundAgainLeavesTheRunningClocksAsTheyAre() {
        PanelDay day = panel(PANEL);
        day.decided(day.prepared(), Ground.RG, FOR);
        var conclusive = day.clock(ClockKind.CONCLUSIVE_GROUNDS);
        var eighteen = day.clock(ClockKind.TURNS_EIGHTEEN);
        Instant waitsSince = day.clock(ClockKind.OUTCOME_TO_HOME_OFFICE).startedAt();
        assertThat(day.decided(again(day, PANEL.plusDays(7)), Ground.RG, FOR)).isEqualTo(Determination.POSITIVE_RG);
        assertThat(day.clock(ClockKind.CONCLUSIVE_GROUNDS)).isEqualTo(conclusive);
        assertThat(day.clock(ClockKind.TURNS_EIGHTEEN)).isEqualTo(eighteen);
        assertThat(day.clock(ClockKind.OUTCOME_TO_HOME_OFFICE).startedAt())
                .as("the Home Office waits since the first")
                .isEqualTo(waitsSince);
    }

    @Test
    void theHomeOfficeWaitsUntilEveryOutcomeOfTheCaseIsSentWhateverElseIsUnsent() {
        PanelDay day = panel(PANEL);
        DecisionId reasonable = day.prepared();
        day.decided(reasonable, Ground.RG, FOR);
        day.finish();
        day.planned(PANEL.plusDays(60)).meets(us.councilVoter, us.policeVoter, us.healthVoter);
        DecisionId conclusive =
                decisions.open(coordinator, day.item, "", day.tick()).orThrow();
        assertThat(day.decided(conclusive, Ground.CG, FOR)).isEqualTo(Determination.POSITIVE_CG);
        assertThat(day.clock(ClockKind.CONCLUSIVE_GROUNDS).ending()).isEqualTo(Ending.DONE);
        PanelDay other = panel(PANEL.plusDays(61));
        other.decided(other.prepared(), Ground.RG, FOR);

        decisions
                .outcomeSent(coordinator, reasonable, "secure e-mail", other.tick())
                .orThrow();
        assertThat(day.clock(ClockKind.OUTCOME_TO_HOME_OFFICE).open())
                .as("the conclusive one is still to be sent")
                .isTrue();
        decisions
                .outcomeSent(coordinator, conclusive, "secure e-mail", other.tick())
                .orThrow();
        assertThat(day.clock(ClockKind.OUTCOME_TO_HOME_OFFICE).open()).isFalse();
        assertThat(other.clock(ClockKind.OUTCOME_TO_HOME_OFFICE).open())
                .as("another child's outcome is another matter")
                .isTrue();
    }

    @Test
    void theCompetentAuthorityHasBeforeItWhatWasSentAndNoLongerWhatWasSuperseded() {
        PanelDay day = panel(PANEL);
        DecisionId first = day.prepared();
        day.decided(first, Ground.RG, AGAINST);
        assertThat(events(day)).doesNotContain("assurance-opened");
        decisions.outcomeSent(coordinator, first, "secure e-mail", day.tick()).orThrow();
        assertThat(events(day)).contains("assurance-opened").doesNotContain("assurance-replaced");

        DecisionId second = again(day, PANEL.plusDays(7));
        day.decided(second, Ground.RG, FOR);
        assertThat(events(day)).contains("decision-superseded", "assurance-replaced");
        assertThat(decisions.issued(coordinator, day.caseId))
                .extracting(Issued::id)
                .containsExactly(second, first);
    }

    private List<String> events(PanelDay day) {
        return ledger.linesAbout(coordinator, day.caseId.value(), 300).stream()
                .map(LedgerLine::event)
                .toList();
    }
}
