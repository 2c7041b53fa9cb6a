package org.holdfast.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.holdfast.law.UnitedKingdom;
import org.springframework.stereotype.Component;

/**
 * The door to the heads of the ledger: each day where the partnership's chain ends is signed with a key outside the database and kept, so
 * that a ledger that was cut off, replaced or set back to an older copy can be told from the true one (GOV-7).
 */
@Component
public final class Heads {

    private final Ledger ledger;
    private final LedgerStore store;
    private final HeadKey key;

    Heads(Ledger ledger, LedgerStore store, HeadKey key) {
        this.ledger = ledger;
        this.store = store;
        this.key = key;
    }

    /** Signs where the chain ends, once a day; says what it signed. Nothing where today's is signed or no line stands yet. */
    public Optional<SignedHead> sign(Actor program, Instant now) {
        LocalDate today = UnitedKingdom.day(now);
        Optional<SignedHead> signed = ledger.within(
                program,
                () -> store.headKept(program.partnership(), today)
                        ? Optional.empty()
                        : store.end(program.partnership())
                                .filter(end -> end.seq() > 0)
                                .map(end -> {
                                    Head head = new Head(
                                            program.partnership(),
                                            today,
                                            end.seq(),
                                            HexFormat.of().formatHex(end.hash()));
                                    SignedHead kept =
                                            new SignedHead(head, key.publicKey(), key.sign(head.signedText()));
                                    store.keep(kept);
                                    ledger.record(program, now, new AuditEvent.HeadSigned(today, end.seq()));
                                    return kept;
                                }));
        signed.ifPresent(key::keep);
        return signed;
    }

    /** The heads of the partnership that were signed, the newest first. The caller asks {@code sharing} first. */
    public List<SignedHead> kept(Actor actor, int limit) {
        return ledger.within(actor, () -> store.heads(actor.partnership(), limit));
    }

    /** Makes room in the ledger for the coming months. Lines find their place without it, but not so quickly. */
    public int openMonths(Actor program, Instant now) {
        return ledger.within(program, () -> store.openMonths(UnitedKingdom.day(now)));
    }
}
