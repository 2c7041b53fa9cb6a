package org.holdfast.transfers;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
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
import org.holdfast.partnership.Partnerships;
import org.holdfast.people.Child;
import org.holdfast.people.ChildId;
import org.holdfast.people.People;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.Given;
import org.holdfast.sharing.LawfulBasis;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.Purpose;
import org.holdfast.sharing.Sharing;
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
    private final TransferStore store;
    private final Supplier<UUID> ids;

    Transfers(
            Ledger ledger,
            Sharing sharing,
            Partnerships partnerships,
            Cases cases,
            Clocks clocks,
            People people,
            TransferStore store,
            Supplier<UUID> ids) {
        this.ledger = ledger;
        this.sharing = sharing;
        this.partnerships = partnerships;
        this.cases = cases;
        this.clocks = clocks;
        this.people = people;
        this.store = store;
        this.ids = ids;
    }

    /**
     * What would go, before it is offered.
     *
     * @param others to whom it can be offered, by name
     * @param standsInTheWay why it cannot be offered now
     */
    public record Preview(CaseId caseId, Notice notice, Map<UUID, String> others, List<Reason> standsInTheWay) {
        public Preview {
            standsInTheWay = List.copyOf(standsInTheWay);
        }
    }

    /**
     * A transfer as one of the two sides reads it.
     *
     * @param sender whether it is the side that sends
     * @param caseHere whether the case is open to the reader here
     */
    public record Seen(Transfer transfer, boolean sender, boolean caseHere, Set<TransferCommand> available) {
        public Seen {
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
                            caseId, notice(actor, caseId, now), store.others(), standsInTheWay(actor, caseId));
                }));
    }

    /** Offers a case to another partnership. */
    public Outcome<UUID> offer(Actor actor, CaseId caseId, TransferDraft draft, Instant now) {
        return ledger.within(
                actor,
                () -> sharing.ask(actor, Permission.TRANSFER, caseId, now).then(_ -> {
                    Map<UUID, String> others = store.others();
                    List<Reason> reasons = new ArrayList<>(standsInTheWay(actor, caseId));
                    reasons.addAll(draft.faults(others.keySet()));
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
                                    draft.because().strip(),
                                    basis,
                                    notice(actor, caseId, now),
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
                () -> standsInTheWay(actor, caseId).isEmpty() && !store.others().isEmpty());
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

    /** Children already known here who may be the same child (REF-4), while an offer waits. */
    public Outcome<List<String>> alike(Actor actor, UUID transfer, Instant now) {
        return with(actor, transfer, now, (found, sender) -> {
            Notice notice = found.notice();
            if (sender || notice == null) {
                return Outcome.done(List.of());
            }
            return Outcome.done(people.search(actor, notice.child(), now).stream()
                    .map(it -> it.name())
                    .toList());
        });
    }

    /**
     * Accepts an offer: the case is here from now on. The sender takes the receipt in a transaction of its own right after; should the
     * machine stop between the two, the next round does it.
     */
    public Outcome<CaseId> accept(Actor actor, UUID transfer, int seen, Instant now) {
        Outcome<Transfer> accepted = with(actor, transfer, now, (found, sender) -> {
            if (TransferLife.ask(found.state(), TransferCommand.ACCEPT, sender)
                    instanceof Outcome.Refused<TransferState>(List<Reason> why)) {
                return Outcome.refused(why);
            }
            if (!cases.childrenOf(actor, Set.of(found.caseId())).isEmpty()) {
                return Outcome.refused(Reason.of("transfers.known-here", "SHR-6"));
            }
            if (store.inHand(transfer)) {
                return Outcome.refused(Reason.of("transfers.in-hand", "SHR-6", found.fromName()));
            }
            if (!store.answer(actor, transfer, TransferState.ACCEPTED, "", seen, now)) {
                return Outcome.refused(Reason.of("transfers.changed-meanwhile", ""));
            }
            int rows = store.handOver(transfer);
            ledger.record(
                    actor,
                    now,
                    new TransferEvent.TransferAccepted(
                            found.caseId().value(), transfer, found.from().value(), rows));
            return Outcome.done(found);
        });
        return accepted.map(it -> {
            settle(Partnerships.program(it.from()), now);
            return it.caseId();
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
                                            Purpose.CASE_WORK,
                                            transfer.lawfulBasis(),
                                            null)));
                } else {
                    ledger.record(
                            program,
                            now,
                            new TransferEvent.TransferCameBack(
                                    caseId, transfer.id(), transfer.to().value()));
                }
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
                TransferLife.available(transfer.state(), sender));
    }

    private static boolean sends(Actor actor, Transfer transfer) {
        return transfer.from().equals(actor.partnership());
    }

    /** Why the case cannot be offered now. A legal hold does not stand in the way: it stays here and goes along. */
    private List<Reason> standsInTheWay(Actor actor, CaseId caseId) {
        List<Reason> reasons = new ArrayList<>();
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

    private Notice notice(Actor actor, CaseId caseId, Instant now) {
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
                store.preview(caseId, id));
    }
}
