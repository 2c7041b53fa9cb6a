package org.holdfast.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.holdfast.partnership.CannotStart;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The built-in database: where a new one begins, whom it trusts, and what becomes of one left over by a program that was killed. */
class EmbeddedDatabaseTest {

    @TempDir
    private Path folder;

    @Test
    void onlyADatabaseOfThisFolderIsEnded() throws IOException {
        Path program = Files.copy(Path.of("/bin/bash").toRealPath(), folder.resolve("postgres"));
        Path ours = Files.createDirectory(folder.resolve("ours"));
        Path theirs = Files.createDirectory(folder.resolve("theirs"));
        // waits for a line that never comes
        Process running = new ProcessBuilder(program.toString(), "-c", "read line", "-D", theirs.toString()).start();
        try {
            for (Path cluster : new Path[] {ours, theirs}) {
                Files.writeString(cluster.resolve("postmaster.pid"), running.pid() + "\n");
            }
            EmbeddedDatabase.endLeftOver(ours);
            assertThat(running.isAlive()).isTrue();
            EmbeddedDatabase.endLeftOver(theirs);
            assertThat(running.isAlive()).isFalse();
        } finally {
            running.destroyForcibly();
        }
    }

    @Test
    @Tag("database")
    void oneThatBeginsWithAPreparedOneHasItsTablesAndTrustsNobodysPasswordButItsOwn() throws Exception {
        Path prepared = folder.resolve("prepared");
        String former;
        try (EmbeddedDatabase first = EmbeddedDatabase.start(prepared, null, null);
                Connection owner = owner(first, first.password());
                Statement statement = owner.createStatement()) {
            statement.execute("create table prepared (what text)");
            former = first.password();
        }
        try (EmbeddedDatabase begun =
                        EmbeddedDatabase.start(folder.resolve("begun"), null, prepared.resolve("postgres"));
                Connection owner = owner(begun, begun.password());
                Statement statement = owner.createStatement()) {
            assertThat(statement.executeQuery("select count(*) from prepared").next())
                    .isTrue();
            for (String wrong : List.of(former, "")) {
                assertThatExceptionOfType(SQLException.class)
                        .isThrownBy(() -> owner(begun, wrong).close());
            }
        }
    }

    @Test
    @Tag("database")
    void whatARunningHoldfastWorksOnIsNotThrownAwayAndNoOtherStartsOnIt() throws Exception {
        Path data = folder.resolve("data");
        try (EmbeddedDatabase running = EmbeddedDatabase.start(data, null, null)) {
            for (ThrowingCallable attempt : List.<ThrowingCallable>of(
                    () -> EmbeddedDatabase.throwAway(data), () -> EmbeddedDatabase.start(data, null, null))) {
                assertThatExceptionOfType(CannotStart.class)
                        .isThrownBy(attempt)
                        .withMessageContaining("already runs on the data folder " + data);
            }
            try (Connection owner = owner(running, running.password());
                    Statement statement = owner.createStatement()) {
                statement.execute("create table still_there (what text)");
            }
        }
        Files.writeString(data.resolve("sign-ins.json"), "{}");
        EmbeddedDatabase.throwAway(data);
        assertThat(data).isDirectoryNotContaining(each -> !each.endsWith("lock"));
        EmbeddedDatabase.throwAway(data);
    }

    @Test
    void whatIsNoDataOfHoldfastIsLeftAlone() throws IOException {
        Path letters = Files.createDirectory(folder.resolve("letters"));
        Path letter = Files.writeString(letters.resolve("letter.txt"), "Dear");
        for (Path each : List.of(letters, letter)) {
            assertThatExceptionOfType(CannotStart.class)
                    .isThrownBy(() -> EmbeddedDatabase.throwAway(each))
                    .withMessageContaining("it was left alone");
        }
        assertThat(letter).hasContent("Dear");
        assertThat(letters).isDirectoryNotContaining(each -> each.endsWith("lock"));
        EmbeddedDatabase.throwAway(folder.resolve("not-there"));
    }

    @Test
    void whereNothingCanBeWrittenItSaysSo() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> EmbeddedDatabase.start(file, null, null))
                .withMessageContaining("Nothing can be written in the data folder " + file);
    }

    private static Connection owner(EmbeddedDatabase database, String password) throws SQLException {
        return DriverManager.getConnection(database.url(), EmbeddedDatabase.OWNER, password);
    }
}
