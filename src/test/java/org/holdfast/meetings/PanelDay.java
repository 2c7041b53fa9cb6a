package org.holdfast.meetings;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.holdfast.TestPartnership;
import org.holdfast.casework.Cases;
import org.holdfast.casework.Milestone;
import org.holdfast.clocks.ClockKind;
import org.holdfast.clocks.Clocks;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.people.BirthDate;
import org.holdfast.people.ChildFacts;
import org.holdfast.people.ChildName;
import org.holdfast.people.NewChild;
import org.holdfast.people.People;
import org.holdfast.people.Sex;
import org.holdfast.sharing.CaseId;
import org.springframework.stereotype.Component;

/** A made-up panel day in the tests of meetings: children who wait, a meeting that is planned, people who come. */
@Component
class PanelDay {
    private final Meetings meetings;
    private final Sessions sessions;
    private final Cases cases;
    private final People people;
    private final Clocks clocks;

    PanelDay(Meetings meetings, Sessions sessions, Cases cases, People people, Clocks clocks) {
        this.meetings = meetings;
        this.sessions = sessions;
        this.cases = cases;
        this.people = people;
        this.clocks = clocks;
    }

    /** A child whose referral was accepted for local decision some days ago. */
    CaseId waiting(TestPartnership us, String name, int daysSinceReferral, Instant now) {
        Instant referred = now.minus(Duration.ofDays(daysSinceReferral));
        var by = us.coordinator.actor();
        CaseId id = cases.open(
                by,
                people.create(
                        by,
                        NewChild.of(
                                ChildFacts.of(
                                        ChildName.asKnown(name),
                                        BirthDate.of(UnitedKingdom.day(now).minusYears(15)),
                                        Sex.FEMALE),
                                "test"),
                        now),
                now);
        cases.happened(by, id, Milestone.REFERRED, referred, now);
        cases.happened(by, id, Milestone.SENT_TO_COMPETENT_AUTHORITY, referred, now);
        cases.happened(by, id, Milestone.ACCEPTED_FOR_LOCAL_DECISION, referred, now);
        clocks.start(by, id, ClockKind.REASONABLE_GROUNDS, referred, now).orThrow();
        clocks.start(by, id, ClockKind.CONCLUSIVE_GROUNDS, referred, now).orThrow();
        return id;
    }

    /** A panel on a day, with the three voters and the guardian invited. */
    MeetingId planned(TestPartnership us, LocalDate on, Instant now) {
        MeetingId id = meetings.plan(
                        us.coordinator.actor(),
                        new MeetingPlan(
                                "panel",
                                on,
                                LocalTime.of(9, 30),
                                new Place("Example Street 1", ""),
                                us.chair.member().id()),
                        now)
                .orThrow();
        boolean invitedAgain =
                agenda(us.coordinator, id, now).attendance().attendees().size() > 1;
        if (!invitedAgain) {
            invite(us, id, us.councilVoter, Capacity.VOTING, now);
            invite(us, id, us.policeVoter, Capacity.VOTING, now);
            invite(us, id, us.healthVoter, Capacity.VOTING, now);
            invite(us, id, us.guardian, Capacity.GUARDIAN_SERVICE, now);
        }
        return id;
    }

    AttendeeId invite(TestPartnership us, MeetingId id, TestPartnership.Person person, Capacity capacity, Instant now) {
        return meetings.invite(us.coordinator.actor(), id, person.member().id(), capacity, null, now)
                .orThrow();
    }

    Meetings.Agenda agenda(TestPartnership.Person reader, MeetingId id, Instant now) {
        return meetings.agenda(reader.actor(), id, now).orThrow();
    }

    AttendeeId seat(TestPartnership us, MeetingId id, TestPartnership.Person person, Instant now) {
        return agenda(us.coordinator, id, now)
                .attendance()
                .of(person.member().id())
                .orElseThrow()
                .id();
    }

    /** Opens the session, with these people in the room. */
    void open(TestPartnership us, MeetingId id, Instant now, TestPartnership.Person... here) {
        sessions.open(us.coordinator.actor(), id, now).orThrow();
        for (TestPartnership.Person person : here) {
            sessions.arrived(us.coordinator.actor(), id, seat(us, id, person, now), Presence.How.IN_PERSON, now)
                    .orThrow();
        }
    }
}
