package org.holdfast.casework;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.Purpose;
import org.holdfast.sharing.Sharing;
import org.springframework.stereotype.Component;

/** How every door of this module reads and changes a case: in one transaction, having asked, and leaving a line on the ledger. */
@Component
class CaseDesk {

    /** Somebody else saved the same thing since it was read. */
    static final Reason CHANGED_MEANWHILE = Reason.of("casework.changed-meanwhile", "");

    /** Parts that tell of who reads the case, for its holder and for information governance. */
    private static final Set<CasePart> LOOKED_AFTER =
            EnumSet.of(CasePart.LOOKS, CasePart.DISCLOSURES, CasePart.READERS);

    private final Ledger ledger;
    private final Sharing sharing;

    CaseDesk(Ledger ledger, Sharing sharing) {
        this.ledger = ledger;
        this.sharing = sharing;
    }

    /** Reads a part of a case and says so on the ledger. */
    <T> Outcome<T> see(Actor actor, CaseId id, CasePart part, Instant now, Supplier<T> read) {
        Permission permission = LOOKED_AFTER.contains(part) ? Permission.SEE_LOOKS : Permission.SEE_CASE;
        return ledger.within(
                actor,
                () -> sharing.ask(actor, permission, id, now).map(granted -> {
                    ledger.record(actor, now, new CaseEvent.CaseSeen(id.value(), part));
                    return read.get();
                }));
    }

    /** Reads one thing of a part, to be changed by whoever may, and says so on the ledger. */
    <T> Outcome<T> see(
            Actor actor, Permission permission, CaseId id, CasePart part, Instant now, Supplier<Optional<T>> read) {
        return change(actor, permission, id, now, () -> {
            ledger.record(actor, now, new CaseEvent.CaseSeen(id.value(), part));
            return found(read.get());
        });
    }

    /** Changes a case; the work records what it changed. */
    <T> Outcome<T> change(Actor actor, Permission permission, CaseId id, Instant now, Supplier<Outcome<T>> work) {
        return ledger.within(
                actor, () -> sharing.ask(actor, permission, id, now).then(granted -> work.get()));
    }

    /** Gives something of the case out; the work says on the ledger to whom, for the purpose for which the case is open to the reader (SHR-2). */
    <T> Outcome<T> give(
            Actor actor, Permission permission, CaseId id, Instant now, Function<Purpose, Outcome<T>> work) {
        return ledger.within(
                actor, () -> sharing.ask(actor, permission, id, now).then(granted -> work.apply(granted.purpose())));
    }

    /** Changes a case unless what was sent has faults. */
    <T> Outcome<T> change(
            Actor actor,
            Permission permission,
            CaseId id,
            Instant now,
            List<Reason> faults,
            Supplier<Outcome<T>> work) {
        return change(actor, permission, id, now, () -> faults.isEmpty() ? work.get() : Outcome.refused(faults));
    }

    /** Reads inside the actor's partnership, for a caller that has asked. */
    <T> T read(Actor actor, Supplier<T> read) {
        return ledger.within(actor, read);
    }

    void record(Actor actor, Instant now, CaseEvent event) {
        ledger.record(actor, now, event);
    }

    /** What was found, or the answer to whatever is missing. */
    static <T> Outcome<T> found(Optional<T> sought) {
        return sought.<Outcome<T>>map(Outcome::done).orElseGet(() -> Outcome.refused(Sharing.NOT_FOUND));
    }
}
