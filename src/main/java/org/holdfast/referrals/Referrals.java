package org.holdfast.referrals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.casework.Cases;
import org.holdfast.law.LawBook;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.partnership.AgencyId;
import org.holdfast.partnership.MemberId;
import org.holdfast.partnership.Partnerships;
import org.holdfast.partnership.Route;
import org.holdfast.people.Candidate;
import org.holdfast.people.Child;
import org.holdfast.people.ChildId;
import org.holdfast.people.People;
import org.holdfast.sharing.Access;
import org.holdfast.sharing.Basis;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.Given;
import org.holdfast.sharing.Involvement;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.Purpose;
import org.holdfast.sharing.Sharing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The door to referrals as such: taken in from the Home Office without retyping, read, listed, and handed out again just as they came
 * (NRM-24). What is then done about one is behind {@link ReferralSteps}; writing one by hand behind {@link HandwrittenReferrals}.
 */
@Component
public final class Referrals {

    /** The most bytes that one form can have; a longer body is turned away, and this much of it kept. */
    public static final int LARGEST_BODY = HomeOfficeJson.LARGEST_BODY;

    /** The name under which the day of a referral is asked for. */
    public static final String REFERRED_ON = "referredOn";

    private static final Reason KNOWN_ELSEWHERE = Reason.of("referrals.import.known-elsewhere", "SHR-3");

    private final Ledger ledger;
    private final Sharing sharing;
    private final Partnerships partnerships;
    private final People people;
    private final Cases cases;
    private final Consequences consequences;
    private final HomeOfficeStore store;
    private final Supplier<UUID> ids;

    Referrals(
            Ledger ledger,
            Sharing sharing,
            Partnerships partnerships,
            People people,
            Cases cases,
            Consequences consequences,
            HomeOfficeStore store,
            Supplier<UUID> ids) {
        this.ledger = ledger;
        this.sharing = sharing;
        this.partnerships = partnerships;
        this.people = people;
        this.cases = cases;
        this.consequences = consequences;
        this.store = store;
        this.ids = ids;
    }

    /**
     * Takes in a form as the Home Office's service sends it, made today. See {@link #receive(Actor, Manner, byte[], LocalDate, Instant)}.
     */
    public Outcome<Receipt> receive(Actor actor, Manner manner, byte[] body, Instant now) {
        return receive(actor, manner, body, null, now);
    }

    /**
     * Takes in a form as the Home Office's service sends it. The same form again changes nothing, whoever sends it how often and at the
     * same time; a known referral with other content becomes an update beside what was there. Whatever cannot be taken in is kept for
     * the co-ordinator.
     *
     * @param body as it came; of one that is longer than {@link #LARGEST_BODY}, the first byte too many is enough
     * @param referredOn the day on which the referral was made, from which limits and age count (NRM-1, NRM-3, NRM-20); the form does not say it.
     *     Null where whoever sends does not know it: then it is today, with a warning
     */
    public Outcome<Receipt> receive(
            Actor actor, Manner manner, byte[] body, @Nullable LocalDate referredOn, Instant now) {
        if (referredOn != null && referredOn.isAfter(UnitedKingdom.day(now))) {
            return Outcome.refused(Reason.about(REFERRED_ON, "referrals.import.day-in-future"));
        }
        if (referredOn != null && LawBook.LOCAL_SCOPE.values().at(referredOn).isEmpty()) {
            return Outcome.refused(Reason.about(REFERRED_ON, "referrals.import.day-before-pilot"));
        }
        Outcome<HomeOfficePayload> read = HomeOfficeJson.read(body);
        return ledger.within(
                actor,
                () -> sharing.ask(actor, Permission.IMPORT_REFERRAL, now).then(granted -> switch (read) {
                    case Outcome.Done<HomeOfficePayload>(HomeOfficePayload payload) ->
                        takeIn(actor, manner, body, payload, referredOn, now);
                    case Outcome.Refused<HomeOfficePayload>(List<Reason> faults) ->
                        Outcome.done(turnAway(actor, manner, body, faults, now));
                }));
    }

    private Receipt turnAway(Actor actor, Manner manner, byte[] body, List<Reason> faults, Instant now) {
        UUID id = ids.get();
        boolean whole = body.length <= LARGEST_BODY;
        byte[] kept = whole ? body : Arrays.copyOf(body, LARGEST_BODY);
        store.reject(actor, id, manner, kept, whole, faults, now);
        List<String> codes = faults.stream().map(Reason::key).distinct().toList();
        ledger.record(actor, now, new HomeOfficeEvent.SendingTurnedAway(id, manner, kept.length, codes));
        return new Receipt.TurnedAway(id, faults);
    }

    private Outcome<Receipt> takeIn(
            Actor actor,
            Manner manner,
            byte[] body,
            HomeOfficePayload payload,
            @Nullable LocalDate referredOn,
            Instant now) {
        store.holdExternalId(actor.partnership(), payload.externalId());
        return store.byExternalId(actor.partnership(), payload.externalId())
                .map(known -> takeInAgain(actor, manner, body, payload, referredOn, known, now))
                .orElseGet(() -> Outcome.done(takeInNew(actor, manner, body, payload, referredOn, now)));
    }

    private Receipt takeInNew(
            Actor actor,
            Manner manner,
            byte[] body,
            HomeOfficePayload payload,
            @Nullable LocalDate referredOn,
            Instant now) {
        LocalDate today = UnitedKingdom.day(now);
        Instant referredAt = referredOn == null || referredOn.equals(today) ? now : UnitedKingdom.startOf(referredOn);
        ReferredChild described = ReferredChild.of(payload, today);
        Set<ChildId> alike = people.candidates(actor, described.description(), now).stream()
                .map(Candidate::child)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        ChildId child = people.create(actor, described.asNew(), now);
        CaseId caseId = cases.open(actor, child, now);
        if (actor.kind() == Actor.Kind.PERSON) {
            sharing.involve(actor, caseId, Involvement.of(new MemberId(actor.member()), Basis.REFERRER, now), now);
        }

        ReferralId id = new ReferralId(ids.get());
        Scope scope = scope(actor, payload, UnitedKingdom.day(referredAt));
        ReferralState state = ReferralLife.received(scope);
        store.add(
                actor,
                new HomeOfficeStore.Row(
                        id,
                        payload.externalId(),
                        state,
                        scope.key(),
                        scope.route(),
                        child,
                        caseId,
                        now,
                        referredAt,
                        actor.member(),
                        actor.name()),
                now);
        store.add(actor, id, 1, manner, body, payload.digest(), now);
        store.alike(actor.partnership(), id, alike, now);
        consequences.received(
                actor, caseId, state, referredAt, payload.externalId().toString(), now);
        ledger.record(
                actor,
                now,
                new HomeOfficeEvent.ReferralReceived(
                        caseId.value(), id.value(), child.value(), manner, scope.route(), alike.size()));

        List<Reason> warnings = new ArrayList<>(payload.warnings(today, UnitedKingdom.day(referredAt)));
        if (referredOn == null) {
            warnings.add(new Reason("referrals.import.day-not-said", "NRM-1", REFERRED_ON, List.of()));
        }
        QualityCheck.of(payload.values()).stream()
                .filter(finding -> finding.weight() == Finding.Weight.MISSING)
                .filter(finding -> finding.matter() != Finding.Matter.COURT_DATES) // the form does not ask
                .map(Finding::warning)
                .forEach(warnings::add);
        if (!alike.isEmpty()) {
            warnings.add(Reason.of("referrals.import.possible-duplicate", "REF-4", String.valueOf(alike.size())));
        }
        return new Receipt.TakenIn(id, caseId, child, scope.route(), 1, Receipt.Novelty.NEW, warnings);
    }

    private Outcome<Receipt> takeInAgain(
            Actor actor,
            Manner manner,
            byte[] body,
            HomeOfficePayload payload,
            @Nullable LocalDate referredOn,
            HomeOfficeStore.Row known,
            Instant now) {
        CaseId caseId = known.caseId();
        ChildId child = known.childId();
        // A program has no part in a case, yet what it sent is its own to send again.
        boolean sentByThisProgram =
                actor.kind() == Actor.Kind.INTERFACE && known.writerId().equals(actor.member());
        if (caseId == null
                || child == null
                || (!sentByThisProgram && opened(actor, known, caseId, now) instanceof Outcome.Refused<?>)) {
            return Outcome.refused(KNOWN_ELSEWHERE);
        }
        Sending newest = store.sendings(actor.partnership(), known).getLast();
        boolean changed = !newest.payload().digest().equals(payload.digest());
        int number = changed ? newest.number() + 1 : newest.number();
        if (changed) {
            store.add(actor, known.id(), number, manner, body, payload.digest(), now);
            ledger.record(
                    actor,
                    now,
                    new HomeOfficeEvent.ReferralUpdated(
                            caseId.value(), known.id().value(), manner, number, changed(newest.payload(), payload)));
        } else {
            ledger.record(
                    actor,
                    now,
                    new HomeOfficeEvent.ReferralCameAgain(
                            caseId.value(), known.id().value(), manner));
        }
        Instant counted = known.referredAt();
        List<Reason> warnings = new ArrayList<>(payload.warnings(
                UnitedKingdom.day(now), UnitedKingdom.day(counted == null ? known.receivedAt() : counted)));
        if (referredOn != null && counted != null && !referredOn.equals(UnitedKingdom.day(counted))) {
            warnings.add(new Reason(
                    "referrals.import.day-stays",
                    "NRM-20",
                    REFERRED_ON,
                    List.of(UnitedKingdom.day(counted).toString())));
        }
        if (number > 1) {
            warnings.add(Reason.of("referrals.import.kept-as-update", "NRM-24", String.valueOf(number)));
        }
        return Outcome.done(new Receipt.TakenIn(
                known.id(),
                caseId,
                child,
                Objects.requireNonNullElse(known.route(), ""),
                number,
                changed ? Receipt.Novelty.UPDATE : Receipt.Novelty.KNOWN,
                warnings));
    }

    /** The form's own keys whose values differ; keys of other people's making stay off the ledger. */
    private static List<String> changed(HomeOfficePayload before, HomeOfficePayload after) {
        return HomeOfficeForm.fields().stream()
                .flatMap(field -> field.keys().stream())
                .distinct()
                .filter(key ->
                        !Objects.equals(before.values().get(key), after.values().get(key)))
                .toList();
    }

    private Scope scope(Actor actor, HomeOfficePayload payload, LocalDate referredOn) {
        return Scope.of(
                new Scope.Facts(
                        payload.saidToBe(),
                        payload.dateOfBirth(referredOn).map(Scope.Birth::on).orElse(Scope.Birth.UNKNOWN),
                        referredOn,
                        false,
                        false,
                        partnerships.profile(actor.partnership()).route() == Route.LOCAL),
                LawBook.LOCAL_SCOPE.on(referredOn));
    }

    /** A referral with everything ever sent of it. */
    public Outcome<Referral> referral(Actor actor, ReferralId id, Instant now) {
        return ledger.within(
                actor,
                () -> visible(actor, id, now).map(row -> {
                    ledger.record(
                            actor,
                            now,
                            new HomeOfficeEvent.ReferralSeen(row.caseId().value(), id.value()));
                    List<Sending> sendings = store.sendings(actor.partnership(), row.row());
                    return new Referral(
                                    id,
                                    row.row().externalId(),
                                    row.row().state(),
                                    row.childId(),
                                    row.caseId(),
                                    people.child(actor, row.childId(), now).displayName(),
                                    row.row().scope(),
                                    row.row().route(),
                                    row.row().receivedAt(),
                                    row.row().referredAt(),
                                    row.row().writer(),
                                    sendings,
                                    Referral.fields(sendings),
                                    true)
                            .as(sharing.shown(actor, row.caseId(), now), givenBy(actor, row));
                }));
    }

    /**
     * What the referrals of a case say, field by field, the earliest referral first. It is whole, for a module that cuts it for each reader. The caller has asked for the case, and records the look. */
    public List<ReferralField> accounts(Actor actor, CaseId caseId) {
        return ledger.within(
                actor,
                () -> store.ofCase(actor.partnership(), caseId).stream()
                        .filter(row -> row.childId() != null && row.caseId() != null)
                        .sorted(Comparator.comparing(HomeOfficeStore.Row::receivedAt))
                        .flatMap(row -> Referral.fields(store.sendings(actor.partnership(), row)).stream())
                        .toList());
    }

    /**
     * Records that the co-ordinator has read what an update says differently; it waits no longer.
     *
     * @param number of the update; one that was read before stays as it is
     */
    public Outcome<ReferralId> readUpdate(Actor actor, ReferralId id, int number, Instant now) {
        return ledger.within(
                actor,
                () -> visible(actor, id, now)
                        .then(row -> sharing.ask(actor, Permission.HANDLE_REFERRAL, row.caseId(), now)
                                .map(granted -> {
                                    if (store.read(actor, id, number, now)) {
                                        ledger.record(
                                                actor,
                                                now,
                                                new HomeOfficeEvent.ReferralUpdateRead(
                                                        row.caseId().value(), id.value(), number));
                                    }
                                    return id;
                                })));
    }

    /**
     * The body of one sending, byte for byte as it came.
     *
     * It cannot be taken apart and stay what came, so whoever may not read all of it is refused as if there were none.
     *
     * @param number 1 for the referral as first made
     */
    public Outcome<byte[]> homeOfficeForm(Actor actor, ReferralId id, int number, Instant now) {
        return ledger.within(
                actor,
                () -> visible(actor, id, now)
                        .then(row -> sharing.askForEveryField(actor, row.caseId(), givenBy(actor, row), now)
                                .map(_ -> row))
                        .then(row -> store.body(actor.partnership(), id, number)
                                .map(body -> {
                                    ledger.record(
                                            actor,
                                            now,
                                            new HomeOfficeEvent.ReferralDownloaded(
                                                    row.caseId().value(),
                                                    id.value(),
                                                    number,
                                                    Given.toReader(row.purpose(), Given.fingerprint(body))));
                                    return Outcome.done(body);
                                })
                                .orElseGet(() -> Outcome.refused(Sharing.NOT_FOUND))));
    }

    /** Whether the actor may go on from the referral to the child's page. */
    public boolean mayOpenCase(Actor actor, Referral referral, Instant now) {
        return !sharing.visible(actor, Permission.SEE_CASE, Set.of(referral.caseId()), now)
                .isEmpty();
    }

    /** The referrals that the actor may see, the newest first. A page of them is {@linkplain #lines looked at} by line. */
    public Outcome<List<ReferralId>> all(Actor actor, Instant now) {
        return list(actor, row -> true, Permission.SEE_REFERRAL, now);
    }

    /** Referrals about adults and about children whom the competent authority decides on: what it has to be told of (NRM-20). */
    public Outcome<List<ReferralId>> forCompetentAuthority(Actor actor, Instant now) {
        return list(
                actor,
                row -> row.state() == ReferralState.OUT_OF_SCOPE || row.state() == ReferralState.CENTRAL_ROUTE,
                Permission.HANDLE_REFERRAL,
                now);
    }

    private Outcome<List<ReferralId>> list(
            Actor actor, Predicate<HomeOfficeStore.Row> which, Permission permission, Instant now) {
        return ledger.within(
                actor,
                () -> sharing.ask(actor, permission, now).map(granted -> {
                    List<HomeOfficeStore.Row> rows =
                            store.all(actor).stream().filter(which).toList();
                    return visible(actor, rows, permission, now).stream()
                            .map(HomeOfficeStore.Row::id)
                            .toList();
                }));
    }

    /** Those that the actor may see: the drafts and referrals of their own, and all of a case that is open to them. */
    private List<HomeOfficeStore.Row> visible(
            Actor actor, List<HomeOfficeStore.Row> rows, Permission permission, Instant now) {
        Set<CaseId> asked = rows.stream()
                .map(HomeOfficeStore.Row::caseId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Set<CaseId> visible = sharing.visible(actor, permission, asked, now);
        Set<CaseId> open = sharing.visible(actor, Permission.SEE_CASE, visible, now);
        return rows.stream()
                .filter(row -> row.caseId() == null
                        || open.contains(row.caseId())
                        || (visible.contains(row.caseId()) && row.writerId().equals(actor.member())))
                .toList();
    }

    /** What a list shows of referrals, in the order asked for; those that the actor may not see are left out. */
    public List<ReferralLine> lines(Actor actor, List<ReferralId> referrals, Instant now) {
        return ledger.within(actor, () -> {
            Map<ReferralId, HomeOfficeStore.Row> rows = new LinkedHashMap<>();
            store.all(actor, referrals).forEach(row -> rows.put(row.id(), row));
            List<HomeOfficeStore.Row> asked =
                    referrals.stream().map(rows::get).filter(Objects::nonNull).toList();
            List<HomeOfficeStore.Row> shown = visible(actor, asked, Permission.SEE_REFERRAL, now);
            Map<ChildId, Child> children = people.children(
                    actor,
                    shown.stream()
                            .map(HomeOfficeStore.Row::childId)
                            .filter(Objects::nonNull)
                            .collect(Collectors.toCollection(LinkedHashSet::new)),
                    now);
            Map<ReferralId, Integer> updates = store.updates(actor.partnership(), referrals);
            ledger.record(
                    actor,
                    now,
                    new HomeOfficeEvent.ReferralsListed(
                            shown.stream().map(row -> row.id().value()).toList()));
            return shown.stream()
                    .map(row -> line(row, children, updates.getOrDefault(row.id(), 0)))
                    .toList();
        });
    }

    private static ReferralLine line(HomeOfficeStore.Row row, Map<ChildId, Child> children, int updates) {
        Child child = row.childId() == null ? null : children.get(row.childId());
        return new ReferralLine(
                row.id(),
                row.state(),
                row.caseId(),
                child == null ? "" : child.displayName(),
                row.scope(),
                row.receivedAt(),
                row.writer(),
                updates);
    }

    /** What could not be taken in: what waits first, then the newest first. */
    public Outcome<List<RejectedSending>> rejected(Actor actor, Instant now) {
        return ledger.within(
                actor,
                () -> sharing.ask(actor, Permission.HANDLE_REFERRAL, now).map(granted -> {
                    List<RejectedSending> sendings = store.rejected(actor.partnership());
                    ledger.record(
                            actor,
                            now,
                            new HomeOfficeEvent.RejectedSendingsListed(
                                    sendings.stream().map(RejectedSending::id).toList()));
                    return sendings;
                }));
    }

    /** One thing that could not be taken in. */
    public Outcome<RejectedSending> rejected(Actor actor, UUID id, Instant now) {
        return ledger.within(
                actor,
                () -> sharing.ask(actor, Permission.HANDLE_REFERRAL, now)
                        .then(granted -> store.rejected(actor.partnership(), id)
                                .map(sending -> {
                                    ledger.record(actor, now, new HomeOfficeEvent.RejectedSendingSeen(id));
                                    return Outcome.done(sending);
                                })
                                .orElseGet(() -> Outcome.refused(Sharing.NOT_FOUND))));
    }

    /** What was kept of it, to be looked at on its page. The caller has asked for {@linkplain #rejected(Actor, UUID, Instant) it}. */
    public Outcome<byte[]> rejectedText(Actor actor, UUID id, Instant now) {
        return ledger.within(
                actor,
                () -> sharing.ask(actor, Permission.HANDLE_REFERRAL, now)
                        .map(granted ->
                                store.rejectedBody(actor.partnership(), id).orElseGet(() -> new byte[0])));
    }

    /** What was kept of it, byte for byte, to be taken away. */
    public Outcome<byte[]> rejectedBody(Actor actor, UUID id, Instant now) {
        return ledger.within(
                actor,
                () -> sharing.ask(actor, Permission.HANDLE_REFERRAL, now)
                        .then(granted -> store.rejectedBody(actor.partnership(), id)
                                .map(body -> {
                                    ledger.record(actor, now, new HomeOfficeEvent.RejectedSendingDownloaded(id));
                                    return Outcome.done(body);
                                })
                                .orElseGet(() -> Outcome.refused(Sharing.NOT_FOUND))));
    }

    /**
     * Records that a rejected sending was dealt with, such as by asking the sender to send it again.
     *
     * @param version the one the co-ordinator saw
     */
    public Outcome<UUID> settle(Actor actor, UUID id, int version, String note, Instant now) {
        return ledger.within(
                actor,
                () -> sharing.ask(actor, Permission.HANDLE_REFERRAL, now).then(granted -> {
                    if (note.isBlank()) {
                        return Outcome.refused(Reason.about("note", "referrals.rejected.note-missing"));
                    }
                    if (store.rejected(actor.partnership(), id).isEmpty()) {
                        return Outcome.refused(Sharing.NOT_FOUND);
                    }
                    if (!store.settle(actor, id, version, note.strip(), now)) {
                        return Outcome.refused(Reason.of("referrals.rejected.settled-meanwhile", ""));
                    }
                    ledger.record(actor, now, new HomeOfficeEvent.RejectedSendingSettled(id));
                    return Outcome.done(id);
                }));
    }

    /** A referral is its writer's own: what they wrote they may read again. */
    private static @Nullable AgencyId givenBy(Actor actor, HandedIn referral) {
        return referral.row().writerId().equals(actor.member()) ? new AgencyId(actor.agency()) : null;
    }

    /** A referral that was handed in, with the child and case that it then has, and for what it is open to the reader. */
    private record HandedIn(HomeOfficeStore.Row row, ChildId childId, CaseId caseId, Purpose purpose) {}

    private Outcome<HandedIn> visible(Actor actor, ReferralId id, Instant now) {
        HomeOfficeStore.Row row = store.row(actor.partnership(), id).orElse(null);
        if (row == null || row.childId() == null || row.caseId() == null) {
            return Outcome.refused(Sharing.NOT_FOUND);
        }
        ChildId child = row.childId();
        CaseId caseId = row.caseId();
        return opened(actor, row, caseId, now).map(granted -> new HandedIn(row, child, caseId, granted.purpose()));
    }

    /** Whoever referred the same child in a referral of their own sees that one, not this. */
    private Outcome<Access.Granted> opened(Actor actor, HomeOfficeStore.Row row, CaseId caseId, Instant now) {
        return sharing.ask(actor, Permission.SEE_REFERRAL, caseId, now)
                .then(granted -> granted.basis() != Basis.REFERRER
                                || row.writerId().equals(actor.member())
                                || !sharing.visible(actor, Permission.SEE_CASE, Set.of(caseId), now)
                                        .isEmpty()
                        ? Outcome.done(granted)
                        : sharing.refuse(actor, Permission.SEE_REFERRAL, caseId, now));
    }
}
