package org.holdfast.requests;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.audit.Role;
import org.holdfast.casework.Cases;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.meetings.Meetings;
import org.holdfast.meetings.Roll;
import org.holdfast.partnership.AgencyId;
import org.holdfast.partnership.AgencyKind;
import org.holdfast.partnership.MeetingKind;
import org.holdfast.partnership.Member;
import org.holdfast.partnership.MemberId;
import org.holdfast.partnership.Partnerships;
import org.holdfast.partnership.Team;
import org.holdfast.partnership.TeamId;
import org.holdfast.partnership.TeamRoll;
import org.holdfast.partnership.Teams;
import org.holdfast.people.Child;
import org.holdfast.people.ChildId;
import org.holdfast.people.People;
import org.holdfast.sharing.Agreements;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.FieldReader;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.Sharing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The door for the agency that was asked: what it is asked, and what it tells (MTG-3, SHR-4). */
@Component
public final class Returns {

    /** How long after its meeting a request stands in the agency's list. */
    private static final int LISTED_DAYS = 28;

    private final Ledger ledger;
    private final Sharing sharing;
    private final Agreements agreements;
    private final Partnerships partnerships;
    private final Teams teams;
    private final Cases cases;
    private final People people;
    private final Meetings meetings;
    private final RequestStore store;
    private final Asking asking;
    private final Supplier<UUID> ids;

    Returns(
            Ledger ledger,
            Sharing sharing,
            Agreements agreements,
            Partnerships partnerships,
            Teams teams,
            Cases cases,
            People people,
            Meetings meetings,
            RequestStore store,
            Asking asking,
            Supplier<UUID> ids) {
        this.ledger = ledger;
        this.sharing = sharing;
        this.agreements = agreements;
        this.partnerships = partnerships;
        this.teams = teams;
        this.cases = cases;
        this.people = people;
        this.meetings = meetings;
        this.store = store;
        this.asking = asking;
        this.ids = ids;
    }

    /**
     * A request in the list of the agency.
     *
     * @param kind the kind of meeting, by name
     * @param asked about how many children the reader is asked
     * @param answered about how many of them the agency has answered
     */
    public record Listed(Request request, String kind, int asked, int answered) {
        public boolean done() {
            return asked == answered;
        }
    }

    /**
     * One child in a request.
     *
     * @param last what the agency told last of the child, at whichever meeting, as far as the reader sees it
     * @param version of what the agency told last; 0 for none
     * @param available what may be done about it now
     */
    public record Line(
            Question question, Child child, Optional<AgencyReturn> last, int version, Set<QuestionCommand> available) {
        public Line {
            available = Set.copyOf(available);
        }

        /** What the agency told for this request, as far as it has. */
        public boolean answered() {
            return question.state().settled();
        }
    }

    /**
     * In whose hands a request is at the agency.
     *
     * @param team the team it was given to, by name; empty for none that is there
     * @param taker who of the team took it on, by name; empty for nobody
     * @param mayTake whether the reader is of the team and it waits for the whole team
     * @param teams to which it can be given: those of the agency in which somebody may answer
     */
    public record Hands(String team, String taker, boolean mayTake, List<Team> teams) {
        static final Hands NONE = new Hands("", "", false, List.of());

        public Hands {
            teams = List.copyOf(teams);
        }
    }

    /**
     * A request as one reader of the agency may see it, and whether the agency grades what it tells, as police do: a child from whose case the reader is kept out, or at which the reader declared a
     * conflict of interest, is not there (NRM-22).
     */
    public record Sheet(Request request, String kind, boolean graded, Hands hands, List<Line> lines) {
        public Sheet {
            lines = List.copyOf(lines);
        }

        /** The children not answered about yet. */
        public List<Line> open() {
            return lines.stream()
                    .filter(it -> it.available().contains(QuestionCommand.HAND_IN))
                    .toList();
        }

        /** As a guest of the agency sees it: of what the agency told, only what was told for this request. */
        Sheet forGuest() {
            return new Sheet(
                    request,
                    kind,
                    graded,
                    Hands.NONE,
                    lines.stream()
                            .map(line -> new Line(
                                    line.question(),
                                    line.child(),
                                    line.last()
                                            .filter(it -> it.question()
                                                    .equals(line.question().id())),
                                    line.version(),
                                    line.available()))
                            .toList());
        }

        public Optional<Line> line(QuestionId id) {
            return lines.stream().filter(it -> it.question().id().equals(id)).findFirst();
        }
    }

    // Reading

    /** What the actor's agency is asked, the earliest due first; what was asked for meetings long gone is left out. */
    public Outcome<List<Listed>> waiting(Actor actor, Instant now) {
        return ledger.within(
                actor, () -> sharing.ask(actor, Permission.ANSWER_REQUEST, now).map(_ -> listed(actor, now)));
    }

    /** As {@link #waiting}, for the actor's own work: nothing is refused. */
    List<Listed> listed(Actor actor, Instant now) {
        if (!sharing.may(actor, Permission.ANSWER_REQUEST)) {
            return List.of();
        }
        List<Request> requests = store.toAgency(
                actor.partnership(),
                new AgencyId(actor.agency()),
                UnitedKingdom.day(now).minusDays(LISTED_DAYS));
        Map<RequestId, List<Question>> questions =
                store
                        .questions(
                                actor.partnership(),
                                requests.stream().map(Request::id).toList())
                        .stream()
                        .filter(it -> it.state() != QuestionState.WITHDRAWN)
                        .collect(Collectors.groupingBy(Question::request));
        Set<CaseId> visible = sharing.visible(
                actor,
                Permission.ANSWER_REQUEST,
                questions.values().stream()
                        .flatMap(List::stream)
                        .map(Question::caseId)
                        .collect(Collectors.toSet()),
                now);
        List<Listed> listed = new ArrayList<>();
        for (Request request : requests) {
            List<Question> mine = questions.getOrDefault(request.id(), List.of()).stream()
                    .filter(it -> visible.contains(it.caseId()))
                    .toList();
            if (!mine.isEmpty()) {
                listed.add(new Listed(request, kind(actor, request), mine.size(), (int)
                        mine.stream().filter(it -> it.state().settled()).count()));
            }
        }
        return listed;
    }

    /** One request to the actor's agency with the children the actor may answer about; each look goes on the ledger. */
    public Outcome<Sheet> open(Actor actor, RequestId id, Instant now) {
        return ledger.within(
                actor,
                () -> sheet(actor, id, now).map(sheet -> {
                    ledger.record(actor, now, new RequestEvent.RequestSeen(id.value()));
                    sheet.lines()
                            .forEach(line -> ledger.record(
                                    actor,
                                    now,
                                    new RequestEvent.ReturnsSeen(
                                            line.question().caseId().value())));
                    return sheet;
                }));
    }

    /** Every version of what the agency told of one child in a request, the newest first (SHR-4). */
    public Outcome<List<AgencyReturn>> versions(Actor actor, RequestId id, QuestionId question, Instant now) {
        return ledger.within(
                actor,
                () -> sheet(actor, id, now)
                        .then(sheet -> sheet.line(question)
                                .map(line -> Outcome.done(store.versions(
                                        actor.partnership(),
                                        line.question().caseId(),
                                        sheet.request().agency())))
                                .orElseGet(() -> refused(actor, question.value(), now))));
    }

    private Outcome<Sheet> sheet(Actor actor, RequestId id, Instant now) {
        return sharing.ask(actor, Permission.ANSWER_REQUEST, now).then(_ -> {
            Optional<Request> found = store.request(actor.partnership(), id)
                    .filter(it -> it.agency().value().equals(actor.agency()));
            if (found.isEmpty()) {
                return refused(actor, id.value(), now);
            }
            Request request = found.get();
            List<Question> all = store.questions(actor.partnership(), List.of(id));
            List<Question> asked = all.stream()
                    .filter(it -> it.state() != QuestionState.WITHDRAWN)
                    .toList();
            Set<CaseId> mine = mine(actor, request, asked, now);
            // one who only answers for children they hold does not find a request about others
            if (mine.isEmpty() && (!asked.isEmpty() || onlyHolds(actor))) {
                return refused(actor, id.value(), now);
            }
            return Outcome.done(new Sheet(
                    request,
                    kind(actor, request),
                    graded(actor, request),
                    hands(actor, request, now),
                    lines(actor, request, asked, mine, now)));
        });
    }

    private Hands hands(Actor actor, Request request, Instant now) {
        TeamRoll roll = teams.roll(actor, now);
        TeamId team = request.team();
        Optional<MemberId> taker = request.taker(roll);
        return new Hands(
                team == null ? "" : roll.team(team).map(it -> it.team().name()).orElse(""),
                taker.flatMap(it -> partnerships.member(actor, it))
                        .map(Member::name)
                        .orElse(""),
                request.closedAt() == null
                        && taker.isEmpty()
                        && request.waitsFor(roll).contains(new MemberId(actor.member())),
                request.closedAt() == null ? mayBeGiven(actor, roll) : List.of());
    }

    /** The teams of the actor's agency in which somebody may answer: a team that cannot is asked nothing. */
    private List<Team> mayBeGiven(Actor actor, TeamRoll roll) {
        Set<MemberId> able = partnerships.members(actor).stream()
                .filter(Contacts::mayAnswer)
                .map(Member::id)
                .collect(Collectors.toSet());
        return roll.ofAgency(new AgencyId(actor.agency())).stream()
                .filter(it -> it.people().stream().anyMatch(able::contains))
                .map(TeamRoll.Standing::team)
                .toList();
    }

    /**
     * Gives what the agency is asked to one of its teams: it comes up with each of the team who may answer, until one takes it on. What
     * may be answered, and by whom, stays as it is (SHR-3).
     *
     * @param team null for whoever answers for the agency
     */
    public Outcome<Request> giveTo(Actor actor, RequestId id, @Nullable TeamId team, Instant now) {
        return ledger.within(
                actor,
                () -> sheet(actor, id, now).then(sheet -> {
                    Request request = sheet.request();
                    if (request.closedAt() != null) {
                        return Outcome.refused(Reason.of("requests.refused.meeting-over", "MTG-3"));
                    }
                    if (team != null
                            && sheet.hands().teams().stream()
                                    .noneMatch(it -> it.id().equals(team))) {
                        return Outcome.refused(Reason.about("team", "requests.refused.no-such-team"));
                    }
                    if (Objects.equals(team, request.team()) && request.takenBy() == null) {
                        return Outcome.done(request);
                    }
                    Request given = request.given(team);
                    store.give(actor.partnership(), id, team);
                    ledger.record(
                            actor, now, new RequestEvent.GivenToTeam(id.value(), team == null ? null : team.value()));
                    asking.givenToTeam(actor, given, now);
                    return Outcome.done(given);
                }));
    }

    /** Somebody of the team takes on what their agency is asked: it waits for nobody else of the team from now on. */
    public Outcome<RequestId> take(Actor actor, RequestId id, Instant now) {
        return ledger.within(
                actor,
                () -> sheet(actor, id, now).then(sheet -> {
                    if (!sheet.hands().mayTake()
                            || !store.take(actor.partnership(), sheet.request(), new MemberId(actor.member()))) {
                        return Outcome.refused(Reason.of("requests.refused.not-to-take", "MTG-3"));
                    }
                    ledger.record(actor, now, new RequestEvent.TakenOn(id.value()));
                    return Outcome.done(id);
                }));
    }

    /** Whether a request waits for the actor: of a team only for its people, and where nobody leads it for the lead of the agency. */
    boolean waitsFor(Actor actor, Request request, Instant now) {
        TeamRoll roll = teams.roll(actor, now);
        TeamId team = request.team();
        Set<MemberId> waits = request.waitsFor(roll);
        MemberId self = new MemberId(actor.member());
        if (team == null || waits.contains(self)) {
            return true;
        }
        boolean able =
                partnerships.members(actor).stream().anyMatch(it -> waits.contains(it.id()) && Contacts.mayAnswer(it));
        return !able
                || roll.withoutLead(team)
                        && request.taker(roll).isEmpty()
                        && partnerships
                                .lead(actor, request.agency(), UnitedKingdom.day(now))
                                .filter(lead -> lead.id().equals(self))
                                .isPresent();
    }

    private boolean graded(Actor actor, Request request) {
        return partnerships.agencies(actor).stream()
                .anyMatch(it -> it.id().equals(request.agency()) && it.kind() == AgencyKind.POLICE);
    }

    private static boolean onlyHolds(Actor actor) {
        return actor.roles().stream()
                .filter(Permission.ANSWER_REQUEST.roles()::contains)
                .allMatch(role -> role == Role.SOCIAL_WORKER);
    }

    /** The cases of a request about which the actor may answer. */
    private Set<CaseId> mine(Actor actor, Request request, List<Question> questions, Instant now) {
        Set<CaseId> mine = new HashSet<>(sharing.visible(
                actor,
                Permission.ANSWER_REQUEST,
                questions.stream().map(Question::caseId).toList(),
                now));
        if (!mine.isEmpty()) {
            MemberId self = new MemberId(actor.member());
            meetings.roll(actor, request.meeting())
                    .ifPresent(roll -> roll.entries().stream()
                            .filter(it -> it.conflicted().contains(self))
                            .map(Roll.Entry::item)
                            .forEach(item -> mine.remove(item.caseId())));
        }
        return mine;
    }

    private List<Line> lines(Actor actor, Request request, List<Question> asked, Set<CaseId> mine, Instant now) {
        Map<CaseId, AgencyReturn> last = store.latest(actor.partnership(), mine).stream()
                .filter(it -> it.agency().equals(request.agency()))
                .collect(Collectors.toMap(AgencyReturn::caseId, Function.identity()));
        Map<CaseId, ChildId> ids = cases.childrenOf(actor, mine);
        Map<ChildId, Child> known = people.children(actor, Set.copyOf(ids.values()), now);
        Map<CaseId, Child> children = new HashMap<>();
        ids.forEach((caseId, child) ->
                Optional.ofNullable(known.get(child)).ifPresent(it -> children.put(caseId, it.as(FieldReader.NOBODY))));
        List<Line> lines = new ArrayList<>();
        for (Question question : asked) {
            Child child = children.get(question.caseId());
            if (child != null) {
                Optional<AgencyReturn> told = Optional.ofNullable(last.get(question.caseId()));
                lines.add(new Line(
                        question, child, told, told.map(AgencyReturn::version).orElse(0), available(question, told)));
            }
        }
        lines.sort(Comparator.comparing((Line it) -> it.child().displayName())
                .thenComparing(it -> it.question().id().value()));
        return lines;
    }

    /** What the agency may do about one child: as the life of a question lets it, and to confirm only where something was told. */
    private static Set<QuestionCommand> available(Question question, Optional<AgencyReturn> last) {
        Set<QuestionCommand> available = new HashSet<>(QuestionLife.available(question.state()));
        available.retainAll(Set.of(
                QuestionCommand.HAND_IN,
                QuestionCommand.CONFIRM,
                QuestionCommand.SAY_NOTHING_KNOWN,
                QuestionCommand.CORRECT,
                QuestionCommand.TAKE_BACK));
        if (last.filter(it -> !it.nothingKnown() && !it.takenBack()).isEmpty()) {
            available.remove(QuestionCommand.CONFIRM);
            available.remove(QuestionCommand.TAKE_BACK);
        }
        return available;
    }

    private String kind(Actor actor, Request request) {
        return partnerships
                .profile(actor.partnership())
                .meetingKind(request.kind())
                .map(MeetingKind::name)
                .orElse(request.kind());
    }

    // Telling

    /**
     * Tells what the agency knows of one child; where it had answered already, as a further version that corrects the earlier one (SHR-4).
     *
     * @param seen the version that was shown; a newer one refuses, so that two people do not overwrite each other
     */
    public Outcome<AgencyReturn> handIn(Actor actor, QuestionId id, ReturnDraft draft, int seen, Instant now) {
        return telling(actor, id, now, (request, question, last) -> {
            QuestionCommand command = question.state().settled() ? QuestionCommand.CORRECT : QuestionCommand.HAND_IN;
            return QuestionLife.after(question.state(), command)
                    .then(_ -> asSeen(last, seen))
                    .then(_ -> {
                        List<Reason> faults = draft.faults(UnitedKingdom.day(now));
                        return faults.isEmpty()
                                ? give(
                                        actor,
                                        request,
                                        question,
                                        command,
                                        new Content(
                                                false,
                                                draft.kept(),
                                                draft.source(),
                                                asOf(draft, now),
                                                null,
                                                null,
                                                grading(draft)),
                                        now)
                                : Outcome.refused(faults);
                    });
        });
    }

    private static LocalDate asOf(ReturnDraft draft, Instant now) {
        LocalDate asOf = draft.asOf();
        return asOf == null ? UnitedKingdom.day(now) : asOf;
    }

    private static @Nullable Grading grading(ReturnDraft draft) {
        ReturnDraft.GradingDraft grading = draft.grading();
        return grading == null ? null : grading.grading();
    }

    /**
     * Takes back what the agency told of one child, with the reason: from now on it stands nowhere but with the agency itself, and everything
     * that was made of it says that it was taken back (SHR-4).
     */
    public Outcome<AgencyReturn> takeBack(Actor actor, QuestionId id, String because, int seen, Instant now) {
        return telling(actor, id, now, (request, question, last) -> {
            if (last.filter(it -> !it.nothingKnown() && !it.takenBack()).isEmpty()) {
                return Outcome.refused(Reason.of("requests.refused.not-answered", "SHR-4"));
            }
            return QuestionLife.after(question.state(), QuestionCommand.TAKE_BACK)
                    .then(_ -> asSeen(last, seen))
                    .then(_ -> because.isBlank()
                            ? Outcome.refused(Reason.about("because-taken-back", "requests.return.because-missing"))
                            : give(
                                    actor,
                                    request,
                                    question,
                                    QuestionCommand.TAKE_BACK,
                                    new Content(
                                            false, List.of(), "", UnitedKingdom.day(now), null, because.strip(), null),
                                    now));
        });
    }

    /** Says that what the agency told last is still true today. */
    public Outcome<AgencyReturn> confirm(Actor actor, QuestionId id, int seen, Instant now) {
        return telling(actor, id, now, (request, question, last) -> {
            if (last.filter(it -> !it.nothingKnown() && !it.takenBack()).isEmpty()) {
                return Outcome.refused(Reason.of("requests.refused.nothing-to-confirm", "MTG-3"));
            }
            AgencyReturn before = last.get();
            return QuestionLife.after(question.state(), QuestionCommand.CONFIRM)
                    .then(_ -> asSeen(last, seen))
                    .then(_ -> give(
                            actor,
                            request,
                            question,
                            QuestionCommand.CONFIRM,
                            new Content(
                                    false,
                                    before.told(),
                                    before.source(),
                                    UnitedKingdom.day(now),
                                    before.version(),
                                    null,
                                    before.grading()),
                            now));
        });
    }

    /** Says that the agency knows nothing of one child. */
    public Outcome<AgencyReturn> nothingKnown(Actor actor, QuestionId id, Instant now) {
        return telling(
                actor,
                id,
                now,
                (request, question, _) -> QuestionLife.after(question.state(), QuestionCommand.SAY_NOTHING_KNOWN)
                        .then(_ -> give(
                                actor,
                                request,
                                question,
                                QuestionCommand.SAY_NOTHING_KNOWN,
                                new Content(true, List.of(), "", UnitedKingdom.day(now), null, null, null),
                                now)));
    }

    /** Says that the agency knows nothing of any child of the request it has not answered about; answers of how many. */
    public Outcome<Integer> nothingKnownOfTheRest(Actor actor, RequestId id, Instant now) {
        return ledger.within(
                actor,
                () -> sheet(actor, id, now).then(sheet -> {
                    List<Line> open = sheet.lines().stream()
                            .filter(it -> it.available().contains(QuestionCommand.SAY_NOTHING_KNOWN))
                            .toList();
                    if (open.isEmpty()) {
                        return Outcome.refused(Reason.of("requests.refused.all-answered", "MTG-3"));
                    }
                    for (Line line : open) {
                        if (nothingKnown(actor, line.question().id(), now)
                                instanceof Outcome.Refused<AgencyReturn>(List<Reason> reasons)) {
                            return Outcome.refused(reasons);
                        }
                    }
                    return Outcome.done(open.size());
                }));
    }

    /**
     * What goes into a return.
     *
     * @param confirms the version said to be still true; null where it was written anew
     */
    private record Content(
            boolean nothingKnown,
            List<Told> told,
            String source,
            LocalDate asOf,
            @Nullable Integer confirms,
            @Nullable String takenBackBecause,
            @Nullable Grading grading) {}

    private interface Telling {
        Outcome<AgencyReturn> by(Request request, Question question, Optional<AgencyReturn> last);
    }

    private Outcome<AgencyReturn> telling(Actor actor, QuestionId id, Instant now, Telling telling) {
        return ledger.within(
                actor,
                () -> sharing.ask(actor, Permission.ANSWER_REQUEST, now).then(_ -> {
                    Optional<Question> found = store.lock(actor.partnership(), id);
                    Optional<Request> request = found.flatMap(it -> store.request(actor.partnership(), it.request()))
                            .filter(it -> it.agency().value().equals(actor.agency()));
                    if (found.isEmpty() || request.isEmpty()) {
                        return refused(actor, id.value(), now);
                    }
                    Question question = found.get();
                    return sharing.ask(
                                    actor,
                                    Permission.ANSWER_REQUEST,
                                    question.caseId(),
                                    request.get().purpose(),
                                    now)
                            .then(_ -> mine(actor, request.get(), List.of(question), now)
                                            .isEmpty()
                                    ? refused(actor, id.value(), now)
                                    : signed(actor, request.get(), now))
                            .then(_ -> telling.by(
                                    request.get(),
                                    question,
                                    store
                                            .versions(
                                                    actor.partnership(),
                                                    question.caseId(),
                                                    request.get().agency())
                                            .stream()
                                            .findFirst()));
                }));
    }

    /** What is given is under an agreement in force, or it is not given (SHR-1). */
    private Outcome<Request> signed(Actor actor, Request request, Instant now) {
        return agreements
                        .inForce(actor, request.purpose(), UnitedKingdom.day(now))
                        .contains(request.agency())
                ? Outcome.done(request)
                : Outcome.refused(Agreements.missing(request.agencyName(), request.purpose()));
    }

    private Outcome<AgencyReturn> give(
            Actor actor, Request request, Question question, QuestionCommand command, Content content, Instant now) {
        int version = store.versions(actor.partnership(), question.caseId(), request.agency()).stream()
                        .findFirst()
                        .map(AgencyReturn::version)
                        .orElse(0)
                + 1;
        AgencyReturn given = new AgencyReturn(
                ids.get(),
                question.caseId(),
                request.agency(),
                partnerships.agencyKinds(actor.partnership()).getOrDefault(request.agency(), AgencyKind.OTHER),
                request.agencyName(),
                version,
                question.id(),
                content.nothingKnown(),
                content.told(),
                content.source(),
                content.asOf(),
                content.confirms(),
                actor.name(),
                now,
                content.takenBackBecause(),
                content.grading());
        Grading grading = given.grading();
        store.add(actor, given);
        store.save(
                actor.partnership(),
                question.in(QuestionLife.after(question.state(), command).orThrow(), now));
        ledger.record(
                actor,
                now,
                new RequestEvent.ReturnGiven(
                        given.id(),
                        given.caseId().value(),
                        given.agency().value(),
                        request.meeting().value(),
                        given.version(),
                        given.nothingKnown(),
                        given.told().stream().map(Told::heading).toList(),
                        given.told().stream()
                                .filter(given::restricts)
                                .map(Told::heading)
                                .toList(),
                        given.confirms(),
                        given.takenBack(),
                        grading == null ? null : grading.code(),
                        request.purpose(),
                        request.lawfulBasis()));
        return Outcome.done(given);
    }

    private static Outcome<Integer> asSeen(Optional<AgencyReturn> last, int seen) {
        int version = last.map(AgencyReturn::version).orElse(0);
        return version == seen
                ? Outcome.done(version)
                : Outcome.refused(Reason.of("requests.refused.changed-meanwhile", "SHR-4"));
    }

    private <T> Outcome<T> refused(Actor actor, UUID subject, Instant now) {
        ledger.record(actor, now, new RequestEvent.RequestRefused(subject));
        return Outcome.refused(Sharing.NOT_FOUND);
    }
}
