package org.holdfast.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.holdfast.HoldfastTest;
import org.holdfast.TestPartnership;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.mail.CalendarEntry;
import org.holdfast.mail.Message;
import org.holdfast.mail.Outbox;
import org.holdfast.sharing.CaseId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Everybody invited has their own slot in their calendar: sent when the co-ordinator says so, followed by changes, taken out when it is off. */
@HoldfastTest
class InvitationsTest {
    private static final Instant MORNING = Instant.parse("2026-06-01T08:00:00Z");
    private static final LocalDate PANEL = LocalDate.of(2026, 6, 15);

    private final Meetings meetings;
    private final Sessions sessions;
    private final Invitations invitations;
    private final Outbox outbox;
    private final PanelDay day;
    private final TestPartnership.Founder founder;
    private TestPartnership us;
    private MeetingId panel;
    private CaseId alba;

    InvitationsTest(
            Meetings meetings,
            Sessions sessions,
            Invitations invitations,
            Outbox outbox,
            PanelDay day,
            TestPartnership.Founder founder) {
        this.sessions = sessions;
        this.meetings = meetings;
        this.invitations = invitations;
        this.outbox = outbox;
        this.day = day;
        this.founder = founder;
    }

    @BeforeEach
    void aPanelOfTwoChildren() {
        us = founder.found(MORNING);
        alba = day.waiting(us, "Alba Testchild", 20, MORNING);
        day.waiting(us, "Bruno Testchild", 10, MORNING);
        panel = day.planned(us, PANEL, MORNING);
    }

    @Test
    void whoever_comes_for_one_item_is_invited_for_its_slot_and_told_no_name() {
        AttendeeId worker = day.invite(us, panel, us.socialWorker, Capacity.SOCIAL_WORKER, MORNING);
        assertThat(due(us.socialWorker)).isEqualTo(Invitations.Due.NO_ITEM);
        meetings.inviteTo(us.coordinator.actor(), item("Bruno Testchild").item().id(), Set.of(worker), MORNING)
                .orThrow();

        assertThat(send()).isEqualTo(6);

        AgendaSlots.Slot slot = item("Bruno Testchild").slot().orElseThrow();
        CalendarEntry entry = entry(us.socialWorker);
        assertThat(entry.from()).isEqualTo(at(slot.from()));
        assertThat(entry.until()).isEqualTo(at(slot.until()));
        assertThat(entry.place()).isEqualTo("Example Street 1");
        assertThat(entry(us.policeVoter).from()).isEqualTo(at(LocalTime.of(9, 30)));
        assertThat(entry(us.policeVoter).until()).isEqualTo(at(LocalTime.of(10, 0)));
        for (Message message : List.of(message(us.socialWorker), message(us.policeVoter))) {
            assertThat(message.toString()).doesNotContain("Testchild");
        }
    }

    @Test
    void nothing_is_sent_twice_and_only_a_change_of_slot_or_place_is_sent_again_under_the_same_name() {
        AttendeeId worker = day.invite(us, panel, us.socialWorker, Capacity.SOCIAL_WORKER, MORNING);
        Meetings.Entry bruno = item("Bruno Testchild");
        meetings.inviteTo(us.coordinator.actor(), bruno.item().id(), Set.of(worker), MORNING)
                .orThrow();
        send();
        assertThat(send()).isZero();
        CalendarEntry first = entry(us.socialWorker);

        int other = bruno.item().position() == 1 ? 2 : 1;
        meetings.move(us.coordinator.actor(), bruno.item().id(), other, version(), MORNING)
                .orThrow();
        assertThat(due(us.policeVoter)).isEqualTo(Invitations.Due.NOTHING);
        assertThat(due(us.socialWorker)).isEqualTo(Invitations.Due.CHANGE);
        assertThat(entry(us.socialWorker))
                .as("nobody is written to by the move")
                .isEqualTo(first);

        assertThat(send()).isEqualTo(1);
        CalendarEntry second = entry(us.socialWorker);
        assertThat(second.uid()).isEqualTo(first.uid());
        assertThat(second.sequence()).isEqualTo(first.sequence() + 1);
        assertThat(second.from()).isNotEqualTo(first.from());

        meetings.inviteTo(us.coordinator.actor(), bruno.item().id(), Set.of(), MORNING)
                .orThrow();
        assertThat(due(us.socialWorker)).isEqualTo(Invitations.Due.CANCELLATION);
        assertThat(send()).isEqualTo(1);
        assertThat(entry(us.socialWorker).cancelled()).isTrue();
        assertThat(entry(us.socialWorker).sequence()).isEqualTo(2);
    }

    @Test
    void whoever_need_not_come_is_told_at_once_and_so_is_everybody_when_the_panel_is_off() {
        send();
        meetings.uninvite(us.coordinator.actor(), panel, day.seat(us, panel, us.guardian, MORNING), MORNING)
                .orThrow();
        assertThat(entry(us.guardian).cancelled()).isTrue();
        assertThat(entry(us.policeVoter).cancelled()).isFalse();

        meetings.cancel(us.coordinator.actor(), panel, "made up", version(), MORNING)
                .orThrow();
        assertThat(entry(us.policeVoter).cancelled()).isTrue();
        assertThat(entry(us.policeVoter).sequence()).isEqualTo(1);
        assertThat(entry(us.chair).cancelled()).isTrue();
        assertThat(outbox.own(us.guardian.actor(), 1).messages())
                .as("told once")
                .hasSize(2);
    }

    @Test
    void nobody_sends_times_from_a_page_on_which_the_agenda_stood_otherwise() {
        int seen = version();
        meetings.move(us.coordinator.actor(), item("Bruno Testchild").item().id(), 1, seen, MORNING)
                .orThrow();
        meetings.move(us.coordinator.actor(), item("Bruno Testchild").item().id(), 2, version(), MORNING)
                .orThrow();
        assertThat(invitations.send(us.coordinator.actor(), panel, seen, MORNING))
                .isEqualTo(Outcome.refused(Reason.of("meetings.refused.changed-meanwhile", "")));
        assertThat(outbox.own(us.policeVoter.actor(), 1).messages()).isEmpty();
        assertThat(send()).isPositive();
    }

    @Test
    void the_room_expects_each_child_when_the_agenda_and_the_calendars_do_where_the_children_share_the_time() {
        us = founder.found("solihull", MORNING);
        for (String child : List.of("Alba Testchild", "Bruno Testchild", "Cia Testchild")) {
            day.waiting(us, child, 20, MORNING);
        }
        panel = meetings.plan(
                        us.coordinator.actor(),
                        new MeetingPlan(
                                "exploitation-panel",
                                PANEL,
                                LocalTime.of(9, 30),
                                new Place("Example Street 1", ""),
                                us.chair.member().id()),
                        MORNING)
                .orThrow();
        Meetings.Agenda agenda = meetings.agenda(us.coordinator.actor(), panel, MORNING).orThrow();
        Sessions.Standing room = sessions.standing(us.coordinator.actor(), panel, MORNING).orThrow();
        assertThat(agenda.kind().load().steady()).as("else this says nothing").isFalse();
        assertThat(agenda.entries())
                .hasSize(3)
                .allSatisfy(entry -> assertThat(room.lines().stream()
                                .filter(it -> it.item().id().equals(entry.item().id()))
                                .findFirst()
                                .orElseThrow()
                                .times()
                                .orElseThrow()
                                .planned())
                        .isEqualTo(at(entry.slot().orElseThrow().from())));
    }

    @Test
    void who_was_never_invited_by_mail_is_not_told_of_an_end_and_only_the_coordinator_sends() {
        assertThat(invitations.send(us.chair.actor(), panel, version(), MORNING)).isInstanceOf(Outcome.Refused.class);
        assertThat(invitations.show(us.policeVoter.actor(), panel, MORNING)).isInstanceOf(Outcome.Refused.class);
        meetings.cancel(us.coordinator.actor(), panel, "made up", version(), MORNING)
                .orThrow();
        assertThat(outbox.own(us.policeVoter.actor(), 1).messages()).isEmpty();
        assertThat(invitations.send(us.coordinator.actor(), panel, version(), MORNING)).isInstanceOf(Outcome.Refused.class);
    }

    private int send() {
        return invitations.send(us.coordinator.actor(), panel, version(), MORNING).orThrow();
    }

    private Invitations.Due due(TestPartnership.Person person) {
        return invitations.show(us.coordinator.actor(), panel, MORNING).orThrow().people().stream()
                .filter(standing ->
                        standing.attendee().member().equals(person.member().id()))
                .findFirst()
                .orElseThrow()
                .due();
    }

    private Meetings.Entry item(String child) {
        return day.agenda(us.coordinator, panel, MORNING).entries().stream()
                .filter(entry -> entry.child().equals(child))
                .findFirst()
                .orElseThrow();
    }

    private int version() {
        return day.agenda(us.coordinator, panel, MORNING).meeting().version();
    }

    private Message message(TestPartnership.Person person) {
        return outbox.own(person.actor(), 1).messages().getFirst().kept().message();
    }

    private CalendarEntry entry(TestPartnership.Person person) {
        return Objects.requireNonNull(message(person).entry());
    }

    private static Instant at(LocalTime time) {
        return PANEL.atTime(time).atZone(org.holdfast.law.UnitedKingdom.ZONE).toInstant();
    }
}
