package org.holdfast.meetings;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.casework.Cases;
import org.holdfast.casework.Milestone;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.partnership.CaseLoad;
import org.holdfast.partnership.MeetingKind;
import org.holdfast.partnership.Member;
import org.holdfast.partnership.MemberId;
import org.holdfast.partnership.Partnerships;
import org.holdfast.partnership.Profile;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.Sharing;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The door to meetings as they are planned: day and place, who is invited, and the agenda (MTG-1, MTG-2, NRM-16, NRM-21). */
@Component
public final class Meetings {

    private final Ledger ledger;
    private final Sharing sharing;
    private final Partnerships partnerships;
    private final Cases cases;
    private final MeetingStore store;
    private final Folders folders;
    private final DueCases dueCases;
    private final NeedToKnow needToKnow;
    private final CaseNames names;
    private final ObjectProvider<MeetingLinkSource> linkSources;
    private final Invitations invitations;
    private final Supplier<UUID> ids;

    Meetings(
            Ledger ledger,
            Sharing sharing,
            Partnerships partnerships,
            Cases cases,
            MeetingStore store,
            Folders folders,
            DueCases dueCases,
            NeedToKnow needToKnow,
            CaseNames names,
            ObjectProvider<MeetingLinkSource> linkSources,
            Invitations invitations,
            Supplier<UUID> ids) {
        this.ledger = ledger;
        this.sharing = sharing;
        this.partnerships = partnerships;
        this.cases = cases;
        this.store = store;
        this.folders = folders;
        this.dueCases = dueCases;
        this.needToKnow = needToKnow;
        this.names = names;
        this.linkSources = linkSources;
        this.invitations = invitations;
        this.ids = ids;
    }

    /** A meeting in a list. */
    public record Listed(Meeting meeting, MeetingKind kind) {}

    /**
     * One line of an agenda as somebody may see it.
     *
     * @param child the child's name as known
     * @param slot planned time; empty for an item taken off
     * @param reasons what presses on it, worked out now; empty once it is settled
     * @param carried the adjourned item that it goes on with, where there is one
     * @param authorities which authorities it concerns, where the partnership serves several (MTG-7)
     * @param available what the reader may do with it now
     */
    public record Entry(
            AgendaItem item,
            String child,
            Optional<AgendaSlots.Slot> slot,
            List<AgendaProposal.Why> reasons,
            Optional<AgendaItem> carried,
            ItemAuthorities authorities,
            List<Attendee> invited,
            Set<AgendaItemCommand> available) {
        public Entry {
            reasons = List.copyOf(reasons);
            invited = List.copyOf(invited);
            available = Set.copyOf(available);
        }
    }

    /**
     * A meeting with its agenda as one reader may see it: items to which the reader is not invited, or from whose case the reader is kept
     * out, are not there (MTG-2, NRM-22).
     *
     * @param entries in the order of the agenda
     * @param withdrawn items taken off, for the co-ordinator
     * @param over how many items there are beyond what one meeting takes, for the co-ordinator
     * @param available what the reader may do with the meeting now
     * @param self the reader's own invitation
     * @param links what other modules have for the meeting as a whole
     * @param minutes until when the minutes are to go out, and when they did; empty while there are none (MTG-4)
     */
    public record Agenda(
            Meeting meeting,
            MeetingKind kind,
            Attendance attendance,
            List<Entry> entries,
            List<Entry> withdrawn,
            int over,
            Set<MeetingCommand> available,
            Optional<Attendee> self,
            List<ItemLink> links,
            Optional<MinutesClock> minutes) {
        public Agenda {
            links = List.copyOf(links);
            entries = List.copyOf(entries);
            withdrawn = List.copyOf(withdrawn);
            available = Set.copyOf(available);
        }
    }

    /** A case proposed for an agenda, with the child's name as known. */
    public record Proposed(AgendaProposal proposal, String child) {}

    // Reading

    /** The meetings between two days that the actor may see: all for the co-ordinator, else those they are invited to. */
    public Outcome<List<Listed>> between(Actor actor, LocalDate from, LocalDate until, Instant now) {
        return ledger.within(
                actor,
                () -> sharing.ask(actor, Permission.SEE_MEETINGS, now)
                        .map(_ -> listed(actor, store.between(actor.partnership(), from, until))));
    }

    /** The meetings in these states that the actor may see. For the actor's own work; nothing is refused. */
    public List<Listed> in(Actor actor, Collection<MeetingState> states) {
        return sharing.may(actor, Permission.SEE_MEETINGS)
                ? listed(actor, store.in(actor.partnership(), states))
                : List.of();
    }

    /** The meetings that are planned, for a module's own work. */
    public List<Listed> planned(Actor actor) {
        return ledger.within(actor, () -> {
            Map<String, MeetingKind> kinds = kindsById(actor);
            return store.in(actor.partnership(), Set.of(MeetingState.PLANNED)).stream()
                    .filter(it -> kinds.containsKey(it.kind()))
                    .map(it -> new Listed(it, requireNonNull(kinds.get(it.kind()))))
                    .toList();
        });
    }

    /** The kinds of meeting that can be planned. */
    public List<MeetingKind> kinds(Actor actor) {
        return ledger.within(actor, () -> folders.kinds(actor));
    }

    /** One meeting with its agenda, for somebody who looks at it. */
    public Outcome<Agenda> agenda(Actor actor, MeetingId id, Instant now) {
        return shown(
                actor,
                id,
                now,
                folder -> agenda(
                        folder,
                        pressing(folder, folders.visible(folder, now), now),
                        linkSources
                                .orderedStream()
                                .flatMap(it -> it.linksOf(actor, id, now).stream())
                                .toList(),
                        now));
    }

    /** The agenda while the meeting runs: without what presses in each case, by which it was planned, and without what is to be prepared. */
    public Outcome<Agenda> agendaInSession(Actor actor, MeetingId id, Instant now) {
        return shown(actor, id, now, folder -> agenda(folder, Map.of(), List.of(), now));
    }

    private Outcome<Agenda> shown(Actor actor, MeetingId id, Instant now, Function<Folder, Agenda> agendaOf) {
        return ledger.within(
                actor,
                () -> folders.open(actor, id, now).map(folder -> {
                    Agenda agenda = agendaOf.apply(folder);
                    ledger.record(
                            actor,
                            now,
                            new MeetingEvent.MeetingSeen(
                                    id.value(),
                                    agenda.entries().stream()
                                            .map(it -> it.item().id().value())
                                            .toList()));
                    return agenda;
                }));
    }

    /** Who declared a conflict of interest at which item (NRM-22). The caller has asked for the meeting. */
    public Map<AgendaItemId, Set<MemberId>> conflicted(Actor actor, MeetingId id) {
        return ledger.within(actor, () -> {
            Attendance attendance = store.attendance(actor.partnership(), id);
            Map<AgendaItemId, Set<MemberId>> members = new HashMap<>();
            store.conflicts(actor.partnership(), id)
                    .forEach((item, conflicts) -> members.put(
                            item,
                            conflicts.stream()
                                    .flatMap(it -> attendance.of(it.attendee()).stream())
                                    .map(Attendee::member)
                                    .collect(Collectors.toUnmodifiableSet())));
            return members;
        });
    }

    /** In which capacity the actor is invited to a meeting, if at all. For the actor's own work; nothing is refused. */
    public Optional<Attendee> self(Actor actor, MeetingId id) {
        return ledger.within(
                actor, () -> store.attendance(actor.partnership(), id).of(new MemberId(actor.member())));
    }

    /** In which capacity the actor is invited to each of their meetings. For the actor's own work; nothing is refused. */
    public Map<MeetingId, Capacity> capacities(Actor actor) {
        return ledger.within(actor, () -> store.capacities(actor.partnership(), new MemberId(actor.member())));
    }

    /** The cases that wait for a panel and stand on no agenda, in the order in which this meeting should take them (MTG-2). */
    public Outcome<List<Proposed>> proposals(Actor actor, MeetingId id, Instant now) {
        return ledger.within(
                actor,
                () -> sharing.ask(actor, Permission.PLAN_MEETING, now)
                        .then(_ -> folders.open(actor, id, now))
                        .map(folder -> {
                            List<AgendaProposal> proposals = proposals(folder, now);
                            Map<CaseId, String> children = names.of(
                                    actor,
                                    proposals.stream()
                                            .map(it -> it.due().caseId())
                                            .toList(),
                                    now);
                            return proposals.stream()
                                    .map(it -> new Proposed(
                                            it, child(children, it.due().caseId())))
                                    .toList();
                        }));
    }

    /** A case for which the actor may choose a meeting, with the child's name as known. */
    public Outcome<String> childOf(Actor actor, CaseId caseId, Instant now) {
        return ledger.within(
                actor,
                () -> sharing.ask(actor, Permission.PLAN_MEETING, now)
                        .then(_ -> sharing.ask(actor, Permission.SEE_CASE, caseId, now))
                        .map(_ -> child(names.of(actor, List.of(caseId), now), caseId)));
    }

    /** A place that a case has or had on an agenda. */
    public record Placed(AgendaItem item, Meeting meeting) {}

    /** Every place that cases have or had on agendas. The caller has asked for the cases. */
    public List<Placed> placed(Actor actor, Collection<CaseId> asked) {
        return ledger.within(actor, () -> store.placed(actor.partnership(), asked));
    }

    /** An item of a case, with the meeting that hears it. */
    record Heard(AgendaItem item, Meeting meeting, MeetingKind kind) {}

    /** Every item that a case ever had on an agenda and that the actor may see; the earliest first. */
    List<Heard> itemsOf(Actor actor, CaseId caseId, Instant now) {
        if (sharing.visible(actor, Permission.SEE_AGENDA_ITEM, Set.of(caseId), now)
                .isEmpty()) {
            return List.of();
        }
        List<Placed> placed = store.placed(actor.partnership(), Set.of(caseId));
        if (!placed.isEmpty() && !sharing.may(actor, Permission.PLAN_MEETING)) {
            Set<AgendaItemId> invited = store.invitedToItems(actor.partnership(), caseId, new MemberId(actor.member()));
            placed = placed.stream()
                    .filter(it -> invited.contains(it.item().id()))
                    .toList();
        }
        Map<String, MeetingKind> kinds = kindsById(actor);
        List<Heard> heard = new ArrayList<>();
        for (Placed one : placed) {
            MeetingKind kind = kinds.get(one.meeting().kind());
            if (kind != null) {
                heard.add(new Heard(one.item(), one.meeting(), kind));
            }
        }
        return heard;
    }

    /** One meeting with all that stands on it, for a module's own work; the caller has asked whether the actor may want it. */
    public Optional<Roll> roll(Actor actor, MeetingId id) {
        return ledger.within(
                actor,
                () -> folders.peek(actor, id)
                        .map(folder -> new Roll(
                                folder.meeting(),
                                folder.kind(),
                                folder.agenda().stream()
                                        .map(item ->
                                                new Roll.Entry(item, folder.invitedTo(item), folder.conflicted(item)))
                                        .toList())));
    }

    /** The names of the children on a roll, as known, for a module's own work. */
    public Map<CaseId, String> children(Actor actor, Roll roll, Instant now) {
        return ledger.within(
                actor,
                () -> names.of(
                        actor,
                        roll.entries().stream().map(it -> it.item().caseId()).toList(),
                        now));
    }

    /** The meetings on whose agenda a case stands or ever stood, for a module's own work. */
    public Set<MeetingId> meetingsOf(Actor actor, CaseId caseId) {
        return ledger.within(
                actor,
                () -> store.itemsOf(actor.partnership(), Set.of(caseId)).stream()
                        .map(AgendaItem::meeting)
                        .collect(Collectors.toSet()));
    }

    /** Who is invited to each of some meetings, to all or a part of it; for a module's own work. */
    public Map<MeetingId, Set<MemberId>> invitedTo(Actor actor, Set<MeetingId> asked) {
        return ledger.within(actor, () -> store.invitedTo(actor.partnership(), asked));
    }

    /** How a member stands towards a case where something is restricted; {@link Restriction} says what follows. */
    public Restriction.Reader reader(Actor actor, Member member, CaseId caseId) {
        return ledger.within(
                actor,
                () -> new Restriction.Reader(
                        member.agency().id(),
                        member.roles().stream().anyMatch(Permission.PLAN_MEETING.roles()::contains),
                        sharing.excluded(actor, caseId, member.id()),
                        store.seatsWithoutConflict(actor.partnership(), caseId, member.id())));
    }

    private Map<String, MeetingKind> kindsById(Actor actor) {
        return folders.kinds(actor).stream().collect(Collectors.toMap(MeetingKind::id, Function.identity()));
    }

    /** Those of the meetings that the actor may see. */
    List<Listed> listed(Actor actor, List<Meeting> meetings) {
        Map<String, MeetingKind> kinds = kindsById(actor);
        Set<MeetingId> invited = sharing.may(actor, Permission.PLAN_MEETING)
                ? meetings.stream().map(Meeting::id).collect(Collectors.toSet())
                : store.invitedTo(actor.partnership(), new MemberId(actor.member()));
        return meetings.stream()
                .filter(it -> invited.contains(it.id()))
                .filter(it -> kinds.containsKey(it.kind()))
                .map(it -> new Listed(it, requireNonNull(kinds.get(it.kind()))))
                .toList();
    }

    private Agenda agenda(Folder folder, Map<CaseId, AgendaProposal> pressing, List<ItemLink> links, Instant now) {
        List<AgendaItem> visible = folders.visible(folder, now);
        AgendaSlots slots = slots(folder);
        Map<CaseId, String> children = names.of(
                folder.actor(), visible.stream().map(AgendaItem::caseId).toList(), now);
        Map<CaseId, ItemAuthorities> authorities = folders.authorities(
                folder.actor(), visible.stream().map(AgendaItem::caseId).toList());
        Map<AgendaItemId, AgendaItem> carried = store.items(
                folder.actor().partnership(),
                visible.stream()
                        .flatMap(it -> Stream.ofNullable(it.carriedFrom()))
                        .toList());
        List<Entry> entries = new ArrayList<>();
        List<Entry> withdrawn = new ArrayList<>();
        for (AgendaItem item : visible) {
            AgendaProposal why = item.state().settled() ? null : pressing.get(item.caseId());
            Entry entry = new Entry(
                    item,
                    child(children, item.caseId()),
                    slots.of(item.id()),
                    why == null ? List.of() : why.reasons(),
                    Optional.ofNullable(item.carriedFrom()).map(carried::get),
                    authorities.getOrDefault(item.caseId(), ItemAuthorities.ONE),
                    folder.invitedTo(item),
                    AgendaItemLife.available(item.state(), folder.meeting().state(), folder.parts()));
            if (item.state() != AgendaItemState.WITHDRAWN) {
                entries.add(entry);
            } else if (folder.coordinates()) {
                withdrawn.add(entry);
            }
        }
        return new Agenda(
                folder.meeting(),
                folder.kind(),
                folder.attendance(),
                entries,
                withdrawn,
                folder.coordinates() ? slots.over() : 0,
                MeetingLife.available(folder.meeting(), folder.parts(), now),
                folder.self(),
                links,
                minutes(folder));
    }

    private Optional<MinutesClock> minutes(Folder folder) {
        return switch (folder.meeting().state()) {
            case PLANNED, OPEN, CANCELLED -> Optional.empty();
            case FINISHED, APPROVED -> Optional.of(folders.minutesClock(folder));
        };
    }

    private static String child(Map<CaseId, String> children, CaseId caseId) {
        return children.getOrDefault(caseId, "");
    }

    /** When each item of the agenda is planned. */
    static AgendaSlots slots(Folder folder) {
        List<AgendaItemId> items = folder.agenda().stream().map(AgendaItem::id).toList();
        return AgendaSlots.of(
                folder.meeting().starts(),
                items,
                minutesPerItem(folder),
                folder.kind().casesPerMeeting());
    }

    /** How long each item is planned for: agenda, room and calendars reckon with this and with nothing else. */
    static int minutesPerItem(Folder folder) {
        CaseLoad load = folder.kind().load();
        return load.steady()
                ? folder.meeting().minutesPerItem()
                : load.minutesFor(folder.agenda().size());
    }

    private Map<CaseId, AgendaProposal> pressing(Folder folder, List<AgendaItem> items, Instant now) {
        Map<CaseId, AgendaItemId> carried = new HashMap<>();
        for (AgendaItem item : items) {
            AgendaItemId from = item.carriedFrom();
            if (from != null) {
                carried.put(item.caseId(), from);
            }
        }
        Collection<DueCase> due = dueCases.of(
                        folder.actor(),
                        items.stream().map(AgendaItem::caseId).collect(Collectors.toSet()),
                        carried,
                        now)
                .values();
        return AgendaProposal.of(due, folder.meeting().on(), nextMeeting(folder)).stream()
                .collect(Collectors.toMap(it -> it.due().caseId(), Function.identity()));
    }

    private List<AgendaProposal> proposals(Folder folder, Instant now) {
        if (!folder.kind().decidesGrounds()) {
            return List.of();
        }
        Map<CaseId, AgendaItemId> carried =
                store
                        .adjournedAndNotCarried(
                                folder.actor().partnership(), folder.meeting().kind())
                        .stream()
                        .collect(Collectors.toMap(AgendaItem::caseId, AgendaItem::id, (_, later) -> later));
        List<DueCase> due = dueCases.all(folder.actor(), carried, now);
        Set<CaseId> standing =
                standing(folder.actor(), due.stream().map(DueCase::caseId).toList());
        return AgendaProposal.of(
                due.stream().filter(it -> !standing.contains(it.caseId())).toList(),
                folder.meeting().on(),
                nextMeeting(folder));
    }

    /** Those of the cases that stand on an agenda on which a decision about them is still to come. */
    private Set<CaseId> standing(Actor actor, Collection<CaseId> asked) {
        return store.itemsOf(actor.partnership(), asked).stream()
                .filter(it -> !it.state().settled() && it.purpose().decides())
                .map(AgendaItem::caseId)
                .collect(Collectors.toSet());
    }

    /** The day of the next meeting of the kind: planned, else by its cadence, else four weeks on. */
    private LocalDate nextMeeting(Folder folder) {
        LocalDate on = folder.meeting().on();
        return store.in(folder.actor().partnership(), Set.of(MeetingState.PLANNED)).stream()
                .filter(it ->
                        it.kind().equals(folder.meeting().kind()) && it.on().isAfter(on))
                .map(Meeting::on)
                .findFirst()
                .or(() -> folder.kind().cadence().after(on))
                .orElse(on.plusWeeks(4));
    }

    // Planning

    /**
     * Plans a meeting. The people invited to the whole of the last meeting of this kind are invited again, and the agenda is filled with
     * what presses most, as far as one meeting takes it (MTG-2, NRM-21).
     */
    public Outcome<MeetingId> plan(Actor actor, MeetingPlan plan, Instant now) {
        return plan(actor, plan, true, now);
    }

    /** As {@link #plan(Actor, MeetingPlan, Instant)}; without filling, the agenda stays empty. */
    Outcome<MeetingId> plan(Actor actor, MeetingPlan plan, boolean fills, Instant now) {
        return ledger.within(
                actor,
                () -> sharing.ask(actor, Permission.PLAN_MEETING, now).then(_ -> {
                    Profile profile = folders.profile(actor);
                    Optional<Member> chair = Optional.ofNullable(plan.chair()).flatMap(it -> member(actor, it, now));
                    List<Reason> faults = plan.faults(profile, chair, UnitedKingdom.day(now));
                    if (!faults.isEmpty()) {
                        return Outcome.refused(faults);
                    }
                    MeetingKind kind =
                            profile.meetingKind(requireNonNull(plan.kind())).orElseThrow();
                    Meeting meeting = new Meeting(
                            new MeetingId(ids.get()),
                            kind.id(),
                            requireNonNull(plan.on()),
                            requireNonNull(plan.starts()),
                            plan.place(),
                            kind.minutesPerCase(),
                            MeetingState.PLANNED,
                            null,
                            null,
                            null,
                            null,
                            1);
                    List<Attendee> usual = usual(actor, meeting.kind(), now).stream()
                            .filter(it ->
                                    !it.member().equals(chair.orElseThrow().id()))
                            .toList();
                    store.add(actor, meeting, now);
                    ledger.record(
                            actor,
                            now,
                            new MeetingEvent.MeetingPlanned(meeting.id().value(), meeting.kind(), meeting.on()));
                    seat(actor, meeting.id(), chair.get(), Capacity.CHAIR, null, now);
                    Map<AttendeeId, AttendeeId> seats = new HashMap<>();
                    for (Attendee before : usual) {
                        member(actor, before.member(), now).ifPresent(member -> {
                            AttendeeId deputyFor = before.deputyFor() == null ? null : seats.get(before.deputyFor());
                            if (before.capacity() != Capacity.DEPUTY || deputyFor != null) {
                                seats.put(
                                        before.id(),
                                        seat(actor, meeting.id(), member, before.capacity(), deputyFor, now));
                            }
                        });
                    }
                    return folders.open(actor, meeting.id(), now).map(folder -> {
                        if (fills) {
                            fill(folder, now);
                        }
                        return meeting.id();
                    });
                }));
    }

    /** Changes day, time, place and chair of a planned meeting; the kind stays. */
    public Outcome<MeetingId> change(Actor actor, MeetingId id, MeetingPlan plan, int seen, Instant now) {
        return changing(actor, id, MeetingCommand.CHANGE_PLAN, seen, now, folder -> {
            MeetingPlan same =
                    new MeetingPlan(folder.meeting().kind(), plan.on(), plan.starts(), plan.place(), plan.chair());
            Optional<Member> chair = Optional.ofNullable(plan.chair()).flatMap(it -> member(actor, it, now));
            List<Reason> faults = same.faults(folders.profile(actor), chair, UnitedKingdom.day(now));
            if (!faults.isEmpty()) {
                return Outcome.refused(faults);
            }
            Meeting before = folder.meeting();
            Meeting after = before.replanned(requireNonNull(plan.on()), requireNonNull(plan.starts()), plan.place());
            List<String> fields = before.differs(after);
            if (!folder.attendance().chair().map(Attendee::member).equals(chair.map(Member::id))) {
                fields.add("chair");
                replaceChair(folder, chair.orElseThrow(), now);
            }
            store.save(actor.partnership(), after);
            ledger.record(actor, now, new MeetingEvent.MeetingChanged(id.value(), fields));
            settleAll(actor, folder.agenda(), now);
            return Outcome.done(id);
        });
    }

    /** Calls a planned meeting off. Its cases wait for a panel again. */
    public Outcome<MeetingId> cancel(Actor actor, MeetingId id, String because, int seen, Instant now) {
        return changing(actor, id, MeetingCommand.CANCEL, seen, now, folder -> {
            if (because.isBlank()) {
                return Outcome.refused(Reason.about("because", "meetings.cancel.because"));
            }
            Optional<Reason> tooLong = Brevity.words("because", because);
            if (tooLong.isPresent()) {
                return Outcome.refused(tooLong.get());
            }
            for (AgendaItem item : folder.agenda()) {
                takeOff(actor, item, because, now);
            }
            store.save(actor.partnership(), folder.meeting().cancelled(because));
            ledger.record(actor, now, new MeetingEvent.MeetingCancelled(id.value()));
            invitations.calledOff(folder, now);
            settleAll(actor, folder.items(), now);
            return Outcome.done(id);
        });
    }

    private void replaceChair(Folder folder, Member chair, Instant now) {
        Actor actor = folder.actor();
        folder.attendance().chair().ifPresent(before -> unseat(folder, before, now));
        folder.attendance().of(chair.id()).ifPresent(before -> unseat(folder, before, now));
        seat(actor, folder.meeting().id(), chair, Capacity.CHAIR, null, now);
    }

    /** Those invited to the whole of the last meeting of this kind, without its chair; members before their deputies. */
    List<Attendee> usual(Actor actor, String kind, Instant now) {
        List<Meeting> earlier = store.between(
                actor.partnership(),
                UnitedKingdom.day(now).minusYears(1),
                UnitedKingdom.day(now).plusYears(1));
        return earlier.reversed().stream()
                .filter(it -> it.kind().equals(kind) && it.state() != MeetingState.CANCELLED)
                .findFirst()
                .map(it -> store.attendance(actor.partnership(), it.id()).attendees())
                .orElse(List.of())
                .stream()
                .filter(it -> it.wholeAgenda() && it.capacity() != Capacity.CHAIR)
                .toList();
    }

    // Invitations

    /**
     * Invites a member in a capacity (MTG-2).
     *
     * @param deputyFor whose vote a deputy casts where that person cannot; null in any other capacity
     */
    public Outcome<AttendeeId> invite(
            Actor actor,
            MeetingId id,
            @Nullable MemberId member,
            @Nullable Capacity capacity,
            @Nullable AttendeeId deputyFor,
            Instant now) {
        return changing(actor, id, MeetingCommand.INVITE, null, now, folder -> {
            Optional<Member> invited = Optional.ofNullable(member).flatMap(it -> member(actor, it, now));
            List<Reason> faults = Invitation.faults(folder.kind(), folder.attendance(), invited, capacity, deputyFor);
            if (!faults.isEmpty()) {
                return Outcome.refused(faults);
            }
            AttendeeId seat = seat(
                    actor,
                    id,
                    invited.orElseThrow(),
                    requireNonNull(capacity),
                    capacity == Capacity.DEPUTY ? deputyFor : null,
                    now);
            settleAll(actor, folder.agenda(), now);
            return Outcome.done(seat);
        });
    }

    /** Takes an invitation back before the meeting. The chair is changed with the plan, never left out. */
    public Outcome<MeetingId> uninvite(Actor actor, MeetingId id, AttendeeId attendee, Instant now) {
        return changing(actor, id, MeetingCommand.UNINVITE, null, now, folder -> {
            Optional<Attendee> found = folder.attendance().of(attendee);
            if (found.isEmpty()) {
                return Outcome.refused(Reason.of("meetings.refused.not-invited", "MTG-2"));
            }
            if (found.get().capacity() == Capacity.CHAIR) {
                return Outcome.refused(Reason.of("meetings.refused.needs-chair", "NRM-6"));
            }
            unseat(folder, found.get(), now);
            settleAll(actor, folder.agenda(), now);
            return Outcome.done(id);
        });
    }

    /** Says which of those not invited to the whole agenda are invited to one item (MTG-2). */
    public Outcome<AgendaItemId> inviteTo(Actor actor, AgendaItemId id, Set<AttendeeId> attendees, Instant now) {
        return ledger.within(
                actor,
                () -> folders.lock(actor, id, now).then(opened -> {
                    Folder folder = opened.folder();
                    AgendaItem item = opened.item();
                    if (folders.after(folder, MeetingCommand.INVITE, now)
                            instanceof Outcome.Refused<MeetingState>(List<Reason> reasons)) {
                        return Outcome.refused(reasons);
                    }
                    if (item.state() == AgendaItemState.WITHDRAWN) {
                        return Outcome.refused(Reason.of("meetings.refused.item-withdrawn", "MTG-4"));
                    }
                    for (Attendee attendee : folder.attendance().attendees()) {
                        if (!attendee.wholeAgenda()) {
                            if (attendees.contains(attendee.id())) {
                                store.invite(actor.partnership(), id, attendee.id(), now);
                            } else {
                                store.uninvite(actor.partnership(), id, attendee.id(), now);
                            }
                        }
                    }
                    ledger.record(
                            actor,
                            now,
                            new MeetingEvent.ItemInvitationsChanged(
                                    id.value(),
                                    item.caseId().value(),
                                    folder.attendance().attendees().stream()
                                            .filter(it -> attendees.contains(it.id()))
                                            .map(it -> it.member().value())
                                            .toList()));
                    needToKnow.settle(actor, item.caseId(), now);
                    return Outcome.done(id);
                }));
    }

    private AttendeeId seat(
            Actor actor,
            MeetingId meeting,
            Member member,
            Capacity capacity,
            @Nullable AttendeeId deputyFor,
            Instant now) {
        Attendee attendee = new Attendee(
                new AttendeeId(ids.get()),
                member.id(),
                member.name(),
                member.agency().id(),
                member.agency().name(),
                member.agency().kind(),
                capacity,
                deputyFor,
                capacity.wholeAgenda(),
                null,
                List.of());
        store.add(actor.partnership(), meeting, attendee, now);
        ledger.record(
                actor,
                now,
                new MeetingEvent.AttendeeInvited(meeting.value(), member.id().value(), capacity));
        return attendee.id();
    }

    private void unseat(Folder folder, Attendee attendee, Instant now) {
        Actor actor = folder.actor();
        store.uninvite(actor.partnership(), attendee.id(), now);
        ledger.record(
                actor,
                now,
                new MeetingEvent.AttendeeUninvited(
                        folder.meeting().id().value(), attendee.member().value()));
        invitations.withdrawn(folder, attendee, now);
        folder.attendance().attendees().stream()
                .filter(it -> attendee.id().equals(it.deputyFor()))
                .forEach(deputy -> unseat(folder, deputy, now));
    }

    // The agenda

    /** Puts everything that waits on the agenda, what presses most first, as far as one meeting takes it (NRM-21). */
    public Outcome<Integer> fill(Actor actor, MeetingId id, int seen, Instant now) {
        return changing(actor, id, MeetingCommand.LIST_ITEM, seen, now, folder -> Outcome.done(fill(folder, now)));
    }

    /**
     * Puts one case on the agenda.
     *
     * @param purpose what is asked of the meeting; null for what the case waits for
     * @param because why, where it is not simply due
     */
    public Outcome<AgendaItemId> list(
            Actor actor, MeetingId id, CaseId caseId, @Nullable Purpose purpose, String because, Instant now) {
        return changing(
                actor,
                id,
                MeetingCommand.LIST_ITEM,
                null,
                now,
                folder -> sharing.ask(actor, Permission.PLAN_MEETING, caseId, now)
                        .then(_ -> {
                            Optional<Purpose> waitsFor = DueCases.purpose(cases.stage(actor, caseId));
                            Purpose asked = purpose != null ? purpose : waitsFor.orElse(Purpose.DISCUSSION);
                            List<Reason> refusals = refusesListing(folder, caseId, asked, waitsFor);
                            if (!refusals.isEmpty()) {
                                return Outcome.refused(refusals);
                            }
                            AgendaItem item = add(
                                    folder,
                                    caseId,
                                    asked,
                                    because,
                                    carriedFrom(folder, caseId),
                                    folder.items().size() + 1,
                                    now);
                            return Outcome.done(item.id());
                        }));
    }

    /** Takes an item off the agenda before it is heard, with the reason. Its case waits for a panel again. */
    public Outcome<MeetingId> withdraw(Actor actor, AgendaItemId id, String because, Instant now) {
        return ledger.within(
                actor,
                () -> folders.lock(actor, id, now)
                        .then(opened -> folders.after(opened, AgendaItemCommand.WITHDRAW, now)
                                .then(_ -> {
                                    if (because.isBlank()) {
                                        return Outcome.refused(Reason.about("because", "meetings.withdraw.because"));
                                    }
                                    Optional<Reason> tooLong = Brevity.words("because", because);
                                    if (tooLong.isPresent()) {
                                        return Outcome.refused(tooLong.get());
                                    }
                                    takeOff(actor, opened.item(), because, now);
                                    order(opened.folder(), without(opened.folder(), id));
                                    store.save(
                                            actor.partnership(), opened.folder().meeting());
                                    needToKnow.settle(actor, opened.item().caseId(), now);
                                    return Outcome.done(
                                            opened.folder().meeting().id());
                                })));
    }

    /**
     * Takes a case off every agenda on which it has not been heard, with the reason. Nobody is asked: the case has left the hands of the
     * partnership.
     *
     * @param which of its items
     */
    void leave(Actor actor, CaseId caseId, Predicate<AgendaItem> which, String because, Instant now) {
        boolean left = false;
        for (AgendaItem found : store.itemsOf(actor.partnership(), Set.of(caseId))) {
            if (which.test(found) && found.state() == AgendaItemState.LISTED) {
                Folder folder = folders.load(actor, found.meeting()).orElseThrow();
                AgendaItem item = folder.item(found.id()).orElseThrow();
                if (item.state() == AgendaItemState.LISTED) {
                    takeOff(actor, item, because, now);
                    order(folder, without(folder, item.id()));
                    store.save(actor.partnership(), folder.meeting());
                    left = true;
                }
            }
        }
        if (left) {
            needToKnow.settle(actor, caseId, now);
        }
    }

    /**
     * Moves an item to a place on the agenda.
     *
     * @param position from 1; beyond the end is the end; null where what was typed is no number
     */
    public Outcome<MeetingId> move(Actor actor, AgendaItemId id, @Nullable Integer position, int seen, Instant now) {
        return ledger.within(
                actor,
                () -> folders.lock(actor, id, now)
                        .then(opened -> opened.folder()
                                .asSeen(seen)
                                .then(_ -> folders.after(opened, AgendaItemCommand.MOVE, now))
                                .then(_ -> {
                                    if (position == null) {
                                        return Outcome.refused(
                                                Reason.about(placeOf(id.value()), "meetings.move.place"));
                                    }
                                    Folder folder = opened.folder();
                                    List<AgendaItemId> order = new ArrayList<>(without(folder, id));
                                    int place = Math.clamp(position, 1, order.size() + 1);
                                    order.add(place - 1, id);
                                    order(folder, order);
                                    store.save(actor.partnership(), folder.meeting());
                                    ledger.record(
                                            actor,
                                            now,
                                            new MeetingEvent.ItemMoved(
                                                    id.value(),
                                                    opened.item().caseId().value(),
                                                    place));
                                    return Outcome.done(folder.meeting().id());
                                })));
    }

    /** The field in which the place of an item is typed: a page has one for each. */
    public static String placeOf(UUID item) {
        return "position-" + item;
    }

    /** Carries an adjourned item to the next planned meeting of its kind, if there is one; else it waits for that to be planned. */
    void carry(Folder folder, AgendaItem adjourned, Instant now) {
        Actor actor = folder.actor();
        store.in(actor.partnership(), Set.of(MeetingState.PLANNED)).stream()
                .filter(it -> it.kind().equals(folder.meeting().kind()))
                .filter(it -> !it.on().isBefore(folder.meeting().on()))
                .findFirst()
                .flatMap(it -> folders.load(actor, it.id()))
                .ifPresent(next -> {
                    if (mayStand(next, adjourned)) {
                        // what was put off first comes first, before everything that was not put off
                        int position = (int) next.agenda().stream()
                                        .filter(it -> it.carriedFrom() != null)
                                        .count()
                                + 1;
                        add(
                                next,
                                adjourned.caseId(),
                                adjourned.purpose(),
                                adjourned.purpose().again() ? adjourned.because() : "",
                                adjourned.id(),
                                position,
                                now);
                    }
                });
    }

    private boolean mayStand(Folder next, AgendaItem adjourned) {
        return next.agenda().stream().noneMatch(it -> it.caseId().equals(adjourned.caseId()))
                && (!adjourned.purpose().decides()
                        || adjourned.purpose().again()
                                && standing(next.actor(), Set.of(adjourned.caseId()))
                                        .isEmpty()
                        || DueCases.purpose(cases.stage(next.actor(), adjourned.caseId()))
                                        .isPresent()
                                && standing(next.actor(), Set.of(adjourned.caseId()))
                                        .isEmpty());
    }

    private int fill(Folder folder, Instant now) {
        int room = folder.kind().casesPerMeeting() - folder.agenda().size();
        Set<CaseId> takenOff = folder.items().stream()
                .filter(it -> it.state() == AgendaItemState.WITHDRAWN)
                .map(AgendaItem::caseId)
                .collect(Collectors.toSet());
        int position = folder.items().size();
        int added = 0;
        for (AgendaItem adjourned : store.adjournedAndNotCarried(
                folder.actor().partnership(), folder.meeting().kind())) {
            boolean waitsByItself =
                    !adjourned.purpose().decides() || adjourned.purpose().again();
            if (waitsByItself && mayStand(folder, adjourned) && added < room) {
                add(
                        folder,
                        adjourned.caseId(),
                        adjourned.purpose(),
                        adjourned.because(),
                        adjourned.id(),
                        ++position,
                        now);
                added++;
            }
        }
        for (AgendaProposal proposal : proposals(folder, now)) {
            DueCase due = proposal.due();
            if (added < room && !takenOff.contains(due.caseId())) {
                add(folder, due.caseId(), due.purpose(), "", due.carriedFrom(), ++position, now);
                added++;
            }
        }
        return added;
    }

    private List<Reason> refusesListing(Folder folder, CaseId caseId, Purpose purpose, Optional<Purpose> waitsFor) {
        List<Reason> refusals = new ArrayList<>();
        if (folder.agenda().stream().anyMatch(it -> it.caseId().equals(caseId))) {
            refusals.add(Reason.of("meetings.list.already-here", "MTG-2"));
        } else if (purpose.decides()
                && !standing(folder.actor(), Set.of(caseId)).isEmpty()) {
            refusals.add(Reason.of("meetings.list.already-elsewhere", "MTG-2"));
        }
        if (purpose.decides() && !folder.kind().decidesGrounds()) {
            refusals.add(Reason.of("meetings.list.kind-decides-nothing", "MTG-1"));
        } else if (purpose.decides()
                && !purpose.again()
                && waitsFor.filter(purpose::equals).isEmpty()) {
            refusals.add(Reason.of("meetings.list.does-not-wait", "NRM-20"));
        }
        return refusals;
    }

    private @Nullable AgendaItemId carriedFrom(Folder folder, CaseId caseId) {
        return store
                .adjournedAndNotCarried(
                        folder.actor().partnership(), folder.meeting().kind())
                .stream()
                .filter(it -> it.caseId().equals(caseId))
                .map(AgendaItem::id)
                .reduce((_, later) -> later)
                .orElse(null);
    }

    private AgendaItem add(
            Folder folder,
            CaseId caseId,
            Purpose purpose,
            String because,
            @Nullable AgendaItemId carriedFrom,
            int position,
            Instant now) {
        Actor actor = folder.actor();
        AgendaItem item = AgendaItem.listed(
                new AgendaItemId(ids.get()), folder.meeting().id(), caseId, position, purpose, because, carriedFrom);
        store.add(actor, item, now);
        List<AgendaItemId> order = new ArrayList<>(
                store.items(actor.partnership(), folder.meeting().id()).stream()
                        .filter(it -> it.state() != AgendaItemState.WITHDRAWN)
                        .map(AgendaItem::id)
                        .filter(it -> !it.equals(item.id()))
                        .toList());
        order.add(Math.min(position - 1, order.size()), item.id());
        store.order(actor.partnership(), order);
        store.save(actor.partnership(), folder.meeting());
        if (purpose.decides() && !purpose.again()) {
            happened(actor, caseId, Milestone.PANEL_PLANNED, now);
        }
        ledger.record(
                actor,
                now,
                new MeetingEvent.ItemListed(
                        item.id().value(),
                        caseId.value(),
                        folder.meeting().id().value(),
                        purpose,
                        carriedFrom == null ? null : carriedFrom.value()));
        needToKnow.settle(actor, caseId, now);
        return item;
    }

    private void takeOff(Actor actor, AgendaItem item, String because, Instant now) {
        store.save(actor.partnership(), item.settled(AgendaItemState.WITHDRAWN, because, now));
        if (item.purpose().decides()
                && !item.purpose().again()
                && standing(actor, Set.of(item.caseId())).isEmpty()) {
            happened(actor, item.caseId(), Milestone.TAKEN_OFF_PANEL, now);
        }
        ledger.record(
                actor,
                now,
                new MeetingEvent.ItemWithdrawn(item.id().value(), item.caseId().value()));
    }

    /** Records the milestone where it says something at the stage of the case. */
    void happened(Actor actor, CaseId caseId, Milestone milestone, Instant now) {
        cases.reached(actor, caseId, milestone, now, now);
    }

    private static List<AgendaItemId> without(Folder folder, AgendaItemId id) {
        return folder.agenda().stream()
                .map(AgendaItem::id)
                .filter(it -> !it.equals(id))
                .toList();
    }

    private void order(Folder folder, List<AgendaItemId> order) {
        store.order(folder.actor().partnership(), order);
    }

    private void settleAll(Actor actor, List<AgendaItem> items, Instant now) {
        new HashSet<>(items.stream().map(AgendaItem::caseId).toList())
                .forEach(caseId -> needToKnow.settle(actor, caseId, now));
    }

    private Optional<Member> member(Actor actor, MemberId id, Instant now) {
        return partnerships.member(actor, id).filter(it -> it.memberOn(UnitedKingdom.day(now)));
    }

    private <T> Outcome<T> changing(
            Actor actor,
            MeetingId id,
            MeetingCommand command,
            @Nullable Integer seen,
            Instant now,
            Function<Folder, Outcome<T>> change) {
        return ledger.within(
                actor,
                () -> folders.lock(actor, id, now)
                        .then(folder -> seen == null ? Outcome.done(folder) : folder.asSeen(seen))
                        .then(folder -> folders.after(folder, command, now).then(_ -> change.apply(folder))));
    }
}
