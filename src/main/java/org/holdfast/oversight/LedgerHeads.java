package org.holdfast.oversight;

import java.time.Instant;
import java.util.List;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Heads;
import org.holdfast.audit.Ledger;
import org.holdfast.audit.LedgerCheck;
import org.holdfast.audit.SignedHead;
import org.holdfast.law.Outcome;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.Sharing;
import org.springframework.stereotype.Component;

/** The door to the signed heads of the ledger, to print or keep elsewhere, and to checking the ledger against them (GOV-7). */
@Component
public final class LedgerHeads {

    private static final int SHOWN = 31;

    private final Ledger ledger;
    private final Sharing sharing;
    private final Heads heads;

    LedgerHeads(Ledger ledger, Sharing sharing, Heads heads) {
        this.ledger = ledger;
        this.sharing = sharing;
        this.heads = heads;
    }

    /** The heads of the last month, the newest first. */
    public Outcome<List<SignedHead>> see(Actor actor, Instant now) {
        return ledger.within(
                actor,
                () -> sharing.ask(actor, Permission.SEE_LEDGER, now).map(_ -> {
                    List<SignedHead> kept = heads.kept(actor, SHOWN);
                    ledger.record(actor, now, new OversightEvent.HeadsSeen(kept.size()));
                    return kept;
                }));
    }

    /** Every head, the newest first, to keep elsewhere. */
    public Outcome<List<SignedHead>> take(Actor actor, Instant now) {
        return ledger.within(
                actor,
                () -> sharing.ask(actor, Permission.SEE_LEDGER, now).map(_ -> {
                    List<SignedHead> kept = heads.kept(actor, Integer.MAX_VALUE);
                    ledger.record(actor, now, new OversightEvent.HeadsTaken(kept.size()));
                    return kept;
                }));
    }

    /** Reads the whole chain again and compares it with every head. */
    public Outcome<LedgerCheck.Report> check(Actor actor, Instant now) {
        return ledger.within(
                actor,
                () -> sharing.ask(actor, Permission.SEE_LEDGER, now).map(_ -> {
                    LedgerCheck.Report report = ledger.check(
                            actor,
                            heads.kept(actor, Integer.MAX_VALUE).stream()
                                    .map(SignedHead::head)
                                    .toList());
                    ledger.record(
                            actor,
                            now,
                            new OversightEvent.LedgerChecked(
                                    report.lines(), report.faults().size()));
                    return report;
                }));
    }
}
