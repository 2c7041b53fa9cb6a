package org.holdfast.transfers;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.audit.PartnershipId;
import org.holdfast.casework.Cases;
import org.holdfast.casework.Milestone;
import org.holdfast.casework.Stage;
import org.holdfast.clocks.Clocks;
import org.holdfast.clocks.Ending;
import org.holdfast.clocks.RunningClock;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.partnership.AgencyId;
import org.holdfast.partnership.Partnerships;
import org.holdfast.people.Child;
import org.holdfast.people.ChildId;
import org.holdfast.people.Found;
import org.holdfast.people.People;
import org.holdfast.sharing.Agreements;
import org.holdfast.sharing.Basis;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.Given;
import org.holdfast.sharing.Involvement;
import org.holdfast.sharing.LawfulBasis;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.Purpose;
import org.holdfast.sharing.Sharing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The door to transfers between partnerships. Nothing moves until the other partnership accepts; then what goes along is copied behind its
 * wall, clocks as they run, and the sender's case is closed as transferred. Each side has a line on its own ledger (SHR-6).
 */
@Component
public final class Transfers {

    private static final int LONGEST_REASON = 2_000;

    private final Ledger ledger;
    private final Sharing sharing;
    private final Partnerships partnerships;
    private final Cases cases;
    private final Clocks clocks;
    private final People people;
    private final Agreements agreements;
    private final PaperAssembly assembly;
    private final TransferStore store;
    private final Supplier<UUID> ids;

    Transfers(
            Ledger ledger,
            Sharing sharing,
            Partnerships partnerships,
            Cases cases,
            Clocks clocks,
            People people,
            Agreements agreements,
            PaperAssembly assembly,
            TransferStore store,
            Supplier<UUID> ids) {
        this.ledger = ledger;
        this.sharing = sharing;
        this.partnerships = partnerships;
        this.cases = cases;
        this.clocks = clocks;
        this.people = people;
        this.agreements = agreements;
        this.assembly = assembly;
        this.store = store;
        this.ids = ids;
    }

    /**
     * What would go, before it is offered.
     *
     * @param others to whom it can be offered, by name
     * @param papers that could go along, and those that stay with why
     * @param standsInTheWay why it cannot be offered now
     */
    public record Preview(
            CaseId caseId,
            Notice notice,
            Map<UUID, String> others,
            List<PaperChoice> papers,
            List<Reason> standsInTheWay) {
        public Preview {
            papers = List.copyOf(papers);
            standsInTheWay = List.copyOf(standsInTheWay);
        }
    }

    /**
     * A transfer as one of the two sides reads it.
     *
     * @param sender whether it is the side that sends
     * @param caseHere whether the case is open to the reader here
     * @param papers that went along, as this side holds them; none before it was accepted
     * @param awaited returns that go only once their owner says so, for the sender while it is offered
     */
    public record Seen(
            Transfer transfer,
            boolean sender,
            boolean caseHere,
            Set<TransferCommand> available,
            List<Paper> papers,
            List<PaperChoice> awaited) {
        public Seen {
            papers = List.copyOf(papers);
            awaited = List.copyOf(awaited);
            available = Set.copyOf(available);
        }
    }

    /** What would go along, and whether it can be offered. */
    public Outcome<Preview> preview(Actor actor, CaseId caseId, Instant now) {
        return ledger.within(
                actor,
                () -> sharing.ask(actor, Permission.TRANSFER, caseId, now).map(_ -> {
                    ledger.record(actor, now, new TransferEvent.TransferPreviewed(caseId.value()));
                    return new Preview(
                            caseId,
                            notice(actor, caseId, List.of(), now),
                            store.others(),
                            choices(actor, caseId, now),
                            standsInTheWay(actor, caseId, now));
                }));
    }

    /** Offers a case to another partnership. */
    public Outcome<UUID> offer(Actor actor, CaseId caseId, TransferDraft draft, Instant now) {
        return ledger.within(
                actor,
                () -> sharing.ask(actor, Permission.TRANSFER, caseId, now).then(_ -> {
                    Map<UUID, String> others = store.others();
                    List<Reason> reasons = new ArrayList<>(standsInTheWay(actor, caseId, now));
                    reasons.addAll(draft.faults(others.keySet()));
                    List<PaperChoice> chosen = choices(actor, caseId, now).stream()
                            .filter(it -> draft.papers().contains(it.key()))
                            .toList();
                    if (chosen.size() < draft.papers().size()) {
                        reasons.add(Reason.about("papers", "transfers.paper.gone"));
                    }
                    chosen.stream()
                            .map(PaperChoice::stays)
                            .filter(Objects::nonNull)
                            .map(it -> new Reason(it.key(), it.rule(), "papers", it.details()))
                            .forEach(reasons::add);
                    UUID to = draft.to();
                    LawfulBasis basis = draft.basis();
                    if (!reasons.isEmpty() || to == null || basis == null) {
                        return Outcome.refused(reasons);
                    }
                    Set<Goes> goes = EnumSet.copyOf(draft.goes().isEmpty() ? EnumSet.of(Goes.CHILD) : draft.goes());
                    for (Goes part : Goes.values()) {
                        if (part.always()) {
                            goes.add(part);
                        }
                    }
                    UUID id = ids.get();
                    store.offer(
                            actor,
                            new Transfer(
                                    id,
                                    actor.partnership(),
                                    partnerships.partnership(actor).name(),
                                    new PartnershipId(to),
                                    others.getOrDefault(to, ""),
                                    caseId,
                                    goes,
                                    chosen.stream().map(PaperChoice::key).collect(Collectors.toSet()),
                                    draft.because().strip(),
                                    basis,
                                    notice(
                                            actor,
                                            caseId,
                                            chosen.stream()
                                                    .map(PaperChoice::title)
                                                    .toList(),
                                            now),
                                    TransferState.OFFERED,
                                    now,
                                    actor.name(),
                                    null,
                                    null,
                                    "",
                                    null,
                                    null,
                                    1));
                    ledger.record(
                            actor,
                            now,
                            new TransferEvent.TransferOffered(
                                    caseId.value(),
                                    id,
                                    to,
                                    goes.stream().sorted().toList()));
                    return Outcome.done(id);
                }));
    }

    /** What came and what went, the newest first; without cases from which the actor is kept out. */
    public Outcome<List<Seen>> all(Actor actor, Instant now) {
        return ledger.within(
                actor,
                () -> sharing.ask(actor, Permission.TRANSFER, now)
                        .map(_ -> readable(actor, now).stream()
                                .map(it -> seen(actor, it, now))
                                .toList()));
    }

    /** The offers that wait for an answer of this partnership. */
    List<Transfer> waiting(Actor actor, Instant now) {
        if (!sharing.may(actor, Permission.TRANSFER)) {
            return List.of();
        }
        return ledger.within(
                actor,
                () -> readable(actor, now).stream()
                        .filter(it -> it.state() == TransferState.OFFERED && !sends(actor, it))
                        .toList());
    }

    /** The transfers of one case. The caller has asked for the case. */
    List<Transfer> of(Actor actor, CaseId caseId) {
        return ledger.within(actor, () -> store.of(caseId));
    }

    /** Whether the case could be offered, as far as its stage goes, and whether there is anybody to offer it to. */
    boolean couldBeOffered(Actor actor, CaseId caseId) {
        return ledger.within(
                actor,
                () -> refusal(cases.stage(actor, caseId)).isEmpty()
                        && store.of(caseId).stream().noneMatch(it -> it.state() == TransferState.OFFERED)
                        && !store.others().isEmpty());
    }

    /** One transfer, for either side. */
    public Outcome<Seen> see(Actor actor, UUID transfer, Instant now) {
        return with(actor, transfer, now, (found, sender) -> {
            ledger.record(
                    actor,
                    now,
                    new TransferEvent.TransferSeen(sender ? found.caseId().value() : null, transfer));
            return Outcome.done(seen(actor, found, now));
        });
    }

    /** Children already known here who may be the same child (REF-4), while an offer waits; named are those whose cases the reader may see. */
    public Outcome<Alike> alike(Actor actor, UUID transfer, Instant now) {
        return with(actor, transfer, now, (found, sender) -> {
            Notice notice = found.notice();
            if (sender || notice == null) {
                return Outcome.done(Alike.NOBODY);
            }
            List<Found> candidates = people.search(actor, notice.child(), now);
            Map<ChildId, CaseId> theirCases =
                    cases.casesOf(actor, candidates.stream().map(Found::child).toList());
            Set<CaseId> visible = sharing.visible(actor, Permission.SEE_CASE, theirCases.values(), now);
            List<String> names = candidates.stream()
                    .filter(it -> !theirCases.containsKey(it.child()) || visible.contains(theirCases.get(it.child())))
                    .map(Found::name)
                    .toList();
            return Outcome.done(new Alike(names, candidates.size() - names.size()));
        });
    }

    /**
     * Accepts an offer: the case is here from now on. The sender takes the receipt in a transaction of its own right after; should the
     * machine stop between the two, the next round does it.
     */
    public Outcome<CaseId> accept(Actor actor, UUID transfer, int seen, Instant now) {
        Outcome<Transfer> ready = with(actor, transfer, now, (found, sender) -> acceptable(actor, found, sender));
        ready.map(found -> {
            write(found, now);
            return found;
        });
        Outcome<Transfer> accepted = ready.then(_ -> with(
                actor,
                transfer,
                now,
                (found, sender) -> acceptable(actor, found, sender).then(_ -> {
                    if (!store.answer(actor, transfer, TransferState.ACCEPTED, "", seen, now)) {
                        return Outcome.refused(Reason.of("transfers.changed-meanwhile", ""));
                    }
                    int rows = store.handOver(transfer);
                    UUID caseId = found.caseId().value();
                    UUID from = found.from().value();
                    ledger.record(actor, now, new TransferEvent.TransferAccepted(caseId, transfer, from, rows));
                    store.papers(transfer)
                            .forEach(it -> ledger.record(
                                    actor,
                                    now,
                                    new TransferEvent.PaperReceived(caseId, it.id(), from, it.kind(), it.sha256())));
                    return Outcome.done(found);
                })));
        return accepted.map(it -> {
            settle(Partnerships.program(it.from()), now);
            return it.caseId();
        });
    }

    private Outcome<Transfer> acceptable(Actor actor, Transfer found, boolean sender) {
        return TransferLife.ask(found.state(), TransferCommand.ACCEPT, sender).then(_ -> {
            if (!cases.childrenOf(actor, Set.of(found.caseId())).isEmpty()) {
                return Outcome.refused(Reason.of("transfers.known-here", "SHR-6"));
            }
            return store.inHand(found.id())
                    ? Outcome.refused(Reason.of("transfers.in-hand", "SHR-6", found.fromName()))
                    : Outcome.done(found);
        });
    }

    /** Declines an offer: nothing moves, and at the sender's all is as it was. */
    public Outcome<UUID> decline(Actor actor, UUID transfer, String because, int seen, Instant now) {
        Outcome<Transfer> declined = with(
                actor,
                transfer,
                now,
                (found, sender) -> settled(actor, found, TransferCommand.DECLINE, sender, because, seen, now)
                        .map(it -> {
                            ledger.record(
                                    actor,
                                    now,
                                    new TransferEvent.TransferDeclined(
                                            transfer, found.from().value()));
                            return it;
                        }));
        return declined.map(it -> {
            settle(Partnerships.program(it.from()), now);
            return it.id();
        });
    }

    /** Takes an offer back before it is answered. */
    public Outcome<UUID> withdraw(Actor actor, UUID transfer, String because, int seen, Instant now) {
        return with(
                actor,
                transfer,
                now,
                (found, sender) -> settled(actor, found, TransferCommand.WITHDRAW, sender, because, seen, now)
                        .map(it -> {
                            store.settle(transfer, now);
                            store.empty(found.from(), transfer);
                            ledger.record(
                                    actor,
                                    now,
                                    new TransferEvent.TransferWithdrawn(
                                            found.caseId().value(),
                                            transfer,
                                            found.to().value()));
                            return transfer;
                        }));
    }

    /** Takes the receipts of what this partnership sent: what was accepted is closed here as transferred, with its clocks. Twice does no harm. */
    void settle(Actor program, Instant now) {
        ledger.within(program, () -> {
            for (Transfer transfer : store.unsettled(program.partnership())) {
                if (!store.settle(transfer.id(), now)) {
                    continue;
                }
                UUID caseId = transfer.caseId().value();
                if (transfer.state() == TransferState.ACCEPTED) {
                    for (RunningClock clock : clocks.of(program, transfer.caseId(), now)) {
                        if (clock.open()) {
                            clocks.stop(program, transfer.caseId(), clock.kind(), now, Ending.ROUTE_CHANGED, now)
                                    .orThrow();
                        }
                    }
                    cases.happened(program, transfer.caseId(), Milestone.TRANSFERRED, now, now);
                    ledger.record(
                            program,
                            now,
                            new TransferEvent.HandedOver(
                                    caseId,
                                    transfer.id(),
                                    transfer.to().value(),
                                    Optional.ofNullable(transfer.rows()).orElse(0),
                                    new Given(
                                            Given.Recipient.OTHER_PARTNERSHIP,
                                            null,
                                            Purpose.HANDING_OVER,
                                            transfer.lawfulBasis(),
                                            null)));
                    for (Paper paper : store.handedOver(transfer.from(), transfer.id(), now)) {
                        ledger.record(
                                program,
                                now,
                                new TransferEvent.PaperHandedOver(
                                        caseId,
                                        paper.id(),
                                        transfer.to().value(),
                                        paper.kind(),
                                        new Given(
                                                Given.Recipient.OTHER_PARTNERSHIP,
                                                null,
                                                Purpose.HANDING_OVER,
                                                transfer.lawfulBasis(),
                                                paper.sha256())));
                    }
                } else {
                    ledger.record(
                            program,
                            now,
                            new TransferEvent.TransferCameBack(
                                    caseId, transfer.id(), transfer.to().value()));
                }
                store.empty(transfer.from(), transfer.id());
            }
            return program;
        });
    }

    private Outcome<Transfer> settled(
            Actor actor,
            Transfer found,
            TransferCommand command,
            boolean sender,
            String because,
            int seen,
            Instant now) {
        return TransferLife.ask(found.state(), command, sender).then(to -> {
            if (because.isBlank() || because.length() > LONGEST_REASON) {
                return Outcome.refused(Reason.about("because", "transfers.needs-reason"));
            }
            return store.answer(actor, found.id(), to, because.strip(), seen, now)
                    ? Outcome.done(found)
                    : Outcome.refused(Reason.of("transfers.changed-meanwhile", ""));
        });
    }

    /** The sender has asked for the case; whoever receives has no such case yet, and is asked for the office. */
    private <T> Outcome<T> with(
            Actor actor, UUID transfer, Instant now, BiFunction<Transfer, Boolean, Outcome<T>> work) {
        return ledger.within(
                actor,
                () -> sharing.ask(actor, Permission.TRANSFER, now).then(_ -> {
                    Optional<Transfer> found = store.transfer(transfer);
                    if (found.isEmpty()) {
                        return Outcome.refused(Sharing.NOT_FOUND);
                    }
                    boolean sender = sends(actor, found.get());
                    return sender
                            ? sharing.ask(
                                            actor,
                                            Permission.TRANSFER,
                                            found.get().caseId(),
                                            now)
                                    .then(_ -> work.apply(found.get(), true))
                            : work.apply(found.get(), false);
                }));
    }

    private List<Transfer> readable(Actor actor, Instant now) {
        List<Transfer> all = store.all();
        Set<CaseId> sent = all.stream()
                .filter(it -> sends(actor, it))
                .map(Transfer::caseId)
                .collect(Collectors.toSet());
        Set<CaseId> open = sharing.visible(actor, Permission.TRANSFER, sent, now);
        return all.stream()
                .filter(it -> !sends(actor, it) || open.contains(it.caseId()))
                .toList();
    }

    private Seen seen(Actor actor, Transfer transfer, Instant now) {
        boolean sender = sends(actor, transfer);
        return new Seen(
                transfer,
                sender,
                !sharing.visible(actor, Permission.SEE_CASE, Set.of(transfer.caseId()), now)
                        .isEmpty(),
                TransferLife.available(transfer.state(), sender),
                transfer.state() == TransferState.ACCEPTED ? store.papers(transfer.id()) : List.of(),
                sender && transfer.state() == TransferState.OFFERED ? awaited(actor, transfer, now) : List.of());
    }

    /** Returns chosen that their owners restrict and have not said anything about. */
    private List<PaperChoice> awaited(Actor actor, Transfer transfer, Instant now) {
        Map<AgencyId, Boolean> words = store.words(transfer.id());
        return choices(actor, transfer.caseId(), now).stream()
                .filter(it -> it.restricted() && it.stays() == null)
                .filter(it -> transfer.papers().contains(it.key()))
                .filter(it -> !words.containsKey(new AgencyId(it.source())))
                .toList();
    }

    private static boolean sends(Actor actor, Transfer transfer) {
        return transfer.from().equals(actor.partnership());
    }

    /** Every paper about the case, with why it stays where it does. The caller has asked for the case. */
    private List<PaperChoice> choices(Actor actor, CaseId caseId, Instant now) {
        return assembly.of(actor, new PaperAssembly.Route(ids.get(), caseId, "", ""), null, Set.of(), now).stream()
                .map(PaperAssembly.Written::choice)
                .toList();
    }

    /** One paper as it would go along, before the case is offered. */
    public Outcome<Paper> preview(Actor actor, CaseId caseId, String key, Instant now) {
        return ledger.within(
                actor,
                () -> sharing.ask(actor, Permission.TRANSFER, caseId, now).then(_ -> {
                    ledger.record(actor, now, new TransferEvent.TransferPreviewed(caseId.value()));
                    return assembly
                            .of(
                                    actor,
                                    new PaperAssembly.Route(
                                            ids.get(),
                                            caseId,
                                            partnerships.partnership(actor).name(),
                                            ""),
                                    null,
                                    Set.of(),
                                    now)
                            .stream()
                            .filter(it -> it.key().equals(key) && it.may())
                            .findFirst()
                            .map(it -> Outcome.done(it.paper()))
                            .orElseGet(() -> Outcome.refused(Sharing.NOT_FOUND));
                }));
    }

    // Papers

    /** Writes out, at the sender's, what its owners let go at this moment (SHR-4). Nothing is copied while an offer waits. */
    private void write(Transfer transfer, Instant now) {
        Actor program = Partnerships.program(transfer.from());
        ledger.within(program, () -> {
            Set<AgencyId> agreed = agreed(transfer);
            store.write(
                    transfer.from(),
                    transfer.id(),
                    assembly.of(program, PaperAssembly.Route.of(transfer), transfer.papers(), agreed, now).stream()
                            .filter(it -> it.goes(transfer.papers(), agreed))
                            .map(PaperAssembly.Written::paper)
                            .toList());
            return program;
        });
    }

    private Set<AgencyId> agreed(Transfer transfer) {
        return store.words(transfer.id()).entrySet().stream()
                .filter(Map.Entry::getValue)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** The papers that came with a case, those that the reader may read. The caller has asked for the case. */
    List<Paper> received(Actor actor, CaseId caseId, Instant now) {
        return ledger.within(
                actor,
                () -> store.received(caseId).stream()
                        .filter(it -> it.readBy(sharing.fields(actor, caseId, now)))
                        .filter(it -> permissions(it).stream().anyMatch(one -> sees(actor, one, caseId, now)))
                        .toList());
    }

    /**
     * Reads a paper that came with a case: as letters are read, or as a pack is; what its owner restricts by fewer (SHR-4), and only by those who
     * may read every kind of information that it holds.
     */
    public Outcome<Paper> paper(Actor actor, UUID paper, Instant now) {
        return ledger.within(
                actor,
                () -> store.received(paper)
                        .filter(found -> found.readBy(sharing.fields(actor, found.caseId(), now)))
                        .map(found -> sharing.ask(
                                        actor,
                                        permissions(found).stream()
                                                .filter(one -> sees(actor, one, found.caseId(), now))
                                                .findFirst()
                                                .orElseGet(
                                                        () -> permissions(found).getFirst()),
                                        found.caseId(),
                                        now)
                                .map(granted -> {
                                    ledger.record(
                                            actor,
                                            now,
                                            new TransferEvent.PaperRead(
                                                    found.caseId().value(),
                                                    found.id(),
                                                    found.kind(),
                                                    Given.toReader(granted.purpose(), found.sha256())));
                                    return found;
                                }))
                        .orElseGet(() -> sharing.ask(actor, Permission.SEE_MEETINGS, now)
                                .then(_ -> Outcome.refused(Sharing.NOT_FOUND))));
    }

    private boolean sees(Actor actor, Permission permission, CaseId caseId, Instant now) {
        return !sharing.visible(actor, permission, Set.of(caseId), now).isEmpty();
    }

    /** Any of these opens it. What is restricted is for those who work on the case and the panel that hears it, not for every agency at the child's side. */
    private static List<Permission> permissions(Paper paper) {
        if (paper.kind() == PaperKind.LETTER) {
            return List.of(Permission.SEE_LETTERS);
        }
        return paper.restricted()
                ? List.of(Permission.CHANGE_CASE, Permission.PREPARE_DECISION, Permission.VOTE)
                : List.of(Permission.READ_PACK);
    }

    // The owner of what is restricted

    /**
     * What an agency is asked: whether what it restricts goes along.
     *
     * @param paper what would go, as it would go
     */
    public record Asked(Transfer transfer, String child, Paper paper) {}

    /** What the actor's agency is asked about a transfer. */
    public Outcome<Asked> asked(Actor actor, UUID transfer, Instant now) {
        return ledger.within(
                actor,
                () -> owning(actor, transfer, now).map(paper -> {
                    Transfer found = store.transfer(transfer).orElseThrow();
                    ledger.record(
                            actor,
                            now,
                            new TransferEvent.TransferSeen(found.caseId().value(), transfer));
                    return new Asked(
                            found,
                            people.child(actor, cases.childOf(actor, found.caseId()), now)
                                    .displayName(),
                            paper);
                }));
    }

    /** Says, for the agency whose information it is, whether what it restricts goes along. Once. */
    public Outcome<UUID> say(Actor actor, UUID transfer, @Nullable Boolean agrees, String words, Instant now) {
        return ledger.within(
                actor,
                () -> owning(actor, transfer, now).then(_ -> {
                    List<Reason> faults = new ArrayList<>();
                    if (agrees == null) {
                        faults.add(Reason.about("agrees", "transfers.needs-word"));
                    }
                    if (words.isBlank() || words.length() > LONGEST_REASON) {
                        faults.add(Reason.about("words", "transfers.needs-reason"));
                    }
                    if (agrees == null || !faults.isEmpty()) {
                        return Outcome.refused(faults);
                    }
                    Transfer found = store.transfer(transfer).orElseThrow();
                    if (!store.say(actor, found, agrees, words.strip(), now)) {
                        return Outcome.refused(Reason.of("transfers.said-already", "SHR-4"));
                    }
                    ledger.record(
                            actor,
                            now,
                            new TransferEvent.OwnersWord(found.caseId().value(), transfer, actor.agency(), agrees));
                    return Outcome.done(transfer);
                }));
    }

    /** Offers about which the actor's agency is asked and has said nothing yet. For My work; nothing is refused or recorded. */
    List<Transfer> askedOf(Actor actor, Instant now) {
        if (!sharing.may(actor, Permission.ANSWER_REQUEST)) {
            return List.of();
        }
        return ledger.within(actor, () -> {
            List<Transfer> offered = store.offered(actor.partnership()).stream()
                    .filter(it -> it.papers().contains(PaperKind.RETURN + ":" + actor.agency()))
                    .toList();
            Set<CaseId> out = offered.isEmpty()
                    ? Set.of()
                    : sharing.keptOutOf(
                            actor, offered.stream().map(Transfer::caseId).collect(Collectors.toSet()));
            return offered.stream()
                    .filter(it -> !out.contains(it.caseId()))
                    .filter(it -> !store.words(it.id()).containsKey(new AgencyId(actor.agency())))
                    .filter(it -> restricted(actor, it, now).isPresent())
                    .toList();
        });
    }

    private Outcome<Paper> owning(Actor actor, UUID transfer, Instant now) {
        Optional<Transfer> found = store.transfer(transfer).filter(it -> sends(actor, it));
        Optional<Paper> paper = found.filter(it -> it.state() == TransferState.OFFERED)
                .filter(it -> it.papers().contains(PaperKind.RETURN + ":" + actor.agency()))
                .flatMap(it -> restricted(actor, it, now));
        if (found.isEmpty() || paper.isEmpty()) {
            return sharing.ask(actor, Permission.ANSWER_REQUEST, now)
                    .then(_ -> sharing.refuse(actor, Permission.ANSWER_REQUEST, null, now));
        }
        // whoever owns what was told may say so after the time for answering is over
        Involvement owner =
                new Involvement(null, new AgencyId(actor.agency()), Basis.REQUEST, now, null, Purpose.HANDING_OVER);
        return sharing.ask(actor, Permission.ANSWER_REQUEST, found.get().caseId(), List.of(owner), now)
                .map(_ -> paper.get());
    }

    /** The return of the actor's agency, where it restricts it, as it would go. */
    private Optional<Paper> restricted(Actor actor, Transfer transfer, Instant now) {
        AgencyId own = new AgencyId(actor.agency());
        return assembly.of(actor, PaperAssembly.Route.of(transfer), transfer.papers(), Set.of(own), now).stream()
                .filter(it -> it.choice().kind() == PaperKind.RETURN
                        && it.choice().source().equals(own.value())
                        && it.choice().restricted()
                        && it.may())
                .map(PaperAssembly.Written::paper)
                .findFirst();
    }

    /** Why the case cannot be offered now. A legal hold does not stand in the way: it stays here and goes along. */
    private List<Reason> standsInTheWay(Actor actor, CaseId caseId, Instant now) {
        List<Reason> reasons = new ArrayList<>();
        if (!agreements
                .inForce(actor, Purpose.HANDING_OVER, UnitedKingdom.day(now))
                .contains(new AgencyId(actor.agency()))) {
            reasons.add(Agreements.missing(actor.agencyName(), Purpose.HANDING_OVER));
        }
        refusal(cases.stage(actor, caseId)).ifPresent(reasons::add);
        if (store.of(caseId).stream().anyMatch(it -> it.state() == TransferState.OFFERED)) {
            reasons.add(Reason.of("transfers.offered-already", "SHR-6"));
        }
        return reasons;
    }

    /** From where a case can be offered: not from an agenda, not with a decision that the Home Office has yet to be told, not once it is over. */
    static Optional<Reason> refusal(Stage stage) {
        return switch (stage) {
            case REASONABLE_GROUNDS_PANEL, CONCLUSIVE_GROUNDS_PANEL ->
                Optional.of(Reason.of("transfers.on-an-agenda", "SHR-6"));
            case POSITIVE_TO_REPORT, NEGATIVE_TO_REPORT -> Optional.of(Reason.of("transfers.to-report", "NRM-10"));
            case OPENED, WITHDRAWN, TRANSFERRED -> Optional.of(Reason.of("transfers.nothing-open", "SHR-6"));
            case REFERRED_IN,
                    NOT_SUBMITTED,
                    AWAITING_RETURN,
                    OUT_OF_LOCAL_SCOPE,
                    AWAITING_REASONABLE_GROUNDS,
                    AWAITING_CONCLUSIVE_GROUNDS,
                    EIGHTEEN_BEFORE_REASONABLE_GROUNDS,
                    EIGHTEEN_BEFORE_CONCLUSIVE_GROUNDS,
                    CONCLUDED_POSITIVE,
                    CONCLUDED_NEGATIVE,
                    CENTRAL_REASONABLE_GROUNDS,
                    CENTRAL_CONCLUSIVE_GROUNDS,
                    CENTRAL_POSITIVE,
                    CENTRAL_NEGATIVE -> Optional.empty();
        };
    }

    private Notice notice(Actor actor, CaseId caseId, List<String> papers, Instant now) {
        ChildId id = cases.childOf(actor, caseId);
        Child child = people.child(actor, id, now);
        return new Notice(
                child.displayName(),
                child.birthDate().written(),
                cases.stage(actor, caseId),
                clocks.of(actor, caseId, now).stream()
                        .filter(RunningClock::open)
                        .map(it -> new Notice.Running(it.kind(), UnitedKingdom.day(it.startedAt()), it.dueOn()))
                        .toList(),
                store.preview(caseId, id),
                papers);
    }
}
