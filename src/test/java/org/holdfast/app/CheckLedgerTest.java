package org.holdfast.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.holdfast.HoldfastTest;
import org.holdfast.TestPartnership;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Heads;
import org.holdfast.audit.Ledger;
import org.holdfast.audit.LedgerEvent;
import org.holdfast.audit.SignedHead;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;

/** GOV-7: what somebody who keeps a head of the ledger elsewhere is told by the command that checks it. */
@HoldfastTest
class CheckLedgerTest {

    record SomethingHappened(int number) implements LedgerEvent {}

    private final CheckLedger command;
    private final LedgerKey key;
    private final Heads heads;
    private final Ledger ledger;
    private final FlywayConnectionDetails owner;
    private final TestPartnership us;
    private final Instant monday = Instant.parse("2026-03-02T09:00:00Z");

    @TempDir
    private Path safe;

    CheckLedgerTest(
            CheckLedger command,
            LedgerKey key,
            Heads heads,
            Ledger ledger,
            FlywayConnectionDetails owner,
            TestPartnership.Founder founder) {
        this.command = command;
        this.key = key;
        this.heads = heads;
        this.ledger = ledger;
        this.owner = owner;
        this.us = founder.found(monday);
    }

    @Test
    void aLedgerThatMeetsItsHeadsIsWhole() throws IOException {
        Path kept = keep(heads.sign(us.program, monday).orElseThrow());
        somethingHappens();
        assertThat(said(kept)).contains("whole; 1 signed heads met");
    }

    @Test
    void whoKeptAHeadIsToldSinceWhenTheLedgerWasCut() throws Exception {
        keep(heads.sign(us.program, monday).orElseThrow());
        somethingHappens();
        SignedHead tuesday =
                heads.sign(us.program, monday.plus(Duration.ofDays(1))).orElseThrow();
        Path kept = keep(tuesday);
        somethingHappens();
        long last = tuesday.head().seq() - 1;
        asOwner("alter table audit.ledger disable trigger user; delete from audit.ledger where seq > " + last
                + "; update audit.chain set seq = " + last + ", hash = (select hash from audit.ledger where seq = "
                + last + "); alter table audit.ledger enable trigger user");
        assertThat(said(kept))
                .contains("TAMPERED WITH")
                .contains("the ledger was cut or replaced since 2026-03-03, when line " + (last + 1) + " was signed");
        assertThat(said(null)).as("the heads beside the key tell it too").contains("cut or replaced since 2026-03-03");
    }

    @Test
    void aHeadThatSomebodyMadeUpIsNotBelieved() throws IOException {
        SignedHead signed = heads.sign(us.program, monday).orElseThrow();
        Path forged = safe.resolve("forged.txt");
        Files.writeString(
                forged,
                signed.printed()
                        .replace(
                                "line: " + signed.head().seq(),
                                "line: " + (signed.head().seq() + 500)));
        assertThat(said(forged)).contains("is not signed by the key it names: it proves nothing");
    }

    @Test
    void aFileWithoutAHeadIsSaidToHaveNone() throws IOException {
        Path empty = Files.writeString(safe.resolve("empty.txt"), "Kept in the safe.");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(command.run(empty, new PrintStream(out, true, StandardCharsets.UTF_8)))
                .isEqualTo(2);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("holds no head of a ledger");
    }

    @Test
    void theKeyIsMadeOnceAndNobodyElseMayReadIt() throws IOException {
        Path file = safe.resolve("keys/ledger-key.pem");
        LedgerKey made = new LedgerKey(file);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(new LedgerKey(file).publicKey()).isEqualTo(made.publicKey()).isNotEqualTo(key.publicKey());
    }

    @Test
    void whatStoodBeforeTheMonthsIsMovedToThemAndTheChainStillHolds() throws Exception {
        String name = "months_" + UUID.randomUUID().toString().replace("-", "");
        try (var superuser =
                DriverManager.getConnection(owner.getJdbcUrl(), "postgres", String.valueOf(owner.getPassword()))) {
            superuser.createStatement().execute("create database " + name + " owner " + owner.getUsername());
        }
        String url = owner.getJdbcUrl().replaceFirst("/[^/]+$", "/" + name);
        migrate(url, "1.1");
        String partnership = UUID.randomUUID().toString();
        try (var connection = DriverManager.getConnection(url, owner.getUsername(), owner.getPassword());
                var statement = connection.createStatement()) {
            statement.execute("set holdfast.partnership = '" + partnership + "'");
            for (String at : List.of("2025-12-31T23:59:59Z", "2026-01-01T00:00:00Z", "2024-02-29T12:00:00Z")) {
                statement.execute("select audit.append(jsonb_build_array(jsonb_build_object('at', "
                        + Instant.parse(at).toEpochMilli() * 1000
                        + ", 'actorKind', 'PERSON', 'actorId', gen_random_uuid(),"
                        + " 'actorName', 'Corin', 'agencyId', gen_random_uuid(), 'act', 'LOOKED', 'event', 'seen',"
                        + " 'detail', '{}')))");
            }
        }
        migrate(url, "1.2");
        try (var connection = DriverManager.getConnection(url, owner.getUsername(), owner.getPassword());
                var statement = connection.createStatement()) {
            statement.execute("set holdfast.partnership = '" + partnership + "'");
            var lines = statement.executeQuery(
                    "select string_agg(seq || ' ' || tableoid::regclass, ', ' order by seq), bool_and(hash = sha256(previous_hash"
                            + " || convert_to(audit.framed(seq::text) || audit.framed(((extract(epoch from at) * 1000000)::bigint)::text)"
                            + " || audit.framed(actor_kind) || audit.framed(actor_id::text) || audit.framed(actor_name)"
                            + " || audit.framed(agency_id::text) || audit.framed(act) || audit.framed(event) || audit.framed(null)"
                            + " || audit.framed(null) || audit.framed(detail), 'UTF8'))) from audit.ledger");
            assertThat(lines.next()).isTrue();
            assertThat(lines.getString(1))
                    .isEqualTo("1 audit.ledger_2025_12, 2 audit.ledger_2026_01, 3 audit.ledger_2024_02");
            assertThat(lines.getBoolean(2)).isTrue();
        }
    }

    private void migrate(String url, String target) {
        Flyway.configure()
                .dataSource(url, owner.getUsername(), owner.getPassword())
                .placeholders(Map.of("servingUser", EmbeddedDatabase.SERVING))
                .outOfOrder(true)
                .target(target)
                .load()
                .migrate();
    }

    private void somethingHappens() {
        Actor coordinator = us.coordinator.actor();
        ledger.within(coordinator, () -> {
            ledger.record(coordinator, monday, new SomethingHappened(1));
            return "";
        });
    }

    private Path keep(SignedHead head) throws IOException {
        return Files.writeString(safe.resolve(head.head().day() + ".txt"), "For the safe.\n\n" + head.printed());
    }

    /** What the command says of our partnership. */
    private String said(@Nullable Path kept) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        command.run(kept, new PrintStream(out, true, StandardCharsets.UTF_8));
        String all = out.toString(StandardCharsets.UTF_8);
        int from = all.indexOf(us.partnership.id().value() + ": ");
        int to = all.indexOf("\n", from);
        while (to > 0 && all.startsWith("\n  ", to)) {
            to = all.indexOf("\n", to + 1);
        }
        return all.substring(from, to);
    }

    private void asOwner(String sql) throws Exception {
        try (var connection =
                        DriverManager.getConnection(owner.getJdbcUrl(), owner.getUsername(), owner.getPassword());
                var statement = connection.createStatement()) {
            statement.execute(
                    "set holdfast.partnership = '" + us.partnership.id().value() + "'");
            statement.execute(sql);
        }
    }
}
