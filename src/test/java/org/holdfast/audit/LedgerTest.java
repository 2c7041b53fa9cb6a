package org.holdfast.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.holdfast.HoldfastTest;
import org.holdfast.TestPartnership;
import org.holdfast.audit.LedgerCheck.Fault;
import org.holdfast.audit.LedgerCheck.Found;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.mail.SecretPost;
import org.holdfast.partnership.Agency;
import org.holdfast.partnership.AgencyKind;
import org.holdfast.partnership.Partnerships;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DuplicateKeyException;

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

    private final Heads heads;
    private final Partnerships partnerships;
    private final SecretPost post;

    private TestPartnership us;
    private Actor actor;

    LedgerTest(
            Ledger ledger,
            Heads heads,
            Partnerships partnerships,
            SecretPost post,
            TestPartnership.Founder founder,
            FlywayConnectionDetails owner) {
        this.ledger = ledger;
        this.heads = heads;
        this.partnerships = partnerships;
        this.post = post;
        this.founder = founder;
        this.owner = owner;
    }

    @BeforeEach
    void threeLinesStandOnTheLedger() {
        us = founder.found(now);
        actor = us.coordinator.actor();
        ledger.within(actor, () -> {
            ledger.record(actor, now, new TestLooked(caseId, "overview “ünïcode” ኣ"));
            ledger.record(actor, now, new TestChanged(caseId, 2));
            ledger.record(actor, now, new TestChanged(caseId, 3));
            return "";
        });
    }

    @Test
    void whatSomebodyElseWasQuickerWithIsDoneOnceMoreSoThatNothingLeavesTheProgramWithinIt() {
        AtomicInteger times = new AtomicInteger();
        ledger.within(actor, () -> {
            if (times.incrementAndGet() == 1) {
                throw new DuplicateKeyException("somebody was quicker");
            }
            return "";
        });
        assertThat(times).hasValue(2);
        assertThatThrownBy(() -> ledger.within(
                        actor, () -> post.send("made.up@trust.example", "requests.guest.mail", "/g/nowhere", now)))
                .as("a mail would go out twice")
                .isInstanceOf(IllegalStateException.class);
        post.send("made.up@trust.example", "requests.guest.mail", "/g/nowhere", now);
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
    void whatARefusedActWroteIsUndoneWithIt() {
        Outcome<String> outcome = ledger.within(actor, () -> {
            partnerships.join(us.program, "Example Chapel", AgencyKind.CHARITY, now);
            return Outcome.refused(Reason.of("test.no", "GOV-7"));
        });
        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
        assertThat(partnerships.agencies(actor)).extracting(Agency::name).doesNotContain("Example Chapel");
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
    void whatCannotBePutOnTheLedgerDoesNotHappen() {
        long before = ledger.check(actor).lines();
        String thatTheDatabaseKeepsNowhere = "\u0000";
        Actor nameless = new Actor(
                actor.partnership(),
                actor.kind(),
                actor.member(),
                thatTheDatabaseKeepsNowhere,
                actor.agency(),
                actor.agencyName(),
                actor.roles());
        assertThatThrownBy(() -> ledger.within(actor, () -> {
                    partnerships.join(us.program, "Example Mosque", AgencyKind.CHARITY, now);
                    ledger.record(nameless, now, new TestLooked(caseId, "after it"));
                    return "";
                }))
                .isInstanceOf(DataAccessException.class);
        assertThat(partnerships.agencies(actor)).extracting(Agency::name).doesNotContain("Example Mosque");
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
        byForce(copyOf(seq, "seq", "at + interval '1 month'", "detail"));
        assertThat(ledger.check(actor).faults()).containsExactly(new Found(seq, Fault.DOUBLED));
    }

    @Test
    void aLineThatWasPutInBetweenIsFoundThereAndWhereEveryLaterOneMoved() throws SQLException {
        long seq = last();
        byForce("update audit.ledger set seq = seq + 1 where seq = " + seq + "; "
                + copyOf(seq - 1, "seq + 1", "at", "'{\"version\":7}'"));
        assertThat(ledger.check(actor).faults())
                .contains(
                        new Found(seq, Fault.REORDERED),
                        new Found(seq, Fault.CHANGED),
                        new Found(seq + 1, Fault.CHANGED));
    }

    @Test
    void aLineThatWasPutAfterTheEndIsFound() throws SQLException {
        long seq = last();
        byForce(copyOf(seq, "seq + 1", "at", "detail"));
        assertThat(ledger.check(actor).faults()).contains(new Found(seq + 1, Fault.ADDED));
    }

    @Test
    void aLastLineThatWasRewrittenWithARightHashIsFoundByTheEndOfTheChain() throws SQLException {
        long seq = last();
        byForce("update audit.ledger set actor_name = 'Nobody' where seq = " + seq + "; " + rehash(seq));
        assertThat(ledger.check(actor).faults()).containsExactly(new Found(seq, Fault.REPLACED));
    }

    @Test
    void aLedgerThatWasCutWithItsHeadIsFoundByTheSignedHead() throws SQLException {
        Head kept = heads.sign(us.program, now).orElseThrow().head();
        long seq = kept.seq();
        byForce("delete from audit.ledger where seq >= " + seq + "; update audit.chain set seq = " + (seq - 1)
                + ", hash = (select hash from audit.ledger where seq = " + (seq - 1) + ")");
        assertThat(ledger.check(actor).faults())
                .as("whole in itself, as an older copy of the database is")
                .isEmpty();
        LedgerCheck.Report report = ledger.check(actor, List.of(kept));
        assertThat(report.faults()).containsExactly(new Found(seq, Fault.CUT));
        assertThat(report.unmet()).containsExactly(new LedgerCheck.Unmet(kept, 0));

        somethingChanges(5);
        assertThat(ledger.check(actor, List.of(kept)).faults())
                .as("an older copy that went on is another ledger from there")
                .containsExactly(new Found(seq, Fault.REPLACED));
    }

    @Test
    void aLedgerThatWasRewrittenFromALineOnIsFoundBetweenTheLastHeadThatHoldsAndTheFirstThatDoesNot()
            throws SQLException {
        Head monday = heads.sign(us.program, now).orElseThrow().head();
        somethingChanges(4);
        Head tuesday = heads.sign(us.program, now.plus(Duration.ofDays(1)))
                .orElseThrow()
                .head();
        somethingChanges(5);
        Head wednesday = heads.sign(us.program, now.plus(Duration.ofDays(2)))
                .orElseThrow()
                .head();
        assertThat(ledger.check(actor, List.of(monday, tuesday, wednesday)).whole())
                .isTrue();
        long rewritten = tuesday.seq();
        StringBuilder onward = new StringBuilder(
                "update audit.ledger set actor_name = 'Nobody' where seq = " + rewritten + "; " + rehash(rewritten));
        for (long seq = rewritten + 1; seq <= last(); seq++) {
            onward.append("; update audit.ledger set previous_hash = (select hash from audit.ledger where seq = ")
                    .append(seq - 1)
                    .append(") where seq = ")
                    .append(seq)
                    .append("; ")
                    .append(rehash(seq));
        }
        byForce(onward + "; update audit.chain set hash = (select hash from audit.ledger order by seq desc limit 1)");
        assertThat(ledger.check(actor).faults()).as("whole in itself").isEmpty();
        LedgerCheck.Report report = ledger.check(actor, List.of(monday, tuesday, wednesday));
        assertThat(report.faults()).containsExactly(new Found(rewritten, Fault.REPLACED));
        assertThat(report.unmet())
                .containsExactly(
                        new LedgerCheck.Unmet(tuesday, monday.seq()), new LedgerCheck.Unmet(wednesday, monday.seq()));
    }

    @Test
    void aHeadIsSignedOnceADayAndIsOnTheLedgerItself() {
        long before = ledger.length(us.program);
        assertThat(heads.sign(us.program, now)).isPresent();
        assertThat(ledger.changesAfter(us.program, before, 10))
                .as("that it was signed stands on the ledger")
                .extracting(LedgerLine::event)
                .containsExactly("head-signed");
        assertThat(heads.sign(us.program, now.plusSeconds(3600))).isEmpty();
        assertThat(heads.sign(us.program, now.plus(Duration.ofDays(1)))).isPresent();
        assertThat(heads.kept(actor, 10)).hasSize(2);
        assertThat(ledger.check(actor).whole()).isTrue();
    }

    @Test
    void whatIsPrintedOfAHeadIsReadBackAsItWas() {
        SignedHead signed = heads.sign(us.program, now).orElseThrow();
        SignedHead next = heads.sign(us.program, now.plus(Duration.ofDays(1))).orElseThrow();
        String paper = "Kept in the safe.\r\n\r\n" + (signed.printed() + "\n" + next.printed()).replace("\n", "\r\n");
        assertThat(SignedHead.read(paper)).containsExactly(signed, next);
    }

    @Test
    void aLineWithoutAMonthOfItsOwnIsKeptAndMovesThereWhenTheMonthIsMade() throws SQLException {
        Instant longAgo = Instant.parse("1999-05-31T23:59:59.999999Z");
        Instant nextMonth = Instant.parse("1999-06-01T00:00:00Z");
        Instant farAhead = Instant.parse("2999-01-01T00:00:00Z");
        for (Instant at : List.of(longAgo, nextMonth, farAhead)) {
            ledger.within(actor, () -> {
                ledger.record(actor, at, new TestChanged(caseId, 9));
                return "";
            });
        }
        assertThat(partOf(longAgo)).isEqualTo("audit.ledger_without_month");
        heads.openMonths(us.program, now);
        assertThat(partOf(longAgo)).isEqualTo("audit.ledger_1999_05");
        assertThat(partOf(nextMonth)).isEqualTo("audit.ledger_1999_06");
        assertThat(partOf(farAhead))
                .as("a clock that went wrong makes no months")
                .isEqualTo("audit.ledger_without_month");
        assertThat(heads.openMonths(us.program, now)).as("made already").isZero();
        assertThat(ledger.check(actor).whole()).isTrue();
        assertThatThrownBy(() -> tamper("delete from audit.ledger_1999_05")).hasMessageContaining("append-only");
        assertThatThrownBy(() -> tamper("truncate audit.ledger_1999_05")).hasMessageContaining("append-only");
        assertThatThrownBy(() -> tamper("set role holdfast_app; select from audit.ledger_1999_05"))
                .hasMessageContaining("permission denied");
    }

    @Test
    void noPartnershipWaitsForAnothersChain() throws SQLException {
        Actor elsewhere = founder.found(now).coordinator.actor();
        try (Connection one = connected(actor);
                Connection same = connected(actor);
                Connection other = connected(elsewhere)) {
            one.setAutoCommit(false);
            append(one);
            append(other);
            assertThatThrownBy(() -> append(same)).hasMessageContaining("lock timeout");
            one.rollback();
            append(same);
        }
        assertThat(ledger.check(actor).whole()).isTrue();
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

    /** A copy of a line with another place, time and detail. */
    private static String copyOf(long seq, String place, String at, String detail) {
        return "insert into audit.ledger select partnership_id, " + place + ", " + at
                + ", actor_kind, actor_id, actor_name, agency_id, act, event, case_id, subject_id, " + detail
                + ", previous_hash, hash from audit.ledger where seq = " + seq;
    }

    /** Gives a line the hash that its content now has. */
    private static String rehash(long seq) {
        return "update audit.ledger set hash = sha256(previous_hash || convert_to("
                + Stream.of(
                                "seq::text",
                                "(extract(epoch from at) * 1000000)::bigint::text",
                                "actor_kind",
                                "actor_id::text",
                                "actor_name",
                                "agency_id::text",
                                "act",
                                "event",
                                "case_id::text",
                                "subject_id::text",
                                "detail")
                        .map(field -> "audit.framed(" + field + ")")
                        .collect(Collectors.joining(" || "))
                + ", 'UTF8')) where seq = " + seq;
    }

    private void somethingChanges(int version) {
        ledger.within(actor, () -> {
            ledger.record(actor, now, new TestChanged(caseId, version));
            return "";
        });
    }

    /** The part of the ledger in which a line of ours with this time stands. */
    private String partOf(Instant at) throws SQLException {
        try (Connection connection = connected(actor);
                var lines = connection
                        .createStatement()
                        .executeQuery("select tableoid::regclass::text from audit.ledger where at = '" + at + "'")) {
            assertThat(lines.next()).isTrue();
            return lines.getString(1);
        }
    }

    private void append(Connection connection) throws SQLException {
        connection.createStatement().execute("""
                select audit.append('[{"at": 1, "actorKind": "PROGRAM", "actorId": "00000000-0000-0000-0000-000000000001",
                    "actorName": "Test", "agencyId": "00000000-0000-0000-0000-000000000001", "act": "CHANGED", "event": "test",
                    "detail": "{}"}]')""");
    }

    private Connection connected(Actor who) throws SQLException {
        Connection connection =
                DriverManager.getConnection(owner.getJdbcUrl(), owner.getUsername(), owner.getPassword());
        connection
                .createStatement()
                .execute("set lock_timeout = '200ms'; set holdfast.partnership = '"
                        + who.partnership().value() + "'");
        return connection;
    }

    private void tamper(String sql) throws SQLException {
        try (Connection connection =
                        DriverManager.getConnection(owner.getJdbcUrl(), owner.getUsername(), owner.getPassword());
                var statement = connection.createStatement()) {
            statement.execute(
                    "set holdfast.partnership = '" + actor.partnership().value() + "'");
            statement.execute(sql);
        }
    }
}
