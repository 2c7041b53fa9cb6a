package org.holdfast.demonstration;

import static org.holdfast.decisions.Position.AGAINST;
import static org.holdfast.decisions.Position.FOR;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.holdfast.casework.ActionDraft;
import org.holdfast.casework.Plans;
import org.holdfast.decisions.Account;
import org.holdfast.decisions.Assessment;
import org.holdfast.decisions.DecisionId;
import org.holdfast.decisions.Decisions;
import org.holdfast.decisions.Definition;
import org.holdfast.decisions.Element;
import org.holdfast.decisions.Exploitation;
import org.holdfast.decisions.Finding;
import org.holdfast.decisions.Ground;
import org.holdfast.decisions.NegativeReason;
import org.holdfast.decisions.Position;
import org.holdfast.decisions.Side;
import org.holdfast.decisions.Weight;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.law.WorkingCalendar;
import org.holdfast.meetings.AdjournedFor;
import org.holdfast.meetings.AgendaItemId;
import org.holdfast.meetings.Capacity;
import org.holdfast.meetings.Invitations;
import org.holdfast.meetings.MeetingId;
import org.holdfast.meetings.MeetingPlan;
import org.holdfast.meetings.Meetings;
import org.holdfast.meetings.MinuteBook;
import org.holdfast.meetings.Note;
import org.holdfast.meetings.Place;
import org.holdfast.meetings.Presence;
import org.holdfast.meetings.Purpose;
import org.holdfast.meetings.Sessions;
import org.holdfast.packs.Packs;
import org.holdfast.partnership.MeetingKind;
import org.holdfast.partnership.Profile;
import org.holdfast.partnership.Round;
import org.holdfast.requests.Heading;
import org.holdfast.requests.RequestId;
import org.holdfast.requests.Requests;
import org.holdfast.requests.ReturnDraft;
import org.holdfast.requests.Returns;
import org.holdfast.requests.Told;
import org.holdfast.room.ProposalDraft;
import org.holdfast.room.Proposals;
import org.holdfast.room.Rooms;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.LawfulBasis;

/** Where panels are planned and held. */
final class PanelDesk {

    private final Cast cast;
    private final Profile profile;
    private final MeetingKind kind;
    private final Meetings meetings;
    private final Sessions sessions;
    private final Plans plans;
    private final MinuteBook minutes;
    private final Decisions decisions;
    private final Invitations invitations;
    private final Requests requests;
    private final Returns returns;
    private final Round reminders;
    private final Packs packs;
    private final Rooms rooms;
    private final Proposals proposals;

    PanelDesk(
            Cast cast,
            Profile profile,
            Meetings meetings,
            Sessions sessions,
            Plans plans,
            MinuteBook minutes,
            Decisions decisions,
            Invitations invitations,
            Requests requests,
            Returns returns,
            Round reminders,
            Packs packs,
            Rooms rooms,
            Proposals proposals) {
        this.cast = cast;
        this.profile = profile;
        this.kind = profile.panel().orElseThrow();
        this.meetings = meetings;
        this.sessions = sessions;
        this.plans = plans;
        this.minutes = minutes;
        this.decisions = decisions;
        this.invitations = invitations;
        this.requests = requests;
        this.returns = returns;
        this.reminders = reminders;
        this.packs = packs;
        this.rooms = rooms;
        this.proposals = proposals;
    }

    /** The program reminds whoever has not answered, as it does by itself every day. */
    void reminds(Instant at) {
        reminders.make(cast.program, at);
    }

    /** The day, or the last working day before it. */
    LocalDate workingDay(LocalDate day) {
        return meets(day) ? day : workingDay(day.minusDays(1));
    }

    /** The day, or the first working day after it. */
    LocalDate workingDayFrom(LocalDate day) {
        return meets(day) ? day : workingDayFrom(day.plusDays(1));
    }

    /** Whether a panel can meet on the day. */
    boolean meets(LocalDate day) {
        return profile.open(day) && WorkingCalendar.of(profile.nation()).isWorkingDay(day);
    }

    /** One panel on one day. */
    final class Panel {

        private final LocalDate day;
        private final Map<CaseId, AgendaItemId> items = new HashMap<>();
        private final Map<CaseId, DecisionId> decided = new HashMap<>();
        private MeetingId meeting = new MeetingId(new UUID(0, 0));
        private Instant now = Instant.EPOCH;

        Panel(LocalDate day) {
            this.day = day;
        }

        /** Plans it. With children named, the agenda holds these and no others; with none, whatever fills it by itself. */
        void planned(List<MadeUpChild> children, Instant at) {
            now = at;
            meeting = meetings.plan(
                            cast.coordinator.actor(),
                            new MeetingPlan(
                                    kind.id(),
                                    day,
                                    LocalTime.of(10, 0),
                                    new Place("Example Room, Exampleport Town Hall", ""),
                                    cast.chair.member().id()),
                            tick())
                    .orThrow();
            invite(cast.councilVoter, Capacity.VOTING);
            invite(cast.policeVoter, Capacity.VOTING);
            invite(cast.healthVoter, Capacity.VOTING);
            invite(cast.guardian, Capacity.GUARDIAN_SERVICE);
            if (!children.isEmpty()) {
                agendaIs(children);
            }
        }

        private void agendaIs(List<MadeUpChild> children) {
            Set<CaseId> wanted =
                    Set.copyOf(children.stream().map(MadeUpChild::caseId).toList());
            for (Meetings.Entry entry : entries()) {
                if (!wanted.contains(entry.item().caseId())) {
                    meetings.withdraw(
                                    cast.coordinator.actor(),
                                    entry.item().id(),
                                    "Information from two agencies is still to come",
                                    tick())
                            .orThrow();
                }
            }
            for (MadeUpChild child : children) {
                if (entries().stream().noneMatch(entry -> entry.item().caseId().equals(child.caseId()))) {
                    meetings.list(
                                    cast.coordinator.actor(),
                                    meeting,
                                    child.caseId(),
                                    Purpose.REASONABLE_GROUNDS,
                                    "Ready to be decided",
                                    tick())
                            .orThrow();
                }
            }
            entries()
                    .forEach(entry ->
                            items.put(entry.item().caseId(), entry.item().id()));
        }

        /** Takes a child off that another panel will hear. */
        void leaves(MadeUpChild child, Instant at) {
            now = at;
            for (Meetings.Entry entry : entries()) {
                if (entry.item().caseId().equals(child.caseId())) {
                    meetings.withdraw(cast.coordinator.actor(), entry.item().id(), "Heard at an earlier panel", tick())
                            .orThrow();
                }
            }
        }

        /** Fills the agenda up with what waits by now; agencies asked are asked about the further children. */
        void fillsUp(Instant at) {
            now = at;
            int seen = meetings.agenda(cast.coordinator.actor(), meeting, tick())
                    .orThrow()
                    .meeting()
                    .version();
            meetings.fill(cast.coordinator.actor(), meeting, seen, tick()).orThrow();
        }

        void asksAgencies(Instant at) {
            now = at;
            requests.ask(cast.coordinator.actor(), meeting, tick()).orThrow();
        }

        /** Everybody invited gets their own slot for their calendar. */
        void sendsInvitations(Instant at) {
            now = at;
            int version = invitations
                    .show(cast.coordinator.actor(), meeting, tick())
                    .orThrow()
                    .meeting()
                    .version();
            invitations
                    .send(cast.coordinator.actor(), meeting, version, tick())
                    .orThrow();
        }

        /** Tells what an agency knows of the first children of its request, one part of it restricted; of the others nothing yet. */
        void tells(Cast.Player player, int children, String known, String worries, String works, Instant at) {
            now = at;
            Returns.Sheet sheet = sheet(player);
            sheet.open().stream()
                    .limit(children)
                    .forEach(line -> returns.handIn(
                                    player.actor(),
                                    line.question().id(),
                                    new ReturnDraft(
                                            List.of(
                                                    new Told(Heading.KNOWN, known, false, ""),
                                                    new Told(
                                                            Heading.WORRIES,
                                                            worries,
                                                            true,
                                                            "Names somebody who does not know that we know"),
                                                    new Told(Heading.WORKING_WELL, works, false, ""),
                                                    new Told(
                                                            Heading.OFFER,
                                                            "A named worker, from next week",
                                                            false,
                                                            "")),
                                            "Made-up records of "
                                                    + player.member().agency().name(),
                                            UnitedKingdom.day(at)),
                                    line.version(),
                                    tick())
                            .orThrow());
        }

        void knowsNothingOfTheRest(Cast.Player player, Instant at) {
            now = at;
            Returns.Sheet sheet = sheet(player);
            if (!sheet.open().isEmpty()) {
                returns.nothingKnownOfTheRest(player.actor(), sheet.request().id(), tick())
                        .orThrow();
            }
        }

        private Returns.Sheet sheet(Cast.Player player) {
            RequestId request = returns.waiting(player.actor(), tick()).orThrow().stream()
                    .map(Returns.Listed::request)
                    .filter(it -> it.meeting().equals(meeting))
                    .findFirst()
                    .orElseThrow()
                    .id();
            return returns.open(player.actor(), request, tick()).orThrow();
        }

        private List<Meetings.Entry> entries() {
            return meetings.agenda(cast.coordinator.actor(), meeting, tick())
                    .orThrow()
                    .entries();
        }

        private void invite(Cast.Player player, Capacity capacity) {
            boolean there = meetings.agenda(cast.coordinator.actor(), meeting, tick())
                    .orThrow()
                    .attendance()
                    .of(player.member().id())
                    .isPresent();
            if (!there) {
                meetings.invite(
                                cast.coordinator.actor(),
                                meeting,
                                player.member().id(),
                                capacity,
                                null,
                                tick())
                        .orThrow();
            }
        }

        void opens(Instant at) {
            now = at;
            sessions.open(cast.coordinator.actor(), meeting, tick()).orThrow();
            for (Cast.Player player : List.of(cast.chair, cast.councilVoter, cast.policeVoter, cast.healthVoter)) {
                sessions.arrived(
                                cast.coordinator.actor(),
                                meeting,
                                meetings.agenda(cast.coordinator.actor(), meeting, tick())
                                        .orThrow()
                                        .attendance()
                                        .of(player.member().id())
                                        .orElseThrow()
                                        .id(),
                                Presence.How.IN_PERSON,
                                tick())
                        .orThrow();
            }
        }

        /** Positive on both grounds at one meeting (NRM-2). */
        void bothGrounds(MadeUpChild child, Instant at) {
            DecisionId decision = prepared(child, Finding.MET, Set.of(), at);
            asked(decision, Ground.RG, FOR, FOR, FOR);
            asked(decision, Ground.CG, FOR, FOR, AGAINST);
            issued(child, decision);
        }

        /** Positive on reasonable grounds; conclusive grounds are for a second meeting (NRM-3). */
        void reasonableOnly(MadeUpChild child, Instant at) {
            DecisionId decision = prepared(child, Finding.MET, Set.of(), at);
            asked(decision, Ground.RG, FOR, AGAINST, FOR);
            issued(child, decision);
        }

        void negative(MadeUpChild child, Instant at) {
            DecisionId decision = prepared(child, Finding.NOT_MET, Set.of(NegativeReason.INSUFFICIENT_INFORMATION), at);
            asked(decision, Ground.RG, AGAINST, AGAINST, FOR);
            issued(child, decision);
        }

        void adjourned(MadeUpChild child, AdjournedFor why, String because, Instant at) {
            begin(child, at);
            sessions.adjourn(cast.coordinator.actor(), item(child), why, because, tick())
                    .orThrow();
        }

        /** The item that is being talked about when somebody looks in: notes half written, an action offered. */
        void talks(MadeUpChild child, String notes, Instant at) {
            begin(child, at);
            rooms.type(
                            cast.coordinator.actor(),
                            item(child),
                            Note.Part.OPEN,
                            new UUID(1, 1),
                            1,
                            0,
                            notes,
                            false,
                            tick())
                    .orThrow();
            var invited = meetings.agenda(cast.policeVoter.actor(), meeting, tick())
                    .orThrow()
                    .attendance();
            proposals
                    .propose(
                            cast.policeVoter.actor(),
                            meeting,
                            item(child),
                            new ProposalDraft(
                                    "Speak to the manager of the bus station about the evenings",
                                    "It is where the child is waited for",
                                    invited.of(cast.policeVoter.member().id())
                                            .orElseThrow()
                                            .id(),
                                    day.plusDays(7)),
                            invited,
                            tick())
                    .orThrow();
        }

        private AgendaItemId item(MadeUpChild child) {
            return Objects.requireNonNull(items.get(child.caseId()), child.name());
        }

        private void begin(MadeUpChild child, Instant at) {
            now = at;
            sessions.call(cast.coordinator.actor(), item(child), tick()).orThrow();
        }

        private DecisionId prepared(MadeUpChild child, Finding finding, Set<NegativeReason> reasons, Instant at) {
            begin(child, at);
            DecisionId decision = decisions
                    .open(cast.coordinator.actor(), item(child), "", tick())
                    .orThrow();
            boolean met = finding == Finding.MET;
            assessed(decision, Definition.TRAFFICKING, Element.ACTION, finding);
            assessed(decision, Definition.TRAFFICKING, Element.PURPOSE, finding);
            if (!met) {
                assessed(decision, Definition.SLAVERY, Element.SERVICE, finding);
            }
            decisions
                    .write(
                            cast.coordinator.actor(),
                            decision,
                            new Account(
                                    "Wants to stay at the same school and not be moved away.",
                                    "Told late and in pieces, as is usual after fear; the core has stayed the same.",
                                    "Recognition opens the support in the plan, and the child need not leave home for it.",
                                    "Journeys, money and messages point the same way; nothing points the other way.",
                                    met ? Set.of(Exploitation.CRIMINAL) : Set.of(),
                                    met,
                                    reasons,
                                    null,
                                    0),
                            true,
                            tick())
                    .orThrow();
            return decision;
        }

        private void assessed(DecisionId decision, Definition definition, Element element, Finding finding) {
            boolean met = finding == Finding.MET;
            decisions
                    .addEvidence(
                            cast.coordinator.actor(),
                            decision,
                            definition,
                            element,
                            met ? Side.FOR : Side.AGAINST,
                            met
                                    ? "Seen at railway stations far from home with older people who paid"
                                    : "Lives with relatives and goes to school; what was first reported was about somebody else",
                            "Exampleport Police, two reports of last month",
                            Weight.STRONG,
                            tick())
                    .orThrow();
            decisions
                    .assess(
                            cast.coordinator.actor(),
                            decision,
                            new Assessment(
                                    definition,
                                    element,
                                    finding,
                                    met
                                            ? "What the child told agrees with what school and police have seen."
                                            : "Nothing seen or told points to this element once the mix-up is set aside.",
                                    "",
                                    0,
                                    List.of()),
                            tick())
                    .orThrow();
        }

        private void asked(DecisionId decision, Ground ground, Position council, Position police, Position health) {
            decisions
                    .openVote(cast.coordinator.actor(), decision, ground, tick())
                    .orThrow();
            votes(decision, ground, cast.councilVoter, council);
            votes(decision, ground, cast.policeVoter, police);
            votes(decision, ground, cast.healthVoter, health);
            decisions.count(cast.coordinator.actor(), decision, tick()).orThrow();
        }

        private void votes(DecisionId decision, Ground ground, Cast.Player voter, Position position) {
            decisions
                    .vote(
                            voter.actor(),
                            decision,
                            ground,
                            position,
                            position == FOR
                                    ? "The evidence on both elements is consistent."
                                    : "The threshold is not reached on what we have seen today.",
                            tick())
                    .orThrow();
        }

        private void issued(MadeUpChild child, DecisionId decision) {
            decisions.issue(cast.coordinator.actor(), decision, tick()).orThrow();
            decided.put(child.caseId(), decision);
        }

        void finishes(Instant at) {
            now = at;
            sessions.finish(cast.coordinator.actor(), meeting, tick()).orThrow();
        }

        void approved(Instant at) {
            now = at;
            String hash =
                    minutes.read(cast.chair.actor(), meeting, tick()).orThrow().hash();
            minutes.approve(cast.chair.actor(), meeting, hash, tick()).orThrow();
        }

        /** Everybody who was invited gets the link to the approved minutes. */
        void sentOut(Instant at) {
            now = at;
            minutes.send(
                            cast.coordinator.actor(),
                            meeting,
                            minutes.outgoing(cast.coordinator.actor(), meeting, tick()).orThrow().addressees().stream()
                                    .map(addressee -> addressee.member().id())
                                    .collect(Collectors.toSet()),
                            "So that you know what was decided and agreed, and can do your part",
                            LawfulBasis.PUBLIC_TASK,
                            tick())
                    .orThrow();
        }

        /** What is written down of an item, for everybody and for those who read what is restricted. */
        void noted(MadeUpChild child, String open, String restricted, Instant at) {
            now = at;
            sessions.write(cast.coordinator.actor(), item(child), Note.Part.OPEN, open, 0, tick())
                    .orThrow();
            sessions.write(cast.coordinator.actor(), item(child), Note.Part.RESTRICTED, restricted, 0, tick())
                    .orThrow();
        }

        /** Somebody agrees in the room to do something for a child. */
        void agreed(MadeUpChild child, Cast.Player owner, String what, String why, LocalDate due, Instant at) {
            now = at;
            plans.agreedAt(
                            cast.coordinator.actor(),
                            child.caseId(),
                            new ActionDraft(
                                    what,
                                    why,
                                    owner.member().id(),
                                    owner.member().name(),
                                    owner.member().agency().id(),
                                    owner.member().agency().name(),
                                    due),
                            meeting.value(),
                            tick())
                    .orThrow();
        }

        void sentToHomeOffice(MadeUpChild child, Instant at) {
            now = at;
            decisions
                    .outcomeSent(
                            cast.coordinator.actor(),
                            Objects.requireNonNull(decided.get(child.caseId()), child.name()),
                            "Secure e-mail",
                            tick())
                    .orThrow();
        }

        /** The guardian is given the pack of the first child, and the pack is locked. */
        void packLocked(Instant at) {
            now = at;
            entries().stream()
                    .findFirst()
                    .ifPresent(first -> packs.decide(
                                    cast.coordinator.actor(),
                                    meeting,
                                    first.item().id().value(),
                                    cast.guardian.member().id(),
                                    true,
                                    "Meets the child every week and prepares with them",
                                    tick())
                            .orThrow());
            packs.lock(cast.coordinator.actor(), meeting, tick()).orThrow();
        }

        /** Every act in the room takes a few seconds. */
        private Instant tick() {
            now = now.plus(Duration.ofSeconds(3));
            return now;
        }
    }
}
