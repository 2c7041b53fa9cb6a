package org.holdfast.partnership;

import java.time.Duration;
import java.time.Instant;
import org.holdfast.audit.Actor;
import org.springframework.stereotype.Component;

/** Throws away yesterday's wrong tries at signing in. */
@Component
class OldTries implements Round {

    private final Accounts accounts;

    OldTries(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public String name() {
        return "old-tries";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(6);
    }

    @Override
    public void make(Actor program, Instant now) {
        accounts.forgetTries(now);
    }
}
