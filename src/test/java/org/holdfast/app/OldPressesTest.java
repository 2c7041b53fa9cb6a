package org.holdfast.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.holdfast.HoldfastTest;
import org.holdfast.TestPartnership;
import org.holdfast.audit.Ledger;
import org.junit.jupiter.api.Test;

/** A press is known for a day, and forgotten then: no session that could press again lasts as long. */
@HoldfastTest
class OldPressesTest {
    private static final Instant MORNING = Instant.parse("2026-01-05T09:00:00Z");
    private static final byte[] MARK = new byte[32];

    private final OldPresses round;
    private final PressStore store;
    private final Ledger ledger;
    private final TestPartnership us;
    private final TestPartnership others;

    OldPressesTest(OldPresses round, PressStore store, Ledger ledger, TestPartnership.Founder founder) {
        this.round = round;
        this.store = store;
        this.ledger = ledger;
        this.us = founder.found(MORNING);
        this.others = founder.found(MORNING);
    }

    @Test
    void aPressIsForgottenAfterADayAndNotBefore() {
        keep(us);
        keep(others);
        round.make(us.program, MORNING.plus(Duration.ofDays(1)));
        assertThat(known(us)).isTrue();
        round.make(us.program, MORNING.plus(Duration.ofDays(1)).plusSeconds(1));
        assertThat(known(us)).isFalse();
        assertThat(known(others)).as("of another partnership").isTrue();
    }

    private void keep(TestPartnership where) {
        ledger.within(where.program, () -> {
            store.keep(where.partnership.id(), MARK, MORNING);
            return where;
        });
    }

    private boolean known(TestPartnership where) {
        return ledger.within(
                where.program, () -> store.first(where.partnership.id(), MARK).isPresent());
    }
}
