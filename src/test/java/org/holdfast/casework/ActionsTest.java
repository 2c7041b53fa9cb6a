package org.holdfast.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.Reasons.keys;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.holdfast.HoldfastTest;
import org.holdfast.Refusals;
import org.holdfast.TestClock;
import org.holdfast.TestPartnership;
import org.holdfast.Visitor;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.audit.LedgerLine;
import org.holdfast.law.Outcome;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.partnership.Ladder;
import org.holdfast.partnership.Partnerships;
import org.holdfast.people.BirthDate;
import org.holdfast.people.ChildFacts;
import org.holdfast.people.ChildName;
import org.holdfast.people.NewChild;
import org.holdfast.people.People;
import org.holdfast.people.Sex;
import org.holdfast.sharing.Basis;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.Involvement;
import org.holdfast.sharing.Sharing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An action from the hour it is agreed: its owner hears of it, answers at the end of a link, is reminded, and at last the lead is (MTG-5). */
@HoldfastTest
class ActionsTest {

    private static final LocalDate AGREED = LocalDate.of(2026, 11, 23);
    private static final LocalDate DUE = LocalDate.of(2026, 11, 30);

    private final Actions actions;
    private final ActionRound round;
    private final Plans plans;
    private final PlanStore store;
    private final Circles circles;
    private final Cases cases;
    private final People people;
    private final MyWork work;
    private final Sharing sharing;
    private final Partnerships partnerships;
    private final Ledger ledger;
    private final JdbcClient sql;
    private final TestClock clock;
    private final TestPartnership us;
    private final Instant agreed = at(AGREED, 9);

    private CaseId ann;
    private UUID action;

    @LocalServerPort
    private int port;

    ActionsTest(
            Actions actions,
            ActionRound round,
            Plans plans,
            PlanStore store,
            Circles circles,
            Cases cases,
            People people,
            MyWork work,
            Sharing sharing,
            Partnerships partnerships,
            Ledger ledger,
            JdbcClient sql,
            TestClock clock,
            TestPartnership.Founder founder) {
        this.actions = actions;
        this.round = round;
        this.plans = plans;
        this.store = store;
        this.circles = circles;
        this.cases = cases;
        this.people = people;
        this.work = work;
        this.sharing = sharing;
        this.partnerships = partnerships;
        this.ledger = ledger;
        this.sql = sql;
        this.clock = clock;
        this.us = founder.found(agreed);
    }

    @BeforeEach
    void anActionIsAgreedForSomebodyWhoMayNotSeeTheCase() {
        partnerships.leads(
                us.coordinator.actor(),
                us.policeVoter.member().agency().id(),
                us.policeVoter.member().id(),
                agreed);
        ann = cases.open(
                us.coordinator.actor(),
                people.create(
                        us.coordinator.actor(),
                        NewChild.of(
                                ChildFacts.of(
                                        ChildName.asKnown("Ann Testchild"),
                                        BirthDate.of(AGREED.minusYears(15)),
                                        Sex.FEMALE),
                                "test"),
                        agreed),
                agreed);
        action = plans.agree(us.coordinator.actor(), ann, owned(us.untrainedPoliceVoter), agreed)
                .orThrow();
    }

    @AfterEach
    void realTimeAgain() {
        clock.reset();
    }

    /** MTG-5: what an agency was to do is not forgotten with the agency. */
    @Test
    void anOpenActionOfAnAgencyThatEndedComesToTheCoordinatorForANewOwner() {
        String path = "/cases/" + ann.value() + "/actions/" + action;
        assertThat(waitsAt(us.coordinator, path)).isEmpty();
        partnerships.end(us.program, us.police.id(), "Merged into another force", agreed);
        assertThat(waitsAt(us.coordinator, path)).containsExactly("casework.work.new-owner");
        assertThat(waitsAt(us.chair, path)).as("and to nobody else").isEmpty();
        plans.rework(us.coordinator.actor(), ann, action, owned(us.healthVoter), 1, agreed)
                .orThrow();
        assertThat(waitsAt(us.coordinator, path)).isEmpty();
    }

    private List<String> waitsAt(TestPartnership.Person person, String path) {
        return work.of(person.actor(), agreed).stream()
                .filter(it -> it.item().path().equals(path))
                .map(it -> it.item().key())
                .toList();
    }

    @Test
    void theOwnerHearsOfItByALinkAndFindsTheActionAndNothingElseOfTheCase() {
        TestPartnership.Person owner = us.untrainedPoliceVoter;
        assertThat(posted(owner)).containsExactly("casework.mail.action /actions/" + action);
        assertThat(plans.see(owner.actor(), ann, agreed)).isEqualTo(Outcome.refused(Sharing.NOT_FOUND));
        assertThat(work.of(owner.actor(), agreed)).singleElement().satisfies(row -> {
            assertThat(row.item().path()).isEqualTo("/actions/" + action);
            assertThat(row.item().dueAt()).isEqualTo(UnitedKingdom.endOf(DUE));
        });
        Actions.Owned seen = actions.see(owner.actor(), action, agreed).orThrow();
        assertThat(seen.child()).isEqualTo("Ann Testchild");
        assertThat(seen.mayOpenCase()).isFalse();
        assertThat(actions.see(us.healthVoter.actor(), action, agreed))
                .as("what is another's to do is not found")
                .isEqualTo(actions.see(us.healthVoter.actor(), new UUID(1, 1), agreed));
        assertThat(events()).contains("action-seen", "access-refused");

        sharing.exclude(us.coordinator.actor(), ann, owner.member().id(), "A neighbour", agreed);
        assertThat(actions.see(owner.actor(), action, agreed.plusSeconds(1)))
                .isEqualTo(Outcome.refused(Sharing.NOT_FOUND));
        assertThat(work.of(owner.actor(), agreed.plusSeconds(1))).isEmpty();
    }

    @Test
    void doneNotDoneAndOvertakenAreAnsweredWithAReasonAndOnlyOnce() {
        TestPartnership.Person owner = us.untrainedPoliceVoter;
        assertThat(keys(actions.answer(owner.actor(), action, null, "", 1, agreed)))
                .containsExactly("casework.answer.needs-command");
        assertThat(keys(actions.answer(owner.actor(), action, ActionCommand.LEAVE_UNDONE, " ", 1, agreed)))
                .containsExactly("casework.action.needs-note.leave-undone");
        assertThat(keys(actions.answer(owner.actor(), action, ActionCommand.ESCALATE, "x", 1, agreed)))
                .containsExactly("casework.action.not-now");
        assertThat(actions.answer(owner.actor(), action, ActionCommand.COMPLETE, "Rang on Monday", 1, agreed)
                        .orThrow())
                .isEqualTo(ActionState.DONE);
        assertThat(keys(actions.answer(owner.actor(), action, ActionCommand.OVERTAKE, "x", 1, agreed)))
                .containsExactly("casework.changed-meanwhile");
        assertThat(plans.actions(us.coordinator.actor(), ann).getFirst().steps())
                .extracting(Action.Step::note)
                .containsExactly("Rang on Monday");
    }

    @Test
    void whoDoesNotAnswerIsRemindedAndThenTheLeadOfTheAgencyHasIt() {
        TestPartnership.Person owner = us.untrainedPoliceVoter;
        for (LocalDate day = AGREED; day.isBefore(DUE.plusWeeks(3)); day = day.plusDays(1)) {
            round.make(Partnerships.program(owner.actor().partnership()), at(day, 8));
            round.make(Partnerships.program(owner.actor().partnership()), at(day, 16));
        }
        assertThat(posted(owner))
                .containsExactly(
                        "casework.mail.action /actions/" + action,
                        "casework.mail.action-reminder /actions/" + action,
                        "casework.mail.action-reminder /actions/" + action,
                        "casework.mail.action-reminder /actions/" + action,
                        "casework.mail.action-reminder /actions/" + action);
        assertThat(posted(us.policeVoter)).containsExactly("casework.mail.action-escalated /actions/" + action);
        Instant later = at(DUE.plusWeeks(3), 9);
        Action escalated = plans.actions(us.coordinator.actor(), ann).getFirst();
        assertThat(escalated.state()).isEqualTo(ActionState.ESCALATED);
        assertThat(work.of(us.policeVoter.actor(), later))
                .extracting(row -> row.item().key())
                .containsExactly("casework.work.escalated");
        assertThat(actions.answer(
                                us.policeVoter.actor(),
                                action,
                                ActionCommand.COMPLETE,
                                "Seen to",
                                escalated.version(),
                                later)
                        .orThrow())
                .isEqualTo(ActionState.DONE);

        Scorecard.Line police = actions.scorecard(us.manager.actor(), AGREED, DUE, later)
                .orThrow()
                .lines()
                .getFirst();
        assertThat(police.doneLate()).isEqualTo(1);
        assertThat(actions.scorecard(owner.actor(), AGREED, DUE, later)).isEqualTo(Outcome.refused(Sharing.NOT_FOUND));
    }

    @Test
    void nobodyKeptOutOfTheCaseIsGivenAnActionAndWhoeverItIsHandedToHearsOfIt() {
        sharing.exclude(us.coordinator.actor(), ann, us.healthVoter.member().id(), "A neighbour", agreed);
        assertThat(keys(plans.agree(us.coordinator.actor(), ann, owned(us.healthVoter), agreed)))
                .containsExactly("casework.party.excluded");
        assertThat(keys(plans.rework(us.coordinator.actor(), ann, action, owned(us.healthVoter), 1, agreed)))
                .containsExactly("casework.party.excluded");
        assertThat(posted(us.healthVoter)).isEmpty();
        plans.rework(us.coordinator.actor(), ann, action, owned(us.councilVoter), 1, agreed)
                .orThrow();
        assertThat(posted(us.councilVoter)).containsExactly("casework.mail.action /actions/" + action);
    }

    @Test
    void whatBecameOfAnActionIsNotSaidByWhoeverMayOnlyAddToTheCase() {
        sharing.involve(
                us.coordinator.actor(),
                ann,
                Involvement.of(us.socialWorker.member().id(), Basis.ASSIGNED, agreed),
                agreed);
        Action found = plans.actions(us.coordinator.actor(), ann).getFirst();
        assertThat(plans.available(us.socialWorker.actor(), ann, found, agreed)).isEmpty();
        assertThat(plans.available(us.coordinator.actor(), ann, found, agreed))
                .contains(ActionCommand.CHASE, ActionCommand.ESCALATE);
        assertThat(plans.available(us.policeVoter.actor(), ann, found, agreed))
                .as("the lead of the agency that has to do it")
                .contains(ActionCommand.CHASE, ActionCommand.ESCALATE);
        assertThat(plans.available(us.untrainedPoliceVoter.actor(), ann, found, agreed))
                .as("its owner answers and does no more")
                .containsExactlyInAnyOrderElementsOf(Plans.ANSWERS);
        for (ActionCommand command : ActionCommand.values()) {
            assertThat(keys(plans.move(us.socialWorker.actor(), ann, action, command, "Seen to", 1, agreed)))
                    .containsExactly("casework.action.not-yours");
        }
        assertThat(Refusals.of(ledger, us.socialWorker.actor()))
                .as("each stands on the ledger")
                .hasSize(ActionCommand.values().length)
                .containsOnly("access-refused FOR_OTHERS");
        assertThat(events()).contains("access-refused");
        circles.lead(
                        us.coordinator.actor(),
                        ann,
                        us.socialWorker.member().id(),
                        circles.circle(us.coordinator.actor(), ann).version(),
                        agreed)
                .orThrow();
        assertThat(plans.move(
                                us.socialWorker.actor(),
                                ann,
                                action,
                                ActionCommand.COMPLETE,
                                "Police rang the school and told me",
                                1,
                                agreed)
                        .orThrow())
                .isEqualTo(ActionState.DONE);
    }

    @Test
    void whoeverPressesTwiceAgreesOneAction() throws InterruptedException {
        Callable<UUID> press = () -> plans.agree(us.coordinator.actor(), ann, owned(us.councilVoter), agreed)
                .orThrow();
        try (ExecutorService windows = Executors.newFixedThreadPool(2)) {
            assertThat(windows.invokeAll(List.of(press, press)).stream().map(Future::resultNow))
                    .containsOnly(plans.actions(us.coordinator.actor(), ann).stream()
                            .map(Action::id)
                            .filter(it -> !it.equals(action))
                            .toArray(UUID[]::new));
        }
        assertThat(plans.actions(us.coordinator.actor(), ann)).hasSize(2);
        assertThat(posted(us.councilVoter)).hasSize(1);
    }

    @Test
    void whoeverIsKeptOutOfTheCaseIsNotWrittenToAnyMoreAndTheCoordinatorHearsOfIt() {
        TestPartnership.Person owner = us.untrainedPoliceVoter;
        Instant out = agreed.plusSeconds(1);
        sharing.exclude(us.coordinator.actor(), ann, owner.member().id(), "A neighbour", out);
        sharing.exclude(us.coordinator.actor(), ann, us.policeVoter.member().id(), "Another neighbour", out);
        for (LocalDate day = AGREED; day.isBefore(DUE.plusWeeks(3)); day = day.plusDays(1)) {
            round.make(Partnerships.program(owner.actor().partnership()), at(day, 16));
        }
        assertThat(posted(owner)).as("only before").containsExactly("casework.mail.action /actions/" + action);
        assertThat(posted(us.policeVoter)).isEmpty();
        assertThat(posted(us.coordinator))
                .contains("casework.mail.action-kept-out /cases/" + ann.value() + "/actions/" + action)
                .contains("casework.mail.action-escalated /actions/" + action);
    }

    @Test
    void whoHasAnsweredSinceTheRoundReadTheActionIsNotReminded() {
        TestPartnership.Person owner = us.untrainedPoliceVoter;
        Actor program = Partnerships.program(owner.actor().partnership());
        PlanStore.Owed read = ledger.within(program, () -> store.dueUntil(program.partnership(), DUE))
                .getFirst();
        actions.answer(owner.actor(), action, ActionCommand.COMPLETE, "Rang on Monday", 1, agreed)
                .orThrow();
        for (boolean toLead : List.of(false, true)) {
            Ladder.Step step = new Ladder.Step(toLead ? "lead.2" : "remind.0", toLead, DUE);
            ledger.within(program, () -> {
                actions.climb(program, read, step, agreed);
                return step;
            });
        }
        assertThat(posted(owner)).containsExactly("casework.mail.action /actions/" + action);
        assertThat(posted(us.policeVoter)).isEmpty();
        assertThat(plans.actions(us.coordinator.actor(), ann).getFirst().steps())
                .extracting(Action.Step::command)
                .containsExactly(ActionCommand.COMPLETE);
    }

    @Test
    void aPlanEndsOnlyByThoseWhoSawIt() {
        UUID first = plans.agree(us.coordinator.actor(), ann, plan("Safe at home", AGREED), null, agreed)
                .orThrow();
        assertThat(keys(plans.agree(us.coordinator.actor(), ann, plan("Safe at school", AGREED), null, agreed)))
                .containsExactly("casework.changed-meanwhile");
        Plan.Seen seen = plans.plan(us.coordinator.actor(), ann).orElseThrow().seen();
        assertThat(keys(plans.agree(
                        us.coordinator.actor(), ann, plan("Safe at school", AGREED.minusDays(1)), seen, agreed)))
                .containsExactly("casework.plan.before-the-last");
        plans.rework(us.coordinator.actor(), ann, first, plan("Safe at home at night", AGREED), seen.version(), agreed)
                .orThrow();
        assertThat(keys(plans.agree(us.coordinator.actor(), ann, plan("Safe at school", AGREED), seen, agreed)))
                .containsExactly("casework.changed-meanwhile");
        Plan stands = plans.plan(us.coordinator.actor(), ann).orElseThrow();
        assertThat(stands.aim()).isEqualTo("Safe at home at night");
        plans.agree(us.coordinator.actor(), ann, plan("Safe at school", AGREED), stands.seen(), agreed)
                .orThrow();
        assertThat(plans.plan(us.coordinator.actor(), ann).orElseThrow().aim()).isEqualTo("Safe at school");
    }

    private static PlanDraft plan(String aim, LocalDate on) {
        return new PlanDraft(Plan.Kind.SAFETY, aim, "here", on, AGREED.plusMonths(3));
    }

    @Test
    void theLinkInTheMailLeadsToAPageThatKeepsWhatWasTypedAndTakesTheAnswer() {
        clock.set(AGREED, LocalTime.of(10, 0));
        Visitor owner = Visitor.signedIn(port, us.untrainedPoliceVoter);
        assertThat(owner.get("/work").body()).contains("/actions/" + action);
        assertThat(owner.get("/actions/" + action).body())
                .contains("Ring the school")
                .contains("You see this action and nothing else")
                .doesNotContain("/cases/");
        Visitor.Answer faulty = owner.post("/actions/" + action, "version", "1", "note", "Nobody picked up");
        assertThat(faulty.status()).isEqualTo(422);
        assertThat(faulty.body()).contains("Choose what became of it").contains("Nobody picked up");
        assertThat(owner.post(
                                "/actions/" + action,
                                "version",
                                "1",
                                "command",
                                "LEAVE_UNDONE",
                                "note",
                                "The school is closed")
                        .status())
                .isEqualTo(303);
        assertThat(owner.get("/actions/" + action).body())
                .contains("Your answer is recorded")
                .contains("Nothing more is to be answered");
        assertThat(owner.get("/actions/scorecard").status()).isEqualTo(404);
        Visitor coordinator = Visitor.signedIn(port, us.coordinator);
        assertThat(coordinator.get("/actions/scorecard").body())
                .contains("<svg")
                .contains("Actions by agency")
                .doesNotContain("Testchild");
        assertThat(coordinator.get("/actions/scorecard.csv").body()).contains("\"Not done\"");
    }

    private ActionDraft owned(TestPartnership.Person owner) {
        return new ActionDraft(
                "Ring the school",
                "To hear how she is",
                owner.member().id(),
                owner.member().name(),
                owner.member().agency().id(),
                owner.member().agency().name(),
                DUE);
    }

    private List<String> posted(TestPartnership.Person to) {
        return ledger.within(
                to.actor(),
                () -> sql.sql(
                                "select text_key || ' ' || path from mail.message where member_id = ? order by posted_at, id")
                        .param(to.member().id().value())
                        .query(String.class)
                        .list());
    }

    private List<String> events() {
        return ledger.linesAbout(us.coordinator.actor(), ann.value(), 50).stream()
                .map(LedgerLine::event)
                .toList();
    }

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(LocalTime.of(hour, 0)).atZone(UnitedKingdom.ZONE).toInstant();
    }
}
