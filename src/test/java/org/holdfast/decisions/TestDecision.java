package org.holdfast.decisions;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.holdfast.law.Reason;
import org.holdfast.meetings.AgendaItemId;
import org.holdfast.meetings.Attendee;
import org.holdfast.meetings.AttendeeId;
import org.holdfast.meetings.Capacity;
import org.holdfast.meetings.MeetingId;
import org.holdfast.meetings.Quorum;
import org.holdfast.meetings.Seat;
import org.holdfast.partnership.AgencyId;
import org.holdfast.partnership.AgencyKind;
import org.holdfast.partnership.MemberId;
import org.holdfast.sharing.CaseId;

/** A decision about a made-up child, and the people who decide, as the pure tests need them. */
final class TestDecision {
    static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
    static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    static final Person COUNCIL = new Person("Cora Councilworker", "Example Council", AgencyKind.LOCAL_AUTHORITY);
    static final Person POLICE = new Person("Pia Policeofficer", "Example Police", AgencyKind.POLICE);
    static final Person HEALTH = new Person("Hari Healthworker", "Example Health Trust", AgencyKind.HEALTH);
    static final Wording WORDING = new Wording("more likely than not", LocalDate.of(2023, 7, 24), "Example guidance");

    private TestDecision() {}

    record Person(String name, String agencyName, AgencyKind kind, MemberId member, AgencyId agency) {
        Person(String name, String agencyName, AgencyKind kind) {
            this(name, agencyName, kind, new MemberId(UUID.randomUUID()), new AgencyId(UUID.randomUUID()));
        }
    }

    static Vote vote(Person person, Ground ground, Position position) {
        return vote(person, ground, position, Vote.Standing.CAST);
    }

    static Vote vote(Person person, Ground ground, Position position, Vote.Standing standing) {
        return new Vote(
                UUID.randomUUID(),
                ground,
                person.member(),
                person.name(),
                person.agency(),
                person.agencyName(),
                position,
                "Because of what the evidence shows",
                standing,
                NOW,
                standing == Vote.Standing.CAST ? null : "Coco Co-ordinator",
                null);
    }

    /** A room in which these people sit and may vote. */
    static Quorum room(Person... people) {
        List<Seat> seats = new ArrayList<>();
        for (Person person : people) {
            seats.add(seat(person, List.of()));
        }
        return new Quorum(seats, Optional.empty(), List.of());
    }

    /** A room in which this person may not vote, for these reasons. */
    static Quorum roomWhere(Person person, Reason... mayNotVote) {
        return new Quorum(List.of(seat(person, List.of(mayNotVote))), Optional.empty(), List.of());
    }

    private static Seat seat(Person person, List<Reason> mayNotVote) {
        return new Seat(
                new Attendee(
                        new AttendeeId(UUID.randomUUID()),
                        person.member(),
                        person.name(),
                        person.agency(),
                        person.agencyName(),
                        person.kind(),
                        Capacity.VOTING,
                        null,
                        true,
                        null,
                        List.of()),
                true,
                mayNotVote,
                List.of());
    }

    static Evidence evidence(Side side) {
        return new Evidence(UUID.randomUUID(), side, "What was seen", "Example School", Weight.STRONG);
    }

    static Assessment met(Definition definition, Element element) {
        return new Assessment(definition, element, Finding.MET, "", "", 1, List.of(evidence(Side.FOR)));
    }

    /** Trafficking of a child: action and purpose met. */
    static Assessments trafficking() {
        return new Assessments(
                true,
                List.of(met(Definition.TRAFFICKING, Element.ACTION), met(Definition.TRAFFICKING, Element.PURPOSE)));
    }

    static Account account() {
        return new Account(
                "Wants to stay at school",
                "The account came late, as is to be expected",
                "It keeps the child safe",
                "The panel relies on the school's log",
                Set.of(Exploitation.CRIMINAL),
                true,
                Set.of(),
                new Account.Plan(new UUID(0, 7), "Safe at home", "Example system", DAY.minusDays(3), DAY.plusDays(30)),
                1);
    }

    static Ballot open(Ground ground) {
        return new Ballot(ground, WORDING, NOW, null);
    }

    static Ballot counted(Ground ground, Ballot.Result result) {
        return new Ballot(ground, WORDING, NOW, new Ballot.Count(result, 2, 1, NOW, "Chay Chair"));
    }

    static Decision decision(State state, List<Ballot> ballots, List<Vote> votes) {
        return decision(state, trafficking(), account(), ballots, votes);
    }

    static Decision decision(
            State state, Assessments assessments, Account account, List<Ballot> ballots, List<Vote> votes) {
        return new Decision(
                new DecisionId(new UUID(0, 1)),
                new CaseId(new UUID(0, 2)),
                new MeetingId(new UUID(0, 3)),
                new AgendaItemId(new UUID(0, 4)),
                DAY,
                state,
                assessments,
                account,
                ballots,
                votes,
                List.of(new Present(
                        COUNCIL.member(), COUNCIL.name(), COUNCIL.agency(), COUNCIL.agencyName(), Capacity.VOTING)),
                null,
                null,
                null,
                null,
                null,
                null,
                1);
    }

    /** Voted for by all three and counted, with everything said: ready to be issued. */
    static Decision determined() {
        return decision(
                State.DETERMINED,
                List.of(counted(Ground.RG, Ballot.Result.FOR)),
                List.of(
                        vote(COUNCIL, Ground.RG, Position.FOR),
                        vote(POLICE, Ground.RG, Position.FOR),
                        vote(HEALTH, Ground.RG, Position.AGAINST)));
    }

    static Decision issued(Decision of, Determination determination) {
        return new Decision(
                of.id(),
                of.caseId(),
                of.meeting(),
                of.item(),
                of.on(),
                State.ISSUED,
                of.assessments(),
                of.account(),
                of.ballots(),
                of.votes(),
                of.present(),
                null,
                null,
                null,
                new Decision.Issue(
                        determination, NOW, "Coco Co-ordinator", Seal.of(of, determination, NOW, "Coco Co-ordinator")),
                null,
                null,
                1);
    }
}
