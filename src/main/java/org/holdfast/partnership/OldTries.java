package org.holdfast.partnership;

import java.time.Duration;
import java.time.Instant;
import org.holdfast.audit.Actor;
import org.springframework.stereotype.Component;

/** Throws away yesterday's wrong tries at signing in, and sign-ins through providers that nobody can end any more. */
@Component
class OldTries implements Round {

    private final Accounts accounts;
    private final Identities identities;

    OldTries(Accounts accounts, Identities identities) {
        this.accounts = accounts;
        this.identities = identities;
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
        identities.forgetSignIns(program, now);
    }
}
