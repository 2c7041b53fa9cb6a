package org.holdfast.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.holdfast.HoldfastTest;
import org.holdfast.TestPartnership;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A transaction reads a thing once, and never goes on with what it read before it wrote or waited for a lock. */
@HoldfastTest
class ReadingsTest {

    private final Ledger ledger;
    private final DSLContext db;
    private final TestPartnership.Founder founder;
    private final AtomicInteger read = new AtomicInteger();

    private Actor actor;

    ReadingsTest(Ledger ledger, DSLContext db, TestPartnership.Founder founder) {
        this.ledger = ledger;
        this.db = db;
        this.founder = founder;
    }

    @BeforeEach
    void somebodyAsks() {
        actor = founder.found(Instant.parse("2026-03-02T09:00:00Z")).coordinator.actor();
    }

    private int reading() {
        return Readings.once("test.reading", "it", read::incrementAndGet);
    }

    @Test
    void whatIsAskedAfterTwiceIsReadOnce() {
        List<Integer> answers = ledger.within(actor, () -> List.of(reading(), reading()));

        assertThat(answers).containsExactly(1, 1);
    }

    @Test
    void theNextTransactionReadsAnew() {
        ledger.within(actor, this::reading);

        assertThat(ledger.within(actor, this::reading)).isEqualTo(2);
    }

    @Test
    void outsideATransactionNothingIsKept() {
        assertThat(List.of(reading(), reading())).containsExactly(1, 2);
    }

    @Test
    void afterAWriteItIsReadAnew() {
        List<Integer> answers = ledger.within(actor, () -> {
            int before = reading();
            db.execute("update partnership.member set job_title = job_title");
            return List.of(before, reading());
        });

        assertThat(answers).containsExactly(1, 2);
    }

    @Test
    void behindALockItIsReadAnew() {
        List<Integer> answers = ledger.within(actor, () -> {
            int before = reading();
            db.fetch("select member_id from partnership.member for update");
            int held = reading();
            db.fetch("select pg_advisory_xact_lock(1)");
            return List.of(before, held, reading());
        });

        assertThat(answers).containsExactly(1, 2, 3);
    }

    @Test
    void ofManyOnlyTheUnreadAreReadAndWhoIsMissingIsNotSoughtAgain() {
        Map<String, String> known = Map.of("a", "Ann", "b", "Ben");
        List<Set<String>> sought = new ArrayList<>();

        Map<String, String> found = ledger.within(actor, () -> {
            names(known, sought, List.of("a", "x"));
            return names(known, sought, List.of("x", "b", "a"));
        });

        assertThat(sought).containsExactly(Set.of("a", "x"), Set.of("b"));
        assertThat(found).containsExactly(Map.entry("b", "Ben"), Map.entry("a", "Ann"));
    }

    private static Map<String, String> names(Map<String, String> known, List<Set<String>> sought, List<String> of) {
        return Readings.each("test.names", "all", of, unread -> {
            sought.add(Set.copyOf(unread));
            return unread.stream().filter(known::containsKey).collect(Collectors.toMap(it -> it, known::get));
        });
    }
}
