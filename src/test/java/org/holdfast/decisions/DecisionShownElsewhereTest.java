package org.holdfast.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.holdfast.decisions.PanelDay.PANEL;
import static org.holdfast.decisions.Position.AGAINST;
import static org.holdfast.decisions.Position.FOR;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.assertj.core.groups.Tuple;
import org.holdfast.HoldfastTest;
import org.holdfast.TestPartnership;
import org.holdfast.TestPartnership.Person;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.casework.CaseLink;
import org.holdfast.casework.WorkItem;
import org.holdfast.clocks.ClockKind;
import org.holdfast.meetings.ItemLink;
import org.holdfast.meetings.MinutesPart;
import org.holdfast.meetings.Purpose;
import org.holdfast.meetings.Sessions;
import org.holdfast.pages.Page;
import org.junit.jupiter.api.Test;

/** The way to a decision from the child's page, the meeting, the minutes and My work, each for whom it opens (NRM-4, NRM-9, MTG-4). */
@HoldfastTest
class DecisionShownElsewhereTest {

    private final TestPartnership us;
    private final PanelDay.Maker maker;
    private final Decisions decisions;
    private final DecisionLinks links;
    private final DecisionWork work;
    private final Sessions sessions;
    private final Ledger ledger;
    private final Actor coordinator;

    DecisionShownElsewhereTest(
            TestPartnership.Founder founder,
            PanelDay.Maker maker,
            Decisions decisions,
            DecisionLinks links,
            DecisionWork work,
            Sessions sessions,
            Ledger ledger) {
        us = founder.found(Instant.parse("2026-09-01T09:00:00Z"));
        this.maker = maker;
        this.decisions = decisions;
        this.links = links;
        this.work = work;
        this.sessions = sessions;
        this.ledger = ledger;
        coordinator = us.coordinator.actor();
    }

    private PanelDay panel(Person... others) {
        return maker.panel(us, others);
    }

    @Test
    void theChildsPageLeadsToEachDecisionAndSaysWhereItStands() {
        PanelDay day = panel();
        assertThat(onTheChildsPage(us.coordinator, day)).isEmpty();
        DecisionId first = day.prepared();
        assertThat(onTheChildsPage(us.coordinator, day))
                .containsExactly(
                        new CaseLink("decisions.link", List.of(), path(first), null, Page.labelKey(State.DRAFT)));
        assertThat(onTheChildsPage(us.administrator, day))
                .as("who does not read the case is shown no way to it")
                .isEmpty();
        day.decided(first, Ground.RG, AGAINST);
        Instant issuedAt = day.decision(first).issue().at();
        assertThat(onTheChildsPage(us.coordinator, day))
                .containsExactly(new CaseLink(
                        "decisions.link", List.of(), path(first), issuedAt, Page.labelKey(Determination.NEGATIVE_RG)));
        day.finish();

        day.plannedFor(PANEL.plusDays(7), Purpose.DISCUSSION).meets(us.councilVoter, us.policeVoter, us.healthVoter);
        DecisionId second = decisions
                .open(coordinator, day.item, "New evidence", day.tick())
                .orThrow();
        day.decided(second, Ground.RG, FOR);
        assertThat(onTheChildsPage(us.coordinator, day))
                .extracting(CaseLink::path, CaseLink::stateKey)
                .containsExactly(
                        tuple(path(second), Page.labelKey(Determination.POSITIVE_RG)),
                        tuple(path(first), Page.labelKey(State.SUPERSEDED)));
    }

    @Test
    void besideTheItemEachIsShownTheirNextStep() {
        PanelDay day = panel();
        assertThat(besideTheItem(us.coordinator, day))
                .containsExactly(tuple("decisions.open.title", "/decisions/new?item=" + day.item.value()));
        assertThat(besideTheItem(us.policeVoter, day)).as("voters open none").isEmpty();
        DecisionId id = day.prepared();
        assertThat(besideTheItem(us.coordinator, day)).containsExactly(tuple("decisions.link", path(id)));
        assertThat(open(day)).isFalse();
        day.asks(id, Ground.RG);
        assertThat(open(day)).as("a vote is under way").isTrue();
        assertThat(besideTheItem(us.policeVoter, day))
                .containsExactly(tuple("decisions.link", path(id)), tuple("decisions.to-vote", path(id) + "/vote"));
        assertThat(besideTheItem(us.coordinator, day))
                .as("the co-ordinator has no vote")
                .containsExactly(tuple("decisions.link", path(id)));
        day.vote(id, Ground.RG, FOR, FOR, AGAINST);
        day.counted(id);
        assertThat(open(day)).isFalse();
        assertThat(besideTheItem(us.coordinator, day))
                .containsExactly(tuple("decisions.link", path(id)), tuple("decisions.to-issue", path(id) + "/issue"));
        assertThat(besideTheItem(us.policeVoter, day))
                .as("what was decided is not theirs to issue")
                .containsExactly(tuple("decisions.link", path(id)));
        day.issued(id);
        assertThat(besideTheItem(us.coordinator, day)).containsExactly(tuple("decisions.link", path(id)));
    }

    @Test
    void noDecisionIsOfferedWhereNoneIsToBeMade() {
        PanelDay putOff = panel();
        putOff.finish();
        assertThat(besideTheItem(us.coordinator, putOff)).as("put off").isEmpty();
        PanelDay talk = panel();
        talk.decided(talk.prepared(), Ground.RG, AGAINST);
        talk.finish();
        talk.plannedFor(PANEL.plusDays(14), Purpose.DISCUSSION);
        assertThat(besideTheItem(us.coordinator, talk)).as("only talked about").isEmpty();
    }

    @Test
    void theMinutesOfAnItemTakeUpWhatItsDecisionSays() {
        PanelDay day = panel();
        assertThat(minutes(day)).isEmpty();
        DecisionId id = day.prepared();
        assertThat(minutes(day)).as("opened, and nothing came of it yet").isEmpty();
        day.asks(id, Ground.RG);
        assertThat(minutes(day))
                .hasValueSatisfying(part -> assertThat(part.lines())
                        .extracting(MinutesPart.Line::key)
                        .containsExactly("decisions.minutes.asked.RG", "decisions.minutes.not-counted"));
    }

    @Test
    void onlyWhoMayVoteIsWaitedForAndOnlyForTheQuestionThatIsOpen() {
        PanelDay day = panel(us.untrainedPoliceVoter);
        DecisionId id = day.prepared();
        day.asks(id, Ground.RG);
        assertThat(waitingFor(us.untrainedPoliceVoter, day))
                .as("without training there is no vote to wait for (NRM-5)")
                .isEmpty();
        assertThat(waitingFor(us.policeVoter, day))
                .containsExactly(tuple("decisions.work.vote.RG", path(id) + "/vote"));
        day.vote(id, Ground.RG, FOR, FOR, AGAINST);
        assertThat(waitingFor(us.policeVoter, day)).isEmpty();
        day.counted(id);
        day.asks(id, Ground.CG);
        assertThat(waitingFor(us.policeVoter, day))
                .as("a vote on reasonable grounds is none on conclusive ones")
                .containsExactly(tuple("decisions.work.vote.CG", path(id) + "/vote"));
    }

    @Test
    void whatWaitsOnAChildIsThatChildsOwnWithItsOwnDeadline() {
        PanelDay day = panel();
        DecisionId id = day.prepared();
        day.asks(id, Ground.RG);
        day.votes(id, Ground.RG, us.councilVoter, FOR);
        day.votes(id, Ground.RG, us.policeVoter, FOR);
        decisions
                .recordVote(coordinator, id, Ground.RG, us.healthVoter.member().id(), AGAINST, "As said", day.tick())
                .orThrow();
        PanelDay other = maker.panel(us, PANEL.plusDays(1), PanelDay.BORN);
        DecisionId reasonable = other.prepared();
        assertThat(waitingOn(us.coordinator, other))
                .as("the other child's vote is not waited for here")
                .isEmpty();
        other.asks(reasonable, Ground.RG);
        other.vote(reasonable, Ground.RG, FOR, FOR, AGAINST);
        other.counted(reasonable);
        assertThat(waitingOn(us.coordinator, other))
                .extracting(WorkItem::key, WorkItem::dueAt)
                .containsExactly(tuple(
                        "decisions.work.issue",
                        other.clock(ClockKind.REASONABLE_GROUNDS).dueAt()));
        assertThat(waitingOn(us.coordinator, day)).extracting(WorkItem::key).containsExactly("decisions.work.confirm");
        other.issued(reasonable);
        other.finish();

        other.planned(PANEL.plusDays(60)).meets(us.councilVoter, us.policeVoter, us.healthVoter);
        DecisionId conclusive =
                decisions.open(coordinator, other.item, "", other.tick()).orThrow();
        other.asks(conclusive, Ground.CG);
        other.vote(conclusive, Ground.CG, FOR, FOR, FOR);
        other.counted(conclusive);
        assertThat(waitingOn(us.coordinator, other))
                .extracting(WorkItem::key, WorkItem::dueAt)
                .contains(tuple(
                        "decisions.work.issue",
                        other.clock(ClockKind.CONCLUSIVE_GROUNDS).dueAt()));
    }

    private List<CaseLink> onTheChildsPage(Person person, PanelDay day) {
        return ledger.within(person.actor(), () -> links.linksOf(person.actor(), day.caseId, day.tick()));
    }

    private List<Tuple> besideTheItem(Person person, PanelDay day) {
        List<ItemLink> found = ledger.within(person.actor(), () -> links.linksOf(person.actor(), day.item, day.tick()));
        return found.stream().map(link -> tuple(link.key(), link.path())).toList();
    }

    private boolean open(PanelDay day) {
        return ledger.within(coordinator, () -> links.open(coordinator, day.item));
    }

    private Optional<MinutesPart> minutes(PanelDay day) {
        return ledger.within(
                coordinator,
                () -> links.of(coordinator, sessions.item(coordinator, day.item).orElseThrow()));
    }

    private List<Tuple> waitingFor(Person person, PanelDay day) {
        return ledger.within(person.actor(), () -> work.waitingFor(person.actor(), day.tick())).stream()
                .map(item -> tuple(item.key(), item.path()))
                .toList();
    }

    private List<WorkItem> waitingOn(Person person, PanelDay day) {
        return ledger.within(person.actor(), () -> work.waitingOn(person.actor(), day.caseId, day.tick()));
    }

    private static String path(DecisionId id) {
        return "/decisions/" + id.value();
    }
}
