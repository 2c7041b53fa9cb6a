package org.holdfast.app;

import java.time.Duration;
import java.time.Instant;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.partnership.Round;
import org.springframework.stereotype.Component;

/** Forgets which forms were sent, once nobody presses them a second time any more. */
@Component
class OldPresses implements Round {

    /** No form stays open for longer: the session that could send it has ended long since. */
    private static final Duration KEPT = Duration.ofDays(1);

    private final Ledger ledger;
    private final PressStore store;

    OldPresses(Ledger ledger, PressStore store) {
        this.ledger = ledger;
        this.store = store;
    }

    @Override
    public String name() {
        return "old-presses";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(6);
    }

    @Override
    public void make(Actor program, Instant now) {
        ledger.within(program, () -> store.forget(program.partnership(), now.minus(KEPT)));
    }
}
