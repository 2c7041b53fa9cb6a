package org.holdfast.meetings;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.audit.Role;
import org.holdfast.casework.Cases;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.law.Span;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.law.WorkingCalendar;
import org.holdfast.partnership.Cadence;
import org.holdfast.partnership.MeetingKind;
import org.holdfast.partnership.Member;
import org.holdfast.partnership.MemberId;
import org.holdfast.partnership.Partnerships;
import org.holdfast.partnership.Profile;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.Sharing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The door to the diary of a partnership: the coming quarter with its clashes and workload, planning it by cadence, calling an urgent meeting
 * out of cycle, and arranging a pre-meet (MTG-1, MTG-6, NRM-16, NRM-21).
 */
@Component
public final class Diary {

    private final Ledger ledger;
    private final Sharing sharing;
    private final Partnerships partnerships;
    private final Cases cases;
    private final MeetingStore meetingStore;
    private final DiaryStore store;
    private final DueCases dueCases;
    private final Folders folders;
    private final Meetings meetings;

    Diary(
            Ledger ledger,
            Sharing sharing,
            Partnerships partnerships,
            Cases cases,
            MeetingStore meetingStore,
            DiaryStore store,
            DueCases dueCases,
            Folders folders,
            Meetings meetings) {
        this.ledger = ledger;
        this.sharing = sharing;
        this.partnerships = partnerships;
        this.cases = cases;
        this.meetingStore = meetingStore;
        this.store = store;
        this.dueCases = dueCases;
        this.folders = folders;
        this.meetings = meetings;
    }

    /**
     * How one meeting came to be, and what is arranged around it.
     *
     * @param urgentBecause why it was called out of its cycle; empty where it was not
     * @param prepares the meeting it is the pre-meet of; empty where it stands for itself, or where the reader may not see that one
     * @param preMeets those that prepare it and that the reader may see
     * @param preMeetKinds the kinds of pre-meet that the reader may arrange for it now
     */
    public record Arranged(
            String urgentBecause,
            Optional<Meetings.Listed> prepares,
            List<Meetings.Listed> preMeets,
            List<MeetingKind> preMeetKinds) {
        public Arranged {
            preMeets = List.copyOf(preMeets);
            preMeetKinds = List.copyOf(preMeetKinds);
        }
    }

    // Looking ahead

    /** The quarter that begins this week. */
    public Outcome<Quarter> quarter(Actor actor, Instant now) {
        return ledger.within(
                actor,
                () -> sharing.ask(actor, Permission.SEE_WORKLOAD, now).map(_ -> {
                    LocalDate today = UnitedKingdom.day(now);
                    Profile profile = folders.profile(actor);
                    WorkingCalendar calendar = WorkingCalendar.of(profile.nation());
                    List<Meeting> held = meetingStore
                            .between(
                                    actor.partnership(),
                                    today.minusYears(1),
                                    Quarter.after(today).minusDays(1))
                            .stream()
                            .filter(it -> it.state() != MeetingState.CANCELLED)
                            .toList();
                    List<DiaryEntry> diary = entries(
                            actor,
                            profile,
                            held.stream()
                                    .filter(it -> !it.on().isBefore(Quarter.monday(today)))
                                    .toList());
                    ledger.record(actor, now, new MeetingEvent.QuarterSeen(Quarter.monday(today)));
                    return Quarter.of(
                            today,
                            profile,
                            calendar,
                            diary,
                            held.stream()
                                    .collect(Collectors.groupingBy(
                                            Meeting::kind, Collectors.mapping(Meeting::on, Collectors.toList()))),
                            dueCases.of(actor, cases.all(actor), Map.of(), now).values(),
                            store.heardOn(actor.partnership()),
                            clashes(actor, profile, now).in(diary));
                }));
    }

    /**
     * What does not fit about a meeting as it is being planned. A fault of the plan is none of these: it is refused when it is planned.
     *
     * @param replanned the meeting whose plan is changed; null for a new one
     */
    public Outcome<List<Clash>> clashes(
            Actor actor, @Nullable MeetingId replanned, MeetingPlan plan, boolean urgent, Instant now) {
        return ledger.within(
                actor,
                () -> sharing.ask(actor, Permission.PLAN_MEETING, now).map(_ -> {
                    Profile profile = folders.profile(actor);
                    LocalDate on = plan.on();
                    Optional<Meeting> before =
                            Optional.ofNullable(replanned).flatMap(it -> meetingStore.meeting(actor.partnership(), it));
                    Optional<MeetingKind> kind = before.map(Meeting::kind)
                            .or(() -> Optional.ofNullable(plan.kind()))
                            .flatMap(profile::meetingKind);
                    if (on == null || plan.starts() == null || kind.isEmpty() || !profile.open(on)) {
                        return List.of();
                    }
                    List<DiaryEntry> diary = entries(
                            actor,
                            profile,
                            meetingStore.between(actor.partnership(), on, on).stream()
                                    .filter(it -> it.state() != MeetingState.CANCELLED)
                                    .filter(it -> !it.id().equals(replanned))
                                    .toList());
                    DiaryEntry planned = new DiaryEntry(
                            replanned,
                            kind.get(),
                            on,
                            requireNonNull(plan.starts()),
                            0,
                            urgent,
                            people(actor, before, kind.get(), plan, now));
                    boolean sameDay = before.filter(it -> it.on().equals(on)).isPresent();
                    return clashes(actor, profile, now).planning(planned, diary, now).stream()
                            .filter(it -> !sameDay || it.sort() != Clash.Sort.SHORT_NOTICE)
                            .distinct()
                            .toList();
                }));
    }

    /**
     * What comes of a plan of whose clashes the person was not told yet: nothing is planned, and that is refused together with whatever
     * else is wrong with it, so that all of it is mended at once.
     */
    public <T> Outcome<T> unlessToldOfClashes(Actor actor, Supplier<Outcome<T>> plan) {
        Reason clashes = Reason.about("despite", "meetings.clash.confirm");
        return ledger.within(actor, () -> switch (plan.get()) {
            case Outcome.Done<T> _ -> Outcome.refused(clashes);
            case Outcome.Refused<T>(List<Reason> reasons)
            when reasons.stream().allMatch(it -> it.field() != null) -> {
                List<Reason> all = new ArrayList<>(reasons);
                all.add(clashes);
                yield Outcome.refused(all);
            }
            case Outcome.Refused<T>(List<Reason> reasons) -> Outcome.refused(reasons);
        });
    }

    /** Who would be wanted at it: its chair, and whoever is invited already or would be invited again. */
    private List<Invited> people(
            Actor actor, Optional<Meeting> before, MeetingKind kind, MeetingPlan plan, Instant now) {
        List<Invited> people = new ArrayList<>();
        chair(actor, plan, now)
                .ifPresent(it -> people.add(new Invited(it.id(), it.name(), Capacity.CHAIR, null, false)));
        List<Attendee> invited = before.map(it ->
                        meetingStore.attendance(actor.partnership(), it.id()).attendees())
                .orElseGet(() -> meetings.usual(actor, kind.id(), now));
        Map<AttendeeId, MemberId> members = invited.stream().collect(Collectors.toMap(Attendee::id, Attendee::member));
        invited.stream()
                .filter(it -> it.capacity() != Capacity.CHAIR)
                .filter(it -> people.stream().noneMatch(known -> known.member().equals(it.member())))
                .map(it -> new Invited(
                        it.member(),
                        it.name(),
                        it.capacity(),
                        it.deputyFor() == null ? null : members.get(it.deputyFor()),
                        it.apologiesAt() != null))
                .forEach(people::add);
        return people;
    }

    private Clashes clashes(Actor actor, Profile profile, Instant now) {
        LocalDate today = UnitedKingdom.day(now);
        List<Member> coordinators = partnerships.members(actor).stream()
                .filter(it -> it.memberOn(today) && it.is(Role.PANEL_COORDINATOR))
                .toList();
        return new Clashes(
                profile,
                WorkingCalendar.of(profile.nation()),
                coordinators.size() == 1 ? Optional.of(coordinators.getFirst().name()) : Optional.empty());
    }

    private List<DiaryEntry> entries(Actor actor, Profile profile, List<Meeting> planned) {
        Set<MeetingId> ids = planned.stream().map(Meeting::id).collect(Collectors.toSet());
        Map<MeetingId, List<Invited>> invited = store.invited(actor.partnership(), ids);
        Map<MeetingId, Integer> listed = store.cases(actor.partnership(), ids);
        Map<MeetingId, Arrangement> arranged = store.of(actor.partnership(), ids);
        List<DiaryEntry> entries = new ArrayList<>();
        for (Meeting meeting : planned) {
            Arrangement arrangement = arranged.get(meeting.id());
            profile.meetingKind(meeting.kind())
                    .map(kind -> new DiaryEntry(
                            meeting.id(),
                            kind,
                            meeting.on(),
                            meeting.starts(),
                            listed.getOrDefault(meeting.id(), 0),
                            arrangement != null && arrangement.urgent(),
                            invited.getOrDefault(meeting.id(), List.of())))
                    .ifPresent(entries::add);
        }
        return entries;
    }

    // Planning ahead

    /**
     * Plans every meeting of a kind that its cadence asks for in the quarter, from a first day on, where none is planned near that day. Each
     * fills its agenda by itself, the earlier ones first.
     *
     * @return the meetings planned, in the order of their days
     */
    public Outcome<List<MeetingId>> planAhead(Actor actor, MeetingPlan first, Instant now) {
        return ledger.within(
                actor,
                () -> sharing.ask(actor, Permission.PLAN_MEETING, now).then(_ -> {
                    LocalDate today = UnitedKingdom.day(now);
                    Profile profile = folders.profile(actor);
                    List<Reason> faults = new ArrayList<>(first.faults(profile, chair(actor, first, now), today));
                    Optional<MeetingKind> kind =
                            Optional.ofNullable(first.kind()).flatMap(profile::meetingKind);
                    if (kind.filter(it -> it.cadence() instanceof Cadence.OnDemand)
                            .isPresent()) {
                        faults.add(Reason.about(
                                "kind", "meetings.ahead.on-demand", kind.get().name()));
                    }
                    LocalDate until = Quarter.after(today);
                    if (first.on() != null && !first.on().isBefore(until)) {
                        faults.add(Reason.about("on", "meetings.ahead.too-late"));
                    }
                    if (!faults.isEmpty()) {
                        return Outcome.refused(faults);
                    }
                    Cadence cadence = kind.orElseThrow().cadence();
                    List<LocalDate> held =
                            meetingStore.between(actor.partnership(), today.minusYears(1), until.plusYears(1)).stream()
                                    .filter(it ->
                                            it.kind().equals(first.kind()) && it.state() != MeetingState.CANCELLED)
                                    .map(Meeting::on)
                                    .toList();
                    List<LocalDate> days = Rhythm.free(
                            Rhythm.days(
                                    cadence,
                                    requireNonNull(first.on()),
                                    until,
                                    profile,
                                    WorkingCalendar.of(profile.nation())),
                            cadence,
                            held);
                    if (days.isEmpty()) {
                        return Outcome.refused(Reason.about("on", "meetings.ahead.all-planned"));
                    }
                    Outcome<List<MeetingId>> planned = Outcome.done(List.of());
                    for (LocalDate day : days) {
                        planned = planned.then(before ->
                                meetings.plan(actor, first.onDay(day), now).map(id -> with(before, id)));
                    }
                    return planned;
                }));
    }

    private static List<MeetingId> with(List<MeetingId> before, MeetingId id) {
        List<MeetingId> all = new ArrayList<>(before);
        all.add(id);
        return List.copyOf(all);
    }

    // Out of cycle

    /** The kinds of meeting that may be called out of their cycle (MTG-6). */
    public List<MeetingKind> urgentKinds(Actor actor) {
        return ledger.within(
                actor,
                () -> folders.kinds(actor).stream()
                        .filter(it -> it.urgent() != null)
                        .toList());
    }

    /**
     * Calls an urgent meeting out of cycle: with a reason, at shorter notice, and where the profile says so within its hours (MTG-6). Its agenda
     * does not fill itself.
     *
     * @param forCase the case for which it is called; it is brought forward from the agenda on which it stands. Null where none yet is
     */
    public Outcome<MeetingId> callUrgent(
            Actor actor, MeetingPlan plan, String because, @Nullable CaseId forCase, Instant now) {
        return ledger.within(
                actor,
                () -> sharing.ask(actor, Permission.PLAN_MEETING, now).then(_ -> {
                    Profile profile = folders.profile(actor);
                    List<Reason> faults =
                            new ArrayList<>(plan.faults(profile, chair(actor, plan, now), UnitedKingdom.day(now)));
                    faults.addAll(urgentFaults(profile, plan, because, now));
                    if (!faults.isEmpty()) {
                        return Outcome.refused(faults);
                    }
                    return meetings.plan(actor, plan, false, now).then(id -> {
                        store.add(actor, new Arrangement(id, because.strip(), null), now);
                        ledger.record(actor, now, new MeetingEvent.UrgentMeetingCalled(id.value()));
                        return forCase == null
                                ? Outcome.done(id)
                                : bringForward(actor, id, forCase, because.strip(), now)
                                        .map(_ -> id);
                    });
                }));
    }

    private static List<Reason> urgentFaults(Profile profile, MeetingPlan plan, String because, Instant now) {
        List<Reason> faults = new ArrayList<>();
        if (because.isBlank()) {
            faults.add(Reason.about("because", "meetings.urgent.because"));
        }
        Optional<MeetingKind> kind = Optional.ofNullable(plan.kind()).flatMap(profile::meetingKind);
        if (kind.isEmpty()) {
            return faults;
        }
        var urgency = kind.get().urgent();
        if (urgency == null) {
            faults.add(Reason.about(
                    "kind", "meetings.urgent.not-this-kind", kind.get().name()));
            return faults;
        }
        Span within = urgency.within();
        LocalDate on = plan.on();
        if (within != null && on != null && plan.starts() != null) {
            Instant starts = on.atTime(requireNonNull(plan.starts()))
                    .atZone(UnitedKingdom.ZONE)
                    .toInstant();
            if (starts.isAfter(within.due(now, WorkingCalendar.of(profile.nation())))) {
                faults.add(Reason.about(
                        "on", "meetings.urgent.too-late", kind.get().name(), within.inWords()));
            } else if (starts.isBefore(now)) {
                faults.add(Reason.about("starts", "meetings.urgent.past"));
            }
        }
        return faults;
    }

    /** Takes the case off the agenda on which it waits and puts it on this one (NRM-16). */
    private Outcome<AgendaItemId> bringForward(Actor actor, MeetingId id, CaseId forCase, String because, Instant now) {
        Outcome<MeetingId> off = Outcome.done(id);
        for (AgendaItem item : meetingStore.itemsOf(actor.partnership(), Set.of(forCase))) {
            if (!item.state().settled() && item.purpose().decides()) {
                off = off.then(_ -> meetings.withdraw(actor, item.id(), because, now));
            }
        }
        return off.then(_ -> meetings.list(actor, id, forCase, null, because, now));
    }

    // Pre-meets

    /**
     * Arranges a pre-meet to a planned meeting: a smaller circle, notes on each of its cases, no decision. Its agenda is that of the meeting
     * it prepares.
     */
    public Outcome<MeetingId> arrangePreMeet(Actor actor, MeetingId panel, MeetingPlan plan, Instant now) {
        return ledger.within(
                actor,
                () -> sharing.ask(actor, Permission.PLAN_MEETING, now)
                        .then(_ -> folders.open(actor, panel, now))
                        .then(folder -> {
                            Profile profile = folders.profile(actor);
                            List<Reason> faults = new ArrayList<>(
                                    plan.faults(profile, chair(actor, plan, now), UnitedKingdom.day(now)));
                            if (folder.meeting().state() != MeetingState.PLANNED) {
                                faults.add(Reason.of("meetings.pre-meet.too-late", "MTG-6"));
                            }
                            if (profile.preMeetsOf(folder.kind()).stream()
                                    .noneMatch(it -> it.id().equals(plan.kind()))) {
                                faults.add(Reason.about("kind", "meetings.plan.kind"));
                            }
                            if (plan.on() != null
                                    && plan.starts() != null
                                    && !plan.on()
                                            .atTime(plan.starts())
                                            .isBefore(folder.meeting()
                                                    .on()
                                                    .atTime(folder.meeting().starts()))) {
                                faults.add(Reason.about("on", "meetings.pre-meet.before"));
                            }
                            if (!faults.isEmpty()) {
                                return Outcome.refused(
                                        faults.stream().distinct().toList());
                            }
                            return meetings.plan(actor, plan, false, now).then(id -> {
                                store.add(actor, new Arrangement(id, "", panel), now);
                                ledger.record(actor, now, new MeetingEvent.PreMeetArranged(id.value(), panel.value()));
                                Outcome<MeetingId> listed = Outcome.done(id);
                                for (AgendaItem item : folder.agenda()) {
                                    if (!item.state().settled()) {
                                        listed = listed.then(_ -> meetings.list(
                                                        actor, id, item.caseId(), Purpose.DISCUSSION, "", now)
                                                .map(_ -> id));
                                    }
                                }
                                return listed;
                            });
                        }));
    }

    /** How a meeting came to be and what is arranged around it. The caller has opened the meeting. */
    public Arranged around(Actor actor, Meeting meeting, MeetingKind kind, Instant now) {
        return ledger.within(actor, () -> {
            Optional<Arrangement> own = Optional.ofNullable(
                    store.of(actor.partnership(), Set.of(meeting.id())).get(meeting.id()));
            List<MeetingId> preMeets = store.preMeetsOf(actor.partnership(), meeting.id());
            MeetingId prepares = own.map(Arrangement::prepares).orElse(null);
            List<MeetingId> asked = new ArrayList<>(preMeets);
            if (prepares != null) {
                asked.add(prepares);
            }
            Map<MeetingId, Meetings.Listed> seen = seen(actor, asked);
            boolean mayArrange = sharing.may(actor, Permission.PLAN_MEETING) && meeting.state() == MeetingState.PLANNED;
            return new Arranged(
                    own.map(Arrangement::urgentBecause).orElse(""),
                    Optional.ofNullable(prepares).map(seen::get),
                    preMeets.stream()
                            .filter(seen::containsKey)
                            .map(it -> requireNonNull(seen.get(it)))
                            .toList(),
                    mayArrange ? folders.profile(actor).preMeetsOf(kind) : List.of());
        });
    }

    private Map<MeetingId, Meetings.Listed> seen(Actor actor, Collection<MeetingId> asked) {
        return asked.isEmpty()
                ? Map.of()
                : meetings.listed(actor, meetingStore.meetings(actor.partnership(), asked)).stream()
                        .collect(Collectors.toMap(it -> it.meeting().id(), Function.identity()));
    }

    private Optional<Member> chair(Actor actor, MeetingPlan plan, Instant now) {
        return Optional.ofNullable(plan.chair())
                .flatMap(it -> partnerships.member(actor, it))
                .filter(it -> it.memberOn(UnitedKingdom.day(now)));
    }
}
