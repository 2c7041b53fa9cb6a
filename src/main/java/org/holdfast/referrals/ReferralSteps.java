package org.holdfast.referrals;

import static org.holdfast.referrals.HandwrittenForm.reasons;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.casework.Cases;
import org.holdfast.casework.Happened;
import org.holdfast.casework.Milestone;
import org.holdfast.clocks.Ending;
import org.holdfast.law.LawBook;
import org.holdfast.law.LegalAge;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.partnership.MemberId;
import org.holdfast.partnership.Partnerships;
import org.holdfast.partnership.Profile;
import org.holdfast.partnership.Route;
import org.holdfast.partnership.ScreeningRoute;
import org.holdfast.people.BirthDate;
import org.holdfast.people.Candidate;
import org.holdfast.people.Child;
import org.holdfast.people.ChildId;
import org.holdfast.people.IdentifierSystem;
import org.holdfast.people.Likeness;
import org.holdfast.people.People;
import org.holdfast.referrals.ReferralLife.Standing;
import org.holdfast.sharing.Access;
import org.holdfast.sharing.Basis;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.Involvement;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.Sharing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The door to what is done about a referral once it is in: safety, screening, sending, acceptance, route, the same child, turning 18
 * (REF-1 to REF-6, NRM-18, NRM-20). Each act names the version of the referral that the person saw; what the act means in law happens in
 * the same transaction.
 */
@Component
public final class ReferralSteps {

    /** After these a further referral is a new one, not a duplicate. */
    private static final Set<Milestone> DECIDED = EnumSet.of(
            Milestone.REASONABLE_GROUNDS_NEGATIVE,
            Milestone.CONCLUSIVE_POSITIVE,
            Milestone.CONCLUSIVE_NEGATIVE,
            Milestone.WITHDRAWN);

    private final Ledger ledger;
    private final Sharing sharing;
    private final Partnerships partnerships;
    private final People people;
    private final Cases cases;
    private final ScreeningStore store;
    private final Consequences consequences;

    ReferralSteps(
            Ledger ledger,
            Sharing sharing,
            Partnerships partnerships,
            People people,
            Cases cases,
            ScreeningStore store,
            Consequences consequences) {
        this.ledger = ledger;
        this.sharing = sharing;
        this.partnerships = partnerships;
        this.people = people;
        this.cases = cases;
        this.store = store;
        this.consequences = consequences;
    }

    /**
     * What the co-ordinator says when the competent authority has accepted a referral for local decision (REF-6, NRM-20).
     *
     * @param on the day of its answer
     * @param nrmReference the reference it gave; null when none came with it
     * @param ageDisputed null where it was not answered
     * @param publicOrderDisqualification null where it was not answered
     * @param ageBasis why the child is taken to be young enough, where the date of birth is not known
     */
    public record Acceptance(
            @Nullable LocalDate on,
            @Nullable String nrmReference,
            @Nullable Boolean ageDisputed,
            @Nullable Boolean publicOrderDisqualification,
            @Nullable String ageBasis) {}

    /** A referral as it stands, held for the act to come. */
    private record Current(
            ScreeningStore.Row row,
            CaseId caseId,
            Child child,
            boolean caseShown,
            Profile profile,
            Standing standing) {}

    // reading

    /** How far a referral is; the look is recorded. */
    public Outcome<Progress> look(Actor actor, ReferralId id, Instant now) {
        return ledger.within(
                actor,
                () -> current(actor, id, now, store.row(actor.partnership(), id))
                        .map(current -> {
                            ledger.record(
                                    actor,
                                    now,
                                    new ScreeningEvent.ReferralLooked(
                                            current.caseId().value(), id.value()));
                            return progress(actor, current, now);
                        }));
    }

    private Progress progress(Actor actor, Current current, Instant now) {
        ScreeningStore.Row row = current.row();
        Set<ReferralCommand> available = new HashSet<>(ReferralLife.available(row.state(), current.standing()));
        List<Alike> alike =
                available.contains(ReferralCommand.COMPARE_CHILDREN) ? undecided(actor, current, now) : List.of();
        if (alike.isEmpty()) {
            available.remove(ReferralCommand.COMPARE_CHILDREN);
        }
        List<Progress.Other> others = others(actor, row, current.caseId());
        if (others.isEmpty()) {
            available.remove(ReferralCommand.LINK_AS_DUPLICATE);
        }
        List<StepTaken> steps = store.steps(actor.partnership(), row.id());
        atEighteen(actor, current, steps, now).forEach(available::remove);
        return new Progress(
                row.id(),
                row.version(),
                row.state(),
                current.caseId(),
                current.child().displayName(),
                current.caseShown(),
                row.byHand(),
                row.writerName(),
                row.receivedAt(),
                row.referredAt(),
                row.scopeKey(),
                row.nrmReference(),
                row.sentOn(),
                row.lookAgainOn(),
                available,
                steps,
                findings(actor, row),
                alike,
                current.caseShown() ? others : List.of(),
                current.profile().screening().stream().sorted().toList());
    }

    /** What is missing or weak in a referral, by its newest sending (REF-3). */
    private List<Finding> findings(Actor actor, ScreeningStore.Row row) {
        Map<String, String> answers = new LinkedHashMap<>();
        store.newestBody(actor.partnership(), row.id())
                .map(HomeOfficeJson::read)
                .ifPresent(read -> answers.putAll(read.orThrow().values()));
        if (row.courtDates() != null) {
            answers.put(QualityCheck.COURT_DATES, row.courtDates());
        }
        return QualityCheck.of(answers);
    }

    /** Other referrals about the child that are under way: not those on which the case was decided since. */
    private List<Progress.Other> others(Actor actor, ScreeningStore.Row row, CaseId caseId) {
        List<ScreeningStore.Row> live = store.ofCases(actor.partnership(), Set.of(caseId)).stream()
                .filter(other -> !other.id().equals(row.id()) && other.state().live())
                .toList();
        if (live.isEmpty()) {
            return List.of();
        }
        Optional<Instant> decided = cases.milestones(actor, caseId).stream()
                .filter(happened -> DECIDED.contains(happened.milestone()))
                .map(Happened::recordedAt)
                .max(Comparator.naturalOrder());
        return live.stream()
                .filter(other -> decided.isEmpty() || other.receivedAt().isAfter(decided.get()))
                .map(other -> new Progress.Other(other.id(), other.state(), other.receivedAt(), other.writerName()))
                .toList();
    }

    /** Children noticed as alike when the referral came, about whom nobody has said anything since, here or elsewhere. */
    private List<Alike> undecided(Actor actor, Current current, Instant now) {
        Set<ChildId> open = store.undecided(actor.partnership(), current.row().id());
        if (open.isEmpty()) {
            return List.of();
        }
        List<Candidate> candidates = people.duplicatesOf(actor, current.child().id(), now).stream()
                .filter(candidate -> open.contains(candidate.child()))
                .toList();
        Map<ChildId, CaseId> theirCases =
                cases.casesOf(actor, candidates.stream().map(Candidate::child).toList());
        Set<CaseId> visible = sharing.visible(actor, Permission.HANDLE_REFERRAL, theirCases.values(), now);
        return candidates.stream()
                .map(candidate -> new Alike(
                        candidate,
                        Optional.ofNullable(theirCases.get(candidate.child()))
                                .map(visible::contains)
                                .orElse(true)))
                .toList();
    }

    // safety and telling (REF-1, REF-2)

    /** Records how immediate safety is addressed. */
    public Outcome<ReferralId> recordSafeguarding(
            Actor actor,
            ReferralId id,
            int version,
            Safeguarding.@Nullable Answer answer,
            @Nullable LocalDate on,
            @Nullable String account,
            Instant now) {
        return take(
                actor,
                id,
                version,
                ReferralCommand.RECORD_SAFEGUARDING,
                now,
                (current, step) -> Safeguarding.judge(answer, on, account, UnitedKingdom.day(now))
                        .map(safe -> step.on(safe.on()).choosing(safe.answer().code(), safe.account())));
    }

    /** Records whether and how the child was told. */
    public Outcome<ReferralId> recordChildTold(
            Actor actor,
            ReferralId id,
            int version,
            ChildTold.@Nullable Answer answer,
            @Nullable String account,
            Instant now) {
        return take(
                actor,
                id,
                version,
                ReferralCommand.RECORD_CHILD_TOLD,
                now,
                (current, step) -> ChildTold.judge(answer, account)
                        .map(told -> step.choosing(told.answer().code(), told.account())));
    }

    // screening (REF-5)

    /** Records the decision whether a referral is submitted, by one of the routes of the profile. */
    public Outcome<ReferralId> screen(
            Actor actor,
            ReferralId id,
            int version,
            @Nullable ScreeningRoute route,
            @Nullable Boolean submit,
            @Nullable String rationale,
            @Nullable String furtherActions,
            @Nullable LocalDate lookAgainOn,
            Instant now) {
        ReferralCommand command =
                Boolean.FALSE.equals(submit) ? ReferralCommand.DECIDE_NOT_TO_SUBMIT : ReferralCommand.DECIDE_TO_SUBMIT;
        return take(
                actor,
                id,
                version,
                command,
                now,
                (current, step) -> ScreeningDecision.judge(
                                route,
                                submit,
                                rationale,
                                furtherActions,
                                lookAgainOn,
                                current.profile().screening(),
                                UnitedKingdom.day(now))
                        .then(decision ->
                                decision.submit() ? gate(actor, current).map(safe -> decision) : Outcome.done(decision))
                        .map(decision -> {
                            if (!decision.submit()) {
                                store.lookAgain(actor.partnership(), id, decision.lookAgainOn());
                                consequences.screenedOut(actor, current.caseId(), now);
                            }
                            return step.choosing(ReferralCommand.code(decision.route()), decision.rationale())
                                    .then(decision.furtherActions(), decision.lookAgainOn());
                        }));
    }

    /** Takes up a referral again that was not submitted. */
    public Outcome<ReferralId> lookAgain(Actor actor, ReferralId id, int version, Instant now) {
        return take(actor, id, version, ReferralCommand.LOOK_AGAIN, now, (current, step) -> {
            store.lookAgain(actor.partnership(), id, null);
            consequences.cameIn(actor, current.caseId(), now, now);
            return Outcome.done(step);
        });
    }

    // to the competent authority and back (REF-6)

    /** Records the day on which the referral went to the competent authority: the day of referral, from which limits count. */
    public Outcome<ReferralId> recordSent(
            Actor actor, ReferralId id, int version, @Nullable LocalDate sentOn, Instant now) {
        return take(
                actor,
                id,
                version,
                ReferralCommand.RECORD_SENT,
                now,
                (current, step) -> gate(actor, current)
                        .then(safe -> day(
                                sentOn,
                                "sent-on",
                                UnitedKingdom.day(current.row().receivedAt()),
                                now))
                        .map(day -> {
                            Instant sentAt = moment(day, now);
                            store.referred(actor.partnership(), id, day, sentAt);
                            store.scope(
                                    actor.partnership(),
                                    id,
                                    scope(
                                            current,
                                            day,
                                            current.row().ageDisputed(),
                                            current.row().publicOrder()));
                            consequences.sent(actor, current.caseId(), sentAt, reference(current.row(), null), now);
                            return step.on(day);
                        }));
    }

    /** Records that the referral came back accepted for local decision; the panel's clocks start by it (NRM-1, NRM-3). */
    public Outcome<ReferralId> accept(Actor actor, ReferralId id, int version, Acceptance acceptance, Instant now) {
        return take(
                actor,
                id,
                version,
                ReferralCommand.ACCEPT,
                now,
                (current, step) -> accepted(actor, current, step, acceptance, null, now));
    }

    private Outcome<StepTaken> accepted(
            Actor actor,
            Current current,
            StepTaken step,
            Acceptance acceptance,
            @Nullable RouteReason changedBecause,
            Instant now) {
        ScreeningStore.Row row = current.row();
        Instant referredAt = referredAt(row);
        LocalDate referredOn = UnitedKingdom.day(referredAt);
        List<Reason> faults = new ArrayList<>();
        faults.addAll(reasons(gate(actor, current)));
        Outcome<LocalDate> day = day(acceptance.on(), "accepted-on", referredOn, now);
        faults.addAll(reasons(day));
        Boolean disputed = acceptance.ageDisputed();
        Boolean disqualified = acceptance.publicOrderDisqualification();
        if (disputed == null) {
            faults.add(fault("age-disputed", "referrals.accept.age-disputed-unanswered", "NRM-20"));
        }
        if (disqualified == null) {
            faults.add(fault("public-order", "referrals.accept.public-order-unanswered", "NRM-20"));
        }
        boolean likely = undecided(actor, current, now).stream()
                .anyMatch(alike -> alike.candidate().likeness().verdict() == Likeness.Verdict.LIKELY);
        if (likely) {
            faults.add(Reason.of("referrals.accept.same-child-undecided", "REF-4"));
        }
        faults.addAll(referenceFaults(acceptance.nrmReference()));
        if (disputed == null || disqualified == null) {
            return Outcome.refused(faults);
        }
        Scope scope = scope(current, referredOn, disputed, disqualified);
        String ageBasis =
                acceptance.ageBasis() == null ? "" : acceptance.ageBasis().strip();
        switch (scope) {
            case Scope.Local local -> {}
            case Scope.BirthDateUnknown unknown -> {
                if (ageBasis.isEmpty()) {
                    faults.add(fault("age-basis", "referrals.accept.no-age-basis", "NRM-20"));
                }
            }
            case Scope.Central central -> faults.add(Reason.of(central.key(), "NRM-20"));
            case Scope.Adult adult -> faults.add(Reason.of(adult.key(), "NRM-20"));
        }
        if (!faults.isEmpty()) {
            return Outcome.refused(faults);
        }
        return day.then(on -> {
            store.facts(actor.partnership(), row.id(), disputed, disqualified);
            store.scope(actor.partnership(), row.id(), scope);
            String reference = acceptance.nrmReference();
            keepReference(actor, current, reference, now);
            StepTaken told = step.on(on).choosing(changedBecause == null ? null : changedBecause.code(), ageBasis);
            return consequences
                    .accepted(
                            actor,
                            current.caseId(),
                            referredAt,
                            moment(on, now),
                            current.child().birthDate(),
                            reference(row, reference),
                            now)
                    .map(done -> told);
        });
    }

    /** Records that the competent authority keeps the referral and decides itself (NRM-18). */
    public Outcome<ReferralId> keepCentral(
            Actor actor,
            ReferralId id,
            int version,
            @Nullable LocalDate on,
            @Nullable String nrmReference,
            @Nullable RouteReason because,
            @Nullable String account,
            Instant now) {
        return take(
                actor,
                id,
                version,
                ReferralCommand.KEEP_CENTRAL,
                now,
                (current, step) -> toCentral(actor, current, step, on, nrmReference, because, account, now));
    }

    /** Moves a child who was to be decided here to the central route; the panel's clocks end, openly (NRM-20). */
    public Outcome<ReferralId> moveToCentral(
            Actor actor,
            ReferralId id,
            int version,
            @Nullable LocalDate on,
            @Nullable RouteReason because,
            @Nullable String account,
            Instant now) {
        return take(
                actor,
                id,
                version,
                ReferralCommand.MOVE_TO_CENTRAL,
                now,
                (current, step) -> toCentral(actor, current, step, on, null, because, account, now));
    }

    private Outcome<StepTaken> toCentral(
            Actor actor,
            Current current,
            StepTaken step,
            @Nullable LocalDate on,
            @Nullable String nrmReference,
            @Nullable RouteReason because,
            @Nullable String account,
            Instant now) {
        ScreeningStore.Row row = current.row();
        Instant referredAt = referredAt(row);
        Outcome<LocalDate> day = day(on, "on", UnitedKingdom.day(referredAt), now);
        List<Reason> faults = new ArrayList<>(reasons(day));
        faults.addAll(routeFaults(because, account));
        faults.addAll(referenceFaults(nrmReference));
        if (because == null || !faults.isEmpty()) {
            return Outcome.refused(faults);
        }
        return day.then(decided -> {
            Scope scope = because.scope();
            if (scope != null) {
                store.scope(actor.partnership(), row.id(), scope);
            }
            keepReference(actor, current, nrmReference, now);
            return consequences
                    .central(
                            actor,
                            current.caseId(),
                            referredAt,
                            moment(decided, now),
                            reference(row, nrmReference),
                            now)
                    .map(done -> step.on(decided).choosing(because.code(), account == null ? "" : account.strip()));
        });
    }

    /**
     * Moves a child from the central route to local decision. The panel's limits count from the day of referral as they always did: a
     * change of route gives no new time (NRM-20).
     */
    public Outcome<ReferralId> moveToLocal(
            Actor actor,
            ReferralId id,
            int version,
            Acceptance acceptance,
            @Nullable RouteReason because,
            @Nullable String account,
            Instant now) {
        return take(actor, id, version, ReferralCommand.MOVE_TO_LOCAL, now, (current, step) -> {
            List<Reason> faults = routeFaults(because, account);
            Outcome<StepTaken> accepted = accepted(actor, current, step, acceptance, because, now);
            faults.addAll(reasons(accepted));
            return faults.isEmpty()
                    ? accepted.map(told -> told.then(account == null ? "" : account.strip(), null))
                    : Outcome.refused(faults);
        });
    }

    /** Records what the competent authority decided about a child it keeps (NRM-18). */
    public Outcome<ReferralId> recordCentralDecision(
            Actor actor,
            ReferralId id,
            int version,
            @Nullable CentralDecision decision,
            @Nullable LocalDate on,
            Instant now) {
        return take(actor, id, version, ReferralCommand.RECORD_CENTRAL_DECISION, now, (current, step) -> {
            Outcome<LocalDate> day = day(on, "on", UnitedKingdom.day(referredAt(current.row())), now);
            List<Reason> faults = new ArrayList<>(reasons(day));
            if (decision == null) {
                faults.add(fault("decision", "referrals.central-decision.unanswered", "NRM-18"));
            }
            if (decision == null || !faults.isEmpty()) {
                return Outcome.refused(faults);
            }
            return day.then(decided -> consequences
                    .centralDecision(
                            actor,
                            current.caseId(),
                            decision,
                            moment(decided, now),
                            reference(current.row(), null),
                            now)
                    .map(done -> step.on(decided).choosing(decision.code(), "")));
        });
    }

    /** Corrects the finding that this is about an adult; it goes on as any referral that waits to be returned (NRM-20). */
    public Outcome<ReferralId> findInScope(
            Actor actor, ReferralId id, int version, @Nullable String account, Instant now) {
        return take(actor, id, version, ReferralCommand.FIND_IN_SCOPE, now, (current, step) -> {
            if (account == null || account.isBlank()) {
                return Outcome.refused(fault("account", "referrals.account-missing", "NRM-20"));
            }
            LocalDate referredOn = UnitedKingdom.day(referredAt(current.row()));
            Scope scope = scope(
                    current,
                    referredOn,
                    current.row().ageDisputed(),
                    current.row().publicOrder());
            if (scope instanceof Scope.Adult) {
                return Outcome.refused(Reason.of("referrals.find-in-scope.birth-date-says-adult", "NRM-20"));
            }
            store.scope(actor.partnership(), id, scope);
            consequences.sent(actor, current.caseId(), referredAt(current.row()), reference(current.row(), null), now);
            return Outcome.done(step.because(account.strip()));
        });
    }

    // the same child (REF-4)

    /**
     * Says of a child known already that it is the child of this referral: the referral moves to that child's case, and is linked there
     * as a duplicate where another referral is under way. One that was accepted stays where its clocks run, and the two records of the
     * child are linked. Nothing is lost.
     */
    public Outcome<ReferralId> sameChild(
            Actor actor, ReferralId id, int version, ChildId other, @Nullable String reason, Instant now) {
        return ledger.within(
                actor,
                () -> current(actor, id, now, store.lock(actor.partnership(), id))
                        .then(current -> {
                            CaseId target = cases.open(actor, other, now);
                            return sharing.ask(actor, Permission.HANDLE_REFERRAL, target, now)
                                    .then(granted -> {
                                        boolean underWay = !others(actor, current.row(), target)
                                                .isEmpty();
                                        ReferralCommand command = underWay
                                                ? ReferralCommand.LINK_AS_DUPLICATE
                                                : ReferralCommand.COMPARE_CHILDREN;
                                        return take(actor, id, version, command, now, (seen, step) -> {
                                            if (!store.undecided(actor.partnership(), id)
                                                    .contains(other)) {
                                                return Outcome.refused(
                                                        Reason.of("referrals.likeness.decided-already", "REF-4"));
                                            }
                                            if (reason == null || reason.isBlank()) {
                                                return Outcome.refused(fault(
                                                        SameChild.reasonField(other),
                                                        "referrals.likeness.no-reason",
                                                        "REF-4"));
                                            }
                                            if (seen.row().state() == ReferralState.ACCEPTED_FOR_LOCAL_DECISION) {
                                                sameRecord(actor, seen, other, target, reason.strip(), now);
                                            } else {
                                                move(actor, seen, other, target, underWay, reason.strip(), now);
                                            }
                                            return Outcome.done(
                                                    step.choosing(SameChild.Verdict.SAME.code(), reason.strip()));
                                        });
                                    });
                        }));
    }

    private void move(
            Actor actor, Current current, ChildId other, CaseId target, boolean underWay, String reason, Instant now) {
        ScreeningStore.Row row = current.row();
        boolean alone =
                store.ofCases(actor.partnership(), Set.of(current.caseId())).size() == 1;
        sameRecord(actor, current, other, target, reason, now);
        store.about(actor.partnership(), row.id(), other, target);
        if (row.byHand()) {
            sharing.involve(actor, target, Involvement.of(new MemberId(row.writer()), Basis.REFERRER, now), now);
        }
        if (alone) {
            consequences.ends(actor, current.caseId(), now, Ending.DUPLICATE, now);
        }
        if (underWay) {
            consequences.cameIn(actor, target, row.receivedAt(), now);
        } else {
            consequences.received(actor, target, row.state(), referredAt(row), reference(row, null), now);
        }
    }

    private void sameRecord(Actor actor, Current current, ChildId other, CaseId theirs, String reason, Instant now) {
        ReferralId id = current.row().id();
        store.compared(actor, id, other, true, reason, now);
        people.same(actor, current.child().id(), other, reason, now).orThrow();
        ledger.record(actor, now, new ScreeningEvent.ChildrenCompared(theirs.value(), id.value(), other.value(), true));
    }

    /** Says of a child known already that it is not the child of this referral, and why; they are not offered as alike again. */
    public Outcome<ReferralId> notTheSameChild(
            Actor actor, ReferralId id, int version, ChildId other, @Nullable String reason, Instant now) {
        return take(actor, id, version, ReferralCommand.COMPARE_CHILDREN, now, (current, step) -> {
            CaseId theirs = cases.casesOf(actor, List.of(other)).get(other);
            if (theirs != null
                    && sharing.ask(actor, Permission.HANDLE_REFERRAL, theirs, now)
                            instanceof Outcome.Refused<Access.Granted>(List<Reason> reasons)) {
                return Outcome.refused(reasons);
            }
            if (reason == null || reason.isBlank()) {
                return Outcome.refused(fault(SameChild.reasonField(other), "referrals.likeness.no-reason", "REF-4"));
            }
            if (!store.undecided(actor.partnership(), id).contains(other)) {
                return Outcome.refused(Reason.of("referrals.likeness.decided-already", "REF-4"));
            }
            people.notTheSame(actor, current.child().id(), other, reason.strip(), now)
                    .orThrow();
            store.compared(actor, id, other, false, reason.strip(), now);
            ledger.record(
                    actor,
                    now,
                    new ScreeningEvent.ChildrenCompared(current.caseId().value(), id.value(), other.value(), false));
            return Outcome.done(step.choosing(SameChild.Verdict.NOT_THE_SAME.code(), reason.strip()));
        });
    }

    /** Sets a referral beside another about the same child that is under way; that one goes on. */
    public Outcome<ReferralId> linkAsDuplicate(
            Actor actor, ReferralId id, int version, @Nullable String account, Instant now) {
        return take(
                actor,
                id,
                version,
                ReferralCommand.LINK_AS_DUPLICATE,
                now,
                (current, step) ->
                        others(actor, current.row(), current.caseId()).isEmpty()
                                ? Outcome.refused(Reason.of("referrals.duplicate.no-other", "REF-4"))
                                : Outcome.done(step.because(account == null ? "" : account.strip())));
    }

    // turning 18, and withdrawal (NRM-20)

    /** Records that the young person, now 18 and undecided, was asked whether the decision is to go on. */
    public Outcome<ReferralId> askAtEighteen(
            Actor actor, ReferralId id, int version, @Nullable LocalDate on, @Nullable String account, Instant now) {
        return take(actor, id, version, ReferralCommand.ASK_AT_EIGHTEEN, now, (current, step) -> {
            Optional<LocalDate> birthday = eighteenth(current, now);
            if (birthday.isEmpty() || birthday.get().isAfter(UnitedKingdom.day(now))) {
                return Outcome.refused(Reason.of("referrals.eighteen.not-yet", "NRM-20"));
            }
            if (!cases.stage(actor, current.caseId()).undecided()) {
                return Outcome.refused(Reason.of("referrals.eighteen.decided-already", "NRM-20"));
            }
            Outcome<LocalDate> day = day(on, "on", birthday.get(), now);
            List<Reason> faults = new ArrayList<>(reasons(day));
            if (account == null || account.isBlank()) {
                faults.add(fault("account", "referrals.eighteen.how-asked", "NRM-20"));
            }
            if (account == null || !faults.isEmpty()) {
                return Outcome.refused(faults);
            }
            return day.map(asked -> {
                consequences.turnedEighteen(actor, current.caseId(), birthday.get(), now);
                return step.on(asked).because(account.strip());
            });
        });
    }

    /** Records that the young person wishes the decision to go on, and whether they want support as an adult. */
    public Outcome<ReferralId> stayAtEighteen(
            Actor actor,
            ReferralId id,
            int version,
            @Nullable LocalDate on,
            @Nullable Boolean adultSupport,
            @Nullable String account,
            Instant now) {
        return take(
                actor,
                id,
                version,
                ReferralCommand.STAY_AT_EIGHTEEN,
                now,
                (current, step) -> answered(actor, current, on, now)
                        .then(day -> adultSupport == null
                                ? Outcome.refused(
                                        fault("adult-support", "referrals.eighteen.support-unanswered", "NRM-20"))
                                : Outcome.done(day))
                        .map(day -> {
                            consequences.stays(actor, current.caseId(), moment(day, now), now);
                            return step.on(day)
                                    .choosing(
                                            Boolean.TRUE.equals(adultSupport) ? "yes" : "no",
                                            account == null ? "" : account.strip());
                        }));
    }

    /** Records that the young person does not wish the decision to go on. */
    public Outcome<ReferralId> withdrawAtEighteen(
            Actor actor, ReferralId id, int version, @Nullable LocalDate on, @Nullable String account, Instant now) {
        return take(
                actor,
                id,
                version,
                ReferralCommand.WITHDRAW_AT_EIGHTEEN,
                now,
                (current, step) -> answered(actor, current, on, now).map(day -> {
                    consequences.ends(actor, current.caseId(), moment(day, now), Ending.WITHDRAWN, now);
                    return step.on(day).because(account == null ? "" : account.strip());
                }));
    }

    private Outcome<LocalDate> answered(Actor actor, Current current, @Nullable LocalDate on, Instant now) {
        return store.steps(actor.partnership(), current.row().id()).stream()
                .filter(step -> step.command() == ReferralCommand.ASK_AT_EIGHTEEN)
                .reduce((earlier, later) -> later)
                .map(asked -> day(on, "on", asked.on() == null ? LocalDate.MIN : asked.on(), now))
                .orElseGet(() -> Outcome.refused(Reason.of("referrals.eighteen.not-asked", "NRM-20")));
    }

    /** Withdraws a referral that should not have been made. */
    public Outcome<ReferralId> withdraw(
            Actor actor, ReferralId id, int version, @Nullable String account, Instant now) {
        return take(actor, id, version, ReferralCommand.WITHDRAW, now, (current, step) -> {
            if (account == null || account.isBlank()) {
                return Outcome.refused(fault("account", "referrals.account-missing", "REF-3"));
            }
            if (others(actor, current.row(), current.caseId()).isEmpty()) {
                consequences.ends(actor, current.caseId(), now, Ending.WITHDRAWN, now);
            }
            return Outcome.done(step.because(account.strip()));
        });
    }

    /** What cannot be said about turning 18 yet, or any more. */
    private Set<ReferralCommand> atEighteen(Actor actor, Current current, List<StepTaken> steps, Instant now) {
        boolean undecided = cases.stage(actor, current.caseId()).undecided();
        boolean turned = eighteenth(current, now)
                .filter(birthday -> !birthday.isAfter(UnitedKingdom.day(now)))
                .isPresent();
        boolean asked = steps.stream().anyMatch(step -> step.command() == ReferralCommand.ASK_AT_EIGHTEEN);
        boolean stays = steps.stream().anyMatch(step -> step.command() == ReferralCommand.STAY_AT_EIGHTEEN);
        Set<ReferralCommand> not = EnumSet.noneOf(ReferralCommand.class);
        if (!turned || asked || !undecided) {
            not.add(ReferralCommand.ASK_AT_EIGHTEEN);
        }
        if (!asked || stays) {
            not.add(ReferralCommand.STAY_AT_EIGHTEEN);
        }
        if (!asked) {
            not.add(ReferralCommand.WITHDRAW_AT_EIGHTEEN);
        }
        return not;
    }

    // what every act has in common

    /** Says what an act adds to its step and does what it means, or refuses it. */
    private interface Act {
        Outcome<StepTaken> on(Current current, StepTaken step);
    }

    private Outcome<ReferralId> take(
            Actor actor, ReferralId id, int version, ReferralCommand command, Instant now, Act act) {
        return ledger.within(
                actor,
                () -> current(actor, id, now, store.lock(actor.partnership(), id))
                        .then(current -> next(actor, current, command, now).then(next -> {
                            if (current.row().version() != version) {
                                return Outcome.refused(Reason.of("referrals.changed-meanwhile", ""));
                            }
                            StepTaken begun =
                                    StepTaken.now(actor, command, current.row().state(), next, now);
                            return act.on(current, begun).map(step -> {
                                store.move(actor.partnership(), current.row(), next);
                                store.add(actor, id, step);
                                ledger.record(
                                        actor, now, ScreeningEvent.ReferralStepTaken.of(current.caseId(), id, step));
                                return id;
                            });
                        })));
    }

    /** Where the step leads; that it is for others than the actor stands on the ledger (GOV-7). */
    private Outcome<ReferralState> next(Actor actor, Current current, ReferralCommand command, Instant now) {
        return command.isFor(current.standing())
                ? ReferralLife.after(current.row().state(), command, current.standing())
                : sharing.leaveToOthers(
                        actor, Permission.HANDLE_REFERRAL, current.caseId(), ReferralLife.NOT_YOURS, now);
    }

    /** The referral, if the actor may see it. A draft is nobody's but its writer's, and is not found here. */
    private Outcome<Current> current(Actor actor, ReferralId id, Instant now, Optional<ScreeningStore.Row> found) {
        ScreeningStore.Row row = found.orElse(null);
        CaseId caseId = row == null ? null : row.caseId();
        ChildId child = row == null ? null : row.child();
        if (row == null || caseId == null || child == null) {
            return Outcome.refused(Sharing.NOT_FOUND);
        }
        return sharing.ask(actor, Permission.SEE_REFERRAL, caseId, now).then(granted -> {
            boolean writer = row.writer().equals(actor.member());
            boolean caseShown = !sharing.visible(actor, Permission.SEE_CASE, Set.of(caseId), now)
                    .isEmpty();
            // who referred the same child in a referral of their own sees that one, not this
            if (granted.basis() == Basis.REFERRER && !writer && !caseShown) {
                return sharing.refuse(actor, Permission.SEE_REFERRAL, caseId, now);
            }
            Profile profile = profile(actor);
            // whose access to the case was narrowed takes no step, by office or as who wrote it (SHR-3)
            boolean coordinator = may(actor, Permission.HANDLE_REFERRAL, caseId, now);
            boolean writes = writer && (may(actor, Permission.MAKE_REFERRAL, caseId, now) || coordinator);
            return Outcome.done(new Current(
                    row,
                    caseId,
                    people.child(actor, child, now),
                    caseShown,
                    profile,
                    new Standing(writes || coordinator, coordinator, profile.screens())));
        });
    }

    private boolean may(Actor actor, Permission permission, CaseId caseId, Instant now) {
        return !sharing.visible(actor, permission, Set.of(caseId), now).isEmpty();
    }

    private Profile profile(Actor actor) {
        return partnerships.profile(actor.partnership());
    }

    /** REF-2: what was last said of immediate safety, or the way is barred. */
    private Outcome<ReferralId> gate(Actor actor, Current current) {
        ReferralId id = current.row().id();
        boolean addressed = store.steps(actor.partnership(), id).stream()
                .anyMatch(step -> step.command() == ReferralCommand.RECORD_SAFEGUARDING);
        return addressed ? Outcome.done(id) : Outcome.refused(Safeguarding.gate(null));
    }

    private Scope scope(Current current, LocalDate referredOn, boolean ageDisputed, boolean publicOrder) {
        BirthDate birth = current.child().birthDate();
        return Scope.of(
                new Scope.Facts(
                        Scope.SaidToBe.CHILD,
                        new Scope.Birth(
                                birth.earliest().orElse(null), birth.latest().orElse(null)),
                        referredOn,
                        ageDisputed || birth.disputed(),
                        publicOrder,
                        current.profile().route() == Route.LOCAL),
                LawBook.LOCAL_SCOPE.on(referredOn));
    }

    private static Optional<LocalDate> eighteenth(Current current, Instant now) {
        int age = LawBook.LOCAL_SCOPE.on(UnitedKingdom.day(now)).age();
        return current.child().birthDate().certainDay().map(born -> LegalAge.attained(born, age));
    }

    private static List<Reason> routeFaults(@Nullable RouteReason because, @Nullable String account) {
        List<Reason> faults = new ArrayList<>();
        if (because == null) {
            faults.add(fault("because", "referrals.route-reason.unanswered", "NRM-20"));
        }
        if (because == RouteReason.OTHER && (account == null || account.isBlank())) {
            faults.add(fault("account", "referrals.account-missing", "NRM-20"));
        }
        return faults;
    }

    /** A day that was, neither before another nor to come. */
    private static Outcome<LocalDate> day(@Nullable LocalDate day, String field, LocalDate earliest, Instant now) {
        if (day == null) {
            return Outcome.refused(Reason.about(field, "referrals.day-missing"));
        }
        if (day.isAfter(UnitedKingdom.day(now))) {
            return Outcome.refused(Reason.about(field, "referrals.day-to-come"));
        }
        return day.isBefore(earliest)
                ? Outcome.refused(Reason.about(field, "referrals.day-too-early"))
                : Outcome.done(day);
    }

    /** The moment of something that happened on a day: now, if that is today. */
    private static Instant moment(LocalDate day, Instant now) {
        return day.equals(UnitedKingdom.day(now)) ? now : UnitedKingdom.startOf(day);
    }

    private static Instant referredAt(ScreeningStore.Row row) {
        Instant referredAt = row.referredAt();
        return referredAt == null ? row.receivedAt() : referredAt;
    }

    private static List<Reason> referenceFaults(@Nullable String typed) {
        return typed == null
                        || typed.isBlank()
                        || IdentifierSystem.NRM_REFERENCE.read(typed).isPresent()
                ? List.of()
                : List.of(fault("nrm-reference", "people.identifier-wrong.nrm-reference", "NRM-24"));
    }

    /** The reference stands on the referral and among the child's own numbers, where it is found and goes with the outcome (NRM-10). */
    private void keepReference(Actor actor, Current current, @Nullable String typed, Instant now) {
        if (typed != null && !typed.isBlank()) {
            store.reference(actor.partnership(), current.row().id(), typed.strip());
            people.addIdentifier(
                            actor,
                            current.child().id(),
                            IdentifierSystem.NRM_REFERENCE,
                            typed,
                            null,
                            actor.agencyName(),
                            now)
                    .orThrow();
        }
    }

    /** What a clock that starts again for this referral is explained by. */
    private static String reference(ScreeningStore.Row row, @Nullable String given) {
        String known = given == null || given.isBlank() ? row.nrmReference() : given.strip();
        return known == null ? row.externalId().toString() : known;
    }

    private static Reason fault(String field, String key, String rule) {
        return new Reason(key, rule, field, List.of());
    }
}
