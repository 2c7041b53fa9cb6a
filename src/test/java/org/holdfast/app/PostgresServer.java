package org.holdfast.app;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A PostgreSQL server as others run it, with the programs of the machine (Debian's package {@code postgresql}) and none of Holdfast's own, in
 * a folder of a test. {@code POSTGRESQL} names another folder of such programs.
 */
final class PostgresServer implements AutoCloseable {

    private final Path cluster;
    private final int port;

    /** Begins a new server, whose only user is {@code postgres}. */
    PostgresServer(Path cluster) throws IOException, InterruptedException {
        this.cluster = cluster;
        Path word = Files.writeString(cluster.resolveSibling(cluster.getFileName() + "-word"), "made-up");
        run(
                "initdb",
                "-D",
                cluster.toString(),
                "-U",
                "postgres",
                "-E",
                "UTF8",
                "--locale=C.UTF-8",
                "-A",
                "scram-sha-256",
                "--pwfile=" + word);
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        run(
                "pg_ctl",
                "-D",
                cluster.toString(),
                "-w",
                "-t",
                "60",
                "-l",
                cluster + ".log",
                "-o",
                "-p " + port + " -c listen_addresses=127.0.0.1 -c unix_socket_directories=",
                "start");
    }

    String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    Connection superuser(String database) throws SQLException {
        return DriverManager.getConnection(url(database), "postgres", "made-up");
    }

    void execute(String database, String... statements) throws SQLException {
        try (Connection connection = superuser(database);
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        run("pg_ctl", "-D", cluster.toString(), "-m", "immediate", "-w", "stop");
    }

    private static void run(String program, String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        // PostgreSQL does not run as root; in a name space of its own one is nobody
        if (System.getProperty("user.name").equals("root")) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(programs().resolve(program).toString());
        command.addAll(List.of(options));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
            throw new IllegalStateException(String.join(" ", command) + " failed");
        }
    }

    private static Path programs() throws IOException {
        String named = System.getenv("POSTGRESQL");
        if (named != null) {
            return Path.of(named);
        }
        Path versions = Path.of("/usr/lib/postgresql");
        Optional<Path> newest = Optional.empty();
        if (Files.isDirectory(versions)) {
            try (Stream<Path> found = Files.list(versions)) {
                newest = found.map(version -> version.resolve("bin"))
                        .filter(programs -> Files.isExecutable(programs.resolve("initdb")))
                        .max(Comparator.naturalOrder());
            }
        }
        return newest.orElseThrow(
                () -> new IllegalStateException(
                        "no PostgreSQL server on this machine: install Debian's package postgresql, or name the folder of its programs in POSTGRESQL"));
    }
}
