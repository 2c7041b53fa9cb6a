package org.holdfast.assurance;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
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
import org.holdfast.casework.Milestone;
import org.holdfast.decisions.DecisionId;
import org.holdfast.decisions.Decisions;
import org.holdfast.decisions.Issued;
import org.holdfast.decisions.OutcomePaper;
import org.holdfast.documents.Documents;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.law.Span;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.law.WorkingCalendar;
import org.holdfast.mail.Message;
import org.holdfast.mail.Outbox;
import org.holdfast.meetings.AgendaItemId;
import org.holdfast.meetings.MeetingId;
import org.holdfast.meetings.Meetings;
import org.holdfast.meetings.Purpose;
import org.holdfast.partnership.Agency;
import org.holdfast.partnership.AgencyId;
import org.holdfast.partnership.Assuring;
import org.holdfast.partnership.Member;
import org.holdfast.partnership.MemberId;
import org.holdfast.partnership.Partnerships;
import org.holdfast.partnership.Profile;
import org.holdfast.sharing.Access;
import org.holdfast.sharing.Basis;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.Given;
import org.holdfast.sharing.Involvement;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.Sharing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The door to assurance: what the competent authority answers about the outcome forms that were sent to it, the points it makes, and what
 * follows from them (NRM-11, NRM-13). Its assurer sees the forms and what was said about them, and nothing else of a case (SHR-5).
 */
@Component
public final class Assurances {

    private static final int LONGEST = 5_000;

    private final Ledger ledger;
    private final Sharing sharing;
    private final Partnerships partnerships;
    private final Cases cases;
    private final Decisions decisions;
    private final Meetings meetings;
    private final Agendas agendas;
    private final OutcomePaper paper;
    private final Documents documents;
    private final Outbox outbox;
    private final AssuranceStore store;
    private final Supplier<UUID> ids;

    Assurances(
            Ledger ledger,
            Sharing sharing,
            Partnerships partnerships,
            Cases cases,
            Decisions decisions,
            Meetings meetings,
            Agendas agendas,
            OutcomePaper paper,
            Documents documents,
            Outbox outbox,
            AssuranceStore store,
            Supplier<UUID> ids) {
        this.ledger = ledger;
        this.sharing = sharing;
        this.partnerships = partnerships;
        this.cases = cases;
        this.decisions = decisions;
        this.meetings = meetings;
        this.agendas = agendas;
        this.paper = paper;
        this.documents = documents;
        this.outbox = outbox;
        this.store = store;
        this.ids = ids;
    }

    /**
     * One form as a reader may see it.
     *
     * @param dueOn by when the competent authority answers; null where nothing is agreed or it has answered
     * @param available what the reader may do now
     * @param assurer whether the reader is the competent authority's assurer
     * @param handles whether the reader handles for the partnership what it answers
     * @param seesCase whether the reader may open the child's page
     * @param followedBy the assurance of the later decision, once that was sent
     * @param toCome where the case is to be decided again
     * @param actions where its actions are or were set
     * @param actionsDue whether an actions meeting is still to be planned
     */
    public record Seen(
            Assurance assurance,
            Assuring agreed,
            @Nullable LocalDate dueOn,
            Set<AssuranceCommand> available,
            boolean assurer,
            boolean handles,
            boolean seesCase,
            @Nullable AssuranceId followedBy,
            Optional<Meetings.Placed> toCome,
            Optional<Meetings.Placed> actions,
            boolean actionsDue) {
        public Seen {
            available = Set.copyOf(available);
        }

        /** A point with what the reader may do about it. */
        public Set<PointCommand> available(Point point) {
            Set<PointCommand> commands = EnumSet.noneOf(PointCommand.class);
            for (PointCommand command : PointLife.available(point.state())) {
                if (available.contains(command.onAssurance())) {
                    commands.add(command);
                }
            }
            return commands;
        }
    }

    /** A form in the inbox. */
    public record Line(Assurance assurance, @Nullable LocalDate dueOn) {}

    // Reading

    /** Every form that was sent, for the assurer and for whoever handles their answers; the oldest first. */
    public Outcome<List<Line>> inbox(Actor actor, Instant now) {
        Permission permission = asAssurer(actor) ? Permission.ASSURE : Permission.HANDLE_ASSURANCE;
        return ledger.within(
                actor,
                () -> sharing.ask(actor, permission, now).map(_ -> {
                    List<Assurance> all = store.all(actor.partnership());
                    Set<CaseId> visible = sharing.visible(
                            actor,
                            permission,
                            all.stream().map(Assurance::caseId).collect(Collectors.toSet()),
                            now);
                    Profile profile = agendas.profile(actor);
                    List<Line> lines = all.stream()
                            .filter(one -> visible.contains(one.caseId()))
                            .map(one -> new Line(one, dueOn(one, profile)))
                            .toList();
                    ledger.record(
                            actor,
                            now,
                            new AssuranceEvent.InboxSeen(lines.stream()
                                    .map(line -> line.assurance().id().value())
                                    .toList()));
                    return lines;
                }));
    }

    /** One form with what was said about it, as the reader may see it. */
    public Outcome<Seen> see(Actor actor, AssuranceId id, Instant now) {
        return ask(actor, reading(actor), id, now, () -> {
            Assurance assurance = store.find(actor.partnership(), id).orElseThrow();
            ledger.record(
                    actor,
                    now,
                    new AssuranceEvent.AssuranceSeen(assurance.caseId().value(), id.value()));
            return Outcome.done(seen(actor, assurance, now));
        });
    }

    /** The outcome form as it was sent, as tagged PDF. */
    public Outcome<byte[]> paper(Actor actor, AssuranceId id, Instant now) {
        Permission permission = asAssurer(actor) ? Permission.ASSURE : Permission.HANDLE_ASSURANCE;
        return ask(actor, permission, id, now, () -> {
            Assurance assurance = store.find(actor.partnership(), id).orElseThrow();
            byte[] written = documents.pdf(paper.of(assurance.form()));
            ledger.record(
                    actor,
                    now,
                    new AssuranceEvent.AssurancePaperTaken(
                            assurance.caseId().value(),
                            id.value(),
                            Given.toReader(org.holdfast.sharing.Purpose.ASSURANCE, Given.fingerprint(written))));
            return Outcome.done(written);
        });
    }

    /** The assurance of a decision, once its outcome was sent. The caller has asked for the case. */
    public Optional<Assurance> of(Actor actor, DecisionId decision) {
        return ledger.within(actor, () -> store.ofDecision(actor.partnership(), decision));
    }

    /** Who may own a point: the people and agencies of the partnership but the competent authority's own. */
    public List<Member> owners(Actor actor, Instant now) {
        LocalDate today = UnitedKingdom.day(now);
        return ledger.within(
                actor,
                () -> partnerships.members(actor).stream()
                        .filter(member -> member.memberOn(today))
                        .filter(member -> member.roles().stream().anyMatch(Permission.ANSWER_POINT.roles()::contains))
                        .toList());
    }

    /** The panels on whose agenda a case can be put, the next first. */
    public List<Meetings.Listed> panels(Actor actor) {
        return ledger.within(actor, () -> agendas.panels(actor));
    }

    /** The actions meetings on whose agenda a case can be put, the next first. */
    public List<Meetings.Listed> actionsMeetings(Actor actor) {
        return ledger.within(actor, () -> agendas.actionsMeetings(actor));
    }

    private Seen seen(Actor actor, Assurance assurance, Instant now) {
        boolean assurer = asAssurer(actor);
        List<Meetings.Placed> placed = assurer ? List.of() : agendas.placed(actor, Set.of(assurance.caseId()));
        Profile profile = agendas.profile(actor);
        DecisionId later = assurance.replacedBy();
        return new Seen(
                assurance,
                profile.assuring(),
                dueOn(assurance, profile),
                available(actor, assurance),
                assurer,
                sharing.may(actor, Permission.HANDLE_ASSURANCE),
                !sharing.visible(actor, Permission.SEE_CASE, Set.of(assurance.caseId()), now)
                        .isEmpty(),
                later == null
                        ? null
                        : store.ofDecision(actor.partnership(), later)
                                .map(Assurance::id)
                                .orElse(null),
                placed.stream()
                        .filter(it -> it.item().purpose() == Purpose.DECISION_AGAIN
                                && !it.item().state().settled())
                        .findFirst(),
                assurance.answer().flatMap(answer -> agendas.actions(placed, assurance.caseId(), answer.at())),
                !assurer && actionsDue(actor, assurance, placed));
    }

    /** Whether an actions meeting is to be planned now that the competent authority has agreed (NRM-13). */
    boolean actionsDue(Actor actor, Assurance assurance, Collection<Meetings.Placed> placed) {
        return assurance.state() == AssuranceState.AGREED
                && assurance.actionsNotNeeded().isEmpty()
                && agendas.holdsActionsMeetings(actor)
                && assurance
                        .answer()
                        .flatMap(answer -> agendas.actions(placed, assurance.caseId(), answer.at()))
                        .isEmpty();
    }

    @Nullable
    LocalDate dueOn(Assurance assurance, Profile profile) {
        Span within = profile.assuring().answeredWithin();
        return within == null || assurance.state() != AssuranceState.WAITING
                ? null
                : UnitedKingdom.day(within.due(assurance.sentAt(), WorkingCalendar.of(profile.nation())));
    }

    private Set<AssuranceCommand> available(Actor actor, Assurance assurance) {
        Profile profile = agendas.profile(actor);
        Set<AssuranceCommand> available = EnumSet.noneOf(AssuranceCommand.class);
        for (AssuranceCommand command : AssuranceLife.available(assurance.state())) {
            if (permissions(command).stream().anyMatch(permission -> sharing.may(actor, permission))) {
                available.add(command);
            }
        }
        available.remove(AssuranceCommand.REPLACE);
        if (!profile.assuring().samples()) {
            available.remove(AssuranceCommand.PASS_OVER);
        }
        if (assurance.required()) {
            available.remove(AssuranceCommand.LET_STAND);
        }
        if (!agendas.holdsActionsMeetings(actor)) {
            available.remove(AssuranceCommand.PLAN_ACTIONS);
        }
        return available;
    }

    /** What one has to be allowed for a command: any of these. */
    private static List<Permission> permissions(AssuranceCommand command) {
        return switch (command) {
            case AGREE, RETURN, PASS_OVER, ACCEPT_POINT, SEND_POINT_BACK ->
                List.of(Permission.ASSURE, Permission.HANDLE_ASSURANCE);
            case ANSWER_POINT -> List.of(Permission.ANSWER_POINT);
            case SHARE_OUT, DECIDE_AGAIN, LET_STAND, PLAN_ACTIONS, REPLACE -> List.of(Permission.HANDLE_ASSURANCE);
        };
    }

    // Answers

    /** The assurer's own answer. */
    public Outcome<AssuranceId> answer(Actor actor, AssuranceId id, AnswerDraft draft, Instant now) {
        return changing(
                actor,
                Permission.ASSURE,
                id,
                now,
                assurance -> answered(
                        actor,
                        assurance,
                        draft,
                        new Told(actor.name() + ", " + actor.agencyName(), Channel.HERE),
                        now));
    }

    /** Records an answer that came another way: who gave it, when, and by which way. */
    public Outcome<AssuranceId> recordAnswer(Actor actor, AssuranceId id, AnswerDraft draft, Instant now) {
        return changing(
                actor,
                Permission.HANDLE_ASSURANCE,
                id,
                now,
                assurance ->
                        answered(actor, assurance, draft, new Told(draft.by().strip(), draft.channel()), now));
    }

    /** Who said it and by which way. */
    private record Told(String by, @Nullable Channel channel) {}

    private Outcome<AssuranceId> answered(Actor actor, Assurance assurance, AnswerDraft draft, Told told, Instant now) {
        Assuring agreed = agendas.profile(actor).assuring();
        List<Reason> faults =
                new ArrayList<>(draft.faults(agreed, assurance.sentAt(), now, told.channel() != Channel.HERE));
        Verdict verdict = draft.verdict();
        Channel channel = told.channel();
        if (verdict == null || channel == null) {
            return Outcome.refused(faults);
        }
        if (faults.isEmpty() && draft.saidAlready(assurance, told.by(), channel)) {
            return Outcome.done(assurance.id());
        }
        if (verdict == Verdict.AGREED && assurance.state() == AssuranceState.RETURNED && assurance.pointsOpen()) {
            faults.add(Reason.of("assurance.points-open", "NRM-11"));
        }
        Outcome<AssuranceState> next = AssuranceLife.after(assurance.state(), verdict.command());
        if (next instanceof Outcome.Refused<AssuranceState>(List<Reason> why)) {
            faults.addAll(why);
        }
        if (!faults.isEmpty()) {
            return Outcome.refused(faults);
        }
        Instant at = draft.when(now);
        CaseId caseId = assurance.caseId();
        store.state(actor.partnership(), assurance.id(), next.orThrow());
        store.add(
                actor,
                assurance.id(),
                ids.get(),
                new Assurance.Answer(
                        verdict,
                        draft.words().strip(),
                        at,
                        told.by(),
                        channel,
                        channel == Channel.HERE ? null : actor.name()),
                now);
        returned(actor, assurance, draft.points(), at);
        ledger.record(
                actor,
                now,
                new AssuranceEvent.AssuranceAnswered(
                        caseId.value(),
                        assurance.id().value(),
                        verdict,
                        channel,
                        draft.points().size()));
        switch (verdict) {
            case AGREED -> happened(actor, caseId, Milestone.ASSURANCE_AGREED, at, now);
            case RETURNED -> happened(actor, caseId, Milestone.ASSURANCE_RETURNED, at, now);
            case NOT_CHOSEN -> {}
        }
        if (draft.mustDecideAgain()) {
            store.again(
                    actor.partnership(),
                    assurance.id(),
                    draft.points().getFirst().text(),
                    true);
            store.state(actor.partnership(), assurance.id(), AssuranceState.DECIDING_AGAIN);
            ledger.record(
                    actor,
                    now,
                    new AssuranceEvent.DecidingAgain(
                            caseId.value(), assurance.id().value(), true));
        }
        tellCoordinators(actor, assurance, verdict, now);
        return Outcome.done(assurance.id());
    }

    private void returned(Actor actor, Assurance assurance, List<PointDraft> drafts, Instant at) {
        Profile profile = agendas.profile(actor);
        Span within = profile.assuring().pointsWithin();
        LocalDate dueOn =
                within == null ? null : UnitedKingdom.day(within.due(at, WorkingCalendar.of(profile.nation())));
        int number = assurance.points().size();
        for (PointDraft draft : drafts) {
            number++;
            store.add(
                    actor.partnership(),
                    assurance.id(),
                    new Point(
                            ids.get(),
                            number,
                            Objects.requireNonNull(draft.kind()),
                            draft.section().strip(),
                            draft.text().strip(),
                            at,
                            PointState.OPEN,
                            null,
                            null,
                            "",
                            dueOn,
                            1,
                            List.of()));
        }
    }

    private void tellCoordinators(Actor actor, Assurance assurance, Verdict verdict, Instant now) {
        LocalDate today = UnitedKingdom.day(now);
        partnerships.members(actor).stream()
                .filter(member -> member.is(Role.PANEL_COORDINATOR) && member.memberOn(today))
                .filter(member -> !member.id().value().equals(actor.member()))
                .forEach(member -> outbox.post(
                        actor,
                        Message.of(
                                member.id(),
                                verdict == Verdict.RETURNED ? "assurance.mail.returned" : "assurance.mail.answered",
                                path(assurance.id())),
                        now));
    }

    // Points

    /**
     * Gives a point an owner and a date.
     *
     * @param owner a member; or null where an agency is named
     * @param agency an agency, whose lead owns the point where it has one; or null where a member is named
     */
    public Outcome<AssuranceId> shareOut(
            Actor actor,
            AssuranceId id,
            UUID pointId,
            @Nullable MemberId owner,
            @Nullable AgencyId agency,
            @Nullable LocalDate dueOn,
            Instant now) {
        return onPoint(
                actor,
                List.of(Permission.HANDLE_ASSURANCE),
                id,
                pointId,
                PointCommand.SHARE_OUT,
                now,
                (assurance, point) -> {
                    LocalDate today = UnitedKingdom.day(now);
                    Optional<Member> member = owner != null
                            ? partnerships.member(actor, owner).filter(one -> one.memberOn(today))
                            : Optional.ofNullable(agency).flatMap(one -> partnerships.lead(actor, one, today));
                    Optional<Agency> of = member.map(Member::agency)
                            .or(() -> partnerships.agencies(actor).stream()
                                    .filter(one -> one.id().equals(agency))
                                    .findFirst());
                    List<Reason> faults = new ArrayList<>();
                    if (of.isEmpty()) {
                        faults.add(Reason.about("owner", "assurance.point.owner"));
                    }
                    if (member.filter(one -> one.is(Role.ASSURER)).isPresent()) {
                        faults.add(Reason.about("owner", "assurance.point.owner-assurer"));
                    }
                    if (member.filter(one -> sharing.excluded(actor, assurance.caseId(), one.id()))
                            .isPresent()) {
                        faults.add(Reason.about("owner", "assurance.point.owner-excluded"));
                    }
                    if (dueOn == null) {
                        faults.add(Reason.about("dueOn", "assurance.point.due-on"));
                    } else if (dueOn.isBefore(today)) {
                        faults.add(Reason.about("dueOn", "assurance.point.due-past"));
                    }
                    if (!faults.isEmpty() || dueOn == null) {
                        return Outcome.refused(faults);
                    }
                    MemberId named = member.map(Member::id).orElse(null);
                    boolean toldAlready = Objects.equals(named, point.ownerMember()) && dueOn.equals(point.dueOn());
                    store.shareOut(
                            actor.partnership(),
                            pointId,
                            named,
                            of.map(Agency::id).orElse(null),
                            member.map(one -> one.name() + ", " + one.agency().name())
                                    .orElseGet(() -> of.orElseThrow().name()),
                            dueOn);
                    ledger.record(
                            actor,
                            now,
                            new AssuranceEvent.PointSharedOut(
                                    assurance.caseId().value(),
                                    id.value(),
                                    point.number(),
                                    named == null ? null : named.value()));
                    MemberId before = point.ownerMember();
                    if (before != null && !before.equals(named) && ownsNoOther(actor, assurance, point, before)) {
                        sharing.release(actor, assurance.caseId(), before, null, Basis.POINT, now);
                    }
                    if (owner == null) {
                        sharing.involve(
                                actor,
                                assurance.caseId(),
                                Involvement.of(of.orElseThrow().id(), Basis.POINT, now),
                                now);
                    }
                    if (named != null) {
                        sharing.involve(actor, assurance.caseId(), Involvement.of(named, Basis.POINT, now), now);
                        if (!toldAlready && !named.value().equals(actor.member())) {
                            outbox.post(actor, Message.of(named, "assurance.mail.point", path(id, pointId)), now);
                        }
                    }
                    return Outcome.done(id);
                });
    }

    /** Answers a point. Its owner may, whoever else is of the owner's agency, and the co-ordinator for everybody. */
    public Outcome<AssuranceId> answerPoint(Actor actor, AssuranceId id, UUID pointId, String words, Instant now) {
        return onPoint(
                actor, List.of(Permission.ANSWER_POINT), id, pointId, PointCommand.ANSWER, now, (assurance, point) -> {
                    if (!mayAnswer(actor, point)) {
                        return sharing.leaveToOthers(
                                actor,
                                Permission.ANSWER_POINT,
                                assurance.caseId(),
                                Reason.of("assurance.point.not-yours", "NRM-11"),
                                now);
                    }
                    return said(actor, assurance, point, PointCommand.ANSWER, words, now);
                });
    }

    /** Whether the actor may answer the point. */
    public boolean mayAnswer(Actor actor, Point point) {
        return sharing.may(actor, Permission.HANDLE_ASSURANCE)
                || Optional.ofNullable(point.ownerMember())
                        .filter(owner -> owner.value().equals(actor.member()))
                        .isPresent()
                || Optional.ofNullable(point.ownerAgency())
                        .filter(owner -> owner.value().equals(actor.agency()))
                        .isPresent();
    }

    /** The competent authority accepts the answer to a point; the co-ordinator may record that it did. */
    public Outcome<AssuranceId> acceptPoint(Actor actor, AssuranceId id, UUID pointId, String words, Instant now) {
        return onPoint(
                actor,
                permissions(AssuranceCommand.ACCEPT_POINT),
                id,
                pointId,
                PointCommand.ACCEPT,
                now,
                (assurance, point) -> moved(actor, assurance, point, PointCommand.ACCEPT, words, now));
    }

    /** The competent authority sends the answer to a point back, with the reason; the co-ordinator may record that it did. */
    public Outcome<AssuranceId> sendPointBack(Actor actor, AssuranceId id, UUID pointId, String words, Instant now) {
        return onPoint(
                actor,
                permissions(AssuranceCommand.SEND_POINT_BACK),
                id,
                pointId,
                PointCommand.SEND_BACK,
                now,
                (assurance, point) -> said(actor, assurance, point, PointCommand.SEND_BACK, words, now));
    }

    private Outcome<AssuranceId> said(
            Actor actor, Assurance assurance, Point point, PointCommand command, String words, Instant now) {
        return words.isBlank()
                ? Outcome.refused(Reason.about("words", "assurance.point.words"))
                : moved(actor, assurance, point, command, words, now);
    }

    private Outcome<AssuranceId> moved(
            Actor actor, Assurance assurance, Point point, PointCommand command, String words, Instant now) {
        if (words.length() > LONGEST) {
            return Outcome.refused(Reason.about("words", "assurance.too-long", String.valueOf(LONGEST)));
        }
        PointState next = PointLife.after(point.state(), command).orThrow();
        store.move(actor, ids.get(), point.id(), next, command, words.strip(), now);
        ledger.record(
                actor,
                now,
                new AssuranceEvent.PointMoved(
                        assurance.caseId().value(), assurance.id().value(), point.number(), command));
        MemberId owner = point.ownerMember();
        if (command == PointCommand.SEND_BACK && owner != null && !sharing.excluded(actor, assurance.caseId(), owner)) {
            outbox.post(actor, Message.of(owner, "assurance.mail.point-back", path(assurance.id(), point.id())), now);
        }
        if (command == PointCommand.ACCEPT && owner != null && ownsNoOther(actor, assurance, point, owner)) {
            sharing.release(actor, assurance.caseId(), owner, null, Basis.POINT, now);
        }
        AgencyId agency = point.ownerAgency();
        if (command == PointCommand.ACCEPT && agency != null && agencyOwnsNoOther(actor, assurance, point, agency)) {
            sharing.release(actor, assurance.caseId(), null, agency, Basis.POINT, now);
        }
        return Outcome.done(assurance.id());
    }

    private boolean agencyOwnsNoOther(Actor actor, Assurance assurance, Point but, AgencyId agency) {
        return store.ofCase(actor.partnership(), assurance.caseId()).stream()
                .flatMap(one -> one.points().stream())
                .filter(point -> !point.id().equals(but.id()) && point.state() != PointState.ACCEPTED)
                .noneMatch(point -> agency.equals(point.ownerAgency()));
    }

    private boolean ownsNoOther(Actor actor, Assurance assurance, Point but, MemberId owner) {
        return store.ofCase(actor.partnership(), assurance.caseId()).stream()
                .flatMap(one -> one.points().stream())
                .filter(point -> !point.id().equals(but.id()) && point.state() != PointState.ACCEPTED)
                .noneMatch(point -> owner.equals(point.ownerMember()));
    }

    // Deciding again, and actions

    /**
     * Has the panel decide again: the decision stays in force until a new one takes its place. The case goes on the agenda of the panel
     * named, or of the next one that is planned; where none is, it is put there later.
     *
     * @param because what is read on the agenda, and what supersedes the decision in the end
     */
    public Outcome<AssuranceId> decideAgain(
            Actor actor, AssuranceId id, @Nullable MeetingId meeting, String because, Instant now) {
        return changing(
                actor,
                Permission.HANDLE_ASSURANCE,
                id,
                now,
                assurance -> AssuranceLife.after(assurance.state(), AssuranceCommand.DECIDE_AGAIN)
                        .then(next -> {
                            List<Reason> faults = new ArrayList<>();
                            if (because.isBlank()) {
                                faults.add(Reason.about("because", "assurance.again.because"));
                            } else if (because.length() > 2_000) {
                                faults.add(Reason.about("because", "assurance.too-long", "2000"));
                            }
                            List<Issued> inForce = decisions.issued(actor, assurance.caseId()).stream()
                                    .filter(Issued::inForce)
                                    .toList();
                            if (inForce.isEmpty() || !inForce.getFirst().id().equals(assurance.decision())) {
                                faults.add(Reason.of("assurance.again.not-latest", "NRM-9"));
                            }
                            if (!faults.isEmpty()) {
                                return Outcome.refused(faults);
                            }
                            store.again(actor.partnership(), id, because.strip(), assurance.required());
                            store.state(actor.partnership(), id, next);
                            ledger.record(
                                    actor,
                                    now,
                                    new AssuranceEvent.DecidingAgain(
                                            assurance.caseId().value(), id.value(), false));
                            return listed(actor, assurance, meeting, because.strip(), now)
                                    .map(_ -> id);
                        }));
    }

    private Outcome<Optional<AgendaItemId>> listed(
            Actor actor, Assurance assurance, @Nullable MeetingId meeting, String because, Instant now) {
        if (agendas.toCome(actor, assurance.caseId(), Purpose.DECISION_AGAIN).isPresent()) {
            return Outcome.done(Optional.empty());
        }
        Optional<MeetingId> next = Optional.ofNullable(meeting)
                .or(() -> agendas.panels(actor).stream()
                        .map(it -> it.meeting().id())
                        .findFirst());
        return next.isEmpty()
                ? Outcome.done(Optional.empty())
                : meetings.list(actor, next.get(), assurance.caseId(), Purpose.DECISION_AGAIN, because, now)
                        .map(Optional::of);
    }

    /** Lets the decision stand after all; an item on an agenda is taken off there. */
    public Outcome<AssuranceId> letStand(Actor actor, AssuranceId id, String because, Instant now) {
        return changing(
                actor,
                Permission.HANDLE_ASSURANCE,
                id,
                now,
                assurance -> AssuranceLife.after(assurance.state(), AssuranceCommand.LET_STAND)
                        .then(next -> {
                            if (assurance.required()) {
                                return Outcome.refused(Reason.of("assurance.again.required", "NRM-11"));
                            }
                            if (because.isBlank()) {
                                return Outcome.refused(Reason.about("because", "assurance.stand.because"));
                            }
                            if (decisions.inTheMaking(actor, assurance.caseId())) {
                                return Outcome.refused(Reason.of("assurance.again.in-the-making", "NRM-9"));
                            }
                            store.again(actor.partnership(), id, "", false);
                            store.state(actor.partnership(), id, next);
                            ledger.record(
                                    actor,
                                    now,
                                    new AssuranceEvent.DecisionLetStand(
                                            assurance.caseId().value(), id.value()));
                            return agendas.toCome(actor, assurance.caseId(), Purpose.DECISION_AGAIN)
                                    .map(it -> meetings.withdraw(
                                                    actor, it.item().id(), because.strip(), now)
                                            .map(_ -> id))
                                    .orElse(Outcome.done(id));
                        }));
    }

    /** Puts the case on the agenda of an actions meeting, the next one where none is named (NRM-13). */
    public Outcome<AssuranceId> planActions(
            Actor actor, AssuranceId id, @Nullable MeetingId meeting, String because, Instant now) {
        return changing(
                actor,
                Permission.HANDLE_ASSURANCE,
                id,
                now,
                assurance -> AssuranceLife.after(assurance.state(), AssuranceCommand.PLAN_ACTIONS)
                        .then(_ -> {
                            Optional<MeetingId> next = Optional.ofNullable(meeting)
                                    .or(() -> agendas.actionsMeetings(actor).stream()
                                            .map(it -> it.meeting().id())
                                            .findFirst());
                            if (next.isEmpty()) {
                                return Outcome.refused(Reason.of("assurance.actions.none-planned", "NRM-13"));
                            }
                            ledger.record(
                                    actor,
                                    now,
                                    new AssuranceEvent.ActionsMeetingSettled(
                                            assurance.caseId().value(),
                                            id.value(),
                                            next.get().value()));
                            return meetings.list(
                                            actor,
                                            next.get(),
                                            assurance.caseId(),
                                            Purpose.DISCUSSION,
                                            because.strip(),
                                            now)
                                    .map(_ -> id);
                        }));
    }

    /** Records why no actions meeting is needed. */
    public Outcome<AssuranceId> noActionsNeeded(Actor actor, AssuranceId id, String because, Instant now) {
        return changing(
                actor,
                Permission.HANDLE_ASSURANCE,
                id,
                now,
                assurance -> AssuranceLife.after(assurance.state(), AssuranceCommand.PLAN_ACTIONS)
                        .then(_ -> {
                            if (because.isBlank()) {
                                return Outcome.refused(Reason.about("because", "assurance.actions.because"));
                            }
                            store.actionsNotNeeded(actor.partnership(), id, because.strip());
                            ledger.record(
                                    actor,
                                    now,
                                    new AssuranceEvent.ActionsMeetingSettled(
                                            assurance.caseId().value(), id.value(), null));
                            return Outcome.done(id);
                        }));
    }

    // The common frame

    private interface PointWork {
        Outcome<AssuranceId> on(Assurance assurance, Point point);
    }

    private Outcome<AssuranceId> onPoint(
            Actor actor,
            List<Permission> anyOf,
            AssuranceId id,
            UUID pointId,
            PointCommand command,
            Instant now,
            PointWork work) {
        Permission permission = anyOf.stream()
                .filter(one -> sharing.may(actor, one))
                .findFirst()
                .orElse(anyOf.getFirst());
        return changing(
                actor,
                permission,
                id,
                now,
                assurance -> assurance
                        .point(pointId)
                        .map(point -> AssuranceLife.after(assurance.state(), command.onAssurance())
                                .then(_ -> PointLife.after(point.state(), command))
                                .then(_ -> work.on(assurance, point)))
                        .orElse(Outcome.refused(Sharing.NOT_FOUND)));
    }

    private <T> Outcome<T> changing(
            Actor actor, Permission permission, AssuranceId id, Instant now, Function<Assurance, Outcome<T>> change) {
        return ask(
                actor,
                permission,
                id,
                now,
                () -> change.apply(store.lock(actor.partnership(), id).orElseThrow()));
    }

    private <T> Outcome<T> ask(
            Actor actor, Permission permission, AssuranceId id, Instant now, Supplier<Outcome<T>> work) {
        return ledger.within(actor, () -> {
            Optional<CaseId> caseId = store.caseOf(actor.partnership(), id);
            Outcome<Access.Granted> asked = caseId.map(one -> sharing.ask(actor, permission, one, now))
                    .orElseGet(() -> sharing.ask(actor, permission, now).then(_ -> Outcome.refused(Sharing.NOT_FOUND)));
            return asked.then(_ -> work.get());
        });
    }

    private void happened(Actor actor, CaseId caseId, Milestone milestone, Instant at, Instant now) {
        cases.reached(actor, caseId, milestone, at.truncatedTo(ChronoUnit.MICROS), now);
    }

    private Permission reading(Actor actor) {
        return asAssurer(actor) ? Permission.ASSURE : Permission.SEE_ASSURANCE;
    }

    private boolean asAssurer(Actor actor) {
        return sharing.may(actor, Permission.ASSURE);
    }

    static String path(AssuranceId id) {
        return "/assurance/" + id.value();
    }

    static String path(AssuranceId id, UUID point) {
        return path(id) + "/points/" + point;
    }
}
