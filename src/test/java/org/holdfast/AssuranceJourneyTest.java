package org.holdfast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.Reasons.keys;
import static org.holdfast.decisions.Position.AGAINST;
import static org.holdfast.decisions.Position.FOR;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.holdfast.TestPartnership.Person;
import org.holdfast.assurance.AnswerDraft;
import org.holdfast.assurance.Asker;
import org.holdfast.assurance.Assurance;
import org.holdfast.assurance.AssuranceState;
import org.holdfast.assurance.Assurances;
import org.holdfast.assurance.Channel;
import org.holdfast.assurance.Grounds;
import org.holdfast.assurance.LearningReport;
import org.holdfast.assurance.Point;
import org.holdfast.assurance.PointDraft;
import org.holdfast.assurance.PointKind;
import org.holdfast.assurance.PointState;
import org.holdfast.assurance.Questions;
import org.holdfast.assurance.Reconsideration;
import org.holdfast.assurance.ReconsiderationDraft;
import org.holdfast.assurance.ReconsiderationId;
import org.holdfast.assurance.ReconsiderationState;
import org.holdfast.assurance.Reconsiderations;
import org.holdfast.assurance.Verdict;
import org.holdfast.audit.Role;
import org.holdfast.casework.CaseUpdate;
import org.holdfast.casework.Chronologies;
import org.holdfast.casework.Happened;
import org.holdfast.casework.Milestone;
import org.holdfast.casework.Stage;
import org.holdfast.casework.UpdateDraft;
import org.holdfast.clocks.ClockKind;
import org.holdfast.clocks.ClockState;
import org.holdfast.decisions.Account;
import org.holdfast.decisions.Ballot;
import org.holdfast.decisions.Decision;
import org.holdfast.decisions.DecisionId;
import org.holdfast.decisions.Determination;
import org.holdfast.decisions.Exploitation;
import org.holdfast.decisions.Ground;
import org.holdfast.decisions.NegativeReason;
import org.holdfast.decisions.State;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.meetings.Capacity;
import org.holdfast.meetings.MeetingId;
import org.holdfast.meetings.MeetingPlan;
import org.holdfast.meetings.Place;
import org.holdfast.meetings.Purpose;
import org.holdfast.partnership.Agency;
import org.holdfast.partnership.AgencyKind;
import org.holdfast.sharing.Basis;
import org.holdfast.sharing.Involvement;
import org.holdfast.sharing.Sharing;
import org.junit.jupiter.api.Test;

/** What comes after the decision: assurance as a loop that closes, and reconsideration before a fresh panel (NRM-10 to NRM-15, SHR-5). */
@HoldfastTest
class AssuranceJourneyTest {

    /** Wednesday before Easter. */
    private static final LocalDate PANEL = LocalDate.of(2026, 4, 1);

    private static final LocalDate MAUNDY_THURSDAY = PANEL.plusDays(1);

    private final Journey.Doors doors;
    private final Assurances assurances;
    private final Reconsiderations reconsiderations;
    private final Questions questions;
    private final LearningReport learning;
    private final Chronologies chronologies;
    private final Sharing sharing;

    AssuranceJourneyTest(
            Journey.Doors doors,
            Assurances assurances,
            Reconsiderations reconsiderations,
            Questions questions,
            LearningReport learning,
            Chronologies chronologies,
            Sharing sharing) {
        this.doors = doors;
        this.assurances = assurances;
        this.reconsiderations = reconsiderations;
        this.questions = questions;
        this.learning = learning;
        this.chronologies = chronologies;
        this.sharing = sharing;
    }

    private Journey onItsWayToThePanel() {
        Journey child = new Journey(doors, "hull", PANEL.minusDays(40));
        child.on(PANEL.minusDays(30))
                .referralArrives("Alba", LocalDate.of(2011, 6, 1))
                .safeguarded();
        child.on(PANEL.minusDays(28)).accepted().withAPlan();
        return child.on(PANEL.minusDays(9)).panelPlannedFor(PANEL);
    }

    private Person assurer(Journey child) {
        Agency authority = doors.partnerships.join(
                child.us.program, "Example Competent Authority", AgencyKind.COMPETENT_AUTHORITY, child.tick());
        return child.us.join(authority, "Asa Assurer", Role.ASSURER);
    }

    @Test
    void returnedWithTwoPointsDecidedAgainAgreedAndFollowedByActions() {
        Journey child = onItsWayToThePanel();
        Person assurer = assurer(child);

        // A question before the decision is answered from the updates log, and only that leaves (NRM-15).
        chronologies
                .log(
                        child.coordinator,
                        child.caseId,
                        new UpdateDraft(
                                child.tick(), CaseUpdate.Kind.NEW_FACT, "Seen in Leeds", "Example School", true, null),
                        child.tick())
                .orThrow();
        UUID question = questions
                .record(
                        child.coordinator,
                        child.caseId,
                        "Is anything new since the referral?",
                        "Example Competent Authority",
                        child.today(),
                        child.today().plusDays(2),
                        child.tick())
                .orThrow();
        assertThat(child.waitsFor(child.us.coordinator)).contains("assurance.work.question");
        UUID line = questions.see(child.coordinator, child.caseId, child.tick()).orThrow().log().stream()
                .map(CaseUpdate::id)
                .findFirst()
                .orElseThrow();
        questions
                .answer(child.coordinator, child.caseId, question, "Yes:", Set.of(line), child.tick())
                .orThrow();
        assertThat(questions
                        .see(child.coordinator, child.caseId, child.tick())
                        .orThrow()
                        .questions())
                .singleElement()
                .satisfies(one -> assertThat(one.answer()).contains("Yes:", "Seen in Leeds", "Example School"));
        assertThat(child.waitsFor(child.us.coordinator)).doesNotContain("assurance.work.question");
        assertThat(questions.see(assurer.actor(), child.caseId, child.tick()))
                .isEqualTo(Outcome.refused(Sharing.NOT_FOUND));

        // The panel decides on the Wednesday before Easter; the outcome goes in the last minute of Maundy Thursday.
        child.everybodyMeets().prepared();
        child.vote(Ground.RG, FOR, FOR, FOR);
        child.vote(Ground.CG, FOR, FOR, AGAINST);
        assertThat(child.issued()).isEqualTo(Determination.POSITIVE_RG_AND_CG);
        child.meetingFinished();
        DecisionId first = child.decision;
        assertThat(assurances.inbox(assurer.actor(), child.tick()).orThrow())
                .as("nothing before it is sent")
                .isEmpty();
        child.at(MAUNDY_THURSDAY, LocalTime.of(23, 59, 30)).outcomeSent();
        assertThat(child.clock(ClockKind.OUTCOME_TO_HOME_OFFICE).state()).isEqualTo(ClockState.MET);

        // The assurer finds one form in the inbox: what the form holds and nothing else.
        child.on(PANEL.plusDays(7));
        Assurance waiting = only(assurer, child);
        assertThat(waiting.state()).isEqualTo(AssuranceState.WAITING);
        assertThat(waiting.form().outcome()).isEqualTo(Determination.POSITIVE_RG_AND_CG);
        assertThat(waiting.form().toString()).doesNotContain("Seen far from home", "Told late", "On the evidence");
        assertThat(doors.work.of(assurer.actor(), child.tick()))
                .extracting(row -> row.item().key())
                .containsExactly("assurance.work.look");

        // It is returned with two points. A return without a point is no return.
        assertThat(keys(assurances.answer(
                        assurer.actor(),
                        waiting.id(),
                        AnswerDraft.own(Verdict.RETURNED, "", List.of(), false),
                        child.tick())))
                .containsExactly("assurance.answer.points");
        AnswerDraft twoPoints = AnswerDraft.own(
                Verdict.RETURNED,
                "",
                List.of(
                        new PointDraft(PointKind.REASONS, "Outcome", "Which element was shown?"),
                        new PointDraft(PointKind.FORM, "", "Is county lines meant?")),
                false);
        for (int press = 1; press <= 2; press++) {
            assurances
                    .answer(assurer.actor(), waiting.id(), twoPoints, child.tick())
                    .orThrow();
        }
        assertThat(only(assurer, child).points())
                .as("pressed twice, returned once")
                .hasSize(2);
        assertThat(only(assurer, child).answers()).hasSize(1);
        assertThat(child.waitsFor(child.us.coordinator)).contains("assurance.work.share-out");
        assertThat(milestones(child)).contains(Milestone.ASSURANCE_RETURNED);
        assertThat(child.stage()).as("assurance goes on beside the case").isEqualTo(Stage.CONCLUDED_POSITIVE);

        // Each point gets an owner and a date; only its owner, or the owner's agency, answers it.
        Point one = only(assurer, child).points().get(0);
        Point two = only(assurer, child).points().get(1);
        assertThat(one.dueOn()).as("five working days, as the profile says").isEqualTo(PANEL.plusDays(14));
        assurances
                .shareOut(
                        child.coordinator,
                        waiting.id(),
                        one.id(),
                        child.us.socialWorker.member().id(),
                        null,
                        child.today().plusDays(5),
                        child.tick())
                .orThrow();
        assurances
                .shareOut(
                        child.coordinator,
                        waiting.id(),
                        two.id(),
                        null,
                        child.us.health.id(),
                        child.today().plusDays(5),
                        child.tick())
                .orThrow();
        assertThat(child.waitsFor(child.us.socialWorker)).contains("assurance.work.point");
        assertThat(keys(assurances.answerPoint(
                        child.us.socialWorker.actor(), waiting.id(), two.id(), "Not mine", child.tick())))
                .containsExactly("assurance.point.not-yours");
        assertThat(Refusals.of(doors.ledger, child.us.socialWorker.actor())).contains("access-refused FOR_OTHERS");
        assurances
                .answerPoint(child.us.socialWorker.actor(), waiting.id(), one.id(), "Action and purpose.", child.tick())
                .orThrow();
        assurances
                .answerPoint(child.us.healthVoter.actor(), waiting.id(), two.id(), "Yes.", child.tick())
                .orThrow();
        assertThat(keys(assurances.answer(
                        assurer.actor(),
                        waiting.id(),
                        AnswerDraft.own(Verdict.AGREED, "", List.of(), false),
                        child.tick())))
                .containsExactly("assurance.points-open");
        assurances
                .acceptPoint(assurer.actor(), waiting.id(), one.id(), "", child.tick())
                .orThrow();
        assurances
                .sendPointBack(assurer.actor(), waiting.id(), two.id(), "Then the form must say so.", child.tick())
                .orThrow();
        assertThat(only(assurer, child).points())
                .extracting(Point::state)
                .containsExactly(PointState.ACCEPTED, PointState.SENT_BACK);

        // So the panel decides again: the case stands on the next agenda with its reason, and may not stand there
        // twice.
        MeetingId again = plan(child, "panel", PANEL.plusDays(21), child.us.chair);
        assurances
                .decideAgain(child.coordinator, waiting.id(), null, "The form must name county lines", child.tick())
                .orThrow();
        child.meeting = again;
        child.item = child.onAgenda().orElseThrow();
        assertThat(child.agenda().entries()).singleElement().satisfies(entry -> {
            assertThat(entry.item().purpose()).isEqualTo(Purpose.DECISION_AGAIN);
            assertThat(entry.item().because()).isEqualTo("The form must name county lines");
        });
        child.everybodyMeets().decisionOpened().accountWritten();
        child.vote(Ground.RG, FOR, FOR, FOR);
        child.vote(Ground.CG, FOR, FOR, FOR);
        child.issued();
        child.meetingFinished();
        assertThat(decision(child, first).state()).isEqualTo(State.SUPERSEDED);
        assertThat(decision(child, child.decision).supersedes())
                .isEqualTo(new Decision.Replacement(first, "The form must name county lines"));
        assertThat(assurances
                        .see(assurer.actor(), waiting.id(), child.tick())
                        .orThrow()
                        .assurance()
                        .state())
                .isEqualTo(AssuranceState.REPLACED);

        // The new outcome goes to the competent authority too, and it agrees: by secure e-mail this time.
        child.outcomeSent();
        Assurance second = assurances.of(child.coordinator, child.decision).orElseThrow();
        assertThat(second.follows()).isEqualTo(waiting.id());
        child.on(PANEL.plusDays(23));
        assertThat(keys(assurances.recordAnswer(
                        child.coordinator,
                        second.id(),
                        AnswerDraft.own(Verdict.AGREED, "", List.of(), false),
                        child.tick())))
                .containsExactlyInAnyOrder("assurance.answer.by", "assurance.answer.channel", "assurance.answer.at");
        assurances
                .recordAnswer(
                        child.coordinator,
                        second.id(),
                        new AnswerDraft(
                                Verdict.AGREED,
                                "",
                                List.of(),
                                false,
                                "Asa Assurer, quality team",
                                Channel.SECURE_EMAIL,
                                child.tick()),
                        child.tick())
                .orThrow();
        assertThat(milestones(child)).contains(Milestone.ASSURANCE_AGREED);

        // The actions are set at an actions meeting (NRM-13).
        assertThat(child.waitsFor(child.us.coordinator)).contains("assurance.work.actions-meeting");
        assertThat(keys(assurances.planActions(child.coordinator, second.id(), null, "Support plan", child.tick())))
                .containsExactly("assurance.actions.none-planned");
        child.meeting = plan(child, "actions", PANEL.plusDays(30), child.us.chair);
        assurances
                .planActions(child.coordinator, second.id(), null, "Support plan", child.tick())
                .orThrow();
        assertThat(child.onAgenda()).isPresent();
        assertThat(child.waitsFor(child.us.coordinator)).doesNotContain("assurance.work.actions-meeting");

        // What returns teach: one of two agreed at once, one decided again; a panel member sees no small numbers.
        var told = learning.read(child.coordinator, child.tick()).orThrow();
        assertThat(told.totals().agreedShare()).isEqualTo(50);
        assertThat(told.totals().again().count()).isEqualTo(1);
        assertThat(told.kinds()).hasSize(2);
        var guarded = learning.read(child.us.policeVoter.actor(), child.tick()).orThrow();
        assertThat(guarded.suppressed()).isTrue();
        assertThat(guarded.totals().sent().hidden()).isTrue();
        assertThat(guarded.kinds()).allMatch(kind -> kind.number().hidden());
        assertThat(doors.ledger.check(child.coordinator).whole()).isTrue();
    }

    @Test
    void aNegativeDecisionIsReconsideredByAFreshPanelAndStaysOnRecord() {
        Journey child = onItsWayToThePanel();
        DecisionId first = decidedNegative(child);
        child.outcomeSent();

        // Who may not ask is told who may; a first responder who did not refer this child finds nothing.
        ReconsiderationDraft asked = new ReconsiderationDraft(
                Asker.FIRST_RESPONDER,
                "Fia Firstresponder, Testshire Police",
                Grounds.NEW_EVIDENCE,
                "Telephone records have come",
                child.today());
        assertThat(keys(reconsiderations.ask(
                        child.coordinator,
                        first,
                        new ReconsiderationDraft(Asker.OTHER, "A neighbour", null, "", child.today()),
                        child.tick())))
                .containsExactlyInAnyOrder(
                        "assurance.reconsideration.may-not-ask",
                        "assurance.reconsideration.needs-grounds",
                        "assurance.reconsideration.needs-words");
        assertThat(reconsiderations.ask(child.us.firstResponder.actor(), first, asked, child.tick()))
                .isEqualTo(Outcome.refused(Sharing.NOT_FOUND));
        sharing.involve(
                child.coordinator,
                child.caseId,
                Involvement.of(child.us.firstResponder.member().id(), Basis.REFERRER, child.tick()),
                child.tick());
        ReconsiderationId request = reconsiderations
                .ask(child.us.firstResponder.actor(), first, asked, child.tick())
                .orThrow();
        assertThat(keys(reconsiderations.ask(child.coordinator, first, asked, child.tick())))
                .containsExactly("assurance.reconsideration.asked-already");
        assertThat(child.waitsFor(child.us.coordinator)).contains("assurance.work.reconsider");

        // The next panel: a fresh chair, fresh voters of council, police and health; and the council's first voter too.
        Person chair = child.us.join(child.us.council, "Freya Freshchair", Role.PANEL_CHAIR);
        Person council = fresh(child, child.us.council, "Cora Freshcouncil");
        Person police = fresh(child, child.us.police, "Piet Freshpolice");
        Person health = fresh(child, child.us.health, "Hedda Freshhealth");
        child.meeting = plan(child, "panel", PANEL.plusDays(28), chair);
        for (Person voter : List.of(council, police, health)) {
            doors.meetings
                    .invite(child.coordinator, child.meeting, voter.member().id(), Capacity.VOTING, null, child.tick())
                    .orThrow();
        }
        reconsiderations
                .list(child.coordinator, request, null, "Telephone records have come", child.tick())
                .orThrow();
        child.item = child.onAgenda().orElseThrow();
        child.at(PANEL.plusDays(28), LocalTime.of(10, 0));
        doors.sessions.open(child.coordinator, child.meeting, child.tick()).orThrow();
        List.of(chair, council, police, child.us.healthVoter).forEach(child::comesIn);
        doors.sessions.call(child.coordinator, child.item, child.tick()).orThrow();

        // Without a fresh voter of health there is no quorum, though the first one is in the room.
        child.decisionOpened();
        assertThat(keys(child.ask(Ground.RG))).containsExactly("meetings.quorum.voter.health");
        child.comesIn(health);
        child.ask(Ground.RG).orThrow();
        Outcome<UUID> refused = doors.decisions.vote(
                child.us.healthVoter.actor(), child.decision, Ground.RG, FOR, "As before", child.tick());
        assertThat(refused)
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        why -> assertThat(why.reasons())
                                .isEqualTo(List.of(Reason.of("meetings.vote.not-fresh", "NRM-14"))));

        // A recorded reason allows it.
        assertThat(keys(reconsiderations.readmit(
                        child.coordinator,
                        request,
                        child.us.healthVoter.member().id(),
                        " ",
                        child.tick())))
                .containsExactly("assurance.reconsideration.readmit-reason");
        reconsiderations
                .readmit(
                        child.coordinator,
                        request,
                        child.us.healthVoter.member().id(),
                        "The other nurse has to leave for an emergency",
                        child.tick())
                .orThrow();
        child.votes(child.us.healthVoter, Ground.RG, FOR);
        child.votes(council, Ground.RG, FOR);
        child.votes(police, Ground.RG, AGAINST);
        assertThat(child.count()).contains(Ballot.Result.FOR);
        positiveAccount(child);
        assertThat(child.issued()).isEqualTo(Determination.POSITIVE_RG);

        // The new decision has taken the place of the first, which stays on record as it was.
        Decision earlier = decision(child, first);
        assertThat(earlier.state()).isEqualTo(State.SUPERSEDED);
        assertThat(earlier.determination()).contains(Determination.NEGATIVE_RG);
        Reconsideration settled = reconsiderations
                .see(child.coordinator, request, child.tick())
                .orThrow()
                .asked();
        assertThat(settled.state()).isEqualTo(ReconsiderationState.REPLACED);
        assertThat(settled.laterDecision()).isEqualTo(child.decision);
        assertThat(settled.readmitted())
                .extracting(Reconsideration.Readmitted::reason)
                .containsExactly("The other nurse has to leave for an emergency");
        assertThat(child.stage()).isEqualTo(Stage.AWAITING_CONCLUSIVE_GROUNDS);
        assertThat(keys(reconsiderations.ask(child.coordinator, first, asked, child.tick())))
                .containsExactly("assurance.reconsideration.not-in-force");
        assertThat(keys(reconsiderations.ask(child.coordinator, child.decision, asked, child.tick())))
                .contains("assurance.reconsideration.not-negative");
    }

    @Test
    void aFreshPanelLetsTheDecisionStandOnlyWithAQuorumOfItsOwn() {
        Journey child = onItsWayToThePanel();
        DecisionId first = decidedNegative(child);
        child.outcomeSent();
        ReconsiderationId request = reconsiderations
                .ask(
                        child.coordinator,
                        first,
                        new ReconsiderationDraft(
                                Asker.CHILDS_REPRESENTATIVE,
                                "Example Solicitors",
                                Grounds.GUIDANCE_NOT_FOLLOWED,
                                "Late disclosure was held against the child",
                                child.today()),
                        child.tick())
                .orThrow();
        child.meeting = plan(child, "panel", PANEL.plusDays(28), child.us.chair);
        reconsiderations
                .list(child.coordinator, request, null, "Whether late disclosure was weighed", child.tick())
                .orThrow();
        child.item = child.onAgenda().orElseThrow();
        child.everybodyMeets();
        assertThat(keys(reconsiderations.letStand(child.coordinator, request, "It was weighed", child.tick())))
                .contains("meetings.quorum.voter.police", "meetings.quorum.voter.health");
        for (Person member :
                List.of(child.us.chair, child.us.councilVoter, child.us.policeVoter, child.us.healthVoter)) {
            reconsiderations
                    .readmit(child.coordinator, request, member.member().id(), "Nobody else is trained", child.tick())
                    .orThrow();
        }
        reconsiderations
                .letStand(child.coordinator, request, "It was weighed", child.tick())
                .orThrow();
        assertThat(decision(child, first).state()).isEqualTo(State.ISSUED);
        assertThat(milestones(child)).contains(Milestone.RECONSIDERATION_STANDS);
        assertThat(child.stage()).isEqualTo(Stage.CONCLUDED_NEGATIVE);
    }

    private Person fresh(Journey child, Agency agency, String name) {
        Person voter = child.us.join(agency, name, Role.PANEL_MEMBER);
        child.us.train(voter);
        return voter;
    }

    private DecisionId decidedNegative(Journey child) {
        child.everybodyMeets().prepared();
        child.vote(Ground.RG, AGAINST, AGAINST, FOR);
        write(child, Set.of(), Set.of(NegativeReason.INSUFFICIENT_INFORMATION));
        assertThat(child.issued()).isEqualTo(Determination.NEGATIVE_RG);
        child.meetingFinished();
        return child.decision;
    }

    private void positiveAccount(Journey child) {
        write(child, Set.of(Exploitation.CRIMINAL), Set.of());
    }

    private void write(Journey child, Set<Exploitation> exploitation, Set<NegativeReason> negative) {
        doors.decisions
                .write(
                        child.coordinator,
                        child.decision,
                        new Account(
                                "Wants to stay at school",
                                "Told late, as is usual after fear",
                                "Support without leaving home",
                                "As the votes say",
                                exploitation,
                                false,
                                negative,
                                null,
                                decision(child, child.decision).account().version()),
                        true,
                        child.tick())
                .orThrow();
    }

    private Decision decision(Journey child, DecisionId id) {
        return doors.decisions
                .read(child.coordinator, id, child.tick())
                .orThrow()
                .decision();
    }

    private Assurance only(Person assurer, Journey child) {
        return assurances
                .inbox(assurer.actor(), child.tick())
                .orThrow()
                .getFirst()
                .assurance();
    }

    private MeetingId plan(Journey child, String kind, LocalDate on, Person chair) {
        return doors.meetings
                .plan(
                        child.coordinator,
                        new MeetingPlan(
                                kind,
                                on,
                                LocalTime.of(10, 0),
                                new Place("Example Room", ""),
                                chair.member().id()),
                        child.tick())
                .orThrow();
    }

    private List<Milestone> milestones(Journey child) {
        return doors.cases.milestones(child.coordinator, child.caseId).stream()
                .map(Happened::milestone)
                .toList();
    }
}
