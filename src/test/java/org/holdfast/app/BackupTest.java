package org.holdfast.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.holdfast.HoldfastTest;
import org.holdfast.TestPartnership;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.audit.LedgerCheck;
import org.holdfast.audit.LedgerEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;

/** What was kept is there again, all of it and nothing later, and nothing is ever overwritten. */
@HoldfastTest
class BackupTest {

    record SomethingHappened(int number) implements LedgerEvent {}

    private final Ledger ledger;
    private final TestPartnership us;
    private final Path data;
    private final Instant monday = Instant.parse("2026-03-02T09:00:00Z");

    @TempDir
    private Path safe;

    BackupTest(Ledger ledger, FlywayConnectionDetails owner, TestPartnership.Founder founder) throws Exception {
        this.ledger = ledger;
        this.us = founder.found(monday);
        try (Connection superuser = DriverManager.getConnection(
                        owner.getJdbcUrl(), "postgres", String.valueOf(owner.getPassword()));
                var folder = superuser.createStatement().executeQuery("show data_directory")) {
            folder.next();
            this.data = Path.of(folder.getString(1)).resolveSibling("");
        }
    }

    @Test
    void whatStoodWhenItWasMadeStandsAgainWithAWholeLedgerAndNothingLater() throws IOException {
        happens(1);
        long before = ledger.length(us.coordinator.actor());
        Path kept = safe.resolve("kept");
        assertThat(backUp(data, kept)).contains("readable by you only");
        happens(2);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)))
                .isEqualTo("rw-------");
        assertThat(filesIn(safe)).as("nothing half made stays").containsExactly("kept");

        Path again = safe.resolve("again");
        assertThat(restore(kept, again)).contains("is in " + again + " again");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(again.resolve("postgres"))))
                .isEqualTo("rwx------");
        try (ConfigurableApplicationContext restored = SpringApplication.run(
                Holdfast.class,
                "--holdfast.data=" + again,
                "--holdfast.command=restore",
                "--holdfast.port=0",
                "--holdfast.profiles=src/test/profiles")) {
            ByteArrayOutputStream said = new ByteArrayOutputStream();
            restored.getBean(CheckLedger.class).run(null, new PrintStream(said, true, StandardCharsets.UTF_8));
            assertThat(said.toString(StandardCharsets.UTF_8))
                    .contains(us.partnership.id().value() + ": %,d lines, whole".formatted(before));
            LedgerCheck.Report report = restored.getBean(Ledger.class).check(us.program);
            assertThat(report.whole()).isTrue();
            assertThat(report.lines()).as("the later line is not there").isEqualTo(before);
        }
        assertThat(ledger.check(us.program).lines())
                .as("what is in use went on")
                .isEqualTo(before + 1);
    }

    @Test
    void whatIsWrittenWhileItIsMadeLeavesNoHole() throws Exception {
        Path folder = safe.resolve("stopped");
        try (EmbeddedDatabase database = EmbeddedDatabase.start(folder, null, null);
                Connection owner = owner(database)) {
            owner.createStatement().execute("create table line (number int); insert into line values (1)");
            AtomicBoolean enough = new AtomicBoolean();
            Thread writer = Thread.ofPlatform().start(() -> write(owner, enough));
            assertThat(backUp(folder, safe.resolve("running"))).contains("readable by you only");
            enough.set(true);
            writer.join();
        }
        assertThat(restore(safe.resolve("running"), safe.resolve("of-running"))).contains("again");
        assertThat(backUp(folder, safe.resolve("after")))
                .as("also where nothing runs")
                .contains("readable by you only");
        assertThat(restore(safe.resolve("after"), safe.resolve("of-after"))).contains("again");
        for (String each : List.of("of-running", "of-after")) {
            try (EmbeddedDatabase database = EmbeddedDatabase.start(safe.resolve(each), null, null);
                    Connection owner = owner(database);
                    var lines = owner.createStatement()
                            .executeQuery(
                                    "select count(*), coalesce(max(number), 0), count(distinct number) from line")) {
                assertThat(lines.next()).isTrue();
                assertThat(lines.getLong(1))
                        .as(each)
                        .isPositive()
                        .isEqualTo(lines.getLong(2))
                        .isEqualTo(lines.getLong(3));
            }
        }
    }

    @Test
    void nothingIsOverwrittenAndNothingHalfIsPutBack() throws Exception {
        Path folder = safe.resolve("ours");
        Path kept = safe.resolve("kept");
        EmbeddedDatabase.start(folder, null, null).close();
        backUp(folder, kept);
        byte[] whole = Files.readAllBytes(kept);
        assertThat(backUp(folder, kept)).contains("overwrites nothing");
        assertThat(backUp(folder, folder.resolve("inside"))).contains("lost together with it");
        assertThat(backUp(safe.resolve("no-such"), safe.resolve("other"))).contains("holds no database");
        assertThat(restore(kept, folder)).contains("is not empty");
        assertThat(restore(Files.writeString(safe.resolve("letter"), "Dear"), safe.resolve("new")))
                .contains("Nothing was restored");
        byte[] damaged = whole.clone();
        // in the middle of the files, far from the list of them at the end
        for (int at = damaged.length / 2; at < damaged.length / 2 + 64; at++) {
            damaged[at] ^= 1;
        }
        assertThat(restore(Files.write(safe.resolve("damaged"), damaged), safe.resolve("new")))
                .contains("Nothing was restored");
        assertThat(restore(otherwiseThanItsChecksum(safe.resolve("changed")), safe.resolve("new")))
                .contains("is damaged at postgres/PG_VERSION");
        assertThat(Files.readAllBytes(kept)).isEqualTo(whole);
        assertThat(filesIn(safe)).containsExactlyInAnyOrder("ours", "kept", "letter", "damaged", "changed");
    }

    /** An archive in which one letter is another one now, and nothing else is amiss. */
    private static Path otherwiseThanItsChecksum(Path file) throws IOException {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(archive)) {
            zip.setLevel(Deflater.NO_COMPRESSION);
            zip.putNextEntry(new ZipEntry(Backup.CLUSTER + "PG_VERSION"));
            zip.write("eighteen".getBytes(StandardCharsets.ISO_8859_1));
        }
        String changed = archive.toString(StandardCharsets.ISO_8859_1).replace("eighteen", "nineteen");
        return Files.write(file, changed.getBytes(StandardCharsets.ISO_8859_1));
    }

    private void happens(int number) {
        Actor coordinator = us.coordinator.actor();
        ledger.within(coordinator, () -> {
            ledger.record(coordinator, monday, new SomethingHappened(number));
            return "";
        });
    }

    /** One line after the other, each saved before the next, until somebody says enough. */
    private static void write(Connection owner, AtomicBoolean enough) {
        try (var line = owner.prepareStatement("insert into line values (?)")) {
            for (int number = 2; !enough.get(); number++) {
                line.setInt(1, number);
                line.executeUpdate();
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Connection owner(EmbeddedDatabase database) throws Exception {
        return DriverManager.getConnection(database.url(), EmbeddedDatabase.OWNER, database.password());
    }

    private static List<String> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(each -> String.valueOf(each.getFileName())).toList();
        }
    }

    private static String backUp(Path data, Path file) {
        try (ConfigurableApplicationContext settings =
                Holdfast.settings(Backup.class, "--holdfast.data=" + data, "--holdfast.file=" + file)) {
            return said(out -> settings.getBean(Backup.class).run(out));
        }
    }

    private static String restore(Path file, Path data) {
        try (ConfigurableApplicationContext settings =
                Holdfast.settings(Restore.class, "--holdfast.data=" + data, "--holdfast.file=" + file)) {
            return said(out -> settings.getBean(Restore.class).run(out));
        }
    }

    private static String said(Consumer<PrintStream> command) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        command.accept(new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }
}
