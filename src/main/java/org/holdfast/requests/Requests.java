package org.holdfast.requests;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.casework.Cases;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.mail.Outbox;
import org.holdfast.meetings.Attendee;
import org.holdfast.meetings.MeetingId;
import org.holdfast.meetings.MeetingState;
import org.holdfast.meetings.Meetings;
import org.holdfast.meetings.Restriction;
import org.holdfast.meetings.Roll;
import org.holdfast.partnership.Agency;
import org.holdfast.partnership.AgencyId;
import org.holdfast.partnership.AgencyKind;
import org.holdfast.partnership.MeetingKind;
import org.holdfast.partnership.Member;
import org.holdfast.partnership.MemberId;
import org.holdfast.partnership.Partnerships;
import org.holdfast.partnership.ReturnRules;
import org.holdfast.people.Child;
import org.holdfast.people.ChildId;
import org.holdfast.people.People;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.FieldReader;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.Sharing;
import org.springframework.stereotype.Component;

/**
 * The door to asking agencies what they know, to who has answered, and to what they told (MTG-3, SHR-2).
 *
 * <p>For other modules: {@link #answersFor} is what one reader may read of one child, with what is restricted left out for whoever may not
 * read it; {@link #returnsOf} is the whole, for a module that shows each reader {@link AgencyReturn#as} what {@link Restriction} allows.
 * Answers are given once and serve every meeting and decision after that: what counts is the latest version of each agency.
 */
@Component
public final class Requests {

    private final Ledger ledger;
    private final Sharing sharing;
    private final Partnerships partnerships;
    private final Cases cases;
    private final People people;
    private final Meetings meetings;
    private final Outbox outbox;
    private final Asking asking;
    private final RequestStore store;
    private final ReturnsReaders readers;

    Requests(
            Ledger ledger,
            Sharing sharing,
            Partnerships partnerships,
            Cases cases,
            People people,
            Meetings meetings,
            Outbox outbox,
            Asking asking,
            RequestStore store,
            ReturnsReaders readers) {
        this.ledger = ledger;
        this.sharing = sharing;
        this.partnerships = partnerships;
        this.cases = cases;
        this.people = people;
        this.meetings = meetings;
        this.outbox = outbox;
        this.asking = asking;
        this.store = store;
        this.readers = readers;
    }

    // What agencies told

    /**
     * What agencies told of a child and who still has to answer, as the actor may read it: all of it for whoever may read the pack, else
     * what the actor's own agency told; restricted parts only where {@link Restriction} lets them. The look goes on the ledger.
     */
    public Outcome<CaseReturns> answersFor(Actor actor, CaseId caseId, Instant now) {
        return ledger.within(actor, () -> {
            boolean all = readsAll(actor, caseId, now);
            return (all || sees(actor, Permission.ANSWER_REQUEST, caseId, now)
                            ? Outcome.done(caseId)
                            : refused(actor, caseId, now))
                    .map(_ -> {
                        Restriction.Reader reader = reader(actor, caseId);
                        CaseReturns whole = returnsOf(actor, caseId);
                        ledger.record(actor, now, new RequestEvent.ReturnsSeen(caseId.value()));
                        FieldReader fields = fields(actor, caseId, whole.returns(), now);
                        return new CaseReturns(
                                whole.returns().stream()
                                        .filter(it -> all || it.agency().value().equals(actor.agency()))
                                        .map(it -> it.as(reader).as(fields))
                                        .toList(),
                                whole.awaited().stream()
                                        .filter(it -> all || it.agency().value().equals(actor.agency()))
                                        .toList());
                    });
        });
    }

    /** A child by name, with what agencies told of it. */
    public record OfChild(String child, CaseReturns returns) {}

    /** {@link #answersFor} with the child's name, for a page. */
    public Outcome<OfChild> ofChild(Actor actor, CaseId caseId, Instant now) {
        return ledger.within(
                actor,
                () -> answersFor(actor, caseId, now)
                        .map(returns -> new OfChild(
                                people.child(actor, cases.childOf(actor, caseId), now)
                                        .displayName(),
                                returns)));
    }

    /**
     * Everything that agencies told of a child, restricted parts among it, for a module's own work. The caller has asked {@code sharing} and
     * shows each reader no more than {@link AgencyReturn#as}; it records who looked.
     */
    public CaseReturns returnsOf(Actor actor, CaseId caseId) {
        return ledger.within(actor, () -> {
            List<AgencyReturn> returns = store.latest(actor.partnership(), Set.of(caseId));
            List<Question> asked = store.about(actor.partnership(), caseId).stream()
                    .filter(it -> it.state() == QuestionState.ASKED || it.state() == QuestionState.UNANSWERED)
                    .toList();
            Map<RequestId, Request> requests = byId(store.requests(
                    actor.partnership(), asked.stream().map(Question::request).toList()));
            Map<AgencyId, Awaited> awaited = new LinkedHashMap<>();
            asked.stream()
                    .sorted(Comparator.comparing(Question::askedAt))
                    .forEach(question -> Optional.ofNullable(requests.get(question.request()))
                            .ifPresent(request -> awaited.put(
                                    request.agency(),
                                    new Awaited(
                                            request.agency(),
                                            request.agencyName(),
                                            request.dueOn(),
                                            question.state()))));
            return new CaseReturns(
                    returns,
                    awaited.values().stream()
                            .sorted(Comparator.comparing(Awaited::agencyName))
                            .toList());
        });
    }

    /**
     * What became of everything that agencies ever told of a child, for a module that keeps what they told. The caller has asked
     * {@code sharing}, and shows it by this (SHR-4).
     */
    public List<ToldSince> toldSince(Actor actor, CaseId caseId) {
        return ledger.within(actor, () -> ToldSince.of(store.versions(actor.partnership(), caseId)));
    }

    /** Every version of what one agency told of a child, the newest first, as the actor may read it (SHR-4). */
    public Outcome<List<AgencyReturn>> versions(Actor actor, CaseId caseId, AgencyId agency, Instant now) {
        return ledger.within(actor, () -> {
            boolean own = agency.value().equals(actor.agency()) && sees(actor, Permission.ANSWER_REQUEST, caseId, now);
            return (own || readsAll(actor, caseId, now) ? Outcome.done(caseId) : refused(actor, caseId, now))
                    .map(id -> {
                        Restriction.Reader reader = reader(actor, id);
                        ledger.record(actor, now, new RequestEvent.ReturnsSeen(id.value()));
                        List<AgencyReturn> all = store.versions(actor.partnership(), id, agency);
                        FieldReader fields = fields(actor, id, all, now);
                        boolean every = own
                                || Restriction.reads(reader, agency)
                                        && all.stream().findFirst().stream().noneMatch(AgencyReturn::takenBack);
                        // what was restricted or taken back later is not to be had in an earlier version
                        return all.stream()
                                .limit(every ? all.size() : 1)
                                .map(it -> it.as(reader).as(fields))
                                .toList();
                    });
        });
    }

    /** What the actor reads of the fields of a case; where an agency says where the child lives, the look at it is on the ledger. */
    private FieldReader fields(Actor actor, CaseId caseId, List<AgencyReturn> shown, Instant now) {
        boolean home = shown.stream().flatMap(it -> it.told().stream()).anyMatch(Told::whereabouts);
        return home ? sharing.shown(actor, caseId, now) : sharing.fields(actor, caseId, now);
    }

    /** Whether the actor reads what every agency told: whoever reads the pack (NRM-23). */
    boolean readsAll(Actor actor, CaseId caseId, Instant now) {
        return sees(actor, Permission.SEE_PACK, caseId, now) && readers.reads(actor, caseId, now);
    }

    private Outcome<CaseId> refused(Actor actor, CaseId caseId, Instant now) {
        return sharing.ask(actor, Permission.SEE_PACK, caseId, now).then(_ -> refused(actor, caseId.value(), now));
    }

    /** How the actor stands towards a case where something is restricted. */
    Restriction.Reader reader(Actor actor, CaseId caseId) {
        return partnerships
                .member(actor, new MemberId(actor.member()))
                .map(member -> meetings.reader(actor, member, caseId))
                .orElseGet(() -> new Restriction.Reader(
                        new AgencyId(actor.agency()),
                        sharing.may(actor, Permission.PLAN_MEETING),
                        sharing.excluded(actor, caseId, new MemberId(actor.member())),
                        Set.of()));
    }

    private boolean sees(Actor actor, Permission permission, CaseId caseId, Instant now) {
        return !sharing.visible(actor, permission, Set.of(caseId), now).isEmpty();
    }

    // Asking

    /**
     * Asks every agency that comes to the meeting or works with one of its children, once for all children it is asked about. Pressed again
     * it asks only what was not asked yet. An agency without an agreement in force for it is not asked, and stands on the board with what
     * is missing; where nobody can be asked that is the refusal (SHR-1).
     *
     * @return how many agencies are asked for the first time
     */
    public Outcome<Integer> ask(Actor actor, MeetingId meeting, Instant now) {
        return asking(actor, meeting, now, roll -> {
            int first = asking.ask(actor, roll, Set.of(), now);
            List<Reason> unsigned = asking.unsigned(actor, roll, Set.of(), now);
            boolean nobody = store.forMeeting(actor.partnership(), meeting).isEmpty();
            return nobody && !unsigned.isEmpty() ? Outcome.refused(unsigned) : Outcome.done(first);
        });
    }

    /** Asks one more agency, about every child on the agenda. */
    public Outcome<Integer> askAlso(Actor actor, MeetingId meeting, AgencyId agency, Instant now) {
        return asking(actor, meeting, now, roll -> {
            Optional<Agency> chosen = partnerships.agencies(actor).stream()
                    .filter(it -> it.id().equals(agency) && !it.ended())
                    .findFirst();
            if (chosen.isEmpty()) {
                return Outcome.refused(Reason.about("agency", "requests.refused.no-such-agency"));
            }
            List<Reason> unsigned = asking.unsigned(actor, roll, Set.of(agency), now).stream()
                    .filter(it -> it.details().contains(chosen.get().name()))
                    .toList();
            return unsigned.isEmpty()
                    ? Outcome.done(asking.ask(actor, roll, Set.of(agency), now))
                    : Outcome.refused(unsigned);
        });
    }

    /** Says that a child is not for this agency: it is not asked any more, and what it would have known of the child is closed to it. */
    public Outcome<MeetingId> leaveOut(Actor actor, QuestionId id, Instant now) {
        return withQuestion(actor, id, QuestionCommand.WITHDRAW, now, (request, question) -> {
            store.save(actor.partnership(), question.setAside());
            ledger.record(
                    actor,
                    now,
                    new RequestEvent.ChildWithdrawn(
                            request.id().value(),
                            question.caseId().value(),
                            request.agency().value(),
                            true));
        });
    }

    /** Asks an agency about a child again that was left out. */
    public Outcome<MeetingId> askAgain(Actor actor, QuestionId id, Instant now) {
        return withQuestion(
                actor,
                id,
                QuestionCommand.ASK_AGAIN,
                now,
                (request, question) -> asking.again(actor, question, request.agency(), now));
    }

    /** Reminds an agency now, beside the reminders that go out by themselves; once a day. */
    public Outcome<MeetingId> chase(Actor actor, RequestId id, Instant now) {
        return ledger.within(
                actor,
                () -> sharing.ask(actor, Permission.ASK_AGENCIES, now).then(_ -> {
                    Optional<Request> found = store.request(actor.partnership(), id);
                    if (found.isEmpty()) {
                        return refused(actor, id.value(), now);
                    }
                    Request request = found.get();
                    if (request.closedAt() != null) {
                        return Outcome.refused(Reason.of("requests.refused.meeting-over", "MTG-3"));
                    }
                    if (store.asked(actor.partnership(), List.of(id)).isEmpty()) {
                        return Outcome.refused(Reason.of("requests.refused.all-answered", "MTG-3"));
                    }
                    Roll roll = meetings.roll(actor, request.meeting()).orElseThrow();
                    List<Member> told = asking.contacts(actor, request, roll, now);
                    if (told.isEmpty()) {
                        return Outcome.refused(Reason.of("requests.refused.nobody-to-write-to", "MTG-3"));
                    }
                    if (!store.make(
                            actor.partnership(),
                            new RequestStore.Made(id, "chased", UnitedKingdom.day(now), now, names(told)))) {
                        return Outcome.refused(Reason.of("requests.refused.chased-today", "MTG-3"));
                    }
                    outbox.post(
                            actor,
                            told.stream()
                                    .map(member ->
                                            Asking.message(request, roll.kind(), member.id(), "requests.mail.remind"))
                                    .toList(),
                            now);
                    ledger.record(
                            actor,
                            now,
                            new RequestEvent.AgencyReminded(id.value(), "chased", request.dueOn(), told.size()));
                    return Outcome.done(request.meeting());
                }));
    }

    static String names(List<Member> members) {
        return members.stream().map(Member::name).collect(Collectors.joining(", "));
    }

    private Outcome<Integer> asking(
            Actor actor, MeetingId meeting, Instant now, Function<Roll, Outcome<Integer>> asked) {
        return ledger.within(
                actor,
                () -> sharing.ask(actor, Permission.ASK_AGENCIES, now).then(_ -> {
                    Optional<Roll> roll = meetings.roll(actor, meeting);
                    if (roll.isEmpty()) {
                        return refused(actor, meeting.value(), now);
                    }
                    List<Reason> faults = mayNotAsk(roll.get());
                    return faults.isEmpty() ? asked.apply(roll.get()) : Outcome.refused(faults);
                }));
    }

    /** Why nobody can be asked for this meeting; empty where agencies can. */
    static List<Reason> mayNotAsk(Roll roll) {
        List<Reason> faults = new ArrayList<>();
        if (roll.kind().returns().isEmpty()) {
            faults.add(Reason.of("requests.refused.kind", "MTG-3", roll.kind().name()));
        }
        if (roll.meeting().state() != MeetingState.PLANNED) {
            faults.add(Reason.of("requests.refused.not-planned", "MTG-3"));
        } else if (roll.entries().isEmpty()) {
            faults.add(Reason.of("requests.refused.no-agenda", "MTG-3"));
        }
        return faults;
    }

    private interface Change {
        void of(Request request, Question question);
    }

    private Outcome<MeetingId> withQuestion(
            Actor actor, QuestionId id, QuestionCommand command, Instant now, Change change) {
        return ledger.within(
                actor,
                () -> sharing.ask(actor, Permission.ASK_AGENCIES, now).then(_ -> {
                    Optional<Question> found = store.lock(actor.partnership(), id);
                    if (found.isEmpty()) {
                        return refused(actor, id.value(), now);
                    }
                    Question question = found.get();
                    return sharing.ask(actor, Permission.ASK_AGENCIES, question.caseId(), now)
                            .then(_ -> QuestionLife.after(question.state(), command))
                            .map(_ -> {
                                Request request = store.request(actor.partnership(), question.request())
                                        .orElseThrow();
                                change.of(request, question);
                                asking.settleNeedToKnow(actor, question.caseId(), now);
                                return request.meeting();
                            });
                }));
    }

    private <T> Outcome<T> refused(Actor actor, UUID subject, Instant now) {
        ledger.record(actor, now, new RequestEvent.RequestRefused(subject));
        return Outcome.refused(Sharing.NOT_FOUND);
    }

    // Who has answered

    /**
     * One child of one agency on the board.
     *
     * @param version of the latest return of the agency; 0 for none
     * @param mayAnswer whether somebody of the agency is left who may answer: not kept out and without a conflict of interest
     * @param late whether the answer is due and has not come
     */
    public record Cell(Question question, int version, boolean mayAnswer, boolean late) {}

    /** A reminder, escalation or mail of asking that was made. */
    public record Sent(String step, LocalDate forDay, Instant at, String told) {}

    /**
     * One agency on the board.
     *
     * @param cells by case
     * @param lead who is told when the agency is late; empty where nobody is named
     */
    public record Row(Request request, Map<CaseId, Cell> cells, List<Sent> sent, Optional<String> lead) {
        public Row {
            cells = Map.copyOf(cells);
            sent = List.copyOf(sent);
        }

        public boolean escalated() {
            return sent.stream()
                    .anyMatch(it -> it.step().startsWith("lead.") && it.forDay().equals(request.dueOn()));
        }

        public boolean waits() {
            return cells.values().stream().anyMatch(it -> it.question().state() == QuestionState.ASKED);
        }
    }

    /**
     * Who has answered for a meeting, at a glance: agencies by children.
     *
     * @param children the names by case, in the order of the agenda
     * @param notInvited kinds of agency without whom the meeting does not meet and of which nobody is asked
     * @param others agencies that could be asked beside these
     * @param unsigned what is missing of agencies that cannot be asked without an agreement (SHR-1)
     * @param mayNotAsk why nobody can be asked now; empty where agencies can
     * @param byItself whether agencies were asked by themselves, as the profile says
     */
    public record Board(
            Roll roll,
            Map<CaseId, String> children,
            List<Row> rows,
            Set<AgencyKind> notInvited,
            List<Agency> others,
            List<Reason> unsigned,
            List<Reason> mayNotAsk,
            boolean byItself) {
        public Board {
            unsigned = List.copyOf(unsigned);
            rows = List.copyOf(rows);
            others = List.copyOf(others);
            mayNotAsk = List.copyOf(mayNotAsk);
        }

        /** The day from which agencies are asked by themselves; empty where they are not, or were asked already. */
        public Optional<LocalDate> asksItselfOn() {
            return rows.isEmpty()
                    ? roll.kind()
                            .returns()
                            .flatMap((ReturnRules rules) -> Optional.ofNullable(rules.askDaysBefore()))
                            .map(days -> roll.meeting().on().minusDays(days))
                    : Optional.empty();
        }
    }

    /** The board of a meeting, for the co-ordinator. Children from whose case the co-ordinator is kept out are not on it (NRM-22). */
    public Outcome<Board> board(Actor actor, MeetingId meeting, Instant now) {
        return ledger.within(
                actor,
                () -> sharing.ask(actor, Permission.ASK_AGENCIES, now)
                        .then(_ -> meetings.roll(actor, meeting)
                                .map(roll -> Outcome.done(board(actor, roll, now)))
                                .orElseGet(() -> refused(actor, meeting.value(), now))));
    }

    private Board board(Actor actor, Roll roll, Instant now) {
        List<Request> requests =
                store.forMeeting(actor.partnership(), roll.meeting().id());
        Map<RequestId, List<Question>> questions =
                store
                        .questions(
                                actor.partnership(),
                                requests.stream().map(Request::id).toList())
                        .stream()
                        .collect(Collectors.groupingBy(Question::request));
        Set<CaseId> visible = sharing.visible(
                actor,
                Permission.ASK_AGENCIES,
                roll.entries().stream().map(it -> it.item().caseId()).toList(),
                now);
        Map<CaseId, String> children = new LinkedHashMap<>();
        Map<CaseId, Child> known = children(actor, visible, now);
        for (Roll.Entry entry : roll.entries()) {
            CaseId caseId = entry.item().caseId();
            Child child = known.get(caseId);
            if (child != null) {
                children.put(caseId, child.displayName());
            }
        }
        Map<CaseId, Map<AgencyId, Integer>> versions = new HashMap<>();
        for (AgencyReturn given : store.latest(actor.partnership(), visible)) {
            versions.computeIfAbsent(given.caseId(), _ -> new HashMap<>()).put(given.agency(), given.version());
        }
        Map<RequestId, List<RequestStore.Made>> made =
                store
                        .made(
                                actor.partnership(),
                                requests.stream().map(Request::id).toList())
                        .stream()
                        .collect(Collectors.groupingBy(RequestStore.Made::request));
        LocalDate today = UnitedKingdom.day(now);
        List<Member> members = partnerships.members(actor).stream()
                .filter(it -> it.memberOn(today))
                .toList();
        List<Row> rows = new ArrayList<>();
        for (Request request : requests) {
            Map<CaseId, Cell> cells = new HashMap<>();
            for (Question question : questions.getOrDefault(request.id(), List.of())) {
                if (children.containsKey(question.caseId())) {
                    cells.put(
                            question.caseId(),
                            new Cell(
                                    question,
                                    versions.getOrDefault(question.caseId(), Map.of())
                                            .getOrDefault(request.agency(), 0),
                                    mayAnswer(actor, request, roll, question.caseId(), members),
                                    question.state() == QuestionState.ASKED && today.isAfter(request.dueOn())));
                }
            }
            rows.add(new Row(
                    request,
                    cells,
                    made.getOrDefault(request.id(), List.of()).stream()
                            .map(it -> new Sent(it.step(), it.forDay(), it.at(), it.told()))
                            .toList(),
                    partnerships.lead(actor, request.agency(), today).map(Member::name)));
        }
        children.keySet().forEach(caseId -> ledger.record(actor, now, new RequestEvent.ReturnsSeen(caseId.value())));
        Set<AgencyId> asked = requests.stream().map(Request::agency).collect(Collectors.toSet());
        List<Agency> agencies =
                partnerships.agencies(actor).stream().filter(it -> !it.ended()).toList();
        return new Board(
                roll,
                java.util.Collections.unmodifiableMap(children),
                rows,
                notInvited(roll.kind(), roll, asked, agencies),
                agencies.stream()
                        .filter(it -> !asked.contains(it.id()) && it.kind() != AgencyKind.HOME_OFFICE)
                        .toList(),
                mayNotAsk(roll).isEmpty() ? asking.unsigned(actor, roll, Set.of(), now) : List.of(),
                mayNotAsk(roll),
                requests.stream().anyMatch(it -> it.byItself(actor.partnership())));
    }

    private boolean mayAnswer(Actor actor, Request request, Roll roll, CaseId caseId, List<Member> members) {
        Set<MemberId> out = sharing.excluded(actor, caseId);
        Set<MemberId> conflicted = roll.entries().stream()
                .filter(it -> it.item().caseId().equals(caseId))
                .flatMap(it -> it.conflicted().stream())
                .collect(Collectors.toSet());
        return members.stream()
                .filter(it -> it.agency().id().equals(request.agency()))
                .filter(it -> it.roles().stream().anyMatch(Permission.ANSWER_REQUEST.roles()::contains))
                .anyMatch(it -> !out.contains(it.id()) && !conflicted.contains(it.id()));
    }

    private static Set<AgencyKind> notInvited(MeetingKind kind, Roll roll, Set<AgencyId> asked, List<Agency> agencies) {
        Set<AgencyId> coming = roll.entries().stream()
                .flatMap(it -> it.invited().stream())
                .filter(it -> AskedAgencies.knowsOfChildren(it.capacity()))
                .map(Attendee::agency)
                .collect(Collectors.toSet());
        Set<AgencyKind> there = agencies.stream()
                .filter(it -> asked.contains(it.id()) || coming.contains(it.id()))
                .map(Agency::kind)
                .collect(Collectors.toSet());
        return kind.coreAgencies().stream()
                .filter(it -> !there.contains(it))
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    }

    private Map<CaseId, Child> children(Actor actor, Set<CaseId> asked, Instant now) {
        Map<CaseId, ChildId> ids = cases.childrenOf(actor, asked);
        Map<ChildId, Child> known = people.children(actor, Set.copyOf(ids.values()), now);
        Map<CaseId, Child> children = new HashMap<>();
        ids.forEach((caseId, id) -> Optional.ofNullable(known.get(id)).ifPresent(child -> children.put(caseId, child)));
        return children;
    }

    private static Map<RequestId, Request> byId(List<Request> requests) {
        return requests.stream().collect(Collectors.toMap(Request::id, Function.identity()));
    }
}
