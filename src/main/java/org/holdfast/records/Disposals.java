package org.holdfast.records;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.casework.Cases;
import org.holdfast.casework.Stage;
import org.holdfast.documents.Documents;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.pages.Texts;
import org.holdfast.partnership.Partnerships;
import org.holdfast.partnership.Retention;
import org.holdfast.people.Child;
import org.holdfast.people.ChildId;
import org.holdfast.people.Found;
import org.holdfast.people.People;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.Sharing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The door to how long records are kept, to legal holds, and to the destruction of what has been kept long enough: proposed by one person,
 * approved by a second, and never done by a job (SHR-8).
 */
@Component
public final class Disposals {

    /** How many of those not due yet are shown. */
    static final int NEXT = 10;

    static final int LONGEST_REASON = 2_000;

    private final Ledger ledger;
    private final Sharing sharing;
    private final Partnerships partnerships;
    private final Cases cases;
    private final People people;
    private final DisposalStore store;
    private final RequestStore requests;
    private final Documents documents;
    private final CertificatePaper paper;
    private final Supplier<UUID> ids;

    Disposals(
            Ledger ledger,
            Sharing sharing,
            Partnerships partnerships,
            Cases cases,
            People people,
            DisposalStore store,
            RequestStore requests,
            Documents documents,
            Texts texts,
            Supplier<UUID> ids) {
        this.ledger = ledger;
        this.sharing = sharing;
        this.partnerships = partnerships;
        this.cases = cases;
        this.people = people;
        this.store = store;
        this.requests = requests;
        this.documents = documents;
        this.paper = new CertificatePaper(texts);
        this.ids = ids;
    }

    /**
     * A case that has come to its end, and when what is held may go.
     *
     * @param held whether a legal hold stands
     * @param proposed the disposal that waits for a second person; null where none does
     */
    public record Row(
            CaseId caseId,
            String child,
            Due due,
            boolean held,
            @Nullable UUID proposed) {}

    /**
     * The records as such.
     *
     * @param due whose time is over, the longest over first
     * @param next whose time is over next
     * @param held under legal hold, whether due or not
     * @param proposed waiting for a second person
     * @param done the certificates
     */
    public record Overview(
            Retention retention,
            List<Row> due,
            List<Row> next,
            Map<CaseId, String> held,
            List<Disposal> proposed,
            List<Disposal> done) {
        public Overview {
            due = List.copyOf(due);
            next = List.copyOf(next);
            held = Map.copyOf(held);
            proposed = List.copyOf(proposed);
            done = List.copyOf(done);
        }
    }

    /** One child's records as such: when they may go, and what stands in the way. */
    public record OfChild(
            CaseId caseId,
            String child,
            Stage stage,
            Optional<Due> due,
            List<Hold> holds,
            Optional<Disposal> proposed,
            List<Reason> mayNotBeProposed) {
        public OfChild {
            holds = List.copyOf(holds);
            mayNotBeProposed = List.copyOf(mayNotBeProposed);
        }
    }

    /**
     * A disposal as somebody reads it.
     *
     * @param child empty once what was held is gone
     */
    public record Seen(Disposal disposal, String child, Set<DisposalCommand> available) {
        public Seen {
            available = Set.copyOf(available);
        }
    }

    /** A child who was found by name. */
    public record Hit(CaseId caseId, Found found) {}

    /** What is due, what is held, what waits and what was done; without cases from which the actor is kept out. */
    public Outcome<Overview> overview(Actor actor, Instant now) {
        return ledger.within(
                actor,
                () -> sharing.ask(actor, Permission.KEEP_RECORDS, now).map(_ -> {
                    LocalDate today = UnitedKingdom.day(now);
                    Set<CaseId> open = open(actor, cases.all(actor), now);
                    Set<CaseId> held = store.held(actor.partnership());
                    List<Disposal> proposed = store.disposals(actor.partnership(), DisposalState.PROPOSED).stream()
                            .filter(it -> open.contains(it.caseId()))
                            .toList();
                    Map<CaseId, UUID> proposals = new HashMap<>();
                    proposed.forEach(it -> proposals.put(it.caseId(), it.id()));
                    Map<CaseId, Child> children = children(actor, open, now);
                    List<Row> rows = new ArrayList<>();
                    dues(actor, open, children)
                            .forEach((id, due) -> rows.add(
                                    new Row(id, name(children.get(id)), due, held.contains(id), proposals.get(id))));
                    rows.sort(Comparator.comparing((Row row) -> row.due().on()).thenComparing(Row::child));
                    List<Row> over =
                            rows.stream().filter(row -> row.due().over(today)).toList();
                    Map<CaseId, String> names = new HashMap<>();
                    held.stream().filter(open::contains).forEach(id -> names.put(id, name(children.get(id))));
                    ledger.record(actor, now, new RecordsEvent.RecordsSeen(over.size()));
                    return new Overview(
                            retention(actor),
                            over,
                            rows.stream()
                                    .filter(row -> !row.due().over(today))
                                    .limit(NEXT)
                                    .toList(),
                            names,
                            proposed,
                            store.disposals(actor.partnership(), DisposalState.DONE));
                }));
    }

    /** Children by name, for a hold or a request. */
    public Outcome<List<Hit>> search(Actor actor, String typed, Instant now) {
        return ledger.within(
                actor,
                () -> sharing.ask(actor, Permission.KEEP_RECORDS, now).map(_ -> {
                    List<Found> found = people.search(actor, typed, now);
                    Map<ChildId, CaseId> caseOf = cases.casesOf(
                            actor, found.stream().map(Found::child).toList());
                    Set<CaseId> open = open(actor, caseOf.values(), now);
                    List<Hit> hits = found.stream()
                            .filter(one -> open.contains(caseOf.get(one.child())))
                            .map(one -> new Hit(Objects.requireNonNull(caseOf.get(one.child())), one))
                            .toList();
                    ledger.record(actor, now, new RecordsEvent.RecordsSearched(hits.size()));
                    return hits;
                }));
    }

    /** One child's records as such. */
    public Outcome<OfChild> of(Actor actor, CaseId caseId, Instant now) {
        return asked(actor, caseId, now, () -> {
            ledger.record(actor, now, new RecordsEvent.RecordsOfChildSeen(caseId.value()));
            Optional<Due> due = due(actor, caseId, now);
            return Outcome.done(new OfChild(
                    caseId,
                    name(children(actor, Set.of(caseId), now).get(caseId)),
                    cases.stage(actor, caseId),
                    due,
                    store.holds(actor.partnership(), caseId),
                    store.proposed(actor.partnership(), caseId),
                    standsInTheWay(actor, caseId, due, UnitedKingdom.day(now))));
        });
    }

    /** Puts a case under legal hold: nothing is destroyed until it is lifted. What was proposed meanwhile cannot be approved. */
    public Outcome<UUID> hold(Actor actor, CaseId caseId, String reason, Instant now) {
        return alone(actor, caseId, now, () -> {
            Optional<Reason> fault = fault("reason", reason);
            if (fault.isPresent()) {
                return Outcome.refused(fault.get());
            }
            UUID id = ids.get();
            store.place(actor, id, caseId, reason.strip(), now);
            ledger.record(actor, now, new RecordsEvent.HoldPlaced(caseId.value(), id));
            return Outcome.done(id);
        });
    }

    /** Lifts a hold. */
    public Outcome<UUID> lift(Actor actor, CaseId caseId, UUID hold, String because, int seen, Instant now) {
        return asked(actor, caseId, now, () -> {
            Optional<Reason> fault = fault("because", because);
            if (fault.isPresent()) {
                return Outcome.refused(fault.get());
            }
            if (!store.lift(actor, caseId, hold, because.strip(), seen, now)) {
                return Outcome.refused(Reason.of("records.changed-meanwhile", ""));
            }
            ledger.record(actor, now, new RecordsEvent.HoldLifted(caseId.value(), hold));
            return Outcome.done(hold);
        });
    }

    /** Proposes that what is held about a child is destroyed. Nothing happens until somebody else approves it. */
    public Outcome<UUID> propose(Actor actor, CaseId caseId, Instant now) {
        return alone(actor, caseId, now, () -> {
            Optional<Due> due = due(actor, caseId, now);
            List<Reason> reasons = standsInTheWay(actor, caseId, due, UnitedKingdom.day(now));
            if (!reasons.isEmpty()) {
                return Outcome.refused(reasons);
            }
            UUID id = ids.get();
            Due rule = due.orElseThrow();
            store.propose(actor, id, caseId, rule, now);
            ledger.record(actor, now, new RecordsEvent.DisposalProposed(caseId.value(), id, rule.kind(), rule.on()));
            return Outcome.done(id);
        });
    }

    /** A disposal, proposed or done, for whoever may approve it. */
    public Outcome<Seen> see(Actor actor, UUID disposal, Instant now) {
        return seen(actor, disposal, now, found -> {
            ledger.record(actor, now, new RecordsEvent.DisposalSeen(disposal));
            return Outcome.done(found);
        });
    }

    /**
     * Approves a disposal as the second person: everything that is held about the child is destroyed, and the certificate stands in its place.
     * Refused where, since it was proposed, a hold was placed, somebody asked for the records, or the case went on.
     *
     * @param seen version that was read
     */
    public Outcome<Disposal> approve(Actor actor, UUID disposal, int seen, Instant now) {
        return seen(actor, disposal, now, found -> {
            Disposal proposal = found.disposal();
            CaseId caseId = proposal.caseId();
            store.alone(caseId);
            if (DisposalLife.ask(proposal.state(), DisposalCommand.APPROVE, proposes(actor, proposal))
                    instanceof Outcome.Refused<DisposalState>(List<Reason> why)) {
                return Outcome.refused(why);
            }
            List<Reason> reasons =
                    new ArrayList<>(standsInTheWay(actor, caseId, due(actor, caseId, now), UnitedKingdom.day(now)));
            reasons.removeIf(reason -> reason.key().equals("records.disposal.already-proposed"));
            if (!reasons.isEmpty()) {
                return Outcome.refused(reasons);
            }
            ChildId child = cases.childOf(actor, caseId);
            if (!store.settle(actor, disposal, DisposalState.DONE, "", seen, now)) {
                return Outcome.refused(Reason.of("records.changed-meanwhile", ""));
            }
            store.destroy(disposal, child);
            Disposal done = store.disposal(actor.partnership(), disposal).orElseThrow();
            ledger.record(
                    actor,
                    now,
                    new RecordsEvent.Disposed(
                            caseId.value(),
                            disposal,
                            done.due().kind(),
                            done.due().on(),
                            done.proposer(),
                            done.rows(),
                            done.fingerprint()));
            return Outcome.done(done);
        });
    }

    /** Does not approve a disposal, or takes it back. */
    public Outcome<UUID> decline(Actor actor, UUID disposal, String because, int seen, Instant now) {
        return seen(actor, disposal, now, found -> {
            Disposal proposal = found.disposal();
            if (DisposalLife.ask(proposal.state(), DisposalCommand.DECLINE, proposes(actor, proposal))
                    instanceof Outcome.Refused<DisposalState>(List<Reason> why)) {
                return Outcome.refused(why);
            }
            Optional<Reason> fault = fault("because", because);
            if (fault.isPresent()) {
                return Outcome.refused(fault.get());
            }
            if (!store.settle(actor, disposal, DisposalState.DECLINED, because.strip(), seen, now)) {
                return Outcome.refused(Reason.of("records.changed-meanwhile", ""));
            }
            ledger.record(
                    actor,
                    now,
                    new RecordsEvent.DisposalDeclined(proposal.caseId().value(), disposal));
            return Outcome.done(disposal);
        });
    }

    /** The certificate as a paper, once it is done. */
    public Outcome<byte[]> certificate(Actor actor, UUID disposal, Instant now) {
        return seen(actor, disposal, now, found -> {
            ledger.record(actor, now, new RecordsEvent.DisposalSeen(disposal));
            if (found.disposal().state() != DisposalState.DONE) {
                return Outcome.refused(Reason.of("records.certificate.not-yet", "SHR-8"));
            }
            ledger.record(
                    actor,
                    now,
                    new RecordsEvent.CertificateTaken(disposal, found.disposal().fingerprint()));
            return Outcome.done(documents.pdf(
                    paper.of(found.disposal(), partnerships.partnership(actor).name())));
        });
    }

    /** The disposals that wait for this person's approval. */
    List<Disposal> waitingFor(Actor actor, Instant now) {
        if (!sharing.may(actor, Permission.APPROVE_DISPOSAL)) {
            return List.of();
        }
        return ledger.within(actor, () -> {
            List<Disposal> proposed = store.disposals(actor.partnership(), DisposalState.PROPOSED);
            Set<CaseId> open = sharing.visible(
                    actor,
                    Permission.APPROVE_DISPOSAL,
                    proposed.stream().map(Disposal::caseId).toList(),
                    now);
            return proposed.stream()
                    .filter(it -> !proposes(actor, it) && open.contains(it.caseId()))
                    .toList();
        });
    }

    private <T> Outcome<T> alone(Actor actor, CaseId caseId, Instant now, Supplier<Outcome<T>> work) {
        return ledger.within(actor, () -> {
            store.alone(caseId);
            return asked(actor, caseId, now, work);
        });
    }

    private <T> Outcome<T> asked(Actor actor, CaseId caseId, Instant now, Supplier<Outcome<T>> work) {
        return ledger.within(
                actor,
                () -> sharing.ask(actor, Permission.KEEP_RECORDS, caseId, now).then(_ -> work.get()));
    }

    /** What is proposed is asked for as the case; what is settled tells of no child any more. */
    private <T> Outcome<T> seen(
            Actor actor, UUID disposal, Instant now, java.util.function.Function<Seen, Outcome<T>> work) {
        return ledger.within(
                actor,
                () -> sharing.ask(actor, Permission.APPROVE_DISPOSAL, now).then(_ -> {
                    Optional<Disposal> found = store.disposal(actor.partnership(), disposal);
                    if (found.isEmpty()) {
                        return Outcome.refused(Sharing.NOT_FOUND);
                    }
                    Disposal one = found.get();
                    Set<DisposalCommand> available = DisposalLife.available(one.state(), proposes(actor, one));
                    return one.state() == DisposalState.DONE
                            ? work.apply(new Seen(one, "", available))
                            : sharing.ask(actor, Permission.APPROVE_DISPOSAL, one.caseId(), now)
                                    .then(_ -> work.apply(new Seen(
                                            one,
                                            name(children(actor, Set.of(one.caseId()), now)
                                                    .get(one.caseId())),
                                            available)));
                }));
    }

    private static boolean proposes(Actor actor, Disposal disposal) {
        return disposal.proposer().equals(actor.member());
    }

    private Set<CaseId> open(Actor actor, Collection<CaseId> all, Instant now) {
        return sharing.visible(actor, Permission.KEEP_RECORDS, all, now);
    }

    /** Why what is held may not be destroyed yet, or not now. */
    private List<Reason> standsInTheWay(Actor actor, CaseId caseId, Optional<Due> due, LocalDate today) {
        List<Reason> reasons = new ArrayList<>();
        if (due.isEmpty()) {
            reasons.add(Reason.of("records.disposal.not-ended", "SHR-8"));
        } else if (!due.get().over(today)) {
            reasons.add(Reason.of("records.disposal.not-due", "SHR-8"));
        }
        if (store.holds(actor.partnership(), caseId).stream().anyMatch(Hold::stands)) {
            reasons.add(Reason.of("records.disposal.held", "SHR-8"));
        }
        if (requests.open(actor.partnership(), caseId)) {
            reasons.add(Reason.of("records.disposal.asked-for", "SHR-8"));
        }
        if (store.proposed(actor.partnership(), caseId).isPresent()) {
            reasons.add(Reason.of("records.disposal.already-proposed", "SHR-8"));
        }
        return reasons;
    }

    private Optional<Due> due(Actor actor, CaseId caseId, Instant now) {
        Set<CaseId> one = Set.of(caseId);
        return Optional.ofNullable(dues(actor, one, children(actor, one, now)).get(caseId));
    }

    private Map<CaseId, Due> dues(Actor actor, Collection<CaseId> of, Map<CaseId, Child> children) {
        Retention retention = retention(actor);
        Map<CaseId, Stage> stages = cases.stages(actor, of);
        Map<CaseId, Instant> last = cases.lastHappened(actor, of);
        Map<CaseId, Due> dues = new HashMap<>();
        stages.forEach((id, stage) -> {
            if (RetentionClass.of(stage).isPresent()) {
                LocalDate opened = UnitedKingdom.day(cases.openedAt(actor, id));
                Child child = children.get(id);
                Due.of(
                                stage,
                                child == null
                                        ? null
                                        : child.birthDate().latest().orElse(null),
                                opened,
                                last.containsKey(id) ? UnitedKingdom.day(Objects.requireNonNull(last.get(id))) : opened,
                                retention)
                        .ifPresent(due -> dues.put(id, due));
            }
        });
        return dues;
    }

    private Map<CaseId, Child> children(Actor actor, Collection<CaseId> of, Instant now) {
        Map<CaseId, ChildId> childOf = cases.childrenOf(actor, of);
        Map<ChildId, Child> known = people.children(actor, new HashSet<>(childOf.values()), now);
        Map<CaseId, Child> children = new HashMap<>();
        childOf.forEach((id, child) -> {
            Child one = known.get(child);
            if (one != null) {
                children.put(id, one);
            }
        });
        return children;
    }

    private static String name(@Nullable Child child) {
        return child == null ? "" : child.displayName();
    }

    private Retention retention(Actor actor) {
        return partnerships.profile(actor.partnership()).practice().retention();
    }

    static Optional<Reason> fault(String field, String typed) {
        if (typed.isBlank()) {
            return Optional.of(Reason.about(field, "records.needs-reason"));
        }
        return typed.length() > LONGEST_REASON
                ? Optional.of(Reason.about(field, "records.reason-too-long"))
                : Optional.empty();
    }
}
