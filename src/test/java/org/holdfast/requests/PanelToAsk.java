package org.holdfast.requests;

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
import org.holdfast.meetings.Capacity;
import org.holdfast.meetings.MeetingId;
import org.holdfast.meetings.MeetingPlan;
import org.holdfast.meetings.Meetings;
import org.holdfast.meetings.Place;
import org.holdfast.people.BirthDate;
import org.holdfast.people.ChildFacts;
import org.holdfast.people.ChildName;
import org.holdfast.people.NewChild;
import org.holdfast.people.People;
import org.holdfast.people.Sex;
import org.holdfast.sharing.CaseId;
import org.springframework.stereotype.Component;

/** A made-up panel in the tests of requests: children who wait, and a panel to which three agencies and the guardians come. */
@Component
class PanelToAsk {
    private final Meetings meetings;
    private final Cases cases;
    private final People people;
    private final Clocks clocks;

    PanelToAsk(Meetings meetings, Cases cases, People people, Clocks clocks) {
        this.meetings = meetings;
        this.cases = cases;
        this.people = people;
        this.clocks = clocks;
    }

    /** A child whose referral was accepted for local decision ten days ago. */
    CaseId waiting(TestPartnership us, String name, Instant now) {
        var by = us.coordinator.actor();
        Instant referred = now.minus(Duration.ofDays(10));
        ChildFacts facts = ChildFacts.of(
                ChildName.asKnown(name), BirthDate.of(UnitedKingdom.day(now).minusYears(15)), Sex.FEMALE);
        CaseId id = cases.open(by, people.create(by, NewChild.of(facts, "test"), now), now);
        cases.happened(by, id, Milestone.REFERRED, referred, now);
        cases.happened(by, id, Milestone.SENT_TO_COMPETENT_AUTHORITY, referred, now);
        cases.happened(by, id, Milestone.ACCEPTED_FOR_LOCAL_DECISION, referred, now);
        clocks.start(by, id, ClockKind.REASONABLE_GROUNDS, referred, now).orThrow();
        clocks.start(by, id, ClockKind.CONCLUSIVE_GROUNDS, referred, now).orThrow();
        return id;
    }

    MeetingId planned(TestPartnership us, LocalDate on, Instant now) {
        MeetingPlan plan = new MeetingPlan(
                "panel",
                on,
                LocalTime.of(9, 30),
                new Place("Example Street 1", ""),
                us.chair.member().id());
        MeetingId id = meetings.plan(us.coordinator.actor(), plan, now).orThrow();
        invite(us, id, us.councilVoter, Capacity.VOTING, now);
        invite(us, id, us.policeVoter, Capacity.VOTING, now);
        invite(us, id, us.healthVoter, Capacity.VOTING, now);
        invite(us, id, us.guardian, Capacity.GUARDIAN_SERVICE, now);
        return id;
    }

    private void invite(
            TestPartnership us, MeetingId id, TestPartnership.Person person, Capacity capacity, Instant now) {
        meetings.invite(us.coordinator.actor(), id, person.member().id(), capacity, null, now)
                .orThrow();
    }
}
