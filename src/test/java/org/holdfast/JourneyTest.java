package org.holdfast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.Reasons.keys;
import static org.holdfast.audit.Role.PANEL_MEMBER;
import static org.holdfast.decisions.Position.AGAINST;
import static org.holdfast.decisions.Position.FOR;

import java.time.LocalDate;
import java.util.List;
import org.holdfast.TestPartnership.Person;
import org.holdfast.casework.Route;
import org.holdfast.casework.Stage;
import org.holdfast.clocks.ClockKind;
import org.holdfast.clocks.ClockState;
import org.holdfast.decisions.Ballot;
import org.holdfast.decisions.Determination;
import org.holdfast.decisions.Ground;
import org.holdfast.meetings.AdjournedFor;
import org.holdfast.meetings.Capacity;
import org.holdfast.meetings.MeetingId;
import org.holdfast.meetings.Note;
import org.holdfast.meetings.Purpose;
import org.holdfast.partnership.Agency;
import org.holdfast.partnership.AgencyKind;
import org.holdfast.partnership.Authority;
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
        assertThat(keys(child.accept())).isNotEmpty();
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
        assertThat(keys(child.ask(Ground.RG))).isNotEmpty();
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
        assertThat(keys(child.accept())).isNotEmpty();
        assertThat(child.dueOn(ClockKind.CENTRAL_REASONABLE_GROUNDS)).isEqualTo(LocalDate.of(2026, 3, 9));
    }

    @Test
    void cardiffHearsThreeChildrenInHalfAnHourAndTheOneWhoWasPutOffAFortnightLater() {
        Journey carys = new Journey(doors, "cardiff", MONDAY.minusDays(10));
        Journey dewi = carys.beside();
        Journey eleri = carys.beside();
        carys.on(MONDAY).referralArrives("Carys", LocalDate.of(2010, 1, 4)).safeguarded();
        dewi.on(MONDAY).referralArrives("Dewi", LocalDate.of(2011, 7, 5)).safeguarded();
        eleri.on(MONDAY).referralArrives("Eleri", LocalDate.of(2012, 9, 6)).safeguarded();
        for (Journey child : List.of(carys, dewi, eleri)) {
            child.on(MONDAY.plusDays(1)).accepted().withAPlan();
        }

        // The panels of the quarter are planned at once, every fortnight; the first takes all three at ten minutes each
        // (NRM-21).
        List<MeetingId> panels = doors.diary
                .planAhead(
                        carys.coordinator,
                        carys.plan("panel", MONDAY.plusDays(9)),
                        carys.on(MONDAY.plusDays(2)).tick())
                .orThrow();
        assertThat(panels).hasSize(6);
        carys.heardAt(panels.getFirst());
        dewi.follows(carys).heardAt(panels.getFirst());
        eleri.follows(dewi).heardAt(panels.getFirst());
        assertThat(List.of(carys.minutes(), dewi.minutes(), eleri.minutes())).containsOnly(10L);

        // Carys: both grounds. Dewi: reasonable grounds, by two to one. Eleri: the school has not answered yet.
        carys.everybodyMeets().prepared();
        assertThat(carys.vote(Ground.RG, FOR, FOR, FOR)).isEqualTo(Ballot.Result.FOR);
        assertThat(carys.vote(Ground.CG, FOR, FOR, FOR)).isEqualTo(Ballot.Result.FOR);
        assertThat(carys.issued()).isEqualTo(Determination.POSITIVE_RG_AND_CG);
        dewi.follows(carys).called().prepared();
        dewi.vote(Ground.RG, FOR, AGAINST, FOR);
        assertThat(dewi.issued()).isEqualTo(Determination.POSITIVE_RG);
        eleri.follows(dewi).called().adjourned(AdjournedFor.MORE_EVIDENCE, "The school’s answer");
        eleri.meetingFinished().minutesApproved();
        assertThat(carys.dueOn(ClockKind.OUTCOME_TO_HOME_OFFICE)).isEqualTo(MONDAY.plusDays(10));
        carys.follows(eleri).outcomeSent();
        dewi.follows(carys).outcomeSent();
        assertThat(carys.stage()).isEqualTo(Stage.CONCLUDED_POSITIVE);

        // Eleri stands on the agenda of a fortnight later by herself.
        eleri.follows(dewi).heardAt(panels.get(1));
        assertThat(eleri.agenda().meeting().on()).isEqualTo(MONDAY.plusDays(23));
        eleri.everybodyMeets().prepared();
        eleri.vote(Ground.RG, FOR, FOR, FOR);
        assertThat(eleri.issued()).isEqualTo(Determination.POSITIVE_RG);
        assertThat(doors.ledger.check(eleri.coordinator).whole()).isTrue();
    }

    @Test
    void islingtonAndCamdenAdjournedWithoutThePoliceOfCamdenAndDecidedWithTheNamedDeputy() {
        Journey child = new Journey(doors, "islington-camden", MONDAY.minusDays(10));
        List<Authority> boroughs =
                doors.partnerships.profile(child.us.partnership.id()).authorities();
        Authority islington = boroughs.getFirst();
        Authority camden = boroughs.getLast();
        TestPartnership us = child.us;
        Person camdenVoter = us.join(
                us.agency("Example Camden Council", AgencyKind.LOCAL_AUTHORITY, camden), "Cam Voter", PANEL_MEMBER);
        Agency camdenForce = us.agency("Example Camden Police", AgencyKind.POLICE, camden);
        Person camdenPolice = us.join(camdenForce, "Campbell Policevoter", PANEL_MEMBER);
        Person camdenDeputy = us.join(camdenForce, "Camilla Deputy", PANEL_MEMBER);
        for (Person trained : List.of(camdenVoter, camdenPolice, camdenDeputy)) {
            us.train(trained);
        }

        // Referred in Islington, living in Camden: the co-ordinator of both is asked where the child belongs (MTG-7).
        child.on(MONDAY).referralArrives("Ines", LocalDate.of(2011, 6, 1)).safeguarded();
        child.on(MONDAY.plusDays(2)).accepted().withAPlan();
        assertThat(child.waitsFor(us.coordinator)).contains("casework.work.name-home");
        child.livesIn(camden, islington);
        assertThat(child.waitsFor(us.coordinator)).doesNotContain("casework.work.name-home");

        // Both councils and the police of Islington are there. Without those of Camden nothing is put to the vote.
        child.on(MONDAY.plusDays(3)).panelPlannedFor(MONDAY.plusDays(15));
        child.invited(camdenVoter, Capacity.VOTING, null);
        child.invited(camdenPolice, Capacity.VOTING, null);
        child.invited(camdenDeputy, Capacity.DEPUTY, camdenPolice);
        child.panelMeets(us.councilVoter, us.policeVoter, us.healthVoter, camdenVoter)
                .prepared();
        assertThat(keys(child.ask(Ground.RG))).containsExactly("meetings.quorum.authority.police");
        child.adjourned(AdjournedFor.NO_QUORUM, "The police of Camden were called away")
                .meetingFinished();

        // A month on the named deputy stands in; five agencies vote, one each, and the dissent is kept.
        child.on(MONDAY.plusDays(16)).panelPlannedFor(MONDAY.plusDays(43));
        child.panelMeets(us.councilVoter, us.policeVoter, us.healthVoter, camdenVoter, camdenDeputy)
                .decisionOpened()
                .accountWritten();
        child.ask(Ground.RG).orThrow();
        child.votes(us.councilVoter, Ground.RG, FOR);
        child.votes(us.policeVoter, Ground.RG, AGAINST);
        child.votes(us.healthVoter, Ground.RG, FOR);
        child.votes(camdenVoter, Ground.RG, FOR);
        child.votes(camdenDeputy, Ground.RG, FOR);
        assertThat(child.count()).contains(Ballot.Result.FOR);
        assertThat(child.issued()).isEqualTo(Determination.POSITIVE_RG);
        child.outcomeSent();
        assertThat(child.stage()).isEqualTo(Stage.AWAITING_CONCLUSIVE_GROUNDS);
        assertThat(child.clock(ClockKind.REASONABLE_GROUNDS).state()).isEqualTo(ClockState.MET);
    }

    @Test
    void kensingtonTalksItThroughAtAPreMeetAndDecidesAtAnUrgentPanelBeforeCourt() {
        Journey child = new Journey(doors, "kensington-westminster", MONDAY.minusDays(10));
        Authority kensington = doors.partnerships
                .profile(child.us.partnership.id())
                .authorities()
                .getFirst();
        child.on(MONDAY).referralArrives("Kaz", LocalDate.of(2010, 9, 9)).safeguarded();
        child.on(MONDAY.plusDays(1)).accepted().withAPlan().livesIn(kensington);
        child.on(MONDAY.plusDays(2)).panelPlannedFor(MONDAY.plusDays(22));
        MeetingId panel = child.meeting;

        // A week on, two people talk the case through: notes, and no decision.
        MeetingId preMeet = doors.diary
                .arrangePreMeet(child.coordinator, panel, child.plan("pre-meet", MONDAY.plusDays(9)), child.tick())
                .orThrow();
        child.meeting = preMeet;
        child.item = child.onAgenda().orElseThrow();
        child.panelMeets();
        doors.sessions
                .write(
                        child.coordinator,
                        child.item,
                        Note.Part.OPEN,
                        "Health knows more than the form says; ask again.",
                        0,
                        child.tick())
                .orThrow();
        assertThat(keys(doors.decisions.open(child.coordinator, child.item, "", child.tick())))
                .containsExactly("decisions.open.nothing-to-decide");
        doors.sessions.conclude(child.coordinator, child.item, child.tick()).orThrow();
        child.meetingFinished();

        // Then a court date becomes known, before the panel: an urgent one is called within 48 hours (MTG-6, NRM-16).
        child.on(MONDAY.plusDays(10)).dueInCourt(MONDAY.plusDays(14));
        assertThat(child.waitsFor(child.us.coordinator)).contains("meetings.work.urgent-court");
        assertThat(keys(doors.diary.callUrgent(
                        child.coordinator,
                        child.plan("panel", MONDAY.plusDays(13)),
                        "In court on Monday",
                        child.caseId,
                        child.tick())))
                .containsExactly("meetings.urgent.too-late");
        MeetingId urgent = doors.diary
                .callUrgent(
                        child.coordinator,
                        child.plan("panel", MONDAY.plusDays(11)),
                        "In court on Monday",
                        child.caseId,
                        child.tick())
                .orThrow();
        child.meeting = panel;
        assertThat(child.onAgenda()).as("brought forward").isEmpty();
        child.heardAt(urgent).everybodyMeets().prepared();
        child.vote(Ground.RG, FOR, FOR, FOR);
        child.vote(Ground.CG, FOR, FOR, FOR);
        assertThat(child.issued()).isEqualTo(Determination.POSITIVE_RG_AND_CG);
        child.outcomeSent();
        assertThat(child.stage()).isEqualTo(Stage.CONCLUDED_POSITIVE);
    }

    @Test
    void solihullHearsTwoDecisionsAndAPlanInOneExploitationPanelOfTwoAndAHalfHours() {
        Journey sami = new Journey(doors, "solihull", MONDAY.minusDays(10));
        Journey soraya = sami.beside();
        Journey known = sami.beside();
        sami.on(MONDAY).referralArrives("Sami", LocalDate.of(2010, 1, 4)).safeguarded();
        soraya.on(MONDAY).referralArrives("Soraya", LocalDate.of(2011, 7, 5)).safeguarded();
        known.on(MONDAY).referralArrives("Skye", LocalDate.of(2012, 9, 6)).safeguarded();
        sami.on(MONDAY.plusDays(1)).accepted().withAPlan();
        soraya.on(MONDAY.plusDays(1)).accepted().withAPlan();
        known.on(MONDAY.plusDays(1)).withAPlan();

        // Two children wait for a decision: an hour and a quarter each. A third, at risk and not yet referred back, is
        // talked about too; then each has fifty minutes of the hundred and fifty (NRM-21).
        sami.on(MONDAY.plusDays(7)).panelPlannedFor(MONDAY.plusDays(22));
        assertThat(sami.agenda().kind().name()).isEqualTo("Exploitation Panel");
        assertThat(sami.minutes()).isEqualTo(75);
        doors.meetings
                .list(
                        sami.coordinator,
                        sami.meeting,
                        known.caseId,
                        Purpose.DISCUSSION,
                        "The airport worries us",
                        sami.tick())
                .orThrow();
        assertThat(sami.minutes()).isEqualTo(50);
        soraya.follows(sami).heardAt(sami.meeting);
        known.follows(soraya).heardAt(sami.meeting);

        sami.follows(known).everybodyMeets().prepared();
        sami.vote(Ground.RG, FOR, FOR, FOR);
        assertThat(sami.issued()).isEqualTo(Determination.POSITIVE_RG);
        soraya.follows(sami).called().prepared();
        soraya.vote(Ground.RG, FOR, FOR, FOR);
        soraya.vote(Ground.CG, FOR, FOR, AGAINST);
        assertThat(soraya.issued()).isEqualTo(Determination.POSITIVE_RG_AND_CG);
        known.follows(soraya).called();
        doors.sessions.conclude(known.coordinator, known.item, known.tick()).orThrow();
        known.meetingFinished().minutesApproved();
        sami.follows(known).outcomeSent();
        soraya.follows(sami).outcomeSent();
        assertThat(sami.stage()).isEqualTo(Stage.AWAITING_CONCLUSIVE_GROUNDS);
        assertThat(soraya.stage()).isEqualTo(Stage.CONCLUDED_POSITIVE);
        assertThat(known.stage()).isEqualTo(Stage.AWAITING_RETURN);
    }

    @Test
    void barkingDecidesOnWhatTheCoordinatorPutTogetherBeforeTheMonthlyPanel() {
        Journey child = new Journey(doors, "barking-dagenham", MONDAY.minusDays(10));
        child.on(MONDAY).referralArrives("Bao", LocalDate.of(2011, 6, 1)).safeguarded();
        child.on(MONDAY.plusDays(2)).accepted().withAPlan();
        child.on(MONDAY.plusDays(4)).panelPlannedFor(MONDAY.plusDays(28));

        // Three weeks before the panel the co-ordinator puts together, element by element, what the partners gave; the
        // voters read it before they come.
        child.on(MONDAY.plusDays(7)).prepared();
        assertThat(doors.decisions
                        .read(child.us.healthVoter.actor(), child.decision, child.tick())
                        .orThrow()
                        .decision()
                        .assessments()
                        .faults())
                .as("every element is assessed")
                .isEmpty();
        assertThat(keys(child.ask(Ground.RG))).as("not before the panel").isNotEmpty();

        child.everybodyMeets();
        child.vote(Ground.RG, FOR, FOR, FOR);
        child.vote(Ground.CG, FOR, FOR, FOR);
        assertThat(child.issued()).isEqualTo(Determination.POSITIVE_RG_AND_CG);
        child.meetingFinished().minutesApproved().outcomeSent();
        assertThat(child.stage()).isEqualTo(Stage.CONCLUDED_POSITIVE);
    }
}
