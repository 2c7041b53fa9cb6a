package org.holdfast.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.holdfast.Reasons.keys;
import static org.holdfast.decisions.PanelDay.PANEL;
import static org.holdfast.decisions.PanelDay.REFERRED;
import static org.holdfast.decisions.Position.AGAINST;
import static org.holdfast.decisions.Position.FOR;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.holdfast.HoldfastTest;
import org.holdfast.TestPartnership;
import org.holdfast.audit.Ledger;
import org.holdfast.audit.Role;
import org.holdfast.casework.Cases;
import org.holdfast.casework.Milestone;
import org.holdfast.casework.Stage;
import org.holdfast.casework.WorkItem;
import org.holdfast.clocks.ClockKind;
import org.holdfast.law.Outcome;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.meetings.AdjournedFor;
import org.holdfast.meetings.AgendaItemId;
import org.holdfast.meetings.AgendaItemState;
import org.holdfast.meetings.ItemLink;
import org.holdfast.meetings.Purpose;
import org.holdfast.meetings.Sessions;
import org.holdfast.sharing.Sharing;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;

/** A panel decides: from the first finding to the outcome at the Home Office (NRM-1 to NRM-10, NRM-20, NRM-22). */
@HoldfastTest
class DecisionsTest {

    private final TestPartnership us;
    private final PanelDay.Maker maker;
    private final Decisions decisions;
    private final DecisionWork work;
    private final DecisionLinks links;
    private final Cases cases;
    private final Sessions sessions;
    private final Sharing sharing;
    private final Ledger ledger;
    private final DSLContext db;

    DecisionsTest(
            TestPartnership.Founder founder,
            PanelDay.Maker maker,
            Decisions decisions,
            DecisionWork work,
            DecisionLinks links,
            Cases cases,
            Sessions sessions,
            Sharing sharing,
            Ledger ledger,
            DSLContext db) {
        this.us = founder.found(Instant.parse("2026-09-01T09:00:00Z"));
        this.maker = maker;
        this.decisions = decisions;
        this.work = work;
        this.links = links;
        this.cases = cases;
        this.sessions = sessions;
        this.sharing = sharing;
        this.ledger = ledger;
        this.db = db;
    }

    private PanelDay panel() {
        return maker.panel(us);
    }

    @Test
    void reasonableAndConclusiveGroundsAtOneMeeting() {
        PanelDay day = panel();
        DecisionId id = day.prepared();
        day.asks(id, Ground.RG);
        day.vote(id, Ground.RG, FOR, FOR, AGAINST);
        assertThat(day.counted(id)).isEqualTo(Ballot.Result.FOR);
        day.asks(id, Ground.CG);
        day.vote(id, Ground.CG, FOR, FOR, FOR);
        assertThat(day.counted(id)).isEqualTo(Ballot.Result.FOR);
        assertThat(day.issued(id)).isEqualTo(Determination.POSITIVE_RG_AND_CG);

        Decision issued = day.decision(id);
        assertThat(issued.state()).isEqualTo(State.ISSUED);
        assertThat(Seal.whole(issued)).isTrue();
        assertThat(issued.ballot(Ground.RG).orElseThrow().threshold().text()).contains("reasonable grounds to believe");
        assertThat(issued.ballot(Ground.CG).orElseThrow().threshold().text()).contains("balance of probabilities");
        assertThat(issued.dissent(Ground.RG))
                .singleElement()
                .satisfies(vote -> assertThat(vote.agency()).isEqualTo(us.health.id()));
        assertThat(issued.present())
                .extracting(Present::name)
                .contains(us.chair.member().name());
        assertThat(day.clock(ClockKind.REASONABLE_GROUNDS).open()).isFalse();
        assertThat(day.clock(ClockKind.OUTCOME_TO_HOME_OFFICE).open()).isTrue();
        assertThat(cases.stage(us.coordinator.actor(), day.caseId)).isEqualTo(Stage.POSITIVE_TO_REPORT);
        assertThat(itemState(day)).isEqualTo(AgendaItemState.DECIDED);

        assertThat(waitingFor(us.coordinator, day))
                .anySatisfy(item -> assertThat(item.key()).isEqualTo("decisions.work.send"));
        decisions
                .outcomeSent(us.coordinator.actor(), id, "secure e-mail", day.tick())
                .orThrow();
        assertThat(day.clock(ClockKind.OUTCOME_TO_HOME_OFFICE).open()).isFalse();
        assertThat(cases.stage(us.coordinator.actor(), day.caseId)).isEqualTo(Stage.CONCLUDED_POSITIVE);
        assertThat(keys(decisions.outcomeSent(us.coordinator.actor(), id, "again", day.tick())))
                .containsExactly("decisions.outcome.sent-already");
    }

    @Test
    void conclusiveGroundsAtASecondMeeting() {
        PanelDay day = panel();
        DecisionId first = day.prepared();
        day.asks(first, Ground.RG);
        day.vote(first, Ground.RG, FOR, FOR, FOR);
        day.counted(first);
        assertThat(day.issued(first)).isEqualTo(Determination.POSITIVE_RG);
        assertThat(day.clock(ClockKind.CONCLUSIVE_GROUNDS).open()).isTrue();
        assertThat(day.clock(ClockKind.CONCLUSIVE_GROUNDS).startedAt()).isEqualTo(REFERRED);

        day.finish();
        LocalDate day88 = UnitedKingdom.day(REFERRED).plusDays(88);
        day.planned(day88).meets(us.councilVoter, us.policeVoter, us.healthVoter);
        DecisionId second =
                decisions.open(us.coordinator.actor(), day.item, "", day.tick()).orThrow();
        assertThat(day.decision(second).assessments().met()).isTrue();
        day.write(
                second,
                new Account(
                        "v", "c", "b", "r", Set.of(), false, Set.of(NegativeReason.INSUFFICIENT_INFORMATION), null, 1));
        day.asks(second, Ground.CG);
        day.vote(second, Ground.CG, AGAINST, AGAINST, FOR);
        day.counted(second);
        assertThat(day.issued(second)).isEqualTo(Determination.NEGATIVE_CG);
        assertThat(day.clock(ClockKind.CONCLUSIVE_GROUNDS).open()).isFalse();
        assertThat(cases.stage(us.coordinator.actor(), day.caseId)).isEqualTo(Stage.NEGATIVE_TO_REPORT);
    }

    @Test
    void withoutEverythingNothingIsIssuedAndEveryReasonIsSaid() {
        PanelDay day = panel();
        DecisionId id =
                decisions.open(us.coordinator.actor(), day.item, "", day.tick()).orThrow();
        assertThat(keys(decisions.openVote(us.coordinator.actor(), id, Ground.CG, day.tick())))
                .contains("decisions.ballot.reasonable-first", "decisions.finding-missing.trafficking.action");
        day.assess(id, Element.ACTION);
        day.assess(id, Element.PURPOSE);
        day.asks(id, Ground.RG);
        day.vote(id, Ground.RG, AGAINST, AGAINST, AGAINST);
        day.counted(id);
        assertThat(keys(decisions.issue(us.coordinator.actor(), id, day.tick())))
                .containsExactly(
                        "decisions.issue.childs-view",
                        "decisions.issue.credibility",
                        "decisions.issue.best-interests",
                        "decisions.issue.reasoning",
                        "decisions.issue.plan",
                        "decisions.issue.negative-reasons");
        assertThat(day.decision(id).state()).isEqualTo(State.DETERMINED);
    }

    @Test
    void votesAreRefusedWithTheirReasons() {
        PanelDay day = maker.panel(us, us.untrainedPoliceVoter);
        DecisionId id = day.prepared();
        assertThat(keys(vote(day, id, us.councilVoter, Ground.RG))).containsExactly("decisions.refused.draft");
        day.asks(id, Ground.RG);
        assertThat(keys(vote(day, id, us.untrainedPoliceVoter, Ground.RG))).containsExactly("meetings.vote.untrained");
        assertThat(keys(vote(day, id, us.councilVoter, Ground.CG)))
                .containsExactly("decisions.ballot.reasonable-first");
        day.leaves(us.healthVoter);
        assertThat(keys(vote(day, id, us.healthVoter, Ground.RG))).containsExactly("meetings.vote.absent");
        day.comesIn(us.healthVoter);
        sessions.declareConflict(
                        us.coordinator.actor(), day.item, day.attendee(us.healthVoter), "Knows the family", day.tick())
                .orThrow();
        assertThat(keys(vote(day, id, us.healthVoter, Ground.RG))).containsExactly("meetings.vote.conflicted");
        day.votes(id, Ground.RG, us.councilVoter, FOR);
        assertThat(keys(vote(day, id, us.councilVoter, Ground.RG))).containsExactly("decisions.vote.agency-voted");
        assertThat(keys(decisions.vote(us.policeVoter.actor(), id, Ground.RG, FOR, " ", day.tick())))
                .containsExactly("decisions.vote.reasons-missing");
    }

    @Test
    void anExcludedPersonFindsNothing() {
        PanelDay day = panel();
        DecisionId id = day.prepared();
        day.asks(id, Ground.RG);
        sharing.exclude(
                us.coordinator.actor(), day.caseId, us.policeVoter.member().id(), "Relative", day.tick());
        assertThat(keys(decisions.read(us.policeVoter.actor(), id, day.tick()))).containsExactly("sharing.not-found");
        assertThat(keys(vote(day, id, us.policeVoter, Ground.RG))).containsExactly("sharing.not-found");
        assertThat(keys(decisions.read(us.administrator.actor(), id, day.tick())))
                .containsExactly("sharing.not-found");
        assertThat(keys(decisions.read(us.coordinator.actor(), new DecisionId(new UUID(0, 9)), day.tick())))
                .containsExactly("sharing.not-found");
        assertThat(waitingFor(us.policeVoter, day)).isEmpty();
        assertThat(besideTheItem(us.policeVoter, day)).isEmpty();
    }

    @Test
    void theCoordinatorWritesAVoteDownAndTheMemberConfirmsIt() {
        PanelDay day = panel();
        DecisionId id = day.prepared();
        day.asks(id, Ground.RG);
        day.votes(id, Ground.RG, us.councilVoter, FOR);
        day.votes(id, Ground.RG, us.policeVoter, FOR);
        UUID recorded = record(day, id, us.healthVoter, AGAINST);
        assertThat(waitingFor(us.healthVoter, day))
                .anySatisfy(item -> assertThat(item.key()).isEqualTo("decisions.work.confirm"));
        assertThat(keys(decisions.answerRecorded(us.policeVoter.actor(), id, recorded, true, day.tick())))
                .containsExactly("sharing.not-found");

        assertThat(decisions.count(us.coordinator.actor(), id, day.tick()).orThrow())
                .isEmpty();
        assertThat(itemState(day)).isEqualTo(AgendaItemState.DECIDED);
        assertThat(keys(decisions.count(us.coordinator.actor(), id, day.tick())))
                .containsExactly("decisions.count.unconfirmed");
        day.finish();

        decisions
                .answerRecorded(us.healthVoter.actor(), id, recorded, true, day.tick())
                .orThrow();
        assertThat(day.counted(id)).isEqualTo(Ballot.Result.FOR);
        assertThat(day.decision(id).ballot(Ground.RG).orElseThrow().count())
                .extracting(Ballot.Count::votesFor, Ballot.Count::votesAgainst)
                .containsExactly(2, 1);
    }

    @Test
    void whoRejectsWhatWasWrittenDownVotesAnew() {
        PanelDay day = panel();
        DecisionId id = day.prepared();
        day.asks(id, Ground.RG);
        UUID recorded = record(day, id, us.healthVoter, AGAINST);
        assertThat(keys(vote(day, id, us.healthVoter, Ground.RG))).containsExactly("decisions.vote.agency-voted");
        decisions
                .answerRecorded(us.healthVoter.actor(), id, recorded, false, day.tick())
                .orThrow();
        day.vote(id, Ground.RG, FOR, AGAINST, FOR);
        assertThat(day.counted(id)).isEqualTo(Ballot.Result.FOR);
    }

    @Test
    void whoRejectsItAfterTheMeetingIsWaitedForAndVotesAsTheyWereThen() {
        PanelDay day = panel();
        DecisionId id = day.prepared();
        day.asks(id, Ground.RG);
        day.votes(id, Ground.RG, us.councilVoter, FOR);
        day.votes(id, Ground.RG, us.policeVoter, FOR);
        UUID recorded = record(day, id, us.healthVoter, AGAINST);
        assertThat(decisions.count(us.coordinator.actor(), id, day.tick()).orThrow())
                .isEmpty();
        day.finish();

        decisions
                .answerRecorded(us.healthVoter.actor(), id, recorded, false, day.tick())
                .orThrow();
        assertThat(keys(decisions.count(us.coordinator.actor(), id, day.tick())))
                .containsExactly("decisions.count.outstanding");
        day.votes(id, Ground.RG, us.healthVoter, FOR);
        assertThat(day.counted(id)).isEqualTo(Ballot.Result.FOR);
        Decision counted = day.decision(id);
        assertThat(counted.state()).isEqualTo(State.DETERMINED);
        assertThat(counted.ballot(Ground.RG).orElseThrow().count())
                .extracting(Ballot.Count::votesFor, Ballot.Count::votesAgainst)
                .containsExactly(3, 0);
        assertThat(counted.present())
                .extracting(Present::name)
                .contains(us.healthVoter.member().name());
    }

    @Test
    void aGoodMajorityIsCountedWhenAVoterHasLeftSince() {
        PanelDay day = panel();
        DecisionId id = day.prepared();
        day.asks(id, Ground.RG);
        day.vote(id, Ground.RG, FOR, FOR, AGAINST);
        day.leaves(us.policeVoter);
        assertThat(day.counted(id)).isEqualTo(Ballot.Result.FOR);
        assertThat(day.decision(id).state()).isEqualTo(State.DETERMINED);
        assertThat(itemState(day)).isEqualTo(AgendaItemState.DECIDED);
    }

    @Test
    void anItemIsNotPutOffPastAnOpenVote() {
        PanelDay day = panel();
        DecisionId id = day.prepared();
        day.asks(id, Ground.RG);
        day.votes(id, Ground.RG, us.councilVoter, FOR);
        assertThat(keys(sessions.adjourn(us.coordinator.actor(), day.item, AdjournedFor.OUT_OF_TIME, "", day.tick())))
                .containsExactly("meetings.refused.item-under-vote");
        assertThat(keys(sessions.putBack(us.coordinator.actor(), day.item, day.tick())))
                .containsExactly("meetings.refused.item-under-vote");
        decisions
                .adjourn(us.coordinator.actor(), id, AdjournedFor.OUT_OF_TIME, "More time", day.tick())
                .orThrow();
        assertThat(day.decision(id).state()).isEqualTo(State.ADJOURNED);
        assertThat(day.decision(id).ballot(Ground.RG).orElseThrow().count().result())
                .isEqualTo(Ballot.Result.PUT_OFF);
        assertThat(itemState(day)).isEqualTo(AgendaItemState.ADJOURNED);
    }

    @Test
    void conclusiveGroundsPutOffLeaveTheReasonableGroundsFoundToBeIssued() {
        PanelDay day = panel();
        DecisionId id = day.prepared();
        day.asks(id, Ground.RG);
        day.vote(id, Ground.RG, FOR, FOR, AGAINST);
        day.counted(id);
        day.asks(id, Ground.CG);
        day.votes(id, Ground.CG, us.councilVoter, AGAINST);
        decisions
                .recordVote(
                        us.coordinator.actor(),
                        id,
                        Ground.CG,
                        us.healthVoter.member().id(),
                        AGAINST,
                        "As said",
                        day.tick())
                .orThrow();
        decisions
                .adjourn(us.coordinator.actor(), id, AdjournedFor.MORE_EVIDENCE, "The telephone records", day.tick())
                .orThrow();
        Decision found = day.decision(id);
        assertThat(found.state()).isEqualTo(State.DETERMINED);
        assertThat(found.adjournment())
                .isEqualTo(new Decision.Adjournment(AdjournedFor.MORE_EVIDENCE, "The telephone records"));
        assertThat(itemState(day)).isEqualTo(AgendaItemState.DECIDED);
        assertThat(ledger.within(us.coordinator.actor(), () -> links.minutes(us.coordinator.actor(), day.item))
                        .orElseThrow()
                        .lines())
                .extracting(line -> line.key())
                .contains("decisions.result.PUT_OFF", "decisions.conclusive-put-off");
        assertThat(day.issued(id)).isEqualTo(Determination.POSITIVE_RG);
        assertThat(day.clock(ClockKind.CONCLUSIVE_GROUNDS).open()).isTrue();
        assertThat(cases.stage(us.coordinator.actor(), day.caseId)).isEqualTo(Stage.AWAITING_CONCLUSIVE_GROUNDS);
    }

    @Test
    void aDecisionThatWaitsElsewhereIsNotPutOffByOpeningAnother() {
        PanelDay day = panel();
        DecisionId first = day.prepared();
        AgendaItemId item = day.item;
        TestPartnership.Person otherChair = us.join(us.council, "Ochre Otherchair", Role.PANEL_CHAIR);
        day.plannedFor(PANEL.plusDays(1), Purpose.DISCUSSION, otherChair);
        assertThat(keys(decisions.open(otherChair.actor(), day.item, "New evidence", day.tick())))
                .containsExactly("decisions.open.another");
        assertThat(day.decision(first).state()).isEqualTo(State.DRAFT);

        AgendaItemId other = day.item;
        day.item = item;
        day.now = PANEL.atTime(11, 0).atZone(UnitedKingdom.ZONE).toInstant();
        day.asks(first, Ground.RG);
        day.votes(first, Ground.RG, us.councilVoter, FOR);
        assertThat(keys(decisions.open(otherChair.actor(), other, "New evidence", day.tick())))
                .containsExactly("decisions.open.another");
        assertThat(day.decision(first).state()).isEqualTo(State.VOTING);
    }

    @Test
    void openedByTwoInTheSameInstantItIsOneDecision() throws Exception {
        PanelDay day = panel();
        Instant now = day.tick();
        List<Callable<Outcome<DecisionId>>> presses = List.of(
                () -> decisions.open(us.coordinator.actor(), day.item, "", now),
                () -> decisions.open(us.coordinator.actor(), day.item, "", now),
                () -> decisions.open(us.chair.actor(), day.item, "", now),
                () -> decisions.open(us.chair.actor(), day.item, "", now));
        Set<DecisionId> opened = new HashSet<>();
        try (var threads = Executors.newFixedThreadPool(presses.size())) {
            for (Future<Outcome<DecisionId>> press : threads.invokeAll(presses)) {
                opened.add(press.get().orThrow());
            }
        }
        assertThat(opened).hasSize(1);
    }

    @Test
    void whatThePanelDecidedIsLeftOnlyWhereTheCaseDoesNotGoOnHere() {
        PanelDay day = panel();
        DecisionId id = day.prepared();
        day.asks(id, Ground.RG);
        day.vote(id, Ground.RG, FOR, FOR, FOR);
        day.counted(id);
        assertThat(keys(leave(day, id))).containsExactly("decisions.adjourn.determined");
        assertThat(decisions
                        .read(us.coordinator.actor(), id, day.tick())
                        .orThrow()
                        .available())
                .doesNotContain(Command.ADJOURN);

        cases.happened(us.coordinator.actor(), day.caseId, Milestone.WITHDRAWN, day.now, day.tick());
        leave(day, id).orThrow();
        Decision left = day.decision(id);
        assertThat(left.state()).isEqualTo(State.ADJOURNED);
        assertThat(left.putOffKey()).isEqualTo("decisions.put-off.CASE_ENDED");
        assertThat(itemState(day)).isEqualTo(AgendaItemState.DECIDED);
        assertThat(waitingFor(us.coordinator, day)).isEmpty();
        assertThat(decisions.inTheMaking(us.coordinator.actor(), day.caseId)).isFalse();
    }

    private Outcome<DecisionId> leave(PanelDay day, DecisionId id) {
        return decisions.adjourn(
                us.coordinator.actor(), id, AdjournedFor.CASE_ENDED, "Withdrawn by the referrer", day.tick());
    }

    @Test
    void nobodySeesTheOthersVotesBeforeVoting() {
        PanelDay day = panel();
        DecisionId id = day.prepared();
        day.asks(id, Ground.RG);
        day.votes(id, Ground.RG, us.policeVoter, AGAINST);
        Reading before = decisions.read(us.councilVoter.actor(), id, day.tick()).orThrow();
        assertThat(before.votes()).singleElement().satisfies(vote -> {
            assertThat(vote.position()).isNull();
            assertThat(vote.reasons()).isEmpty();
        });
        assertThat(before.decision().votes()).isEmpty();
        day.votes(id, Ground.RG, us.councilVoter, FOR);
        Reading after = decisions.read(us.councilVoter.actor(), id, day.tick()).orThrow();
        assertThat(after.votes()).extracting(Reading.Shown::position).containsExactlyInAnyOrder(AGAINST, FOR);
    }

    @Test
    void withoutQuorumTheItemIsPutOffAndTheNextPanelGoesOn() {
        PanelDay day = panel();
        DecisionId id = day.prepared();
        day.leaves(us.policeVoter);
        assertThat(keys(decisions.openVote(us.coordinator.actor(), id, Ground.RG, day.tick())))
                .isNotEmpty()
                .allSatisfy(key -> assertThat(key).startsWith("meetings.quorum"));
        decisions
                .adjourn(
                        us.coordinator.actor(),
                        id,
                        AdjournedFor.NO_QUORUM,
                        "Police to send a trained voter",
                        day.tick())
                .orThrow();
        assertThat(day.decision(id).state()).isEqualTo(State.ADJOURNED);
        assertThat(itemState(day)).isEqualTo(AgendaItemState.ADJOURNED);
        assertThat(keys(decisions.issue(us.coordinator.actor(), id, day.tick())))
                .containsExactly("decisions.refused.adjourned");

        day.finish();
        day.planned(PANEL.plusDays(7)).meets(us.councilVoter, us.policeVoter, us.healthVoter);
        DecisionId next =
                decisions.open(us.coordinator.actor(), day.item, "", day.tick()).orThrow();
        assertThat(day.decision(next).continues()).isEqualTo(id);
        assertThat(day.decision(next).assessments().faults()).isEmpty();
        assertThat(day.decision(next).account().childsView()).contains("VIEW-MARK");
    }

    @Test
    void whoLeavesBeforeTheVoteIsThroughTakesTheQuorumWithThem() {
        PanelDay day = panel();
        DecisionId id = day.prepared();
        day.asks(id, Ground.RG);
        day.votes(id, Ground.RG, us.councilVoter, FOR);
        day.leaves(us.policeVoter);
        day.votes(id, Ground.RG, us.healthVoter, FOR);
        assertThat(day.counted(id)).isEqualTo(Ballot.Result.NO_QUORUM);
        assertThat(day.decision(id).state()).isEqualTo(State.ADJOURNED);
        assertThat(day.decision(id).adjournment()).isEqualTo(new Decision.Adjournment(AdjournedFor.NO_QUORUM, ""));
        assertThat(itemState(day)).isEqualTo(AgendaItemState.ADJOURNED);
    }

    @Test
    void twoVotersInTheSameInstantAndAButtonPressedTwice() throws Exception {
        PanelDay day = panel();
        DecisionId id = day.prepared();
        day.asks(id, Ground.RG);
        Instant now = day.tick();
        List<Callable<Outcome<UUID>>> presses = List.of(
                () -> decisions.vote(us.councilVoter.actor(), id, Ground.RG, FOR, "a", now),
                () -> decisions.vote(us.councilVoter.actor(), id, Ground.RG, FOR, "a", now),
                () -> decisions.vote(us.councilVoter.actor(), id, Ground.RG, AGAINST, "b", now),
                () -> decisions.vote(us.policeVoter.actor(), id, Ground.RG, FOR, "c", now),
                () -> decisions.vote(us.policeVoter.actor(), id, Ground.RG, FOR, "c", now),
                () -> decisions.vote(us.healthVoter.actor(), id, Ground.RG, AGAINST, "d", now));
        int done = 0;
        try (var threads = Executors.newFixedThreadPool(presses.size())) {
            for (Future<Outcome<UUID>> press : threads.invokeAll(presses)) {
                if (press.get() instanceof Outcome.Done<UUID>) {
                    done++;
                } else {
                    assertThat(keys(press.get())).containsExactly("decisions.vote.agency-voted");
                }
            }
        }
        assertThat(done).isEqualTo(3);
        assertThat(day.votes(id)).hasSize(3);
    }

    @Test
    void findingsDoNotChangeOnceSomebodyVotedOnThemAndNobodyOverwritesAnother() {
        PanelDay day = panel();
        DecisionId id = day.prepared();
        Assessment stale =
                new Assessment(Definition.TRAFFICKING, Element.ACTION, Finding.NOT_MET, "", "no sign", 0, List.of());
        assertThat(keys(decisions.assess(us.chair.actor(), id, stale, day.tick())))
                .containsExactly("decisions.changed-meanwhile");
        Account old = new Account("", "", "", "", Set.of(), false, Set.of(), null, 0);
        assertThat(keys(decisions.write(us.chair.actor(), id, old, false, day.tick())))
                .containsExactly("decisions.changed-meanwhile");
        day.asks(id, Ground.RG);
        day.votes(id, Ground.RG, us.councilVoter, FOR);
        assertThat(keys(decisions.assess(us.chair.actor(), id, stale, day.tick())))
                .containsExactly("decisions.votes-stand");
    }

    @Test
    void aSealedDecisionDoesNotChangeWhoeverAsksTheDatabase() {
        PanelDay day = panel();
        DecisionId id = day.prepared();
        day.asks(id, Ground.RG);
        day.vote(id, Ground.RG, FOR, FOR, AGAINST);
        day.counted(id);
        day.issued(id);
        for (String change : List.of(
                "update decisions.decision set reasoning = 'other' where id = ?",
                "update decisions.decision set determination = 'NEGATIVE_RG' where id = ?",
                "update decisions.decision set state = 'DRAFT' where id = ?",
                "update decisions.decision set state = 'SUPERSEDED', superseded_by = id, superseded_because = 'x',"
                        + " reasoning = 'other' where id = ?",
                "update decisions.vote set position = 'AGAINST' where decision_id = ?",
                "update decisions.ballot set votes_for = 3 where decision_id = ?",
                "update decisions.assessment set finding = 'NOT_MET' where decision_id = ?",
                "update decisions.evidence set taken_back_at = now() where decision_id = ?",
                "update decisions.present set name = 'other' where decision_id = ?")) {
            assertThatThrownBy(() -> ledger.within(us.program, () -> db.execute(change, id.value())))
                    .as(change)
                    .hasMessageContaining("sealed");
        }
        assertThat(Seal.whole(day.decision(id))).isTrue();
        assertThat(keys(decisions.issue(us.coordinator.actor(), id, day.tick())))
                .containsExactly("decisions.refused.issued");
    }

    @Test
    void anIssuedDecisionIsSupersededByANewOneAndStaysOnRecord() {
        PanelDay day = panel();
        DecisionId first = day.prepared();
        day.asks(first, Ground.RG);
        day.write(
                first,
                new Account("v", "c", "b", "r", Set.of(), false, Set.of(NegativeReason.DEFINITION_NOT_MET), null, 1));
        day.vote(first, Ground.RG, AGAINST, AGAINST, FOR);
        day.counted(first);
        assertThat(day.issued(first)).isEqualTo(Determination.NEGATIVE_RG);
        assertThat(day.clock(ClockKind.TURNS_EIGHTEEN).open()).isFalse();
        decisions
                .outcomeSent(us.coordinator.actor(), first, "secure e-mail", day.tick())
                .orThrow();
        day.finish();

        day.plannedFor(PANEL.plusDays(14), Purpose.DISCUSSION).meets(us.councilVoter, us.policeVoter, us.healthVoter);
        assertThat(keys(decisions.open(us.coordinator.actor(), day.item, "", day.tick())))
                .contains("decisions.open.supersedes");
        DecisionId second = decisions
                .open(us.coordinator.actor(), day.item, "New evidence from the school", day.tick())
                .orThrow();
        day.write(second, new Account("v", "c", "b", "r", Set.of(Exploitation.LABOUR), false, Set.of(), null, 1));
        day.asks(second, Ground.RG);
        day.vote(second, Ground.RG, FOR, FOR, FOR);
        day.counted(second);
        assertThat(day.decision(first).state()).isEqualTo(State.ISSUED);
        assertThat(day.issued(second)).isEqualTo(Determination.POSITIVE_RG);
        Decision superseded = day.decision(first);
        assertThat(superseded.state()).isEqualTo(State.SUPERSEDED);
        assertThat(superseded.supersededBy())
                .isEqualTo(new Decision.Replacement(second, "New evidence from the school"));
        assertThat(Seal.whole(superseded)).isTrue();
        assertThat(cases.stage(us.coordinator.actor(), day.caseId)).isEqualTo(Stage.AWAITING_CONCLUSIVE_GROUNDS);
        assertThat(day.clock(ClockKind.CONCLUSIVE_GROUNDS).open()).isTrue();
        assertThat(day.clock(ClockKind.OUTCOME_TO_HOME_OFFICE).open()).isTrue();
        // undecided again, the child may turn eighteen undecided (NRM-20)
        assertThat(day.clock(ClockKind.TURNS_EIGHTEEN).open()).isTrue();
    }

    @Test
    void whoTurnedEighteenUndecidedIsAskedBeforeAnythingIsIssued() {
        LocalDate born = LocalDate.of(2008, 11, 15);
        PanelDay day = maker.panel(us, PANEL, born);
        DecisionId id = day.prepared();
        day.asks(id, Ground.RG);
        day.vote(id, Ground.RG, FOR, FOR, FOR);
        day.counted(id);
        Reading reading = decisions.read(us.coordinator.actor(), id, day.tick()).orThrow();
        assertThat(reading.eighteen()).isEqualTo(new Reading.Eighteen(born.plusYears(18), true, false));
        assertThat(keys(decisions.issue(us.coordinator.actor(), id, day.tick())))
                .containsExactly("decisions.issue.consent-at-eighteen");
    }

    @Test
    void theOutcomeFormHoldsTheOutcomeAndNothingElseOfTheCase() {
        PanelDay day = panel();
        DecisionId id = day.prepared();
        assertThat(keys(decisions.outcome(us.coordinator.actor(), id, day.tick())))
                .containsExactly("decisions.outcome.not-issued");
        day.asks(id, Ground.RG);
        day.vote(id, Ground.RG, FOR, FOR, FOR);
        day.counted(id);
        day.issued(id);
        OutcomeForm form =
                decisions.outcome(us.coordinator.actor(), id, day.tick()).orThrow();
        assertThat(form.outcome()).isEqualTo(Determination.POSITIVE_RG);
        assertThat(form.child()).isEqualTo(PanelDay.CHILD);
        assertThat(form.reasonableGroundsOn()).isEqualTo(PANEL);
        assertThat(form.conclusiveGroundsOn()).isNull();
        assertThat(form.exploitation()).containsExactly(Exploitation.CRIMINAL);
        assertThat(form.countyLines()).isTrue();
        assertThat(form.toString()).doesNotContain("MARK").doesNotContain("voter");
        assertThat(keys(decisions.outcome(us.chair.actor(), id, day.tick()))).containsExactly("sharing.not-found");
        assertThat(keys(decisions.outcome(us.socialWorker.actor(), id, day.tick())))
                .containsExactly("sharing.not-found");
    }

    @Test
    void theMinutesAndTheItemSayWhatWasDecided() {
        PanelDay day = panel();
        assertThat(besideTheItem(us.coordinator, day))
                .singleElement()
                .satisfies(link -> assertThat(link.path()).startsWith("/decisions/new"));
        DecisionId id = day.prepared();
        day.asks(id, Ground.RG);
        assertThat(besideTheItem(us.policeVoter, day))
                .extracting(link -> link.path())
                .contains("/decisions/" + id.value() + "/vote");
        assertThat(waitingFor(us.policeVoter, day))
                .extracting(item -> item.key())
                .containsExactly("decisions.work.vote.RG");
        day.vote(id, Ground.RG, FOR, FOR, AGAINST);
        day.counted(id);
        assertThat(waitingFor(us.coordinator, day))
                .extracting(item -> item.key())
                .contains("decisions.work.issue");
        var minutes = ledger.within(us.coordinator.actor(), () -> links.minutes(us.coordinator.actor(), day.item))
                .orElseThrow();
        assertThat(minutes.lines())
                .extracting(line -> line.key())
                .contains(
                        "decisions.minutes.asked.RG",
                        "decisions.result.FOR",
                        "decisions.minutes.vote.FOR",
                        "decisions.minutes.dissent",
                        "decisions.minutes.found.POSITIVE_RG");
    }

    @Test
    void everyStepIsOnTheLedgerAndNoVoteIs() {
        PanelDay day = panel();
        DecisionId id = day.prepared();
        day.asks(id, Ground.RG);
        day.vote(id, Ground.RG, FOR, FOR, AGAINST);
        day.counted(id);
        day.issued(id);
        var lines = ledger.linesAbout(us.coordinator.actor(), day.caseId.value(), 200);
        assertThat(lines)
                .extracting(line -> line.event())
                .contains(
                        "decision-opened",
                        "finding-changed",
                        "evidence-added",
                        "account-changed",
                        "ballot-opened",
                        "vote-cast",
                        "votes-counted",
                        "decision-issued");
        assertThat(lines)
                .filteredOn(line -> line.event().equals("vote-cast"))
                .hasSize(3)
                .allSatisfy(line ->
                        assertThat(line.detail()).doesNotContain("AGAINST").doesNotContain("FOR"));
        assertThat(lines).allSatisfy(line -> assertThat(line.detail()).doesNotContain("MARK"));
    }

    private Outcome<UUID> vote(PanelDay day, DecisionId id, TestPartnership.Person person, Ground ground) {
        return decisions.vote(person.actor(), id, ground, FOR, "Because", day.tick());
    }

    private UUID record(PanelDay day, DecisionId id, TestPartnership.Person person, Position position) {
        return decisions
                .recordVote(
                        us.coordinator.actor(), id, Ground.RG, person.member().id(), position, "As said", day.tick())
                .orThrow();
    }

    private List<WorkItem> waitingFor(TestPartnership.Person person, PanelDay day) {
        return ledger.within(person.actor(), () -> work.waitingFor(person.actor(), day.tick()));
    }

    private List<ItemLink> besideTheItem(TestPartnership.Person person, PanelDay day) {
        return ledger.within(person.actor(), () -> links.linksOf(person.actor(), day.item, day.tick()));
    }

    private AgendaItemState itemState(PanelDay day) {
        return sessions.panel(us.coordinator.actor(), day.item, day.tick())
                .orThrow()
                .item()
                .state();
    }
}
