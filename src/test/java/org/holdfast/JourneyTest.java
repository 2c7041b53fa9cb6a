package org.holdfast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.decisions.Position.AGAINST;
import static org.holdfast.decisions.Position.FOR;

import java.time.LocalDate;
import java.util.List;
import org.holdfast.casework.Route;
import org.holdfast.casework.Stage;
import org.holdfast.clocks.ClockKind;
import org.holdfast.clocks.ClockState;
import org.holdfast.decisions.Ballot;
import org.holdfast.decisions.Determination;
import org.holdfast.decisions.Ground;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.meetings.AdjournedFor;
import org.holdfast.referrals.RouteReason;
import org.junit.jupiter.api.Test;

/** A child's whole way, told for each profile in the order in which it happens. */
@HoldfastTest
class JourneyTest {

    /** A Monday. */
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    private final Journey.Doors doors;

    JourneyTest(Journey.Doors doors) {
        this.doors = doors;
    }

    @Test
    void hullAdjournedForQuorumThenReasonableGroundsAndConclusiveGroundsOnDay88() {
        Journey child = new Journey(doors, "hull", MONDAY.minusDays(10));

        // Monday: the Home Office's form comes in. Nothing goes on before the child is safe (REF-2).
        child.on(MONDAY).referralArrives("Alba", LocalDate.of(2011, 6, 1));
        assertThat(child.route).isEqualTo("LOCAL");
        assertThat(child.stage()).isEqualTo(Stage.AWAITING_RETURN);
        assertThat(child.dueOn(ClockKind.REFERRAL_RETURNED)).isEqualTo(MONDAY.plusDays(3));
        assertThat(reasons(child.accept())).isNotEmpty();
        child.safeguarded();

        // Wednesday: accepted for local decision. The clocks start by themselves, from the day of referral (NRM-1,
        // NRM-20).
        child.on(MONDAY.plusDays(2)).accepted().withAPlan();
        assertThat(child.dueOn(ClockKind.REASONABLE_GROUNDS)).isEqualTo(MONDAY.plusDays(45));
        assertThat(child.clock(ClockKind.REFERRAL_RETURNED).state()).isEqualTo(ClockState.MET);
        assertThat(child.dueOn(ClockKind.TURNS_EIGHTEEN)).isEqualTo(LocalDate.of(2029, 5, 31));

        // The panel of day 21 has nobody from health: no question can be put, the item goes on to the next agenda
        // (NRM-6).
        child.on(MONDAY.plusDays(14)).panelPlannedFor(MONDAY.plusDays(21));
        child.panelMeets(child.us.councilVoter, child.us.policeVoter).prepared();
        assertThat(reasons(child.ask(Ground.RG))).isNotEmpty();
        child.adjourned(AdjournedFor.NO_QUORUM, "Nobody from health").meetingFinished();

        // Day 35: reasonable grounds by two to one; the dissent is kept; there is not enough yet for conclusive
        // grounds.
        child.on(MONDAY.plusDays(28)).panelPlannedFor(MONDAY.plusDays(35));
        child.everybodyMeets().decisionOpened().accountWritten();
        assertThat(child.vote(Ground.RG, FOR, AGAINST, FOR)).isEqualTo(Ballot.Result.FOR);
        assertThat(child.issued()).isEqualTo(Determination.POSITIVE_RG);
        assertThat(child.clock(ClockKind.REASONABLE_GROUNDS).state()).isEqualTo(ClockState.MET);
        assertThat(child.dueOn(ClockKind.CONCLUSIVE_GROUNDS)).isEqualTo(MONDAY.plusDays(90));
        child.meetingFinished().minutesApproved();

        // The Home Office is told within one working day (NRM-10): Monday the 6th of April is Easter Monday, so
        // Tuesday.
        assertThat(child.dueOn(ClockKind.OUTCOME_TO_HOME_OFFICE)).isEqualTo(LocalDate.of(2026, 4, 7));
        child.outcomeSent();
        assertThat(child.stage()).isEqualTo(Stage.AWAITING_CONCLUSIVE_GROUNDS);

        // Day 88: conclusive grounds at a second meeting, two days before they were due (NRM-3).
        child.on(MONDAY.plusDays(80)).panelPlannedFor(MONDAY.plusDays(88));
        child.everybodyMeets().decisionOpened().accountWritten();
        assertThat(child.vote(Ground.CG, FOR, FOR, FOR)).isEqualTo(Ballot.Result.FOR);
        assertThat(child.issued()).isEqualTo(Determination.POSITIVE_CG);
        child.outcomeSent();
        assertThat(child.stage()).isEqualTo(Stage.CONCLUDED_POSITIVE);
        assertThat(child.clock(ClockKind.CONCLUSIVE_GROUNDS).state()).isEqualTo(ClockState.MET);

        assertThat(doors.ledger.check(child.coordinator).whole()).isTrue();
    }

    @Test
    void bexleyBothGroundsAtOneMeetingBroughtForwardForACourtDate() {
        Journey child = new Journey(doors, "bexley", MONDAY.minusDays(10));
        child.on(MONDAY).referralArrives("Ben", LocalDate.of(2010, 9, 9)).safeguarded();
        child.on(MONDAY.plusDays(1)).accepted().withAPlan();

        // In court before the decision is due: it is shown to the co-ordinator, who brings it forward (NRM-16).
        child.dueInCourt(MONDAY.plusDays(20));
        assertThat(child.waitsFor(child.us.coordinator)).contains("casework.work.bring-forward");
        child.on(MONDAY.plusDays(8)).panelPlannedFor(MONDAY.plusDays(15));

        child.everybodyMeets().prepared();
        assertThat(child.vote(Ground.RG, FOR, FOR, FOR)).isEqualTo(Ballot.Result.FOR);
        assertThat(child.vote(Ground.CG, FOR, FOR, AGAINST)).isEqualTo(Ballot.Result.FOR);
        assertThat(child.issued()).isEqualTo(Determination.POSITIVE_RG_AND_CG);
        child.outcomeSent();
        assertThat(child.stage()).isEqualTo(Stage.CONCLUDED_POSITIVE);
    }

    @Test
    void bexleyTurnsEighteenUndecidedAndIsAskedWhetherToStay() {
        LocalDate eighteenth = MONDAY.plusDays(110);
        Journey child = new Journey(doors, "bexley", MONDAY.minusDays(10));
        child.on(MONDAY).referralArrives("Efe", eighteenth.minusYears(18)).safeguarded();
        assertThat(child.route).isEqualTo("LOCAL");
        child.on(MONDAY.plusDays(1)).accepted().withAPlan();
        child.on(MONDAY.plusDays(20)).panelPlannedFor(MONDAY.plusDays(28));
        child.everybodyMeets().prepared();
        child.vote(Ground.RG, FOR, FOR, FOR);
        assertThat(child.issued()).isEqualTo(Determination.POSITIVE_RG);
        child.outcomeSent();

        child.on(eighteenth);
        assertThat(child.waitsFor(child.us.coordinator)).anyMatch(key -> key.contains("eighteen"));
        doors.steps
                .askAtEighteen(
                        child.coordinator,
                        child.referral,
                        child.version(),
                        eighteenth,
                        "Asked in person, with the guardian",
                        child.tick())
                .orThrow();
        doors.steps
                .stayAtEighteen(
                        child.coordinator,
                        child.referral,
                        child.version(),
                        eighteenth,
                        true,
                        "Wants the decision",
                        child.tick())
                .orThrow();
        assertThat(child.stage()).isEqualTo(Stage.AWAITING_CONCLUSIVE_GROUNDS);
    }

    @Test
    void northLincolnshireScreenedOutLookedAtAgainAndATieOnTheWay() {
        Journey child = new Journey(doors, "north-lincolnshire", MONDAY.minusDays(10));

        // A police officer writes the referral here; this profile screens before anything is submitted (REF-5).
        child.on(MONDAY).writtenByHand("Dara", LocalDate.of(2011, 6, 1));
        assertThat(child.waitsFor(child.us.coordinator)).contains("referrals.work.screen");
        child.screened(false, MONDAY.plusDays(14));
        assertThat(child.stage()).isEqualTo(Stage.NOT_SUBMITTED);

        // A fortnight later it comes back by itself, and more is known.
        child.on(MONDAY.plusDays(14));
        assertThat(child.waitsFor(child.us.coordinator)).contains("referrals.work.look-again");
        doors.steps
                .lookAgain(child.coordinator, child.referral, child.version(), child.tick())
                .orThrow();
        child.screened(true, null);
        child.sent();
        child.on(MONDAY.plusDays(16)).accepted().withAPlan();
        assertThat(child.dueOn(ClockKind.REASONABLE_GROUNDS)).isEqualTo(MONDAY.plusDays(14 + 45));

        // Health is called away before its vote; council and police stand one to one. A tie is no decision (NRM-4).
        child.on(MONDAY.plusDays(21)).panelPlannedFor(MONDAY.plusDays(28));
        child.everybodyMeets().prepared();
        child.ask(Ground.RG).orThrow();
        child.votes(child.us.councilVoter, Ground.RG, FOR);
        child.votes(child.us.policeVoter, Ground.RG, AGAINST);
        child.leaves(child.us.healthVoter);
        assertThat(child.count()).contains(Ballot.Result.TIED);
        assertThat(child.stage()).isEqualTo(Stage.AWAITING_REASONABLE_GROUNDS);
        child.meetingFinished();

        // The next panel has everybody, and finds both grounds.
        child.on(MONDAY.plusDays(37)).panelPlannedFor(MONDAY.plusDays(43));
        child.everybodyMeets().decisionOpened().accountWritten();
        assertThat(child.vote(Ground.RG, FOR, FOR, FOR)).isEqualTo(Ballot.Result.FOR);
        assertThat(child.vote(Ground.CG, FOR, FOR, FOR)).isEqualTo(Ballot.Result.FOR);
        assertThat(child.issued()).isEqualTo(Determination.POSITIVE_RG_AND_CG);
        child.outcomeSent();
        assertThat(child.stage()).isEqualTo(Stage.CONCLUDED_POSITIVE);
        assertThat(doors.ledger.check(child.coordinator).whole()).isTrue();
    }

    @Test
    void hullWithinAHundredDaysOfEighteenIsForTheCompetentAuthority() {
        Journey child = new Journey(doors, "hull", MONDAY.minusDays(10));
        child.on(MONDAY).referralArrives("Cleo", MONDAY.plusDays(100).minusYears(18));
        assertThat(child.route).isEqualTo("CENTRAL");
    }

    @Test
    void hullMovedToTheCentralRouteWithItsClocksEndedOpenly() {
        Journey child = new Journey(doors, "hull", MONDAY.minusDays(10));
        child.on(MONDAY).referralArrives("Eike", LocalDate.of(2011, 1, 5)).safeguarded();
        child.on(MONDAY.plusDays(2)).accepted();
        child.on(MONDAY.plusDays(9));
        doors.steps
                .moveToCentral(
                        child.coordinator,
                        child.referral,
                        child.version(),
                        child.today(),
                        RouteReason.LIVES_ELSEWHERE,
                        "Moved away",
                        child.tick())
                .orThrow();
        assertThat(child.stage()).isEqualTo(Stage.CENTRAL_REASONABLE_GROUNDS);
        assertThat(child.clock(ClockKind.REASONABLE_GROUNDS).open()).isFalse();
        assertThat(child.clock(ClockKind.CENTRAL_REASONABLE_GROUNDS).open()).isTrue();
    }

    @Test
    void centralRouteIsTrackedAndNotDecidedHere() {
        Journey child = new Journey(doors, "central", MONDAY.minusDays(10));
        child.on(MONDAY).referralArrives("Dune", LocalDate.of(2011, 1, 5));
        assertThat(child.route).isEqualTo("CENTRAL");
        assertThat(child.stage().route()).isEqualTo(Route.CENTRAL);
        assertThat(reasons(child.accept())).isNotEmpty();
        assertThat(child.dueOn(ClockKind.CENTRAL_REASONABLE_GROUNDS)).isEqualTo(LocalDate.of(2026, 3, 9));
    }

    private static List<String> reasons(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Done<?> done -> List.of();
            case Outcome.Refused<?> refused ->
                refused.reasons().stream().map(Reason::key).toList();
        };
    }
}
