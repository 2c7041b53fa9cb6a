package org.holdfast.transfers;

import java.time.Duration;
import java.time.Instant;
import org.holdfast.audit.Actor;
import org.holdfast.partnership.Round;
import org.springframework.stereotype.Component;

/** Takes receipts that were not taken when the other partnership answered, because a machine stopped in between (SHR-6). */
@Component
class TransferRound implements Round {

    private final Transfers transfers;

    TransferRound(Transfers transfers) {
        this.transfers = transfers;
    }

    @Override
    public String name() {
        return "transfers";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    @Override
    public void make(Actor program, Instant now) {
        transfers.settle(program, now);
    }
}
