package org.holdfast.audit;

import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.holdfast.law.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The ledger and the transaction in one: whatever a door does, it does {@linkplain #within within} one, behind the wall of the actor's
 * partnership, and what it {@linkplain #record records} is appended to the partnership's hash chain in that same transaction, last thing
 * before commit so that the chain is locked for no longer than the commit takes (GOV-7).
 */
@Component
public final class Ledger {

    private static final ScopedValue<Open> OPEN = ScopedValue.newInstance();

    private final TransactionTemplate transaction;
    private final LedgerStore store;
    private final Presses presses;

    Ledger(TransactionTemplate transaction, LedgerStore store, Presses presses) {
        this.transaction = transaction;
        this.store = store;
        this.presses = presses;
    }

    /**
     * Does the work in one transaction that sees and writes the actor's partnership only; joins one that is already open. When the
     * outermost work answers {@link Outcome.Refused}, all that it wrote is undone, and only the looks and refusals it recorded stay on
     * the ledger.
     *
     * <p>Where two do the same at the same moment, as by a double press, the second does its work once more on what the first has left, so
     * that the rules answer it and not the database: the work writes nothing but through the transaction.
     *
     * <p>Where the work belongs to a {@link Press}, the first work that changes something keeps the mark of the press in the same
     * transaction.
     *
     * @throws PressedBefore where it belongs to the second press of a form: nothing is changed
     */
    public <T> T within(Actor actor, Supplier<T> work) {
        if (OPEN.isBound()) {
            if (!OPEN.get().partnership().equals(actor.partnership())) {
                throw new IllegalStateException("one transaction, one partnership");
            }
            return work.get();
        }
        try {
            return outermost(actor, work);
        } catch (DuplicateKeyException | PessimisticLockingFailureException somebodyWasFirst) {
            Press press = Press.waiting();
            if (press != null) {
                press.seekAgain();
            }
            return outermost(actor, work);
        }
    }

    /**
     * Asked before something leaves the program that no rollback takes back: mail, a call of another program. Work may be done once more, or
     * undone, so none of that belongs within it.
     *
     * @throws IllegalStateException within a transaction
     */
    public static void outside() {
        if (OPEN.isBound()) {
            throw new IllegalStateException("what cannot be taken back is not sent within a transaction");
        }
    }

    private <T> T outermost(Actor actor, Supplier<T> work) {
        Open open = new Open(actor.partnership(), new ArrayList<>());
        Press press = Press.waiting();
        T answer = transaction.execute(status -> {
            store.enter(open.partnership());
            if (press != null && press.seekOnce()) {
                presses.first(open.partnership(), press.mark()).ifPresent(first -> {
                    throw new PressedBefore(first);
                });
            }
            T done = ScopedValue.where(OPEN, open).call(() -> Readings.within(work::get));
            if (done instanceof Outcome.Refused<?>) {
                status.setRollbackOnly();
            } else {
                if (press != null && open.changes()) {
                    presses.keep(
                            open.partnership(),
                            press.mark(),
                            open.lines().getFirst().at());
                }
                append(open.lines(), status);
            }
            return done;
        });
        if (press != null && open.changes() && !(answer instanceof Outcome.Refused<?>)) {
            press.keptIn(open.partnership());
        }
        if (answer instanceof Outcome.Refused<?>) {
            keepRefusal(open);
        }
        return answer;
    }

    private void keepRefusal(Open open) {
        List<LedgerStore.Line> kept = open.lines().stream()
                .filter(line ->
                        line.event().act() == Act.REFUSED || line.event().act() == Act.LOOKED)
                .toList();
        if (!kept.isEmpty()) {
            transaction.executeWithoutResult(status -> {
                store.enter(open.partnership());
                append(kept, status);
            });
        }
    }

    /** The last thing before commit, and in one message with it unless somebody else ends the transaction or it is to be undone. */
    private void append(List<LedgerStore.Line> lines, TransactionStatus status) {
        if (status.isNewTransaction() && !status.isRollbackOnly()) {
            store.appendAndCommit(lines);
        } else {
            store.append(lines);
        }
    }

    /** Says where the first press of a form led, for whoever presses it a second time. */
    public void answered(Press press, String path) {
        PartnershipId partnership = press.keptIn();
        if (partnership != null) {
            transaction.executeWithoutResult(status -> {
                store.enter(partnership);
                presses.answered(partnership, press.mark(), path);
            });
        }
    }

    /** Puts one line on the ledger when the open transaction commits. */
    public void record(Actor actor, Instant now, LedgerEvent event) {
        if (!OPEN.isBound()) {
            throw new IllegalStateException("nothing is recorded outside a transaction");
        }
        OPEN.get().lines().add(new LedgerStore.Line(actor, now, event));
    }

    /** The newest lines about one case, newest first: who looked, who changed what. The caller asks {@code sharing} first. */
    public List<LedgerLine> linesAbout(Actor actor, UUID caseId, int limit) {
        return within(actor, () -> store.about(actor.partnership(), caseId, limit));
    }

    /**
     * The newest lines that fit, newest first. The caller asks {@code sharing} first.
     *
     * @param before only lines with a smaller place in the chain
     */
    public List<LedgerLine> lines(Actor actor, LedgerFilter filter, long before, int limit) {
        return within(actor, () -> store.lines(actor.partnership(), filter, before, limit));
    }

    /**
     * What each person did on each day, in numbers. The caller asks {@code sharing} first.
     *
     * @param begins and {@code ends}: the hours, on Monday to Friday, outside which lines are counted apart
     */
    public List<Activity> activities(Actor actor, Instant from, Instant until, LocalTime begins, LocalTime ends) {
        return within(actor, () -> store.activities(actor.partnership(), from, until, begins, ends));
    }

    /** Who looked at which case on which day. The caller asks {@code sharing} first. */
    public List<Activity.Look> looks(Actor actor, Instant from, Instant until) {
        return within(actor, () -> store.looks(actor.partnership(), from, until));
    }

    /**
     * The lines that tell of something of a case given to somebody, newest first: what was taken out or sent, and what an interface client
     * was answered (SHR-2). The caller asks {@code sharing} first.
     *
     * @param caseId of one case; null for all
     * @param until the first moment after the time asked about
     */
    public List<LedgerLine> given(Actor actor, @Nullable UUID caseId, Instant from, Instant until, int limit) {
        return within(actor, () -> store.given(actor.partnership(), caseId, from, until, limit));
    }

    /** How many lines the partnership's ledger has: where to begin {@linkplain #changesAfter to follow} it. */
    public long length(Actor actor) {
        return within(
                actor, () -> store.end(actor.partnership()).map(it -> it.seq()).orElse(0L));
    }

    /**
     * The changes that came onto the ledger after a line, oldest first, for whoever follows what happens: ids and codes, to be asked
     * after at the doors whose things they are. They come in the order of the chain, so none is passed over.
     *
     * @param seq of the last line that was followed
     */
    public List<LedgerLine> changesAfter(Actor actor, long seq, int limit) {
        return within(actor, () -> store.changesAfter(actor.partnership(), seq, limit));
    }

    /** Reads the partnership's whole chain again and names every line that was changed, dropped, doubled or moved. */
    public LedgerCheck.Report check(Actor actor) {
        return check(actor, List.of());
    }

    /** Reads the whole chain again, and whether it still meets the heads that were kept of it. */
    public LedgerCheck.Report check(Actor actor, Collection<Head> kept) {
        return within(actor, () -> {
            LedgerCheck check = new LedgerCheck(
                    actor.partnership(), store.end(actor.partnership()).orElse(null), kept);
            store.eachLine(actor.partnership(), check::line);
            return check.end(store.end(actor.partnership()).orElse(null));
        });
    }

    private record Open(PartnershipId partnership, List<LedgerStore.Line> lines) {
        boolean changes() {
            return lines.stream().anyMatch(line -> line.event().act() == Act.CHANGED);
        }
    }
}
