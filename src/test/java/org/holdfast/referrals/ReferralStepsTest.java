package org.holdfast.referrals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.holdfast.Reasons.fields;
import static org.holdfast.Reasons.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.holdfast.HoldfastTest;
import org.holdfast.Refusals;
import org.holdfast.TestPartnership;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.audit.LedgerLine;
import org.holdfast.casework.Cases;
import org.holdfast.casework.Stage;
import org.holdfast.casework.WorkItem;
import org.holdfast.clocks.ClockKind;
import org.holdfast.clocks.ClockState;
import org.holdfast.clocks.Clocks;
import org.holdfast.clocks.RunningClock;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.partnership.ScreeningRoute;
import org.holdfast.people.ChildId;
import org.holdfast.people.Identifier;
import org.holdfast.people.IdentifierSystem;
import org.holdfast.people.People;
import org.holdfast.referrals.ReferralSteps.Acceptance;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.Sharing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A referral from its writer's first word to the panel's clocks, and every way beside it (REF-1 to REF-6, NRM-18, NRM-20). */
@HoldfastTest
class ReferralStepsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final Instant NOW = UnitedKingdom.startOf(TODAY).plusSeconds(10 * 3600);

    private final TestPartnership.Founder founder;
    private final Referrals referrals;
    private final HandwrittenReferrals handwritten;
    private final ReferralSteps steps;
    private final ReferralWork work;
    private final Cases cases;
    private final People people;
    private final Clocks clocks;
    private final Sharing sharing;
    private final Ledger ledger;

    ReferralStepsTest(
            TestPartnership.Founder founder,
            Referrals referrals,
            HandwrittenReferrals handwritten,
            ReferralSteps steps,
            ReferralWork work,
            Cases cases,
            People people,
            Clocks clocks,
            Sharing sharing,
            Ledger ledger) {
        this.founder = founder;
        this.referrals = referrals;
        this.handwritten = handwritten;
        this.steps = steps;
        this.work = work;
        this.cases = cases;
        this.people = people;
        this.clocks = clocks;
        this.sharing = sharing;
        this.ledger = ledger;
    }

    @Test
    void aReferralIsWrittenSentAndAcceptedAndTheClocksCountFromTheDayItWasSent() {
        TestPartnership us = founder.found("hull", NOW);
        Actor coordinator = us.coordinator.actor();
        ReferralId id = written(us.firstResponder.actor(), "Ada", "2011-05-04", Map.of());

        Progress written = look(coordinator, id, NOW);
        assertThat(written.state()).isEqualTo(ReferralState.READY_TO_SEND);
        assertThat(clock(coordinator, written.caseId(), ClockKind.REASONABLE_GROUNDS, NOW))
                .isEmpty();
        assertThat(waiting(coordinator, NOW)).contains("referrals.work.send");

        steps.recordSent(coordinator, id, written.version(), TODAY, NOW).orThrow();
        assertThat(cases.stage(coordinator, written.caseId())).isEqualTo(Stage.AWAITING_RETURN);
        assertThat(clock(coordinator, written.caseId(), ClockKind.REFERRAL_RETURNED, NOW)
                        .orElseThrow()
                        .dueOn())
                .isEqualTo(TODAY.plusDays(3));

        Instant later = NOW.plusSeconds(2 * 86_400);
        assertThat(fields(steps.accept(
                        coordinator,
                        id,
                        look(coordinator, id, later).version(),
                        new Acceptance(TODAY.plusDays(2), "x".repeat(101), false, false, null),
                        later)))
                .containsExactly("nrm-reference");
        accept(coordinator, id, TODAY.plusDays(2), later).orThrow();

        Progress accepted = look(coordinator, id, later);
        assertThat(accepted.state()).isEqualTo(ReferralState.ACCEPTED_FOR_LOCAL_DECISION);
        assertThat(accepted.nrmReference()).isEqualTo("NRM 0001");
        assertThat(people.child(coordinator, cases.childOf(coordinator, accepted.caseId()), later)
                        .identifiers())
                .as("found by it, and known by it to the Home Office, without being typed twice")
                .extracting(Identifier::system, Identifier::value)
                .containsExactly(tuple(IdentifierSystem.NRM_REFERENCE, "NRM 0001"));
        assertThat(cases.stage(coordinator, accepted.caseId())).isEqualTo(Stage.AWAITING_REASONABLE_GROUNDS);
        assertThat(clock(coordinator, accepted.caseId(), ClockKind.REFERRAL_RETURNED, later)
                        .orElseThrow()
                        .state())
                .isEqualTo(ClockState.MET);
        assertThat(clock(coordinator, accepted.caseId(), ClockKind.REASONABLE_GROUNDS, later)
                        .orElseThrow()
                        .dueOn())
                .isEqualTo(TODAY.plusDays(45));
        assertThat(clock(coordinator, accepted.caseId(), ClockKind.CONCLUSIVE_GROUNDS, later)
                        .orElseThrow()
                        .dueOn())
                .isEqualTo(TODAY.plusDays(90));
        assertThat(clock(coordinator, accepted.caseId(), ClockKind.TURNS_EIGHTEEN, later)
                        .orElseThrow()
                        .dueOn())
                .isEqualTo(LocalDate.of(2029, 5, 3));
        assertThat(ledger.linesAbout(coordinator, accepted.caseId().value(), 100))
                .extracting(LedgerLine::event)
                .contains("referral-handed-in", "referral-step-taken", "referral-looked");
    }

    @Test
    void withoutAWordOnSafetyNothingIsHandedInAndNothingIsLost() {
        TestPartnership us = founder.found("hull", NOW);
        Actor writer = us.firstResponder.actor();
        ReferralId id = handwritten.begin(writer, NOW).orThrow();
        handwritten.write(writer, id, typed(answers("Ben", "2011-05-04")), NOW).orThrow();
        handwritten.write(writer, id, Map.of("safeguarding", List.of()), NOW).orThrow();

        assertThat(keys(handwritten.handIn(writer, id, Map.of(), NOW))).contains("referrals.safeguarding.unanswered");

        assertThat(handwritten.drafts(writer, NOW).orThrow())
                .extracting(HandwrittenReferrals.Draft::name)
                .containsExactly("Ben Testchild");
        assertThat(handwritten.read(writer, id, NOW).orThrow().answer("education"))
                .isEqualTo("At an example school");
    }

    @Test
    void aDraftIsItsWritersAloneAndAReferralTheirsWhoMaySeeIt() {
        TestPartnership us = founder.found("hull", NOW);
        TestPartnership others = founder.found("hull", NOW);
        ReferralId draft = handwritten.begin(us.firstResponder.actor(), NOW).orThrow();
        assertThat(keys(handwritten.read(us.coordinator.actor(), draft, NOW))).containsExactly("sharing.not-found");
        assertThat(keys(steps.look(us.coordinator.actor(), draft, NOW))).containsExactly("sharing.not-found");

        ReferralId id = written(us.firstResponder.actor(), "Cai", "2011-05-04", Map.of());
        assertThat(look(us.firstResponder.actor(), id, NOW).available())
                .containsExactlyInAnyOrder(ReferralCommand.RECORD_SAFEGUARDING, ReferralCommand.RECORD_CHILD_TOLD);
        for (Actor stranger : List.of(
                us.join(us.police, "Another Firstresponder", org.holdfast.audit.Role.FIRST_RESPONDER)
                        .actor(),
                us.socialWorker.actor(),
                us.administrator.actor(),
                us.guardian.actor(),
                others.coordinator.actor())) {
            assertThat(keys(steps.look(stranger, id, NOW))).as(stranger.name()).containsExactly("sharing.not-found");
        }
        CaseId caseId = look(us.coordinator.actor(), id, NOW).caseId();
        sharing.exclude(us.manager.actor(), caseId, us.coordinator.member().id(), "Knows the family", NOW);
        assertThat(keys(steps.look(us.coordinator.actor(), id, NOW))).containsExactly("sharing.not-found");
        assertThat(keys(steps.recordSent(us.coordinator.actor(), id, 2, TODAY, NOW)))
                .containsExactly("sharing.not-found");
    }

    @Test
    void aReferralThatIsNotSubmittedComesBackOnItsDay() {
        TestPartnership us = founder.found("north-lincolnshire", NOW);
        Actor coordinator = us.coordinator.actor();
        Actor writer = us.firstResponder.actor();
        ReferralId id = written(writer, "Dee", "2011-05-04", Map.of());
        Progress asked = look(coordinator, id, NOW);
        assertThat(asked.state()).isEqualTo(ReferralState.SCREENING_REQUESTED);
        assertThat(waiting(coordinator, NOW)).contains("referrals.work.screen");
        assertThat(keys(steps.screen(writer, id, asked.version(), ScreeningRoute.MACE, true, "", "", null, NOW)))
                .containsExactly("referrals.life.not-yours");
        assertThat(Refusals.of(ledger, writer)).containsExactly("access-refused FOR_OTHERS");

        assertThat(keys(steps.screen(
                        coordinator, id, asked.version(), ScreeningRoute.MACE, false, null, null, null, NOW)))
                .hasSize(3);
        steps.screen(
                        coordinator,
                        id,
                        asked.version(),
                        ScreeningRoute.MACE,
                        false,
                        "No indicators beyond a single episode",
                        "Direct work by the school nurse",
                        TODAY.plusDays(14),
                        NOW)
                .orThrow();
        assertThat(cases.stage(coordinator, asked.caseId())).isEqualTo(Stage.NOT_SUBMITTED);
        assertThat(waiting(coordinator, NOW)).doesNotContain("referrals.work.screen", "referrals.work.look-again");

        Instant then = NOW.plusSeconds(14 * 86_400);
        assertThat(waiting(coordinator, then)).contains("referrals.work.look-again");
        Progress kept = look(coordinator, id, then);
        assertThat(kept.last(ReferralCommand.DECIDE_NOT_TO_SUBMIT))
                .hasValueSatisfying(step -> assertThat(step.further()).isEqualTo("Direct work by the school nurse"));
        steps.lookAgain(coordinator, id, kept.version(), then).orThrow();
        Progress again = look(coordinator, id, then);
        assertThat(again.lookAgainOn()).isNull();
        steps.screen(coordinator, id, again.version(), ScreeningRoute.COORDINATOR, true, "", "", null, then)
                .orThrow();
        assertThat(look(coordinator, id, then).state()).isEqualTo(ReferralState.READY_TO_SEND);
    }

    @Test
    void theSameChildReferredTwiceIsLinkedToTheFirstReferralAndNothingIsLost() {
        TestPartnership us = founder.found("hull", NOW);
        Actor coordinator = us.coordinator.actor();
        ReferralId first = written(us.firstResponder.actor(), "Edwin", "2011-05-04", Map.of());
        CaseId case1 = look(coordinator, first, NOW).caseId();

        Actor other = us.join(us.health, "Hana Nurse", org.holdfast.audit.Role.FIRST_RESPONDER)
                .actor();
        ReferralId id = handwritten.begin(other, NOW).orThrow();
        handwritten.write(other, id, typed(answers("Edwin", "2011-05-04")), NOW).orThrow();
        List<Alike> alike = handwritten.ready(other, id, NOW).orThrow().alike();
        assertThat(alike).hasSize(1);
        assertThat(alike.getFirst().shown())
                .as("who cannot open the record is not told whose it is")
                .isFalse();
        ChildId known = alike.getFirst().candidate().child();

        handwritten.handIn(other, id, Map.of(), NOW).orThrow();
        Progress second = look(coordinator, id, NOW);
        assertThat(second.caseId()).isNotEqualTo(case1);
        assertThat(waiting(coordinator, NOW)).contains("referrals.work.compare");

        steps.recordSent(coordinator, id, second.version(), TODAY, NOW).orThrow();
        assertThat(keys(accept(coordinator, id, TODAY, NOW))).containsExactly("referrals.accept.same-child-undecided");

        steps.sameChild(coordinator, id, second.version() + 1, known, "Same school and mother", NOW)
                .orThrow();
        Progress linked = look(coordinator, id, NOW);
        assertThat(linked.state()).isEqualTo(ReferralState.LINKED_AS_DUPLICATE);
        assertThat(linked.caseId()).isEqualTo(case1);
        assertThat(linked.last(ReferralCommand.LINK_AS_DUPLICATE))
                .hasValueSatisfying(step -> assertThat(step.choiceKey()).isEqualTo("referrals.likeness.same"));
        assertThat(linked.findings()).isNotNull();
        assertThat(cases.stage(coordinator, second.caseId())).isEqualTo(Stage.WITHDRAWN);
        assertThat(clocks.of(coordinator, second.caseId(), NOW)).noneMatch(RunningClock::open);
        assertThat(look(other, id, NOW).child())
                .as("its writer can still see it")
                .isNotBlank();
        assertThat(keys(steps.look(other, first, NOW)))
                .as("and not what another agency wrote")
                .containsExactly("sharing.not-found");
        assertThat(waiting(coordinator, NOW)).doesNotContain("referrals.work.compare");
    }

    /** REF-4: who may not see a child can neither rule it out, nor hang a referral and themselves on its case. */
    @ParameterizedTest
    @EnumSource(SameChild.Verdict.class)
    void whatIsSaidOfAChildThatTheWriterMayNotSeeIsLeftToTheCoordinator(SameChild.Verdict said) {
        TestPartnership us = founder.found("hull", NOW);
        Actor coordinator = us.coordinator.actor();
        ReferralId first = written(us.firstResponder.actor(), "Ottilie", "2011-05-04", Map.of());
        CaseId theirs = look(coordinator, first, NOW).caseId();
        Actor other = us.join(us.health, "Hana Nurse", org.holdfast.audit.Role.FIRST_RESPONDER)
                .actor();
        ReferralId id = handwritten.begin(other, NOW).orThrow();
        handwritten
                .write(other, id, typed(answers("Ottilie", "2011-05-04")), NOW)
                .orThrow();
        Alike alike = handwritten.ready(other, id, NOW).orThrow().alike().getFirst();
        assertThat(alike.shown()).isFalse();
        ChildId known = alike.candidate().child();

        handwritten
                .handIn(other, id, Map.of(known, new SameChild(said, "I have met both")), NOW)
                .orThrow();

        Progress second = look(coordinator, id, NOW);
        assertThat(second.caseId()).isNotEqualTo(theirs);
        assertThat(second.alike()).extracting(it -> it.candidate().child()).containsExactly(known);
        assertThat(waiting(coordinator, NOW)).contains("referrals.work.compare");
    }

    @Test
    void whoIsNotTheSameChildIsNotAskedAboutAgain() {
        TestPartnership us = founder.found("hull", NOW);
        Actor coordinator = us.coordinator.actor();
        written(coordinator, "Fenna", "2011-05-04", Map.of());
        ReferralId id = handwritten.begin(coordinator, NOW).orThrow();
        handwritten
                .write(coordinator, id, typed(answers("Fenna", "2011-05-04")), NOW)
                .orThrow();
        Alike alike = handwritten.ready(coordinator, id, NOW).orThrow().alike().getFirst();
        assertThat(alike.shown()).isTrue();
        ChildId known = alike.candidate().child();
        assertThat(keys(handwritten.handIn(coordinator, id, Map.of(), NOW)))
                .containsExactly("referrals.likeness.unanswered");
        assertThat(keys(handwritten.handIn(
                        coordinator, id, Map.of(known, new SameChild(SameChild.Verdict.NOT_THE_SAME, " ")), NOW)))
                .containsExactly("referrals.likeness.no-reason");
        handwritten
                .handIn(
                        coordinator,
                        id,
                        Map.of(known, new SameChild(SameChild.Verdict.NOT_THE_SAME, "Twins with one name")),
                        NOW)
                .orThrow();
        Progress progress = look(coordinator, id, NOW);
        assertThat(progress.alike()).isEmpty();
        assertThat(progress.available()).doesNotContain(ReferralCommand.COMPARE_CHILDREN);
    }

    @Test
    void whatTheCoordinatorSaysOfAnotherChildStandsAmongTheSteps() {
        TestPartnership us = founder.found("hull", NOW);
        Actor coordinator = us.coordinator.actor();
        written(us.firstResponder.actor(), "Tamsin", "2011-05-04", Map.of());
        Actor other = us.join(us.health, "Hana Nurse", org.holdfast.audit.Role.FIRST_RESPONDER)
                .actor();
        ReferralId id = written(other, "Tamsin", "2011-05-04", Map.of());
        Progress second = look(coordinator, id, NOW);
        ChildId known = second.alike().getFirst().candidate().child();
        steps.notTheSameChild(coordinator, id, second.version(), known, "Two schools", NOW)
                .orThrow();
        Progress compared = look(coordinator, id, NOW);
        assertThat(compared.alike()).isEmpty();
        assertThat(compared.last(ReferralCommand.COMPARE_CHILDREN)).hasValueSatisfying(step -> {
            assertThat(step.choiceKey()).isEqualTo("referrals.likeness.not-the-same");
            assertThat(step.account()).isEqualTo("Two schools");
        });
    }

    /** NRM-22: an exclusion beats every role, here too. */
    @Test
    void aCoordinatorExcludedFromTheOtherChildIsNotToldWhoItIsAndSaysNothingAboutThem() {
        TestPartnership us = founder.found("hull", NOW);
        Actor coordinator = us.coordinator.actor();
        ReferralId first = written(us.firstResponder.actor(), "Sorrel", "2011-05-04", Map.of());
        sharing.exclude(
                us.manager.actor(),
                look(coordinator, first, NOW).caseId(),
                us.coordinator.member().id(),
                "Knows the family",
                NOW);
        Actor other = us.join(us.health, "Hana Nurse", org.holdfast.audit.Role.FIRST_RESPONDER)
                .actor();
        ReferralId id = written(other, "Sorrel", "2011-05-04", Map.of());

        Progress second = look(coordinator, id, NOW);
        assertThat(second.alike()).singleElement().matches(alike -> !alike.shown());
        ChildId known = second.alike().getFirst().candidate().child();
        assertThat(keys(steps.notTheSameChild(coordinator, id, second.version(), known, "Two families", NOW)))
                .containsExactly("sharing.not-found");
        assertThat(keys(steps.sameChild(coordinator, id, second.version(), known, "One family", NOW)))
                .containsExactly("sharing.not-found");
        assertThat(look(coordinator, id, NOW).alike()).hasSize(1);
    }

    @Test
    void theSameChildSaidByTheWriterKeepsOneChildAndOneCase() {
        TestPartnership us = founder.found("hull", NOW);
        Actor coordinator = us.coordinator.actor();
        ReferralId first = written(coordinator, "Gwil", "2011-05-04", Map.of());
        ReferralId id = handwritten.begin(coordinator, NOW).orThrow();
        handwritten
                .write(coordinator, id, typed(answers("Gwil", "2011-05-04")), NOW)
                .orThrow();
        ChildId known = handwritten
                .ready(coordinator, id, NOW)
                .orThrow()
                .alike()
                .getFirst()
                .candidate()
                .child();
        handwritten
                .handIn(coordinator, id, Map.of(known, new SameChild(SameChild.Verdict.SAME, "")), NOW)
                .orThrow();
        Progress second = look(coordinator, id, NOW);
        assertThat(second.caseId()).isEqualTo(look(coordinator, first, NOW).caseId());
        assertThat(second.others()).extracting(Progress.Other::id).containsExactly(first);
        steps.linkAsDuplicate(coordinator, id, second.version(), "The school and the police wrote on one day", NOW)
                .orThrow();
        assertThat(look(coordinator, id, NOW).state()).isEqualTo(ReferralState.LINKED_AS_DUPLICATE);
    }

    @Test
    void ageDisputedOrNearlyEighteenIsNotAcceptedHereAndGoesTheCentralWay() {
        TestPartnership us = founder.found("hull", NOW);
        Actor coordinator = us.coordinator.actor();
        ReferralId nearly = sent(us, "Hal", TODAY.plusDays(100).minusYears(18).toString());
        assertThat(keys(accept(coordinator, nearly, TODAY, NOW)))
                .containsExactly("referrals.scope.central.nearly-eighteen");

        us = founder.found("hull", NOW);
        coordinator = us.coordinator.actor();
        ReferralId id = sent(us, "Ida", TODAY.plusDays(101).minusYears(18).toString());
        Progress sent = look(coordinator, id, NOW);
        assertThat(keys(steps.accept(
                        coordinator, id, sent.version(), new Acceptance(TODAY, null, true, false, null), NOW)))
                .containsExactly("referrals.scope.central.age-disputed");
        assertThat(keys(steps.accept(
                        coordinator, id, sent.version(), new Acceptance(TODAY, null, null, null, null), NOW)))
                .containsExactly(
                        "referrals.accept.age-disputed-unanswered", "referrals.accept.public-order-unanswered");

        steps.keepCentral(coordinator, id, sent.version(), TODAY, "NRM 0002", RouteReason.AGE_DISPUTED, "", NOW)
                .orThrow();
        Progress central = look(coordinator, id, NOW);
        assertThat(central.state()).isEqualTo(ReferralState.CENTRAL_ROUTE);
        assertThat(central.scope()).isEqualTo("referrals.scope.central.age-disputed");
        assertThat(clock(coordinator, central.caseId(), ClockKind.CENTRAL_REASONABLE_GROUNDS, NOW)
                        .orElseThrow()
                        .dueOn())
                .isEqualTo(LocalDate.of(2026, 3, 9));
        assertThat(clock(coordinator, central.caseId(), ClockKind.REASONABLE_GROUNDS, NOW))
                .isEmpty();

        assertThat(keys(steps.recordCentralDecision(
                        coordinator, id, central.version(), CentralDecision.CONCLUSIVE_POSITIVE, TODAY, NOW)))
                .containsExactly("referrals.central-decision.not-in-this-order");
        steps.recordCentralDecision(
                        coordinator, id, central.version(), CentralDecision.REASONABLE_GROUNDS_POSITIVE, TODAY, NOW)
                .orThrow();
        assertThat(clock(coordinator, central.caseId(), ClockKind.CENTRAL_RECOVERY_PERIOD, NOW)
                        .orElseThrow()
                        .dueOn())
                .isEqualTo(TODAY.plusDays(30));
    }

    @Test
    void aReferralAfterTheDecisionIsANewOneWithClocksOfItsOwn() {
        TestPartnership us = founder.found("hull", NOW);
        Actor coordinator = us.coordinator.actor();
        ReferralId first = sent(us, "Pia", "2011-05-04");
        steps.keepCentral(
                        coordinator,
                        first,
                        look(coordinator, first, NOW).version(),
                        TODAY,
                        null,
                        RouteReason.LIVES_ELSEWHERE,
                        "",
                        NOW)
                .orThrow();
        for (CentralDecision decision :
                List.of(CentralDecision.REASONABLE_GROUNDS_POSITIVE, CentralDecision.CONCLUSIVE_POSITIVE)) {
            steps.recordCentralDecision(
                            coordinator, first, look(coordinator, first, NOW).version(), decision, TODAY, NOW)
                    .orThrow();
        }

        Instant later = NOW.plusSeconds(60L * 86_400);
        LocalDate then = UnitedKingdom.day(later);
        ReferralId id = handwritten.begin(coordinator, later).orThrow();
        handwritten
                .write(coordinator, id, typed(answers("Pia", "2011-05-04")), later)
                .orThrow();
        ChildId known = handwritten
                .ready(coordinator, id, later)
                .orThrow()
                .alike()
                .getFirst()
                .candidate()
                .child();
        handwritten
                .handIn(coordinator, id, Map.of(known, new SameChild(SameChild.Verdict.SAME, "")), later)
                .orThrow();
        Progress again = look(coordinator, id, later);
        assertThat(again.caseId()).isEqualTo(look(coordinator, first, later).caseId());
        assertThat(again.others()).isEmpty();
        steps.recordSent(coordinator, id, again.version(), then, later).orThrow();
        accept(coordinator, id, then, later).orThrow();
        assertThat(clock(coordinator, again.caseId(), ClockKind.REASONABLE_GROUNDS, later)
                        .orElseThrow()
                        .dueOn())
                .isEqualTo(then.plusDays(45));
    }

    @Test
    void withoutADateOfBirthAcceptanceSaysWhatTheAgeRestsOn() {
        TestPartnership us = founder.found("hull", NOW);
        Actor coordinator = us.coordinator.actor();
        ReferralId id = sent(us, "Jo", "");
        Progress sent = look(coordinator, id, NOW);
        assertThat(sent.scope()).isEqualTo("referrals.scope.birth-date-unknown");
        assertThat(keys(accept(coordinator, id, TODAY, NOW))).containsExactly("referrals.accept.no-age-basis");
        steps.accept(
                        coordinator,
                        id,
                        sent.version(),
                        new Acceptance(TODAY, null, false, false, "The school knows the child as being in year 9"),
                        NOW)
                .orThrow();
        assertThat(clock(coordinator, sent.caseId(), ClockKind.TURNS_EIGHTEEN, NOW))
                .isEmpty();
    }

    @Test
    void whatTheHomeOfficeSendsWaitsForAWordOnSafetyAndSaysWhatWillBeMissed() throws IOException {
        TestPartnership us = founder.found("hull", NOW);
        Actor coordinator = us.coordinator.actor();
        byte[] body = Files.readAllBytes(Path.of("samples", "home-office-referral.json"));
        Receipt receipt =
                referrals.receive(coordinator, Manner.UPLOAD, body, NOW).orThrow();
        assertThat(receipt).isInstanceOfSatisfying(Receipt.TakenIn.class, taken -> {
            Progress sent = look(coordinator, taken.id(), NOW);
            assertThat(sent.state()).isEqualTo(ReferralState.AWAITING_RETURN);
            assertThat(sent.findings()).extracting(Finding::code).containsExactly("court-dates-missing");
            assertThat(keys(accept(coordinator, taken.id(), TODAY, NOW)))
                    .containsExactly("referrals.safeguarding.gate");
            steps.recordSafeguarding(
                            coordinator,
                            taken.id(),
                            sent.version(),
                            Safeguarding.Answer.REFERRAL_MADE,
                            TODAY,
                            "Testshire Council",
                            NOW)
                    .orThrow();
            accept(coordinator, taken.id(), TODAY, NOW).orThrow();
            assertThat(clock(coordinator, taken.caseId(), ClockKind.REASONABLE_GROUNDS, NOW))
                    .isPresent();
        });

        byte[] thin = Files.readAllBytes(Path.of("samples", "home-office-referral-minimal.json"));
        assertThat(referrals.receive(coordinator, Manner.UPLOAD, thin, NOW).orThrow())
                .isInstanceOfSatisfying(
                        Receipt.TakenIn.class,
                        taken -> assertThat(taken.warnings())
                                .extracting(Reason::key)
                                .contains("referrals.finding.where-missing", "referrals.finding.by-whom-missing"));
    }

    @Test
    void aChangeOfRouteGivesNoNewTime() {
        TestPartnership us = founder.found("hull", NOW);
        Actor coordinator = us.coordinator.actor();
        ReferralId id = sent(us, "Kit", "2011-05-04");
        accept(coordinator, id, TODAY, NOW).orThrow();
        Progress accepted = look(coordinator, id, NOW);
        Instant later = NOW.plusSeconds(10 * 86_400);
        steps.moveToCentral(
                        coordinator,
                        id,
                        accepted.version(),
                        TODAY.plusDays(10),
                        RouteReason.LIVES_ELSEWHERE,
                        "Moved to another council",
                        later)
                .orThrow();
        assertThat(clock(coordinator, accepted.caseId(), ClockKind.REASONABLE_GROUNDS, later)
                        .orElseThrow()
                        .open())
                .isFalse();

        Instant back = NOW.plusSeconds(20 * 86_400);
        Progress central = look(coordinator, id, back);
        steps.moveToLocal(
                        coordinator,
                        id,
                        central.version(),
                        new Acceptance(TODAY.plusDays(20), null, false, false, null),
                        RouteReason.LIVES_ELSEWHERE,
                        "Came back",
                        back)
                .orThrow();
        RunningClock again = clock(coordinator, accepted.caseId(), ClockKind.REASONABLE_GROUNDS, back)
                .orElseThrow();
        assertThat(again.open()).isTrue();
        assertThat(again.dueOn()).isEqualTo(TODAY.plusDays(45));
        assertThat(again.restartReason()).isNotBlank();
    }

    @Test
    void whoTurnsEighteenUndecidedIsAskedToStayOrWithdraw() {
        TestPartnership us = founder.found("hull", NOW);
        Actor coordinator = us.coordinator.actor();
        LocalDate birthday = TODAY.plusDays(101);
        ReferralId id = sent(us, "Lou", birthday.minusYears(18).toString());
        accept(coordinator, id, TODAY, NOW).orThrow();
        Progress before = look(coordinator, id, NOW);
        assertThat(before.available()).doesNotContain(ReferralCommand.ASK_AT_EIGHTEEN);
        assertThat(keys(steps.askAtEighteen(coordinator, id, before.version(), TODAY, "Asked", NOW)))
                .containsExactly("referrals.eighteen.not-yet");

        Instant then = UnitedKingdom.startOf(birthday).plusSeconds(3600);
        assertThat(waitingOn(coordinator, before.caseId(), then)).contains("referrals.work.eighteen");
        assertThat(keys(steps.stayAtEighteen(coordinator, id, before.version(), birthday, true, "", then)))
                .containsExactly("referrals.eighteen.not-asked");
        steps.askAtEighteen(coordinator, id, before.version(), birthday, "In person, by the social worker", then)
                .orThrow();
        assertThat(cases.stage(coordinator, before.caseId())).isEqualTo(Stage.EIGHTEEN_BEFORE_REASONABLE_GROUNDS);
        Progress asked = look(coordinator, id, then);
        steps.stayAtEighteen(coordinator, id, asked.version(), birthday, true, "I want to know", then)
                .orThrow();
        assertThat(cases.stage(coordinator, before.caseId())).isEqualTo(Stage.AWAITING_REASONABLE_GROUNDS);
        assertThat(waitingOn(coordinator, before.caseId(), then)).doesNotContain("referrals.work.eighteen");
    }

    @Test
    void whatAnotherChangedMeanwhileIsNotOverwrittenUnseen() {
        TestPartnership us = founder.found("hull", NOW);
        Actor coordinator = us.coordinator.actor();
        ReferralId id = written(us.firstResponder.actor(), "Mo", "2011-05-04", Map.of());
        int seen = look(coordinator, id, NOW).version();
        steps.recordChildTold(
                        us.firstResponder.actor(), id, seen, ChildTold.Answer.TOLD, "At school, with the nurse", NOW)
                .orThrow();
        assertThat(keys(steps.recordSent(coordinator, id, seen, TODAY, NOW)))
                .containsExactly("referrals.changed-meanwhile");
    }

    @Test
    void aReferralCannotBeSentTwiceNorOnADayToCome() {
        TestPartnership us = founder.found("hull", NOW);
        Actor coordinator = us.coordinator.actor();
        ReferralId id = written(us.firstResponder.actor(), "Nia", "2011-05-04", Map.of());
        int seen = look(coordinator, id, NOW).version();
        assertThat(keys(steps.recordSent(coordinator, id, seen, TODAY.plusDays(1), NOW)))
                .containsExactly("referrals.day-to-come");
        assertThat(keys(steps.recordSent(coordinator, id, seen, TODAY.minusDays(1), NOW)))
                .containsExactly("referrals.day-too-early");
        steps.recordSent(coordinator, id, seen, TODAY, NOW).orThrow();
        assertThat(keys(steps.recordSent(coordinator, id, seen + 1, TODAY, NOW)))
                .containsExactly("referrals.life.not-while.awaiting-return");
    }

    // the made-up child and what is said of them

    private ReferralId sent(TestPartnership us, String name, String born) {
        ReferralId id = written(us.firstResponder.actor(), name, born, Map.of());
        Actor coordinator = us.coordinator.actor();
        steps.recordSent(coordinator, id, look(coordinator, id, NOW).version(), TODAY, NOW)
                .orThrow();
        return id;
    }

    private ReferralId written(Actor writer, String name, String born, Map<ChildId, SameChild> alike) {
        ReferralId id = handwritten.begin(writer, NOW).orThrow();
        handwritten.write(writer, id, typed(answers(name, born)), NOW).orThrow();
        return handwritten.handIn(writer, id, alike, NOW).orThrow();
    }

    private Outcome<ReferralId> accept(Actor actor, ReferralId id, LocalDate on, Instant now) {
        return steps.accept(
                actor, id, look(actor, id, now).version(), new Acceptance(on, "NRM 0001", false, false, null), now);
    }

    private Progress look(Actor actor, ReferralId id, Instant now) {
        return steps.look(actor, id, now).orThrow();
    }

    private Optional<RunningClock> clock(Actor actor, CaseId caseId, ClockKind kind, Instant now) {
        return clocks.of(actor, caseId, now).stream()
                .filter(clock -> clock.kind() == kind)
                .findFirst();
    }

    private List<String> waiting(Actor actor, Instant now) {
        return ledger.within(
                actor,
                () -> work.waitingFor(actor, now).stream().map(WorkItem::key).toList());
    }

    private List<String> waitingOn(Actor actor, CaseId caseId, Instant now) {
        return ledger.within(
                actor,
                () -> work.waitingOn(actor, caseId, now).stream()
                        .map(WorkItem::key)
                        .toList());
    }

    private static Map<String, String> answers(String name, String born) {
        Map<String, String> answers = new HashMap<>(Map.of(
                "pv-under-age", "yes",
                "pv-name-first-name", name,
                "pv-name-last-name", "Testchild",
                "education", "At an example school",
                "safeguarding", "already-open",
                "safeguarding-account", "Open to Testshire children's services since May",
                "told", "told",
                "told-account", "By the youth worker",
                "court-dates", "no"));
        if (!born.isEmpty()) {
            LocalDate day = LocalDate.parse(born);
            answers.put("pv-dob-day", "" + day.getDayOfMonth());
            answers.put("pv-dob-month", "" + day.getMonthValue());
            answers.put("pv-dob-year", "" + day.getYear());
        }
        return answers;
    }

    private static Map<String, List<String>> typed(Map<String, String> answers) {
        Map<String, List<String>> typed = new HashMap<>();
        answers.forEach((name, answer) -> typed.put(name, List.of(answer)));
        return typed;
    }
}
