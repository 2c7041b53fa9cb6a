package org.holdfast.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.holdfast.HoldfastTest;
import org.holdfast.TestPartnership;
import org.holdfast.audit.Actor;
import org.holdfast.audit.PartnershipId;
import org.holdfast.partnership.Partnerships;
import org.holdfast.partnership.Round;
import org.junit.jupiter.api.Test;

/** Work that comes round by itself is made for every partnership, once however many nodes there are, and goes on past a failure. */
@HoldfastTest
class RoundsTest {
    private static final Instant MORNING = Instant.parse("2026-11-21T09:00:00Z");

    private final Partnerships partnerships;
    private final InstantSource clock;
    private final DataSource database;
    private final TestPartnership.Founder founder;

    RoundsTest(Partnerships partnerships, InstantSource clock, DataSource database, TestPartnership.Founder founder) {
        this.partnerships = partnerships;
        this.clock = clock;
        this.database = database;
        this.founder = founder;
    }

    /** Remembers for whom it was made, and fails for one partnership. */
    private static final class Remembered implements Round {
        private final String name = "remembered-" + UUID.randomUUID();
        private final Queue<PartnershipId> made = new ConcurrentLinkedQueue<>();
        private final CountDownLatch all;
        private final PartnershipId failing;

        Remembered(int partnerships, PartnershipId failing) {
            this.all = new CountDownLatch(partnerships);
            this.failing = failing;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public Duration every() {
            return Duration.ofHours(1);
        }

        @Override
        public void make(Actor program, Instant now) {
            made.add(program.partnership());
            all.countDown();
            if (program.partnership().equals(failing)) {
                throw new IllegalStateException("made up");
            }
        }
    }

    @Test
    void of_two_nodes_one_makes_the_round_in_every_partnership_and_a_failure_in_one_keeps_no_other_from_it()
            throws InterruptedException {
        TestPartnership first = founder.found(MORNING);
        TestPartnership second = founder.found(MORNING);
        List<PartnershipId> everywhere = partnerships.all();
        Remembered round = new Remembered(everywhere.size(), first.partnership.id());
        Scheduler oneNode = node(round);
        Scheduler anotherNode = node(round);
        oneNode.start();
        anotherNode.start();
        try {
            assertThat(round.all.await(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            oneNode.stop();
            anotherNode.stop();
        }
        assertThat(round.made).containsExactlyInAnyOrderElementsOf(everywhere);
        assertThat(round.made).contains(second.partnership.id());
        assertThat(oneNode.getScheduledExecutions().stream()
                        .filter(it -> it.getTaskInstance().getTaskName().equals(round.name)))
                .as("it is made again when its time comes")
                .singleElement()
                .satisfies(next -> assertThat(next.getExecutionTime()).isAfter(Instant.now()));
    }

    private Scheduler node(Round round) {
        return new Rounds(List.of(round), partnerships, clock, database, "serve").schedule(Duration.ofMillis(100));
    }
}
