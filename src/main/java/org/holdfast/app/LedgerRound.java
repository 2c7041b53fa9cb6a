package org.holdfast.app;

import java.time.Duration;
import java.time.Instant;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Heads;
import org.holdfast.partnership.Round;
import org.springframework.stereotype.Component;

/** Each day signs where the ledger ends, and makes room for the coming months (GOV-7). Stands here because the ledger lies below partnerships. */
@Component
class LedgerRound implements Round {

    private final Heads heads;

    LedgerRound(Heads heads) {
        this.heads = heads;
    }

    @Override
    public String name() {
        return "ledger";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void make(Actor program, Instant now) {
        heads.sign(program, now);
        heads.openMonths(program, now);
    }
}
