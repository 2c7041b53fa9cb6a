package org.holdfast.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.Reasons.keys;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.holdfast.HoldfastTest;
import org.holdfast.Refusals;
import org.holdfast.TestPartnership;
import org.holdfast.audit.Ledger;
import org.holdfast.casework.ActionDraft;
import org.holdfast.casework.ActionState;
import org.holdfast.casework.Plans;
import org.holdfast.casework.WorkItem;
import org.holdfast.law.Outcome;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.law.WorkingCalendar;
import org.holdfast.partnership.MemberId;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.LawfulBasis;
import org.holdfast.sharing.Sharing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a meeting's minutes: the chair reads them item by item, the co-ordinator mends them, and they go out (MTG-4, SHR-2). */
@HoldfastTest
class MinutesTest {

    private static final LocalDate PANEL_DAY = LocalDate.of(2026, 12, 2);

    private final MinuteBook minutes;
    private final Sessions sessions;
    private final Meetings meetings;
    private final MeetingWork work;
    private final Plans plans;
    private final Sharing sharing;
    private final Ledger ledger;
    private final PanelDay day;
    private final TestPartnership us;
    private final Instant before = at(PANEL_DAY.minusDays(9), 9);
    private final Instant panel = at(PANEL_DAY, 10);

    private MeetingId meeting;
    private AgendaItemId ann;
    private AgendaItemId bea;
    private CaseId annsCase;
    private CaseId beasCase;

    MinutesTest(
            MinuteBook minutes,
            Sessions sessions,
            Meetings meetings,
            MeetingWork work,
            Plans plans,
            Sharing sharing,
            Ledger ledger,
            PanelDay day,
            TestPartnership.Founder founder) {
        this.minutes = minutes;
        this.sessions = sessions;
        this.meetings = meetings;
        this.work = work;
        this.plans = plans;
        this.sharing = sharing;
        this.ledger = ledger;
        this.day = day;
        this.us = founder.found(before);
    }

    @BeforeEach
    void aPanelOfTwoChildrenIsHeld() {
        annsCase = day.waiting(us, "Ann Testchild", 10, before);
        beasCase = day.waiting(us, "Bea Testchild", 5, before);
        meeting = day.planned(us, PANEL_DAY, before);
        ann = item(annsCase);
        bea = item(beasCase);
        plans.agree(us.coordinator.actor(), annsCase, action("Ring the school", PANEL_DAY.minusDays(2)), before)
                .orThrow();
        day.open(us, meeting, panel, us.chair, us.councilVoter, us.policeVoter, us.healthVoter);
        for (AgendaItemId item : List.of(ann, bea)) {
            sessions.call(us.coordinator.actor(), item, panel).orThrow();
            sessions.write(us.coordinator.actor(), item, Note.Part.OPEN, "School was heard.", 0, panel)
                    .orThrow();
            sessions.decided(us.coordinator.actor(), item, panel, panel).orThrow();
        }
        plans.agreedAt(
                        us.coordinator.actor(),
                        annsCase,
                        action("Book a health assessment", PANEL_DAY.plusDays(7)),
                        meeting.value(),
                        panel)
                .orThrow();
        sessions.finish(us.coordinator.actor(), meeting, panel.plusSeconds(3600))
                .orThrow();
    }

    @Test
    void theChairSendsAnItemBackTheCoordinatorMendsItAndWithTheLastApprovalTheWholeIsSealed() {
        Instant later = panel.plusSeconds(7200);
        assertThat(keys(minutes.sendBack(us.coordinator.actor(), ann, "x", later)))
                .containsExactly("meetings.refused.chair-only");
        assertThat(Refusals.subjects(ledger, us.coordinator.actor())).containsExactly(ann.value());
        assertThat(keys(minutes.sendBack(us.chair.actor(), ann, " ", later)))
                .containsExactly("meetings.minutes.remark.needed");
        minutes.sendBack(us.chair.actor(), ann, "Police were heard as well.", later)
                .orThrow();
        assertThat(work(us.coordinator, later)).contains("meetings.work.mend");
        assertThat(work(us.chair, later)).doesNotContain("meetings.work.approve");
        assertThat(keys(minutes.approve(
                        us.chair.actor(), meeting, read(us.chair, later).hash(), later)))
                .containsExactly("meetings.refused.items-sent-back");

        sessions.write(us.coordinator.actor(), ann, Note.Part.OPEN, "School and police were heard.", 1, later)
                .orThrow();
        minutes.handBack(us.coordinator.actor(), ann, "Added.", later.plusSeconds(1))
                .orThrow();
        assertThat(work(us.chair, later)).contains("meetings.work.approve");
        MinuteBook.Minutes draft = read(us.chair, later);
        assertThat(draft.standing().get(ann.value()).reviews())
                .extracting(MinutesReview::remark)
                .containsExactly("Police were heard as well.", "Added.");
        assertThat(read(us.policeVoter, later).standing().get(ann.value()).reviews())
                .as("remarks are between chair and co-ordinator")
                .isEmpty();

        approve(ann, draft, later.plusSeconds(2));
        assertThat(read(us.chair, later).meeting().state()).isEqualTo(MeetingState.FINISHED);
        sessions.write(us.coordinator.actor(), ann, Note.Part.OPEN, "Nothing.", 2, later.plusSeconds(3))
                .orThrow();
        assertThat(read(us.chair, later).standing().get(ann.value()).state())
                .as("what is changed after its approval is read again")
                .isEqualTo(MinutesItemState.WAITING);
        assertThat(keys(minutes.approveItem(
                        us.chair.actor(), ann, draft.standing().get(ann.value()).hash(), later)))
                .containsExactly("meetings.refused.minutes-changed");
        approve(ann, read(us.chair, later), later.plusSeconds(4));
        approve(bea, read(us.chair, later), later.plusSeconds(5));

        MinuteBook.Minutes sealed = read(us.chair, later);
        assertThat(sealed.meeting().state()).isEqualTo(MeetingState.APPROVED);
        assertThat(sealed.approvedBy()).isEqualTo("Chara Chair");
        assertThat(keys(minutes.sendBack(us.chair.actor(), ann, "Too late", later)))
                .containsExactly("meetings.refused.minutes-approved");
    }

    @Test
    void whatWasStillToBeDoneForTheChildStandsInTheMinutesAsItStoodAndDoesNotChangeAfterwards() {
        Instant later = panel.plusSeconds(7200);
        MinutesText.Item item = read(us.chair, later).text().items().getFirst();
        assertThat(item.earlier()).singleElement().satisfies(it -> {
            assertThat(it.what()).isEqualTo("Ring the school");
            assertThat(it.state()).isEqualTo(ActionState.OPEN);
            assertThat(it.overdue(PANEL_DAY)).isTrue();
        });
        assertThat(item.actions())
                .extracting(MinutesText.AgreedAction::what)
                .containsExactly("Book a health assessment");
        String hash = read(us.chair, later).hash();
        plans.move(
                        us.coordinator.actor(),
                        annsCase,
                        item.earlier().getFirst().action(),
                        org.holdfast.casework.ActionCommand.COMPLETE,
                        "Rang",
                        1,
                        later)
                .orThrow();
        assertThat(read(us.chair, later).hash()).isEqualTo(hash);
    }

    @Test
    void minutesGoOutAsLinksAndItIsKeptWhatEachPersonCouldReadWhatForAndOnWhichBasis() {
        sharing.exclude(
                us.coordinator.actor(), beasCase, us.policeVoter.member().id(), "A neighbour", panel);
        Instant later = panel.plusSeconds(7200);
        assertThat(keys(send(later))).containsExactly("meetings.refused.minutes-not-approved");
        minutes.approve(us.chair.actor(), meeting, read(us.chair, later).hash(), later)
                .orThrow();
        LocalDate due = WorkingCalendar.of(org.holdfast.law.Nation.ENGLAND).after(PANEL_DAY, 3);
        assertThat(workItems(us.coordinator, later))
                .filteredOn(it -> it.key().equals("meetings.work.send"))
                .singleElement()
                .extracting(WorkItem::dueAt)
                .isEqualTo(UnitedKingdom.endOf(due));
        assertThat(minutes.outgoing(us.chair.actor(), meeting, later)).isEqualTo(Outcome.refused(Sharing.NOT_FOUND));
        assertThat(keys(minutes.send(us.coordinator.actor(), meeting, Set.of(), "", null, later)))
                .containsExactly("meetings.send.to-nobody", "meetings.send.needs-purpose", "meetings.send.needs-basis");

        Instant lastMinute = UnitedKingdom.endOf(due).minusSeconds(60);
        Sending sent = send(lastMinute).orThrow();
        assertThat(sent.inTime()).isTrue();
        assertThat(sent.recipients())
                .filteredOn(it -> it.name().equals("Pola Policevoter"))
                .singleElement()
                .satisfies(it -> assertThat(it.items())
                        .as("not the case she is kept out of")
                        .isEqualTo(1));
        assertThat(sent.recipients().stream()
                        .map(Sending.Recipient::hash)
                        .distinct()
                        .count())
                .as("what is read differs")
                .isGreaterThan(1);
        assertThat(work(us.coordinator, lastMinute)).doesNotContain("meetings.work.send");
        assertThat(ledger.linesAbout(us.coordinator.actor(), beasCase.value(), 100))
                .filteredOn(it -> it.event().equals("minutes-disclosed"))
                .hasSize(sent.recipients().size() - 1);
        assertThat(send(lastMinute.plusSeconds(120)).orThrow().inTime()).isFalse();
        assertThat(read(us.coordinator, lastMinute).clock().state(PANEL_DAY)).isEqualTo(MinutesClock.State.IN_TIME);
        assertThat(read(us.policeVoter, lastMinute).sendings()).isEmpty();
    }

    private Outcome<Sending> send(Instant at) {
        Set<MemberId> everybody =
                Set.of(us.chair, us.councilVoter, us.policeVoter, us.healthVoter, us.guardian).stream()
                        .map(it -> it.member().id())
                        .collect(Collectors.toSet());
        return minutes.send(us.coordinator.actor(), meeting, everybody, "To do your part", LawfulBasis.PUBLIC_TASK, at);
    }

    private void approve(AgendaItemId item, MinuteBook.Minutes as, Instant at) {
        minutes.approveItem(
                        us.chair.actor(), item, as.standing().get(item.value()).hash(), at)
                .orThrow();
    }

    private MinuteBook.Minutes read(TestPartnership.Person reader, Instant at) {
        return minutes.read(reader.actor(), meeting, at).orThrow();
    }

    private List<WorkItem> workItems(TestPartnership.Person person, Instant at) {
        return ledger.within(person.actor(), () -> work.waitingFor(person.actor(), at));
    }

    private List<String> work(TestPartnership.Person person, Instant at) {
        return workItems(person, at).stream().map(WorkItem::key).toList();
    }

    private ActionDraft action(String what, LocalDate due) {
        return new ActionDraft(
                what,
                "Agreed by all",
                us.healthVoter.member().id(),
                us.healthVoter.member().name(),
                us.healthVoter.member().agency().id(),
                us.healthVoter.member().agency().name(),
                due);
    }

    private AgendaItemId item(CaseId caseId) {
        return meetings.agenda(us.coordinator.actor(), meeting, before).orThrow().entries().stream()
                .filter(it -> it.item().caseId().equals(caseId))
                .findFirst()
                .orElseThrow()
                .item()
                .id();
    }

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(LocalTime.of(hour, 0)).atZone(UnitedKingdom.ZONE).toInstant();
    }
}
