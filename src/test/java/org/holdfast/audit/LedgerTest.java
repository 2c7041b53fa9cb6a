package org.holdfast.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.holdfast.HoldfastTest;
import org.holdfast.TestPartnership;
import org.holdfast.audit.LedgerCheck.Fault;
import org.holdfast.audit.LedgerCheck.Found;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;

/** GOV-7: everything anyone read, changed, exported or was refused is on a trail that shows tampering. */
@HoldfastTest
class LedgerTest {

    record TestLooked(UUID caseId, String part) implements LedgerEvent {
        @Override
        public Act act() {
            return Act.LOOKED;
        }
    }

    record TestChanged(UUID caseId, int version) implements LedgerEvent {}

    private final Ledger ledger;
    private final TestPartnership.Founder founder;
    private final FlywayConnectionDetails owner;
    private final Instant now = Instant.parse("2026-03-02T09:00:00.123456Z");
    private final UUID caseId = UUID.randomUUID();

    private Actor actor;

    LedgerTest(Ledger ledger, TestPartnership.Founder founder, FlywayConnectionDetails owner) {
        this.ledger = ledger;
        this.founder = founder;
        this.owner = owner;
    }

    @BeforeEach
    void threeLinesStandOnTheLedger() {
        actor = founder.found(now).coordinator.actor();
        ledger.within(actor, () -> {
            ledger.record(actor, now, new TestLooked(caseId, "overview “ünïcode” ኣ"));
            ledger.record(actor, now, new TestChanged(caseId, 2));
            ledger.record(actor, now, new TestChanged(caseId, 3));
            return "";
        });
    }

    @Test
    void aLineTellsWhoDidWhatToWhichCase() {
        LedgerLine newest = ledger.linesAbout(actor, caseId, 10).getFirst();
        assertThat(newest.actorName()).isEqualTo("Corin Coordinator");
        assertThat(newest.event()).isEqualTo("test-changed");
        assertThat(newest.act()).isEqualTo(Act.CHANGED);
        assertThat(newest.at()).isEqualTo(now);
        assertThat(newest.detail()).isEqualTo("{\"version\":3}");
    }

    @Test
    void anUntouchedLedgerIsWhole() {
        assertThat(ledger.check(actor).faults()).isEmpty();
    }

    @Test
    void whatWasRefusedIsUndoneAndTheRefusalStays() {
        Outcome<String> outcome = ledger.within(actor, () -> {
            ledger.record(actor, now, new TestChanged(caseId, 99));
            ledger.record(actor, now, new TestLooked(caseId, "refused"));
            return Outcome.refused(Reason.of("test.no", "GOV-7"));
        });
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        List<LedgerLine> lines = ledger.linesAbout(actor, caseId, 10);
        assertThat(lines)
                .extracting(LedgerLine::detail)
                .contains("{\"part\":\"refused\"}")
                .doesNotContain("{\"version\":99}");
    }

    @Test
    void whatFailedLeavesNoTrace() {
        long before = ledger.check(actor).lines();
        assertThatThrownBy(() -> ledger.within(actor, () -> {
                    ledger.record(actor, now, new TestChanged(caseId, 4));
                    throw new IllegalStateException("broken machine");
                }))
                .hasMessage("broken machine");
        assertThat(ledger.check(actor).lines()).isEqualTo(before);
    }

    @Test
    void twentyAtOnceMakeOneUnbrokenChain() throws Exception {
        long before = ledger.check(actor).lines();
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            people.invokeAll(IntStream.range(0, 20)
                    .<Callable<String>>mapToObj(each -> () -> ledger.within(actor, () -> {
                        ledger.record(actor, now, new TestChanged(caseId, each));
                        return "";
                    }))
                    .toList());
        }
        assertThat(ledger.check(actor).lines()).isEqualTo(before + 20);
        assertThat(ledger.check(actor).whole()).isTrue();
    }

    @Test
    void theProgramItselfCannotChangeOrRemoveALine() {
        assertThatThrownBy(() -> tamper("set role holdfast_app; update audit.ledger set actor_name = 'Nobody'"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> tamper("delete from audit.ledger")).hasMessageContaining("append-only");
        assertThatThrownBy(() -> tamper("truncate audit.ledger")).hasMessageContaining("append-only");
    }

    @Test
    void aChangedLineIsFound() throws SQLException {
        long seq = last();
        byForce("update audit.ledger set detail = '{\"version\":4}' where seq = " + seq);
        assertThat(ledger.check(actor).faults()).containsExactly(new Found(seq, Fault.CHANGED));
    }

    @Test
    void everyFieldOfALineIsHeldByTheChain() throws SQLException {
        long seq = last();
        for (String change : List.of(
                "actor_name = 'Nobody'",
                "actor_id = gen_random_uuid()",
                "actor_kind = 'PROGRAM'",
                "agency_id = gen_random_uuid()",
                "act = 'LOOKED'",
                "event = 'nothing'",
                "case_id = gen_random_uuid()",
                "subject_id = gen_random_uuid()",
                "at = at + interval '1 microsecond'")) {
            byForce("create temporary table kept as select * from audit.ledger where seq = " + seq
                    + "; update audit.ledger set " + change + " where seq = " + seq);
            assertThat(ledger.check(actor).faults()).as(change).contains(new Found(seq, Fault.CHANGED));
            byForce("update audit.ledger set actor_name = '" + actor.name() + "', actor_id = '" + actor.member()
                    + "', actor_kind = 'PERSON', agency_id = '" + actor.agency() + "', act = 'CHANGED',"
                    + " event = 'test-changed', case_id = '" + caseId + "', subject_id = null, at = '" + now
                    + "' where seq = " + seq);
            assertThat(ledger.check(actor).faults())
                    .as("put back after " + change)
                    .isEmpty();
        }
    }

    @Test
    void aDroppedLineIsFoundWhereItIsMissing() throws SQLException {
        long seq = last() - 1;
        byForce("delete from audit.ledger where seq = " + seq);
        assertThat(ledger.check(actor).faults()).containsExactly(new Found(seq + 1, Fault.DROPPED));
    }

    @Test
    void aCutOffEndIsFound() throws SQLException {
        long seq = last();
        byForce("delete from audit.ledger where seq = " + seq);
        assertThat(ledger.check(actor).faults()).containsExactly(new Found(seq, Fault.TRUNCATED));
    }

    @Test
    void swappedLinesAreFound() throws SQLException {
        long seq = last();
        byForce("update audit.ledger set seq = -1 where seq = " + seq + "; update audit.ledger set seq = " + seq
                + " where seq = " + (seq - 1) + "; update audit.ledger set seq = " + (seq - 1) + " where seq = -1");
        assertThat(ledger.check(actor).faults())
                .contains(new Found(seq - 1, Fault.REORDERED), new Found(seq, Fault.REORDERED));
    }

    @Test
    void aDoubledLineIsFound() throws SQLException {
        long seq = last();
        byForce(
                "alter table audit.ledger drop constraint ledger_pkey; insert into audit.ledger select * from audit.ledger where seq = "
                        + seq);
        try {
            assertThat(ledger.check(actor).faults()).containsExactly(new Found(seq, Fault.DOUBLED));
        } finally {
            byForce("delete from audit.ledger a using audit.ledger b where a.seq = b.seq and a.ctid > b.ctid");
            byForce("alter table audit.ledger add primary key (partnership_id, seq)");
        }
    }

    @Test
    void anotherPartnershipSeesNothingOfIt() {
        Actor elsewhere = founder.found(now).coordinator.actor();
        assertThat(ledger.linesAbout(elsewhere, caseId, 10)).isEmpty();
    }

    private long last() {
        return ledger.check(actor).lines();
    }

    /** As somebody who owns the database and turns its guards off; the wall holds them to this partnership. */
    private void byForce(String sql) throws SQLException {
        tamper("alter table audit.ledger disable trigger user; " + sql
                + "; alter table audit.ledger enable trigger user");
    }

    private void tamper(String sql) throws SQLException {
        try (Connection connection = java.sql.DriverManager.getConnection(
                        owner.getJdbcUrl(), owner.getUsername(), owner.getPassword());
                var statement = connection.createStatement()) {
            statement.execute(
                    "set holdfast.partnership = '" + actor.partnership().value() + "'");
            statement.execute(sql);
        }
    }
}
