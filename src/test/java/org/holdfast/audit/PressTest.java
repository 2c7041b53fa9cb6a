package org.holdfast.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.holdfast.HoldfastTest;
import org.holdfast.TestPartnership;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a form asks for is done once, however often its button was pressed (decision 37). */
@HoldfastTest
class PressTest {

    record TestLooked(UUID caseId) implements LedgerEvent {
        @Override
        public Act act() {
            return Act.LOOKED;
        }
    }

    record TestChanged(UUID caseId) implements LedgerEvent {}

    private final Ledger ledger;
    private final TestPartnership.Founder founder;
    private final Instant now = Instant.parse("2026-03-02T09:00:00Z");
    private final byte[] mark = new byte[32];
    private Actor actor;

    PressTest(Ledger ledger, TestPartnership.Founder founder) {
        this.ledger = ledger;
        this.founder = founder;
    }

    @BeforeEach
    void aFormIsDrawn() {
        actor = founder.found(now).coordinator.actor();
        new Random().nextBytes(mark);
    }

    @Test
    void theSecondPressChangesNothingAndLeadsWhereTheFirstLed() throws Exception {
        Press first = new Press(mark);
        assertThat(first.keptIn()).isNull();
        first.during(() -> ledger.within(actor, this::changed));
        assertThat(first.keptIn()).isEqualTo(actor.partnership());
        ledger.answered(first, "/cases/made-up");
        long done = ledger.length(actor);

        assertThatThrownBy(() -> new Press(mark).during(() -> ledger.within(actor, this::changed)))
                .isInstanceOfSatisfying(
                        PressedBefore.class,
                        before -> assertThat(before.answer()).contains("/cases/made-up"));
        assertThat(ledger.length(actor)).isEqualTo(done);
    }

    @Test
    void theFirstGoesOnWithWhatElseItsRequestDoes() throws Exception {
        Press press = new Press(mark);
        press.during(() -> {
            ledger.within(actor, this::changed);
            return ledger.within(actor, this::changed);
        });
        assertThat(press.keptIn()).isEqualTo(actor.partnership());
        assertThatThrownBy(() -> new Press(mark).during(() -> ledger.within(actor, this::changed)))
                .isInstanceOfSatisfying(
                        PressedBefore.class,
                        before -> assertThat(before.answer())
                                .as("the first has not answered yet, or with a page")
                                .isEmpty());
    }

    @Test
    void whatWasRefusedOrOnlyLookedAtIsDoneWhenItIsPressedAgain() throws Exception {
        Press looking = new Press(mark);
        looking.during(() -> ledger.within(actor, this::looked));
        assertThat(looking.keptIn()).isNull();
        Press refused = new Press(mark);
        refused.during(() -> ledger.within(actor, () -> {
            changed();
            return Outcome.refused(Reason.of("made-up", ""));
        }));
        assertThat(refused.keptIn()).isNull();
        ledger.answered(refused, "/nowhere");

        Press again = new Press(mark);
        again.during(() -> ledger.within(actor, this::changed));
        assertThat(again.keptIn()).isEqualTo(actor.partnership());
        assertThatThrownBy(() -> new Press(mark).during(() -> ledger.within(actor, this::changed)))
                .isInstanceOfSatisfying(
                        PressedBefore.class,
                        before -> assertThat(before.answer()).isEmpty());
    }

    @Test
    void whoeverWasQuickerInBetweenIsTheFirst() throws Exception {
        Press slower = new Press(mark);
        Supplier<String> both = () -> {
            ledger.within(actor, this::looked);
            inAnotherRequest(() -> ledger.within(actor, this::changed));
            long done = ledger.length(actor);
            assertThatThrownBy(() -> ledger.within(actor, this::changed)).isInstanceOf(PressedBefore.class);
            assertThat(ledger.length(actor)).isEqualTo(done);
            return "";
        };
        slower.during(both::get);
        assertThat(slower.keptIn()).isNull();
    }

    @Test
    void whoPressedNothingIsNotHeldUp() {
        ledger.within(actor, this::changed);
        ledger.within(actor, this::changed);
        assertThat(ledger.check(actor).whole()).isTrue();
    }

    private void inAnotherRequest(Runnable work) {
        try {
            new Press(mark).during(() -> {
                work.run();
                return "";
            });
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private String changed() {
        ledger.record(actor, now, new TestChanged(new UUID(1, 1)));
        return "";
    }

    private String looked() {
        ledger.record(actor, now, new TestLooked(new UUID(1, 1)));
        return "";
    }
}
