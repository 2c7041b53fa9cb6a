package org.holdfast.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.holdfast.Reasons.fields;
import static org.holdfast.Reasons.keys;
import static org.holdfast.decisions.PanelDay.PANEL;
import static org.holdfast.decisions.Position.AGAINST;
import static org.holdfast.decisions.Position.FOR;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.holdfast.HoldfastTest;
import org.holdfast.TestPartnership;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.audit.LedgerLine;
import org.holdfast.audit.Role;
import org.holdfast.casework.WorkItem;
import org.holdfast.clocks.ClockKind;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.meetings.AdjournedFor;
import org.holdfast.meetings.Purpose;
import org.holdfast.partnership.AgencyId;
import org.junit.jupiter.api.Test;

/** What the door of decisions refuses, what waits for whom, and what the rest of Holdfast goes by (NRM-4, NRM-7, NRM-9, NRM-10, NRM-14). */
@HoldfastTest
class DecisionDoorTest {
    private static final String ENDLESS = "x".repeat(15_001);

    private final TestPartnership us;
    private final PanelDay.Maker maker;
    private final Decisions decisions;
    private final IssuedDecisions told;
    private final DecisionWork work;
    private final Ledger ledger;
    private final Actor coordinator;

    DecisionDoorTest(
            TestPartnership.Founder founder,
            PanelDay.Maker maker,
            Decisions decisions,
            IssuedDecisions told,
            DecisionWork work,
            Ledger ledger) {
        us = founder.found(Instant.parse("2026-09-01T09:00:00Z"));
        this.maker = maker;
        this.decisions = decisions;
        this.told = told;
        this.work = work;
        this.ledger = ledger;
        coordinator = us.coordinator.actor();
    }

    private PanelDay panel() {
        return maker.panel(us);
    }

    @Test
    void whatIsTooLongOrMissingIsSaidBesideItsFieldAndNothingIsWritten() {
        PanelDay day = panel();
        DecisionId id = day.prepared();
        Decision before = day.decision(id);
        assertThat(fields(decisions.assess(
                        coordinator,
                        id,
                        new Assessment(
                                Definition.SLAVERY, Element.SERVICE, Finding.MET, ENDLESS, ENDLESS, 0, List.of()),
                        day.tick())))
                .containsExactly("reasoning", "missing");
        assertThat(fields(evidence(day, id, " ", " "))).containsExactly("what", "source");
        assertThat(fields(evidence(day, id, ENDLESS, ENDLESS))).containsExactly("what", "source");
        assertThat(fields(decisions.write(
                        coordinator,
                        id,
                        new Account(ENDLESS, ENDLESS, ENDLESS, ENDLESS, Set.of(), true, Set.of(), null, 1),
                        true,
                        day.tick())))
                .containsExactly("childsView", "credibility", "bestInterests", "reasoning", "countyLines");
        assertThat(fields(adjourn(day, id, " "))).containsExactly("because");
        assertThat(fields(adjourn(day, id, ENDLESS))).containsExactly("because");
        day.asks(id, Ground.RG);
        assertThat(fields(decisions.vote(us.policeVoter.actor(), id, Ground.RG, FOR, ENDLESS, day.tick())))
                .containsExactly("reasons");
        Decision after = day.decision(id);
        assertThat(after.assessments()).isEqualTo(before.assessments());
        assertThat(after.account()).isEqualTo(before.account());
        assertThat(after.votes()).isEmpty();
    }

    @Test
    void whoSawAnOlderFindingOrAccountOverwritesNothing() {
        PanelDay day = panel();
        DecisionId id = day.prepared();
        Decision before = day.decision(id);
        assertThat(keys(decisions.assess(
                        coordinator,
                        id,
                        new Assessment(Definition.TRAFFICKING, Element.ACTION, Finding.NOT_MET, "", "", 0, List.of()),
                        day.tick())))
                .containsExactly("decisions.changed-meanwhile");
        assertThat(keys(decisions.write(coordinator, id, Account.empty(), false, day.tick())))
                .containsExactly("decisions.changed-meanwhile");
        assertThat(day.decision(id).account()).isEqualTo(before.account());
    }

    @Test
    void evidenceIsTakenBackOnceAndNotOnceSomebodyHasVotedOnIt() {
        PanelDay day = panel();
        DecisionId id = day.prepared();
        UUID doubtful = evidence(day, id, "Heard say", "A neighbour").orThrow();
        decisions.takeBackEvidence(coordinator, id, doubtful, day.tick()).orThrow();
        assertThat(events(day)).contains("evidence-taken-back");
        decisions.takeBackEvidence(coordinator, id, doubtful, day.tick()).orThrow();
        assertThat(day.decision(id)
                        .assessments()
                        .of(Definition.SLAVERY, Element.SERVICE)
                        .evidence())
                .isEmpty();
        assertThat(events(day)).containsOnlyOnce("evidence-taken-back");

        UUID seen = evidence(day, id, "Seen there", "Example School").orThrow();
        day.asks(id, Ground.RG);
        day.votes(id, Ground.RG, us.councilVoter, FOR);
        assertThat(keys(decisions.takeBackEvidence(coordinator, id, seen, day.tick())))
                .isNotEmpty();
        assertThat(keys(evidence(day, id, "More", "Example School"))).isNotEmpty();
        assertThat(day.decision(id)
                        .assessments()
                        .of(Definition.SLAVERY, Element.SERVICE)
                        .evidence())
                .extracting(Evidence::what, Evidence::source)
                .containsExactly(tuple("Seen there", "Example School"));
    }

    @Test
    void aVoteOfAnAgencyIsWrittenDownWhereOnePersonMayGiveIt() {
        TestPartnership.Person second = us.join(us.council, "Cleo Councilvoter", Role.PANEL_MEMBER);
        us.train(second);
        PanelDay day = maker.child(us)
                .planned(PANEL, us.councilVoter, second, us.policeVoter, us.healthVoter)
                .meets(us.councilVoter, second, us.policeVoter, us.healthVoter);
        DecisionId id = day.prepared();
        day.asks(id, Ground.RG);
        assertThat(keys(recorded(day, id, us.council.id()))).containsExactly("decisions.vote.whose");
        assertThat(keys(recorded(day, id, us.guardians.id()))).containsExactly("decisions.vote.whose");
        recorded(day, id, us.police.id()).orThrow();
        assertThat(day.votes(id)).singleElement().satisfies(vote -> {
            assertThat(vote.member()).isEqualTo("Pola Policevoter");
            assertThat(vote.recordedBy()).isEqualTo("Corin Coordinator");
            assertThat(vote.standing()).isEqualTo(Vote.Standing.RECORDED);
            assertThat(vote.position()).isEqualTo(AGAINST);
        });
        assertThat(events(day)).contains("vote-recorded").doesNotContain("vote-cast");
    }

    @Test
    void whoMayVoteSeesWhatStandsInTheirWayAndWhoseVoteIsAwaited() {
        PanelDay day = panel();
        DecisionId id = day.prepared();
        Reading draft = read(us.policeVoter, day, id);
        assertThat(draft.next()).contains(Ground.RG);
        assertThat(draft.nextThreshold()).isEqualTo(Wording.of(Ground.RG, PANEL));
        assertThat(draft.mayNotAsk()).isEmpty();
        assertThat(draft.mayNotVote()).isEmpty();
        assertThat(draft.voters()).isEmpty();
        day.asks(id, Ground.RG);
        day.votes(id, Ground.RG, us.councilVoter, FOR);
        Reading waiting = read(us.policeVoter, day, id);
        assertThat(waiting.next()).as("while a vote is open none comes next").isEmpty();
        assertThat(waiting.voters())
                .extracting(Reading.Voter::agency)
                .containsExactlyInAnyOrder("Testshire Police", "Testshire Health Trust");
        assertThat(waiting.mayNotVote()).isEmpty();
        assertThat(waiting.votes()).singleElement().satisfies(vote -> {
            assertThat(vote.position()).isNull();
            assertThat(vote.reasons()).isEmpty();
            assertThat(vote.mine()).isFalse();
        });
        assertThat(waiting.decision().votes()).isEmpty();
        Reading given = read(us.councilVoter, day, id);
        assertThat(given.mayNotVote()).extracting(Reason::key).containsExactly("decisions.vote.agency-voted");
        assertThat(given.votes()).singleElement().satisfies(vote -> {
            assertThat(vote.position()).isEqualTo(FOR);
            assertThat(vote.mine()).isTrue();
        });
        assertThat(given.available()).contains(Command.VOTE).doesNotContain(Command.COUNT, Command.ADJOURN);
        assertThat(read(us.coordinator, day, id).mayNotVote())
                .as("the co-ordinator has no vote that could be in anybody's way")
                .isEmpty();
        assertThat(read(us.coordinator, day, id).available()).contains(Command.COUNT, Command.ADJOURN);
        assertThat(read(us.coordinator, day, id).whole()).isTrue();
    }

    @Test
    void whatWaitsIsToldToWhomeverItWaitsForWithItsDeadline() {
        PanelDay day = panel();
        DecisionId id = day.prepared();
        assertThat(waitingOn(us.coordinator, day)).isEmpty();
        day.asks(id, Ground.RG);
        day.votes(id, Ground.RG, us.councilVoter, FOR);
        assertThat(waitingFor(us.councilVoter, day)).as("has voted").isEmpty();
        assertThat(waitingFor(us.policeVoter, day)).containsExactly("decisions.work.vote.RG");
        decisions
                .recordVote(coordinator, id, Ground.RG, us.healthVoter.member().id(), AGAINST, "As said", day.tick())
                .orThrow();
        assertThat(waitingFor(us.healthVoter, day)).containsExactly("decisions.work.confirm");
        assertThat(waitingFor(us.policeVoter, day)).containsExactly("decisions.work.vote.RG");
        assertThat(waitingOn(us.coordinator, day))
                .extracting(WorkItem::key, WorkItem::waitsFor)
                .containsExactly(tuple("decisions.work.confirm", "Hale Healthvoter"));
        day.votes(id, Ground.RG, us.policeVoter, FOR);
        UUID written = day.votes(id).stream()
                .filter(vote -> vote.recordedBy() != null)
                .findFirst()
                .orElseThrow()
                .id();
        decisions
                .answerRecorded(us.healthVoter.actor(), id, written, true, day.tick())
                .orThrow();
        assertThat(keys(decisions.answerRecorded(us.healthVoter.actor(), id, written, false, day.tick())))
                .as("what was answered stays answered")
                .isNotEmpty();
        day.counted(id);
        assertThat(waitingOn(us.socialWorker, day))
                .extracting(WorkItem::key, WorkItem::waitsForRole, WorkItem::path, WorkItem::dueAt)
                .containsExactly(tuple(
                        "decisions.work.issue",
                        Role.PANEL_COORDINATOR,
                        // who does not hear the item is shown no way to it
                        "",
                        day.clock(ClockKind.REASONABLE_GROUNDS).dueAt()));
        assertThat(waitingFor(us.coordinator, day)).containsExactly("decisions.work.issue");
        day.issued(id);
        assertThat(waitingOn(us.coordinator, day))
                .extracting(WorkItem::key, WorkItem::waitsForRole, WorkItem::dueAt)
                .containsExactly(tuple(
                        "decisions.work.send",
                        null,
                        day.clock(ClockKind.OUTCOME_TO_HOME_OFFICE).dueAt()));
        assertThat(waitingFor(us.coordinator, day)).containsExactly("decisions.work.send");

        assertThat(fields(decisions.outcomeSent(coordinator, id, "x".repeat(201), day.tick())))
                .containsExactly("how");
        assertThat(fields(decisions.outcomeSent(coordinator, id, " ", day.tick())))
                .containsExactly("how");
        decisions.outcomeSent(coordinator, id, " secure e-mail ", day.tick()).orThrow();
        assertThat(keys(decisions.outcomeSent(coordinator, id, "again", day.tick())))
                .containsExactly("decisions.outcome.sent-already");
        assertThat(day.decision(id).sent()).satisfies(sent -> {
            assertThat(sent.how()).isEqualTo("secure e-mail");
            assertThat(sent.by()).isEqualTo("Corin Coordinator");
        });
        assertThat(day.clock(ClockKind.OUTCOME_TO_HOME_OFFICE).open()).isFalse();
        assertThat(waitingOn(us.coordinator, day)).isEmpty();
        assertThat(waitingFor(us.coordinator, day)).isEmpty();
        decisions.read(coordinator, id, day.tick()).orThrow();
        decisions.outcome(coordinator, id, day.tick()).orThrow();
        assertThat(ledger.linesAbout(coordinator, day.caseId.value(), 500))
                .as("whoever answers, sends, takes and reads stands on the ledger (GOV-7)")
                .extracting(LedgerLine::event)
                .contains("vote-confirmed", "outcome-sent", "outcome-form-taken", "decision-seen");
    }

    @Test
    void othersGoByWhatIsIssuedAndByNothingBefore() {
        PanelDay day = panel();
        DecisionId id = day.prepared();
        assertThat(decisions.inTheMaking(coordinator, day.caseId)).isTrue();
        assertThat(decisions.plan(coordinator, day.caseId))
                .hasValueSatisfying(plan -> assertThat(plan.aim()).isEqualTo("Safe at home"));
        assertThat(decisions.assessmentsOn(coordinator, day.item))
                .contains(day.decision(id).assessments());
        assertThat(decisions.onItem(coordinator, day.item, day.tick()).orThrow())
                .contains(id);
        day.asks(id, Ground.RG);
        day.write(
                id,
                new Account("v", "c", "b", "r", Set.of(), false, Set.of(NegativeReason.DEFINITION_NOT_MET), null, 1));
        day.vote(id, Ground.RG, AGAINST, AGAINST, FOR);
        day.counted(id);
        assertThat(decisions.issued(coordinator, day.caseId)).isEmpty();
        assertThat(decisions.issued(coordinator, id)).isEmpty();
        assertThat(told.of(coordinator, day.caseId)).isEmpty();
        Instant before = day.tick();
        day.issued(id);
        assertThat(decisions.inTheMaking(coordinator, day.caseId)).isFalse();
        Issued issued = decisions.issued(coordinator, id).orElseThrow();
        assertThat(issued.determination()).isEqualTo(Determination.NEGATIVE_RG);
        assertThat(issued.inForce()).isTrue();
        assertThat(decisions.issued(coordinator, day.caseId)).containsExactly(issued);
        assertThat(decisions.negative(coordinator)).containsExactly(issued);
        assertThat(told.of(coordinator, day.caseId))
                .containsExactly(
                        new IssuedDecisions.Issued(id, day.caseId, Determination.NEGATIVE_RG, PANEL, issued.at()));
        assertThat(told.all(coordinator)).hasSize(1);
        assertThat(decisions.panelOf(coordinator, id))
                .containsExactlyInAnyOrder(
                        us.councilVoter.member().id(),
                        us.policeVoter.member().id(),
                        us.healthVoter.member().id(),
                        us.chair.member().id());
        day.finish();

        day.plannedFor(PANEL.plusDays(14), Purpose.DISCUSSION).meets(us.councilVoter, us.policeVoter, us.healthVoter);
        assertThat(decisions.onItem(coordinator, day.item, day.tick()).orThrow())
                .isEmpty();
        assertThat(keys(decisions.open(coordinator, day.item, "", day.tick())))
                .as("what is only talked about, and was decided, is decided again for a reason or not at all")
                .containsExactly("decisions.open.nothing-to-decide", "decisions.open.supersedes");
        assertThat(fields(decisions.open(coordinator, day.item, "x".repeat(2001), day.tick())))
                .containsExactly("because");
        DecisionId second = decisions
                .open(coordinator, day.item, " New evidence ", day.tick())
                .orThrow();
        day.write(second, new Account("v", "c", "b", "r", Set.of(Exploitation.LABOUR), false, Set.of(), null, 1));
        day.asks(second, Ground.RG);
        day.vote(second, Ground.RG, FOR, FOR, FOR);
        day.counted(second);
        day.issued(second);
        assertThat(decisions.negative(coordinator)).isEmpty();
        assertThat(decisions.issued(coordinator, day.caseId))
                .as("the newest first, and the earlier one no longer in force")
                .extracting(Issued::id, Issued::inForce)
                .containsExactly(tuple(second, true), tuple(id, false));
        assertThat(told.of(coordinator, day.caseId))
                .extracting(IssuedDecisions.Issued::id)
                .containsExactly(second);
        assertThat(events(day)).contains("decision-superseded");
        assertThat(day.decision(second).supersedes()).isEqualTo(new Decision.Replacement(id, "New evidence"));
    }

    private Reading read(TestPartnership.Person person, PanelDay day, DecisionId id) {
        return decisions.read(person.actor(), id, day.tick()).orThrow();
    }

    private Outcome<UUID> evidence(PanelDay day, DecisionId id, String what, String source) {
        return decisions.addEvidence(
                coordinator,
                id,
                Definition.SLAVERY,
                Element.SERVICE,
                Side.FOR,
                what,
                source,
                Weight.LITTLE,
                day.tick());
    }

    private Outcome<DecisionId> adjourn(PanelDay day, DecisionId id, String because) {
        return decisions.adjourn(coordinator, id, AdjournedFor.MORE_EVIDENCE, because, day.tick());
    }

    private Outcome<UUID> recorded(PanelDay day, DecisionId id, AgencyId agency) {
        return decisions.recordVote(coordinator, id, Ground.RG, agency, AGAINST, "As said", day.tick());
    }

    private List<String> waitingFor(TestPartnership.Person person, PanelDay day) {
        return ledger.within(person.actor(), () -> work.waitingFor(person.actor(), day.tick())).stream()
                .map(WorkItem::key)
                .toList();
    }

    private List<WorkItem> waitingOn(TestPartnership.Person person, PanelDay day) {
        return ledger.within(person.actor(), () -> work.waitingOn(person.actor(), day.caseId, day.tick()));
    }

    private List<String> events(PanelDay day) {
        return ledger.linesAbout(coordinator, day.caseId.value(), 200).stream()
                .map(LedgerLine::event)
                .toList();
    }
}
