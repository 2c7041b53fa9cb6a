package org.holdfast.decisions;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.holdfast.TestPartnership;
import org.holdfast.TestPartnership.Person;
import org.holdfast.casework.Cases;
import org.holdfast.casework.Milestone;
import org.holdfast.casework.Plan;
import org.holdfast.casework.PlanDraft;
import org.holdfast.casework.Plans;
import org.holdfast.clocks.ClockKind;
import org.holdfast.clocks.Clocks;
import org.holdfast.clocks.RunningClock;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.meetings.AgendaItemId;
import org.holdfast.meetings.AttendeeId;
import org.holdfast.meetings.Capacity;
import org.holdfast.meetings.MeetingId;
import org.holdfast.meetings.MeetingPlan;
import org.holdfast.meetings.Meetings;
import org.holdfast.meetings.Place;
import org.holdfast.meetings.Presence;
import org.holdfast.meetings.Purpose;
import org.holdfast.meetings.Sessions;
import org.holdfast.people.BirthDate;
import org.holdfast.people.ChildFacts;
import org.holdfast.people.ChildName;
import org.holdfast.people.NewChild;
import org.holdfast.people.People;
import org.holdfast.people.Sex;
import org.holdfast.sharing.CaseId;
import org.springframework.stereotype.Component;

/** A made-up child referred a few weeks ago, and a panel in session on the child's item with everybody there. */
final class PanelDay {

    static final String CHILD = "Testa Testchild";
    static final Instant REFERRED = Instant.parse("2026-10-26T09:00:00Z");
    static final LocalDate PANEL = LocalDate.of(2026, 11, 20);
    static final LocalDate BORN = LocalDate.of(2011, 3, 2);

    /** Makes panel days. */
    @Component
    static class Maker {
        private final People people;
        private final Cases cases;
        private final Plans plans;
        private final Clocks clocks;
        private final Meetings meetings;
        private final Sessions sessions;
        private final Decisions decisions;

        Maker(
                People people,
                Cases cases,
                Plans plans,
                Clocks clocks,
                Meetings meetings,
                Sessions sessions,
                Decisions decisions) {
            this.people = people;
            this.cases = cases;
            this.plans = plans;
            this.clocks = clocks;
            this.meetings = meetings;
            this.sessions = sessions;
            this.decisions = decisions;
        }

        PanelDay child(TestPartnership us) {
            return child(us, BORN);
        }

        PanelDay child(TestPartnership us, LocalDate born) {
            return new PanelDay(this, us, REFERRED, born);
        }

        /** Council, police and health are there, and whoever else, to decide on a child. */
        PanelDay panel(TestPartnership us, Person... others) {
            return panel(us, PANEL, BORN, others);
        }

        PanelDay panel(TestPartnership us, LocalDate on, LocalDate born, Person... others) {
            Person[] voters = Stream.concat(
                            Stream.of(us.councilVoter, us.policeVoter, us.healthVoter), Stream.of(others))
                    .toArray(Person[]::new);
            return child(us, born).planned(on, voters).meets(voters);
        }
    }

    private final Maker by;
    final TestPartnership us;
    final CaseId caseId;
    MeetingId meeting;
    AgendaItemId item;
    /** The time it is now; every command takes a second. */
    Instant now;

    private PanelDay(Maker by, TestPartnership us, Instant referred, LocalDate born) {
        this.by = by;
        this.us = us;
        this.now = referred;
        var child = by.people.create(
                us.coordinator.actor(),
                NewChild.of(ChildFacts.of(ChildName.asKnown(CHILD), BirthDate.of(born), Sex.FEMALE), "Example form"),
                tick());
        caseId = by.cases.open(us.coordinator.actor(), child, tick());
        for (Milestone milestone : List.of(
                Milestone.REFERRED, Milestone.SENT_TO_COMPETENT_AUTHORITY, Milestone.ACCEPTED_FOR_LOCAL_DECISION)) {
            by.cases.happened(us.coordinator.actor(), caseId, milestone, referred, tick());
        }
        by.clocks
                .start(us.coordinator.actor(), caseId, ClockKind.REASONABLE_GROUNDS, referred, tick())
                .orThrow();
        by.clocks
                .startTurnsEighteen(us.coordinator.actor(), caseId, born, tick())
                .orThrow();
        by.plans
                .agree(
                        us.coordinator.actor(),
                        caseId,
                        new PlanDraft(
                                Plan.Kind.CHILD_PROTECTION,
                                "Safe at home",
                                "Example system",
                                UnitedKingdom.day(referred),
                                UnitedKingdom.day(referred).plusMonths(3)),
                        null,
                        tick())
                .orThrow();
    }

    /** A panel on the day with chair and these voters invited, planned a week before; the agenda fills itself. */
    PanelDay planned(LocalDate on, Person... voters) {
        now = on.minusDays(7).atTime(LocalTime.NOON).atZone(UnitedKingdom.ZONE).toInstant();
        meeting = plan(on, us.chair);
        for (Person voter : voters) {
            if (attendee(voter) == null) {
                by.meetings
                        .invite(us.coordinator.actor(), meeting, voter.member().id(), Capacity.VOTING, null, tick())
                        .orThrow();
            }
        }
        item = by.meetings.agenda(us.coordinator.actor(), meeting, tick()).orThrow().entries().stream()
                .filter(entry -> entry.item().caseId().equals(caseId))
                .findFirst()
                .orElseThrow()
                .item()
                .id();
        return this;
    }

    /** A panel on the day on whose agenda the co-ordinator puts the case for a purpose of their own. */
    PanelDay plannedFor(LocalDate on, Purpose purpose) {
        return plannedFor(on, purpose, us.chair);
    }

    PanelDay plannedFor(LocalDate on, Purpose purpose, Person chair) {
        now = on.minusDays(7).atTime(LocalTime.NOON).atZone(UnitedKingdom.ZONE).toInstant();
        meeting = plan(on, chair);
        item = by.meetings
                .list(us.coordinator.actor(), meeting, caseId, purpose, "To decide again", tick())
                .orThrow();
        return this;
    }

    private MeetingId plan(LocalDate on, Person chair) {
        return by.meetings
                .plan(
                        us.coordinator.actor(),
                        new MeetingPlan(
                                "panel",
                                on,
                                LocalTime.of(10, 0),
                                new Place("Example Room", ""),
                                chair.member().id()),
                        tick())
                .orThrow();
    }

    /** The panel meets: it is opened, the chair and these people come in, and the item is called. */
    PanelDay meets(Person... there) {
        LocalDate on = by.meetings
                .agenda(us.coordinator.actor(), meeting, tick())
                .orThrow()
                .meeting()
                .on();
        now = on.atTime(10, 0).atZone(UnitedKingdom.ZONE).toInstant();
        by.sessions.open(us.coordinator.actor(), meeting, tick()).orThrow();
        comesIn(us.chair);
        for (Person person : there) {
            comesIn(person);
        }
        by.sessions.call(us.coordinator.actor(), item, tick()).orThrow();
        return this;
    }

    /** The meeting ends. */
    void finish() {
        by.sessions.finish(us.coordinator.actor(), meeting, tick()).orThrow();
    }

    void comesIn(Person person) {
        by.sessions
                .arrived(us.coordinator.actor(), meeting, attendee(person), Presence.How.IN_PERSON, tick())
                .orThrow();
    }

    void leaves(Person person) {
        by.sessions
                .left(us.coordinator.actor(), meeting, attendee(person), tick())
                .orThrow();
    }

    AttendeeId attendee(Person person) {
        return by.meetings
                .agenda(us.coordinator.actor(), meeting, tick())
                .orThrow()
                .attendance()
                .of(person.member().id())
                .map(attendee -> attendee.id())
                .orElse(null);
    }

    /** The decision opened, assessed as a trafficked child's, and the account written. */
    DecisionId prepared() {
        DecisionId id =
                by.decisions.open(us.coordinator.actor(), item, "", tick()).orThrow();
        assess(id, Element.ACTION);
        assess(id, Element.PURPOSE);
        write(
                id,
                new Account(
                        "VIEW-MARK wants to stay at school",
                        "CREDIBILITY-MARK told late, as is usual",
                        "BEST-MARK keeps the child safe",
                        "REASON-MARK the school log is consistent",
                        Set.of(Exploitation.CRIMINAL),
                        true,
                        Set.of(),
                        null,
                        0));
        return id;
    }

    void assess(DecisionId id, Element element) {
        by.decisions
                .addEvidence(
                        us.coordinator.actor(),
                        id,
                        Definition.TRAFFICKING,
                        element,
                        Side.FOR,
                        "EVIDENCE-MARK seen with adults",
                        "SOURCE-MARK Example School",
                        Weight.STRONG,
                        tick())
                .orThrow();
        by.decisions
                .assess(
                        us.coordinator.actor(),
                        id,
                        new Assessment(
                                Definition.TRAFFICKING,
                                element,
                                Finding.MET,
                                "REASONING-MARK",
                                "MISSING-MARK",
                                0,
                                List.of()),
                        tick())
                .orThrow();
    }

    void write(DecisionId id, Account account) {
        by.decisions.write(us.coordinator.actor(), id, account, true, tick()).orThrow();
    }

    void asks(DecisionId id, Ground ground) {
        by.decisions.openVote(us.coordinator.actor(), id, ground, tick()).orThrow();
    }

    void votes(DecisionId id, Ground ground, Person person, Position position) {
        by.decisions
                .vote(
                        person.actor(),
                        id,
                        ground,
                        position,
                        "VOTE-MARK " + person.member().name(),
                        tick())
                .orThrow();
    }

    /** Council, police and health vote, in this order. */
    void vote(DecisionId id, Ground ground, Position council, Position police, Position health) {
        votes(id, ground, us.councilVoter, council);
        votes(id, ground, us.policeVoter, police);
        votes(id, ground, us.healthVoter, health);
    }

    Ballot.Result counted(DecisionId id) {
        return by.decisions.count(us.coordinator.actor(), id, tick()).orThrow().orElseThrow();
    }

    /** The panel decides a question as its majority does, says so in its account, and the decision is issued. */
    Determination decided(DecisionId id, Ground ground, Position majority) {
        boolean positive = majority == Position.FOR;
        asks(id, ground);
        write(
                id,
                new Account(
                        "v",
                        "c",
                        "b",
                        "r",
                        positive ? Set.of(Exploitation.LABOUR) : Set.of(),
                        false,
                        positive ? Set.of() : Set.of(NegativeReason.DEFINITION_NOT_MET),
                        null,
                        decision(id).account().version()));
        vote(id, ground, majority, majority, positive ? Position.AGAINST : Position.FOR);
        counted(id);
        return issued(id);
    }

    Determination issued(DecisionId id) {
        return by.decisions.issue(us.coordinator.actor(), id, tick()).orThrow();
    }

    Decision decision(DecisionId id) {
        return by.decisions.read(us.coordinator.actor(), id, tick()).orThrow().decision();
    }

    /** The votes that stand, as far as the co-ordinator may know them. */
    List<Reading.Shown> votes(DecisionId id) {
        return by.decisions.read(us.coordinator.actor(), id, tick()).orThrow().votes();
    }

    RunningClock clock(ClockKind kind) {
        return by.clocks.of(us.coordinator.actor(), caseId, tick()).stream()
                .filter(clock -> clock.kind() == kind)
                .findFirst()
                .orElse(null);
    }

    Instant tick() {
        now = now.plus(Duration.ofSeconds(1));
        return now;
    }
}
