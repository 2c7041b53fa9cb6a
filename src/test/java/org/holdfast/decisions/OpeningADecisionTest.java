package org.holdfast.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.holdfast.Reasons.keys;
import static org.holdfast.decisions.PanelDay.PANEL;
import static org.holdfast.decisions.Position.AGAINST;
import static org.holdfast.decisions.Position.FOR;

import java.time.Instant;
import java.util.List;
import org.holdfast.HoldfastTest;
import org.holdfast.TestPartnership;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.audit.LedgerLine;
import org.holdfast.audit.Role;
import org.holdfast.casework.Cases;
import org.holdfast.casework.Stage;
import org.holdfast.law.Outcome;
import org.holdfast.meetings.AdjournedFor;
import org.holdfast.meetings.AgendaItemState;
import org.holdfast.meetings.Meetings;
import org.holdfast.meetings.Purpose;
import org.holdfast.meetings.Sessions;
import org.holdfast.partnership.Agency;
import org.holdfast.partnership.AgencyKind;
import org.junit.jupiter.api.Test;

/**
 * The decision of an item: opened once, taking over what an earlier one found, and ending an earlier one that was left lying; and what
 * puts it off (NRM-4, NRM-6, NRM-9, NRM-11).
 */
@HoldfastTest
class OpeningADecisionTest {

    private final TestPartnership us;
    private final PanelDay.Maker maker;
    private final Decisions decisions;
    private final Cases cases;
    private final Meetings meetings;
    private final Sessions sessions;
    private final Ledger ledger;
    private final Actor coordinator;

    OpeningADecisionTest(
            TestPartnership.Founder founder,
            PanelDay.Maker maker,
            Decisions decisions,
            Cases cases,
            Meetings meetings,
            Sessions sessions,
            Ledger ledger) {
        us = founder.found(Instant.parse("2026-09-01T09:00:00Z"));
        this.maker = maker;
        this.decisions = decisions;
        this.cases = cases;
        this.meetings = meetings;
        this.sessions = sessions;
        this.ledger = ledger;
        coordinator = us.coordinator.actor();
    }

    private PanelDay planned() {
        return maker.child(us).planned(PANEL, us.councilVoter, us.policeVoter, us.healthVoter);
    }

    private PanelDay panel() {
        return planned().meets(us.councilVoter, us.policeVoter, us.healthVoter);
    }

    private DecisionId open(PanelDay day, String because) {
        return decisions.open(coordinator, day.item, because, day.tick()).orThrow();
    }

    @Test
    void whoOpensItAgainFindsTheOneThatIsThere() {
        PanelDay day = panel();
        DecisionId id = day.prepared();
        assertThat(open(day, "")).isEqualTo(id);
        assertThat(events(day)).containsOnlyOnce("decision-opened");
    }

    @Test
    void whatWasLeftLyingWhenItsItemWasPutOffEndsWithTheReasonOfTheMeetingAndIsTakenOver() {
        PanelDay day = panel();
        DecisionId first = day.prepared();
        sessions.adjourn(coordinator, day.item, AdjournedFor.MORE_EVIDENCE, "The school log is awaited", day.tick())
                .orThrow();
        day.finish();
        assertThat(day.decision(first).state()).as("nobody has touched it").isEqualTo(State.DRAFT);

        day.planned(PANEL.plusDays(7)).meets(us.councilVoter, us.policeVoter, us.healthVoter);
        DecisionId second = open(day, "");
        Decision left = day.decision(first);
        assertThat(left.state()).isEqualTo(State.ADJOURNED);
        assertThat(left.adjournment())
                .isEqualTo(new Decision.Adjournment(AdjournedFor.MORE_EVIDENCE, "The school log is awaited"));
        assertThat(events(day)).contains("decision-adjourned");

        Decision goesOn = day.decision(second);
        assertThat(goesOn.continues()).isEqualTo(first);
        assertThat(goesOn.supersedes()).isNull();
        assertThat(goesOn.assessments().all())
                .as("what was found, and nothing written where nothing was found")
                .extracting(
                        Assessment::definition,
                        Assessment::element,
                        Assessment::finding,
                        Assessment::reasoning,
                        Assessment::missing,
                        Assessment::version)
                .containsExactlyElementsOf(left.assessments().all().stream()
                        .map(one -> tuple(
                                one.definition(),
                                one.element(),
                                one.finding(),
                                one.reasoning(),
                                one.missing(),
                                one.version()))
                        .toList());
        Evidence before = left.assessments()
                .of(Definition.TRAFFICKING, Element.ACTION)
                .evidence()
                .getFirst();
        assertThat(goesOn.assessments()
                        .of(Definition.TRAFFICKING, Element.ACTION)
                        .evidence())
                .singleElement()
                .satisfies(taken -> {
                    assertThat(taken.id()).isNotEqualTo(before.id());
                    assertThat(taken)
                            .usingRecursiveComparison()
                            .ignoringFields("id")
                            .isEqualTo(before);
                });
        assertThat(goesOn.account())
                .usingRecursiveComparison()
                .ignoringFields("plan", "version")
                .isEqualTo(left.account());
        assertThat(goesOn.account().plan())
                .as("tied to the plan of the day anew")
                .isNull();
    }

    @Test
    void whatWasTakenOffTheAgendaEndsToo() {
        PanelDay day = planned();
        DecisionId first = day.prepared();
        meetings.withdraw(coordinator, day.item, "The family asked for another day", day.tick())
                .orThrow();
        day.planned(PANEL.plusDays(7)).meets(us.councilVoter, us.policeVoter, us.healthVoter);
        DecisionId second = open(day, "");
        assertThat(day.decision(second).continues()).isEqualTo(first);
        assertThat(day.decision(first).adjournment())
                .isEqualTo(new Decision.Adjournment(AdjournedFor.OUT_OF_TIME, "The family asked for another day"));
    }

    @Test
    void whatTheMeetingIsDoneWithOpensNoDecision() {
        PanelDay day = panel();
        day.finish();
        assertThat(keys(decisions.open(coordinator, day.item, "", day.tick())))
                .containsExactly("decisions.open.item-settled");
        assertThat(decisions.onItem(coordinator, day.item, day.tick()).orThrow())
                .isEmpty();
    }

    @Test
    void whatIsDecidedAgainIsForTheReasonOfTheItemUnlessABetterOneIsGiven() {
        PanelDay day = negative();
        day.plannedFor(PANEL.plusDays(14), Purpose.DECISION_AGAIN)
                .meets(us.councilVoter, us.policeVoter, us.healthVoter);
        assertThat(day.decision(open(day, " ")).supersedes())
                .extracting(Decision.Replacement::because)
                .isEqualTo("To decide again");

        PanelDay other = negative();
        other.plannedFor(PANEL.plusDays(14), Purpose.DECISION_AGAIN)
                .meets(us.councilVoter, us.policeVoter, us.healthVoter);
        String longest = "x".repeat(2000);
        assertThat(other.decision(open(other, longest)).supersedes())
                .extracting(Decision.Replacement::because)
                .isEqualTo(longest);
        assertThat(other.decision(decisions
                                .onItem(coordinator, other.item, other.tick())
                                .orThrow()
                                .orElseThrow())
                        .continues())
                .as("what was issued is superseded, not gone on with")
                .isNull();
    }

    /** Decided that there are no reasonable grounds, and issued. */
    private PanelDay negative() {
        PanelDay day = panel();
        day.decided(day.prepared(), Ground.RG, AGAINST);
        day.finish();
        return day;
    }

    @Test
    void asManyForAsAgainstIsNoDecisionAndTheNextPanelTakesItUp() {
        Agency ambulance = us.agency("Testshire Ambulance Trust", AgencyKind.HEALTH);
        TestPartnership.Person paramedic = us.join(ambulance, "Amber Ambulancevoter", Role.PANEL_MEMBER);
        us.train(paramedic);
        PanelDay day = maker.panel(us, paramedic);
        DecisionId id = day.prepared();
        day.asks(id, Ground.RG);
        day.vote(id, Ground.RG, FOR, FOR, AGAINST);
        assertThat(keys(decisions.count(coordinator, id, day.tick())))
                .as("one agency has yet to vote")
                .containsExactly("decisions.count.outstanding");
        day.votes(id, Ground.RG, paramedic, AGAINST);
        assertThat(day.counted(id)).isEqualTo(Ballot.Result.TIED);
        Decision tied = day.decision(id);
        assertThat(tied.state()).isEqualTo(State.TIED);
        assertThat(tied.adjournment()).isEqualTo(new Decision.Adjournment(AdjournedFor.TIE, ""));
        assertThat(tied.ballot(Ground.RG).orElseThrow().count())
                .extracting(Ballot.Count::votesFor, Ballot.Count::votesAgainst)
                .containsExactly(2, 2);
        assertThat(sessions.item(coordinator, day.item).orElseThrow()).satisfies(item -> {
            assertThat(item.state()).isEqualTo(AgendaItemState.ADJOURNED);
            assertThat(item.adjournedFor()).isEqualTo(AdjournedFor.TIE);
        });
        assertThat(events(day)).contains("votes-counted", "decision-adjourned");
        assertThat(cases.stage(coordinator, day.caseId)).isEqualTo(Stage.AWAITING_REASONABLE_GROUNDS);
    }

    @Test
    void confirmationsThatComeAfterTheMeetingAndMakeATieLetTheCaseWaitAgain() {
        Agency ambulance = us.agency("Testshire Ambulance Trust", AgencyKind.HEALTH);
        TestPartnership.Person paramedic = us.join(ambulance, "Amber Ambulancevoter", Role.PANEL_MEMBER);
        us.train(paramedic);
        PanelDay day = maker.panel(us, paramedic);
        DecisionId id = day.prepared();
        day.asks(id, Ground.RG);
        day.vote(id, Ground.RG, FOR, FOR, AGAINST);
        var written = decisions
                .recordVote(coordinator, id, Ground.RG, paramedic.member().id(), AGAINST, "As said", day.tick())
                .orThrow();
        assertThat(decisions.count(coordinator, id, day.tick()).orThrow()).isEmpty();
        day.finish();
        decisions
                .answerRecorded(paramedic.actor(), id, written, true, day.tick())
                .orThrow();
        assertThat(day.counted(id)).isEqualTo(Ballot.Result.TIED);
        assertThat(day.decision(id).state()).isEqualTo(State.TIED);
        assertThat(sessions.item(coordinator, day.item).orElseThrow().state())
                .as("the meeting was done with it")
                .isEqualTo(AgendaItemState.DECIDED);
        day.planned(PANEL.plusDays(7));
        assertThat(sessions.item(coordinator, day.item).orElseThrow().state())
                .as("the next agenda fills itself with it")
                .isEqualTo(AgendaItemState.LISTED);
    }

    @Test
    void puttingOffNeedsAReasonOfReasonableLength() {
        PanelDay day = panel();
        DecisionId id = day.prepared();
        assertThat(keys(adjourn(day, id, " "))).containsExactly("decisions.adjourn.because");
        assertThat(keys(adjourn(day, id, "x".repeat(2001)))).containsExactly("decisions.too-long");
        assertThat(day.decision(id).state()).isEqualTo(State.DRAFT);
        String longest = "x".repeat(2000);
        adjourn(day, id, longest).orThrow();
        assertThat(day.decision(id).adjournment())
                .isEqualTo(new Decision.Adjournment(AdjournedFor.MORE_EVIDENCE, longest));
        assertThat(events(day)).contains("decision-adjourned");
    }

    @Test
    void whatIsJustNotTooLongArrivesWhole() {
        PanelDay day = panel();
        DecisionId id = day.prepared();
        String longest = "x".repeat(15_000);
        decisions
                .assess(
                        coordinator,
                        id,
                        new Assessment(
                                Definition.SLAVERY, Element.SERVICE, Finding.MET, longest, longest, 0, List.of()),
                        day.tick())
                .orThrow();
        assertThat(day.decision(id).assessments().of(Definition.SLAVERY, Element.SERVICE))
                .extracting(Assessment::reasoning, Assessment::missing)
                .containsExactly(longest, longest);
    }

    private Outcome<DecisionId> adjourn(PanelDay day, DecisionId id, String because) {
        return decisions.adjourn(coordinator, id, AdjournedFor.MORE_EVIDENCE, because, day.tick());
    }

    private List<String> events(PanelDay day) {
        return ledger.linesAbout(coordinator, day.caseId.value(), 300).stream()
                .map(LedgerLine::event)
                .toList();
    }
}
