package org.holdfast.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.Reasons.keys;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.holdfast.HoldfastTest;
import org.holdfast.TestPartnership;
import org.holdfast.audit.Ledger;
import org.holdfast.casework.CourtDateDraft;
import org.holdfast.casework.Courts;
import org.holdfast.law.Outcome;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.Sharing;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;

/** Urgent meetings, pre-meets and the coming quarter on the real database. */
@HoldfastTest
@Import(PanelDay.class)
class DiaryTest {
    private final Diary diary;
    private final DiaryWork work;
    private final Meetings meetings;
    private final Courts courts;
    private final Ledger ledger;
    private final PanelDay day;
    private final TestPartnership.Founder founder;

    /** A Monday. */
    private final Instant now = Instant.parse("2026-03-02T10:00:00Z");

    private final LocalDate today = UnitedKingdom.day(now);

    DiaryTest(
            Diary diary,
            DiaryWork work,
            Meetings meetings,
            Courts courts,
            Ledger ledger,
            PanelDay day,
            TestPartnership.Founder founder) {
        this.diary = diary;
        this.work = work;
        this.meetings = meetings;
        this.courts = courts;
        this.ledger = ledger;
        this.day = day;
        this.founder = founder;
    }

    @Test
    void aChildInCourtBeforeThePanelIsBroughtForwardToAnUrgentOne() {
        TestPartnership us = founder.found("kensington-westminster", now);
        CaseId child = day.waiting(us, "Ann Testchild", 3, now);
        MeetingId panel = day.planned(us, today.plusDays(20), now);
        courts.set(
                        us.coordinator.actor(),
                        child,
                        new CourtDateDraft(today.plusDays(4), "Example Youth Court", "First hearing", null, null),
                        now)
                .orThrow();
        assertThat(ledger.within(us.coordinator.actor(), () -> work.waitingFor(us.coordinator.actor(), now)))
                .extracting(it -> it.key())
                .containsExactly("meetings.work.urgent-court");
        assertThat(ledger.within(us.chair.actor(), () -> work.waitingFor(us.chair.actor(), now)))
                .isEmpty();

        assertThat(keys(diary.callUrgent(us.coordinator.actor(), plan(us, "panel", today.plusDays(3)), "", child, now)))
                .containsExactly("meetings.urgent.because", "meetings.urgent.too-late");
        assertThat(keys(diary.callUrgent(
                        us.coordinator.actor(), plan(us, "actions", today.plusDays(1)), "In court", child, now)))
                .containsExactly("meetings.urgent.not-this-kind");
        assertThat(diary.callUrgent(us.chair.actor(), plan(us, "panel", today.plusDays(1)), "In court", child, now))
                .isEqualTo(Outcome.refused(Sharing.NOT_FOUND));

        MeetingId urgent = diary.callUrgent(
                        us.coordinator.actor(), plan(us, "panel", today.plusDays(1)), "In court on Friday", child, now)
                .orThrow();
        assertThat(day.agenda(us.coordinator, urgent, now).entries())
                .extracting(it -> it.item().caseId())
                .containsExactly(child);
        assertThat(day.agenda(us.coordinator, panel, now).entries()).isEmpty();
        assertThat(day.agenda(us.coordinator, urgent, now).attendance().attendees())
                .as("whoever is usually there is called again")
                .hasSizeGreaterThan(3);
        assertThat(around(us, urgent).urgentBecause()).isEqualTo("In court on Friday");
        assertThat(ledger.within(us.coordinator.actor(), () -> work.waitingFor(us.coordinator.actor(), now)))
                .isEmpty();
    }

    @Test
    void aPreMeetTakesTheAgendaOfItsPanelAndDecidesNothing() {
        TestPartnership us = founder.found("kensington-westminster", now);
        CaseId child = day.waiting(us, "Ann Testchild", 10, now);
        MeetingId panel = day.planned(us, today.plusDays(9), now);
        assertThat(around(us, panel).preMeetKinds()).extracting(it -> it.id()).containsExactly("pre-meet");
        assertThat(keys(diary.arrangePreMeet(
                        us.coordinator.actor(), panel, plan(us, "pre-meet", today.plusDays(10)), now)))
                .containsExactly("meetings.pre-meet.before");
        assertThat(keys(diary.arrangePreMeet(
                        us.coordinator.actor(), panel, plan(us, "steering-group", today.plusDays(7)), now)))
                .containsExactly("meetings.plan.kind");

        MeetingId preMeet = diary.arrangePreMeet(
                        us.coordinator.actor(), panel, plan(us, "pre-meet", today.plusDays(7)), now)
                .orThrow();
        Meetings.Agenda agenda = day.agenda(us.coordinator, preMeet, now);
        assertThat(agenda.entries()).singleElement().satisfies(entry -> {
            assertThat(entry.item().caseId()).isEqualTo(child);
            assertThat(entry.item().purpose()).isEqualTo(Purpose.DISCUSSION);
        });
        assertThat(agenda.attendance().attendees())
                .as("a smaller circle: the chair, until somebody is invited")
                .extracting(Attendee::name)
                .containsExactly("Chara Chair");
        assertThat(day.agenda(us.coordinator, panel, now).entries())
                .as("the panel keeps its item")
                .hasSize(1);
        assertThat(around(us, panel).preMeets())
                .extracting(it -> it.meeting().id())
                .containsExactly(preMeet);
        assertThat(around(us, preMeet).prepares())
                .get()
                .extracting(it -> it.meeting().id())
                .isEqualTo(panel);
        assertThat(diary.around(
                                us.policeVoter.actor(),
                                agendaOf(us, panel).meeting(),
                                agendaOf(us, panel).kind(),
                                now)
                        .preMeets())
                .as("who is not invited to it does not see it")
                .isEmpty();
    }

    @Test
    void theWholeQuarterIsPlannedByItsRhythmOnceAndFillsTheHoles() {
        TestPartnership us = founder.found("cardiff", now);
        for (int child = 1; child <= 14; child++) {
            day.waiting(us, "Child" + child + " Testchild", 20, now);
        }
        Quarter before = diary.quarter(us.coordinator.actor(), now).orThrow();
        assertThat(before.gaps()).extracting(it -> it.kind().id()).contains("panel");
        assertThat(before.weeks().stream().mapToInt(Quarter.Week::due).sum()).isEqualTo(14);
        assertThat(before.weeks().getLast().shortBy()).isEqualTo(14);

        assertThat(keys(diary.planAhead(us.coordinator.actor(), plan(us, "actions", today.plusDays(2)), now)))
                .containsExactly("meetings.ahead.on-demand");
        List<MeetingId> planned = diary.planAhead(us.coordinator.actor(), plan(us, "panel", today.plusDays(2)), now)
                .orThrow();
        assertThat(planned).hasSize(7);
        assertThat(day.agenda(us.coordinator, planned.getFirst(), now).entries())
                .as("the first takes as many as it can")
                .hasSize(12);
        assertThat(day.agenda(us.coordinator, planned.get(1), now).entries()).hasSize(2);
        Quarter after = diary.quarter(us.chair.actor(), now).orThrow();
        assertThat(after.gaps()).isEmpty();
        assertThat(after.weeks().getLast().shortBy()).isZero();
        assertThat(after.weeks().stream().mapToInt(Quarter.Week::listed).sum()).isEqualTo(14);
        assertThat(keys(diary.planAhead(us.coordinator.actor(), plan(us, "panel", today.plusDays(2)), now)))
                .containsExactly("meetings.ahead.all-planned");
        assertThat(diary.quarter(us.socialWorker.actor(), now)).isEqualTo(Outcome.refused(Sharing.NOT_FOUND));
    }

    @Test
    void aClashIsToldBeforeTheMeetingIsPlannedAndAClosedDayIsRefused() {
        TestPartnership us = founder.found(now);
        MeetingId panel = day.planned(us, today.plusDays(9), now);
        assertThat(clashes(us, null, plan(us, "mace", today.plusDays(9))))
                .containsExactly(Clash.Sort.IN_TWO_PLACES, Clash.Sort.ONE_COORDINATOR);
        assertThat(clashes(us, null, plan(us, "mace", LocalDate.of(2026, 4, 6))))
                .containsExactly(Clash.Sort.BANK_HOLIDAY);
        assertThat(clashes(us, panel, plan(us, "panel", today.plusDays(9))))
                .as("a meeting does not clash with itself")
                .isEmpty();
        assertThat(meetings.plan(us.coordinator.actor(), plan(us, "mace", today.plusDays(9)), now))
                .as("told, not refused")
                .isInstanceOf(Outcome.Done.class);
    }

    private List<Clash.Sort> clashes(TestPartnership us, MeetingId replanned, MeetingPlan plan) {
        return diary.clashes(us.coordinator.actor(), replanned, plan, false, now).orThrow().stream()
                .map(Clash::sort)
                .toList();
    }

    private Meetings.Agenda agendaOf(TestPartnership us, MeetingId meeting) {
        return day.agenda(us.coordinator, meeting, now);
    }

    private Diary.Arranged around(TestPartnership us, MeetingId meeting) {
        Meetings.Agenda agenda = agendaOf(us, meeting);
        return diary.around(us.coordinator.actor(), agenda.meeting(), agenda.kind(), now);
    }

    private MeetingPlan plan(TestPartnership us, String kind, LocalDate on) {
        return new MeetingPlan(
                kind,
                on,
                LocalTime.of(9, 30),
                new Place("Example Street 1", ""),
                us.chair.member().id());
    }
}
