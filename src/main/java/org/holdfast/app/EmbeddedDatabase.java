package org.holdfast.app;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.holdfast.partnership.CannotStart;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.util.FileSystemUtils;

/**
 * A real PostgreSQL of its own, kept in the data folder, for whoever has no server database. Its superuser, the owner of the tables and
 * the role that serves each have a random password of this folder, and it listens on the loopback address only.
 */
final class EmbeddedDatabase implements AutoCloseable {

    private static final String DATABASE = "holdfast";
    private static final String LOCK = "lock";
    static final String OWNER = "holdfast_owner";
    static final String SERVING = "holdfast_serving";

    private static final String ACCESS = """
            # Written by Holdfast: nobody is trusted without a password, and nobody comes from elsewhere.
            local all all scram-sha-256
            host all all 127.0.0.1/32 scram-sha-256
            """;

    /** As the engine begins: whoever is on this machine, until the passwords of the folder are set. */
    private static final String TRUSTING = "host all all 127.0.0.1/32 trust\n";

    private final EmbeddedPostgres postgres;
    private final FileLock lock;
    private final String password;

    private EmbeddedDatabase(EmbeddedPostgres postgres, FileLock lock, String password) {
        this.postgres = postgres;
        this.lock = lock;
        this.password = password;
    }

    /**
     * Starts the database of a data folder, making it if the folder is new.
     *
     * @param engine where PostgreSQL's own programs are unpacked; null for the system's temporary folder
     * @param prepared a database folder of this version with all tables and nothing in them, with which a new one begins; null or missing to
     *     begin with nothing
     * @throws CannotStart if another program already runs on the folder, or nothing can be written there
     */
    static EmbeddedDatabase start(Path data, @Nullable Path engine, @Nullable Path prepared) {
        FileLock lock = lock(data);
        try {
            Path cluster = data.resolve("postgres").toAbsolutePath().normalize();
            endLeftOver(cluster);
            if (prepared != null && Files.exists(prepared) && !Files.exists(cluster)) {
                copy(prepared, cluster);
            }
            String password = password(data.resolve("database-password"));
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setDataDirectory(cluster)
                    .setCleanDataDirectory(false)
                    .setRegisterShutdownHook(false)
                    .setPGStartupWait(Duration.ofSeconds(60))
                    .setConnectConfig("password", password)
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    // the engine is made for tests and begins without: what was saved survives a power cut
                    .setServerConfig("fsync", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("shared_buffers", "128MB")
                    .setServerConfig("max_connections", "60")
                    .setOutputRedirector(ProcessBuilder.Redirect.appendTo(
                            data.resolve("postgres.log").toFile()))
                    .setErrorRedirector(ProcessBuilder.Redirect.appendTo(
                            data.resolve("postgres.log").toFile()));
            if (engine != null) {
                Files.createDirectories(engine);
                builder.setOverrideWorkingDirectory(engine.toFile());
            }
            EmbeddedDatabase started = new EmbeddedDatabase(builder.start(), lock, password);
            started.secure(cluster);
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException("the database in " + data + " could not be started", e);
        }
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/" + DATABASE;
    }

    String password() {
        return password;
    }

    @Override
    public void close() throws IOException {
        postgres.close();
        lock.channel().close();
    }

    /**
     * Throws away what an earlier Holdfast kept in a data folder.
     *
     * @throws CannotStart if Holdfast runs on the folder, or it holds something else; then nothing is gone
     */
    static void throwAway(Path data) {
        if (!Files.exists(data)) {
            return;
        }
        try {
            if (!ofHoldfast(data)) {
                throw new CannotStart(data + " does not look like a data folder of Holdfast; it was left alone.");
            }
            try (FileChannel held = lock(data).channel()) {
                endLeftOver(data.resolve("postgres").toAbsolutePath().normalize());
                for (Path each : in(data)) {
                    // whoever starts meanwhile finds it held
                    if (!each.endsWith(LOCK)) {
                        FileSystemUtils.deleteRecursively(each);
                    }
                }
            }
        } catch (IOException e) {
            throw new CannotStart("What is in " + data + " could not be thrown away: " + e, e);
        }
    }

    /** Whether a folder holds the database of a Holdfast, or nothing. */
    private static boolean ofHoldfast(Path data) throws IOException {
        return Files.isDirectory(data)
                && (Files.exists(data.resolve("postgres")) || in(data).stream().allMatch(each -> each.endsWith(LOCK)));
    }

    private static List<Path> in(Path folder) throws IOException {
        try (Stream<Path> found = Files.list(folder)) {
            return found.toList();
        }
    }

    private static FileLock lock(Path data) {
        try {
            Files.createDirectories(data);
            FileChannel channel =
                    FileChannel.open(data.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = unlessHeld(channel);
            if (lock == null) {
                channel.close();
                throw new CannotStart("Holdfast already runs on the data folder " + data
                        + ". Stop it first, or name another folder with --data.");
            }
            return lock;
        } catch (IOException e) {
            throw new CannotStart(
                    "Nothing can be written in the data folder " + data + " (" + e + "). Name another with --data.", e);
        }
    }

    /** The lock; null where another program has it, or this one. */
    private static @Nullable FileLock unlessHeld(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException heldHere) {
            return null;
        }
    }

    /**
     * A program that was killed leaves its PostgreSQL behind; since we hold the folder's lock, that one belongs to nobody. The number of a
     * process is given again after it ended, so only a process that was started on this very folder is ended.
     */
    static void endLeftOver(Path cluster) throws IOException {
        Path pidFile = cluster.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
        ProcessHandle.of(pid)
                .filter(process -> process.info().command().orElse("").endsWith("postgres")
                        && Stream.of(process.info().arguments().orElse(new String[0]))
                                .anyMatch(cluster.toString()::equals))
                .ifPresent(process -> {
                    process.destroy();
                    process.onExit().join();
                });
    }

    /** The superuser's connection to the database of a data folder that runs now, whoever started it; nothing where none does. */
    static Optional<Connection> running(Path data) throws IOException {
        Path cluster = data.resolve("postgres");
        Path pidFile = cluster.resolve("postmaster.pid");
        List<String> lines = Files.exists(pidFile) ? Files.readAllLines(pidFile) : List.of();
        if (lines.size() < 4) {
            return Optional.empty();
        }
        try {
            Connection connection = superuser(
                            lines.get(3).strip(),
                            Files.readString(data.resolve("database-password")).strip())
                    .getConnection();
            try (Statement statement = connection.createStatement();
                    ResultSet folder = statement.executeQuery("show data_directory")) {
                // a file left over may name a port at which another database listens by now
                Path served = folder.next() ? Path.of(folder.getString(1)) : Path.of("");
                if (Files.exists(served) && Files.isSameFile(served, cluster)) {
                    return Optional.of(connection);
                }
            }
            connection.close();
            return Optional.empty();
        } catch (SQLException nobodyAnswers) {
            return Optional.empty();
        }
    }

    private static PGSimpleDataSource superuser(String port, String password) {
        PGSimpleDataSource superuser = new PGSimpleDataSource();
        superuser.setURL("jdbc:postgresql://127.0.0.1:" + port + "/postgres");
        superuser.setUser("postgres");
        superuser.setPassword(password);
        return superuser;
    }

    private static String password(Path file) throws IOException {
        if (Files.exists(file)) {
            return Files.readString(file).strip();
        }
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, password);
        return password;
    }

    /** A new database begins as a copy of a prepared one, which trusts as a new one does; under another name until it is whole. */
    private static void copy(Path prepared, Path cluster) throws IOException {
        Path begun = cluster.resolveSibling("postgres-begun");
        FileSystemUtils.deleteRecursively(begun);
        try (Stream<Path> found = Files.walk(prepared)) {
            for (Path each : (Iterable<Path>) found::iterator) {
                Path copied = begun.resolve(prepared.relativize(each).toString());
                Files.copy(each, copied, StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        Files.writeString(begun.resolve("pg_hba.conf"), TRUSTING);
        toDisk(begun);
        Files.move(begun, cluster, StandardCopyOption.ATOMIC_MOVE);
    }

    /** What was copied outlives a power cut: in one sweep where the system has a command for that, else file by file, which takes seconds. */
    static void toDisk(Path folder) throws IOException {
        try {
            Process sync = new ProcessBuilder("sync", "-f", folder.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (sync.waitFor() == 0) {
                return;
            }
        } catch (IOException noSuchCommand) {
            // file by file
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the database was begun", e);
        }
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path each : (Iterable<Path>) found.filter(Files::isRegularFile)::iterator) {
                try (FileChannel written = FileChannel.open(each, StandardOpenOption.WRITE)) {
                    written.force(true);
                }
            }
        }
    }

    /**
     * Makes roles and database, and turns off the trust with which the engine begins. Does no harm when done again, so that a start that
     * was cut off in the middle is mended by the next one.
     */
    private void secure(Path cluster) throws IOException {
        try (Connection connection =
                        superuser(String.valueOf(postgres.getPort()), password).getConnection();
                Statement statement = connection.createStatement()) {
            Path access = cluster.resolve("pg_hba.conf");
            if (Files.readString(access, StandardCharsets.UTF_8).equals(ACCESS)) {
                return;
            }
            for (String role : List.of(OWNER + " login createrole", SERVING + " login noinherit")) {
                String name = role.substring(0, role.indexOf(' '));
                String make =
                        exists(statement, "select from pg_roles where rolname = '" + name + "'") ? "alter" : "create";
                statement.execute(make + " role " + role + " password '" + password + "'");
            }
            statement.execute("alter role postgres password '" + password + "'");
            if (!exists(statement, "select from pg_database where datname = '" + DATABASE + "'")) {
                statement.execute("create database " + DATABASE + " owner " + OWNER);
            }
            Files.writeString(access, ACCESS);
            statement.execute("select pg_reload_conf()");
        } catch (SQLException e) {
            throw new IllegalStateException("the database in " + cluster + " could not be secured", e);
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (var result = statement.executeQuery(query)) {
            return result.next();
        }
    }
}
