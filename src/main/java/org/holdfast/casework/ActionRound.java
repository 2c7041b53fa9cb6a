package org.holdfast.casework;

import java.time.Duration;
import java.time.Instant;
import org.holdfast.audit.Actor;
import org.holdfast.partnership.Round;
import org.springframework.stereotype.Component;

/** Reminds those who have something to do, by the ladder of the profile (MTG-5). */
@Component
class ActionRound implements Round {

    private final Actions actions;

    ActionRound(Actions actions) {
        this.actions = actions;
    }

    @Override
    public String name() {
        return "actions";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void make(Actor program, Instant now) {
        actions.chase(program, now);
    }
}
