package org.holdfast.room;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.holdfast.TestPartnership;
import org.holdfast.TestPartnership.Person;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Role;
import org.holdfast.casework.Cases;
import org.holdfast.casework.Milestone;
import org.holdfast.clocks.ClockKind;
import org.holdfast.clocks.Clocks;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.meetings.AgendaItemId;
import org.holdfast.meetings.AttendeeId;
import org.holdfast.meetings.Capacity;
import org.holdfast.meetings.MeetingId;
import org.holdfast.meetings.MeetingPlan;
import org.holdfast.meetings.Meetings;
import org.holdfast.meetings.Place;
import org.holdfast.meetings.Presence;
import org.holdfast.meetings.Sessions;
import org.holdfast.people.BirthDate;
import org.holdfast.people.ChildFacts;
import org.holdfast.people.ChildName;
import org.holdfast.people.NewChild;
import org.holdfast.people.People;
import org.holdfast.people.Sex;
import org.holdfast.sharing.CaseId;
import org.springframework.stereotype.Component;

/** A made-up panel in session today, on the first of its two children; chair, voters and a note taker are there. */
public final class RoomDay {

    /** Makes such days. */
    @Component
    public static class Maker {
        private final Meetings meetings;
        private final Sessions sessions;
        private final Cases cases;
        private final People people;
        private final Clocks clocks;

        Maker(Meetings meetings, Sessions sessions, Cases cases, People people, Clocks clocks) {
            this.meetings = meetings;
            this.sessions = sessions;
            this.cases = cases;
            this.people = people;
            this.clocks = clocks;
        }

        public RoomDay inSession(TestPartnership us, Instant now) {
            return new RoomDay(this, us, now);
        }
    }

    private final Maker by;
    private final TestPartnership us;
    private final Instant now;
    private final LocalDate today;
    public final Person noteTaker;
    public final CaseId firstChild;
    public final MeetingId panel;
    public final AgendaItemId first;
    public final AgendaItemId second;

    private RoomDay(Maker by, TestPartnership us, Instant now) {
        this.by = by;
        this.us = us;
        this.now = now;
        this.today = UnitedKingdom.day(now);
        noteTaker = us.join(us.council, "Nora Notetaker", Role.MANAGER);
        firstChild = waiting("Ann Testchild", 40);
        waiting("Bea Testchild", 30);
        panel = plan(today);
        invite(us.councilVoter, Capacity.VOTING);
        invite(us.policeVoter, Capacity.VOTING);
        invite(us.healthVoter, Capacity.VOTING);
        invite(us.guardian, Capacity.GUARDIAN_SERVICE);
        invite(noteTaker, Capacity.NOTE_TAKER);
        List<AgendaItemId> items = by.meetings.agenda(us.coordinator.actor(), panel, now).orThrow().entries().stream()
                .map(it -> it.item().id())
                .toList();
        first = items.get(0);
        second = items.get(1);
        by.sessions.open(us.coordinator.actor(), panel, now).orThrow();
        for (Person person : List.of(us.chair, us.councilVoter, us.policeVoter, us.healthVoter)) {
            by.sessions
                    .arrived(us.coordinator.actor(), panel, seat(person), Presence.How.IN_PERSON, now)
                    .orThrow();
        }
        by.sessions.call(us.coordinator.actor(), first, now).orThrow();
    }

    MeetingId plan(LocalDate on) {
        return by.meetings
                .plan(
                        us.coordinator.actor(),
                        new MeetingPlan(
                                "panel",
                                on,
                                LocalTime.of(9, 30),
                                new Place("Example Street 1", ""),
                                us.chair.member().id()),
                        now)
                .orThrow();
    }

    AttendeeId invite(Person person, Capacity capacity) {
        return by.meetings
                .invite(us.coordinator.actor(), panel, person.member().id(), capacity, null, now)
                .orThrow();
    }

    AttendeeId seat(Person person) {
        return by.meetings
                .agenda(us.coordinator.actor(), panel, now)
                .orThrow()
                .attendance()
                .of(person.member().id())
                .orElseThrow()
                .id();
    }

    private CaseId waiting(String name, int daysSinceReferral) {
        Instant referred = now.minus(Duration.ofDays(daysSinceReferral));
        Actor actor = us.coordinator.actor();
        CaseId id = by.cases.open(
                actor,
                by.people.create(
                        actor,
                        NewChild.of(
                                ChildFacts.of(ChildName.asKnown(name), BirthDate.of(today.minusYears(15)), Sex.FEMALE),
                                "test"),
                        now),
                now);
        for (Milestone milestone : List.of(
                Milestone.REFERRED, Milestone.SENT_TO_COMPETENT_AUTHORITY, Milestone.ACCEPTED_FOR_LOCAL_DECISION)) {
            by.cases.happened(actor, id, milestone, referred, now);
        }
        by.clocks.start(actor, id, ClockKind.REASONABLE_GROUNDS, referred, now).orThrow();
        by.clocks.start(actor, id, ClockKind.CONCLUSIVE_GROUNDS, referred, now).orThrow();
        return id;
    }
}
