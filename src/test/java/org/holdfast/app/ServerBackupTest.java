package org.holdfast.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.holdfast.Visitor;
import org.holdfast.demonstration.Demonstration;
import org.holdfast.demonstration.Founding;
import org.holdfast.demonstration.SignIns;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The drill of docs/running/backup.md on a server's database, with the roles that the documents tell and no other: what was kept on one
 * server stands again on another that never ran Holdfast.
 */
@Tag("database")
class ServerBackupTest {

    private static final Pattern STATEMENT = Pattern.compile("(?m)^ {4}((?:create|grant) .*);$");
    private static final Founding OURS = new Founding("hull", "", "");
    private static final Founding LATER = new Founding("hull", "Came later", "");

    @TempDir
    private Path safe;

    @Test
    void whatWasKeptOnOneServerStandsOnAnotherWithAWholeLedgerBehindTheSameWalls() throws Exception {
        List<String> users = statements("docs/running/database.md");
        List<String> copying = statements("docs/running/backup.md");
        assertThat(users).hasSize(3);
        assertThat(copying).hasSize(4);
        Path data = safe.resolve("data");
        Path kept = safe.resolve("kept");
        Map<String, Long> rows;
        SignIns.User administrator;
        try (PostgresServer server = new PostgresServer(safe.resolve("server"))) {
            for (String statement : users) {
                server.execute("postgres", statement);
            }
            assertThatThrownBy(() -> holdfast(server, data, "--holdfast.demonstration=true"))
                    .hasStackTraceContaining("it is not put into a server's database unasked");
            try (ConfigurableApplicationContext holdfast = holdfast(server, data)) {
                Demonstration founder = holdfast.getBean(Demonstration.class);
                administrator =
                        founder.administratorOnly(OURS, Instant.now()).users().getFirst();
                server.execute("postgres", copying.get(0), copying.get(1));
                rows = rows(server);
                assertThat(backUp(server, data, kept)).contains("readable by you only");
                founder.administratorOnly(LATER, Instant.now());
                assertThat(rows(server)).isNotEqualTo(rows);
            }
        }
        assertThat(rows.get("audit.ledger")).isPositive();

        Path again = safe.resolve("again");
        try (PostgresServer other = new PostgresServer(safe.resolve("other"))) {
            for (String statement : users) {
                other.execute("postgres", statement);
            }
            other.execute("postgres", copying.get(2), copying.get(3));
            assertThat(restore(other, kept, again)).contains("is in " + again + " again");
            assertThat(rows(other)).as("all of it, and nothing later").isEqualTo(rows);
            assertThat(restore(other, kept, safe.resolve("once-more")))
                    .as("a database is not overwritten")
                    .contains("Nothing was restored", "is not empty");
            theWallStands(other);
            try (ConfigurableApplicationContext restored = holdfast(other, again)) {
                ByteArrayOutputStream said = new ByteArrayOutputStream();
                int status = restored.getBean(CheckLedger.class)
                        .run(null, new PrintStream(said, true, StandardCharsets.UTF_8));
                assertThat(said.toString(StandardCharsets.UTF_8)).contains(", whole");
                assertThat(status).isZero();
                comesIn(restored, administrator);
            }
        }
    }

    @Test
    void aServerThatIsNotThereLeavesNothingHalf() throws IOException {
        Path data = Files.createDirectory(safe.resolve("data"));
        String nowhere = "--holdfast.database.url=jdbc:postgresql://127.0.0.1:1/holdfast";
        assertThat(backUp(data, safe.resolve("kept"), nowhere)).contains("No backup was made: pg_dump failed");
        assertThat(Files.exists(safe.resolve("kept"))).isFalse();
    }

    /** Nobody but the owner of a partnership's rows sees them, and the role that serves cannot change the ledger. */
    private static void theWallStands(PostgresServer server) throws SQLException {
        try (Connection serving = DriverManager.getConnection(server.url("holdfast"), "holdfast_serving", "made-up");
                Statement statement = serving.createStatement()) {
            statement.execute("set role holdfast_app");
            try (ResultSet seen = statement.executeQuery("select count(*) from audit.ledger")) {
                assertThat(seen.next()).isTrue();
                assertThat(seen.getLong(1)).isZero();
            }
        }
    }

    private static void comesIn(ConfigurableApplicationContext holdfast, SignIns.User administrator) {
        Visitor visitor = new Visitor(
                ((ServletWebServerApplicationContext) holdfast).getWebServer().getPort());
        visitor.get("/sign-in");
        Visitor.Answer answer =
                visitor.post("/sign-in", "username", administrator.username(), "password", administrator.password());
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.location()).endsWith("/sign-in/set-up");
    }

    /** How many rows each table has; partitions of the ledger under the name of the whole. */
    private static Map<String, Long> rows(PostgresServer server) throws SQLException {
        Map<String, Long> rows = new TreeMap<>();
        try (Connection connection = server.superuser("holdfast");
                Statement statement = connection.createStatement()) {
            List<String> tables = new ArrayList<>();
            try (ResultSet named = statement.executeQuery("""
                    select n.nspname || '.' || c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
                    where c.relkind in ('r', 'p') and not c.relispartition
                      and n.nspname not in ('pg_catalog', 'information_schema')
                    """)) {
                while (named.next()) {
                    tables.add(named.getString(1));
                }
            }
            for (String table : tables) {
                try (ResultSet counted = statement.executeQuery("select count(*) from " + table)) {
                    counted.next();
                    rows.put(table, counted.getLong(1));
                }
            }
        }
        return rows;
    }

    private static List<String> statements(String page) throws IOException {
        return STATEMENT
                .matcher(Files.readString(Path.of(page)))
                .results()
                .map(found -> found.group(1).replace("…", "made-up"))
                .toList();
    }

    private static ConfigurableApplicationContext holdfast(PostgresServer server, Path data, String... more) {
        List<String> settings = new ArrayList<>(List.of(
                "--holdfast.data=" + data,
                // it serves, and makes no rounds
                "--holdfast.command=restore",
                "--holdfast.port=0",
                "--holdfast.database.url=" + server.url("holdfast"),
                "--holdfast.database.user=holdfast_serving",
                "--holdfast.database.password=made-up",
                "--holdfast.database.owner-user=holdfast_owner",
                "--holdfast.database.owner-password=made-up"));
        settings.addAll(List.of(more));
        return SpringApplication.run(Holdfast.class, settings.toArray(String[]::new));
    }

    private static String backUp(PostgresServer server, Path data, Path file) {
        return backUp(data, file, "--holdfast.database.url=" + server.url("holdfast"));
    }

    private static String backUp(Path data, Path file, String url) {
        try (ConfigurableApplicationContext settings = Holdfast.settings(
                Backup.class,
                "--holdfast.data=" + data,
                "--holdfast.file=" + file,
                url,
                "--holdfast.database.backup-user=holdfast_backup",
                "--holdfast.database.backup-password=made-up")) {
            return said(out -> settings.getBean(Backup.class).run(out));
        }
    }

    private static String restore(PostgresServer server, Path file, Path data) {
        try (ConfigurableApplicationContext settings = Holdfast.settings(
                Restore.class,
                "--holdfast.data=" + data,
                "--holdfast.file=" + file,
                "--holdfast.database.url=" + server.url("holdfast"),
                "--holdfast.database.owner-user=holdfast_owner",
                "--holdfast.database.owner-password=made-up")) {
            return said(out -> settings.getBean(Restore.class).run(out));
        }
    }

    private static String said(Consumer<PrintStream> command) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        command.accept(new PrintStream(out, true, StandardCharsets.UTF_8));
        return out.toString(StandardCharsets.UTF_8);
    }
}
