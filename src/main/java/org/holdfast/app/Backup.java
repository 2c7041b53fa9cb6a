package org.holdfast.app;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;

/**
 * The command {@code ./run backup FILE}: one archive with all that an installation begins again with, its database and what else stands in
 * its data folder. The built-in database is copied by PostgreSQL's rules for doing so while it runs, a server's by pg_dump. Nothing has to
 * be stopped.
 */
class Backup {

    /** Where the files of the built-in database stand in the archive. */
    static final String CLUSTER = "postgres/";

    /** Under which name a server's database stands there. */
    static final String DUMP = "database.dump";

    /** Of the data folder: the database is taken by itself, and the others belong to a program that runs. */
    private static final Set<String> NOT_OF_THE_FOLDER = Set.of("postgres", "postgres-begun", "postgres.log", "lock");

    /** Of the database: what belongs to the one that runs. Its state is taken last. */
    private static final Set<String> NOT_OF_THE_DATABASE = Set.of(
            "postmaster.pid",
            "postmaster.opts",
            "backup_label",
            "tablespace_map",
            "backup_manifest",
            "global/pg_control");

    /** Folders of the database that must be there, and whose content the next start makes anew. */
    private static final Set<String> EMPTIED = Set.of(
            "pg_wal",
            "pg_replslot",
            "pg_dynshmem",
            "pg_notify",
            "pg_serial",
            "pg_snapshots",
            "pg_stat_tmp",
            "pg_subtrans");

    private final Path data;
    private final @Nullable Path engine;
    private final Path file;
    private final ServerCopy server;

    Backup(
            @Value("${holdfast.data}") Path data,
            @Value("${holdfast.engine:#{null}}") @Nullable Path engine,
            @Value("${holdfast.file}") Path file,
            @Value("${holdfast.database.url}") String url,
            @Value("${holdfast.database.backup-user}") String user,
            @Value("${holdfast.database.backup-password}") String password) {
        this.data = data.toAbsolutePath().normalize();
        this.engine = engine;
        this.file = file.toAbsolutePath().normalize();
        this.server = new ServerCopy(url, user, password);
    }

    /** The exit status: 0 where the archive is whole and in its place, 1 where there is none. */
    int run(PrintStream out) {
        try {
            make();
            out.printf(
                    "%s: %,d kB, readable by you only. Prove it: ./run restore %s --data NEW-FOLDER%n",
                    file, Files.size(file) / 1024, file);
            return 0;
        } catch (IllegalStateException e) {
            out.printf("No backup was made: %s%n", e.getMessage());
            return 1;
        } catch (IOException | SQLException e) {
            out.printf("No backup was made: %s%n", e);
            return 1;
        }
    }

    private void make() throws IOException, SQLException {
        if (Files.exists(file)) {
            throw new IllegalStateException(file + " is there already, and a backup overwrites nothing.");
        }
        if (file.startsWith(data)) {
            throw new IllegalStateException(
                    "a backup in the data folder is lost together with it; name a place elsewhere.");
        }
        if (!server.present() && !Files.exists(data.resolve("postgres/PG_VERSION"))) {
            throw new IllegalStateException(data + " holds no database of Holdfast.");
        }
        Path begun = Files.createTempFile(
                file.resolveSibling(""),
                "." + file.getFileName(),
                ".begun",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            try (FileChannel written = FileChannel.open(begun, StandardOpenOption.WRITE);
                    ZipOutputStream archive =
                            new ZipOutputStream(new BufferedOutputStream(Channels.newOutputStream(written)))) {
                // before the database, so that no head is kept of a line that the copy of the ledger does not reach
                if (Files.exists(data)) {
                    add(archive, data.toRealPath(), "", NOT_OF_THE_FOLDER, Set.of());
                }
                if (server.present()) {
                    archive.putNextEntry(new ZipEntry(DUMP));
                    server.dump(archive);
                } else {
                    database(archive);
                }
                archive.finish();
                archive.flush();
                written.force(true);
            }
            Files.move(begun, file);
        } finally {
            Files.deleteIfExists(begun);
        }
    }

    private void database(ZipOutputStream archive) throws IOException, SQLException {
        Path cluster = data.resolve("postgres").toRealPath();
        Optional<Connection> running = EmbeddedDatabase.running(data);
        if (running.isPresent()) {
            try (Connection superuser = running.get()) {
                copy(superuser, cluster, archive);
            }
        } else {
            try (EmbeddedDatabase _ = EmbeddedDatabase.start(data, engine, null);
                    Connection superuser = EmbeddedDatabase.running(data).orElseThrow()) {
                copy(superuser, cluster, archive);
            }
        }
    }

    /**
     * Files are copied as they are found, some before and some after a change. PostgreSQL makes one state of them at the first start, by the
     * log of what was written meanwhile, which is copied after them: the state in which the database was when the copy ended.
     */
    private static void copy(Connection superuser, Path cluster, ZipOutputStream archive)
            throws IOException, SQLException {
        try (Statement statement = superuser.createStatement()) {
            if (!text(statement, "select count(*) from pg_tablespace").equals("2")) {
                throw new IllegalStateException(
                        "a database with tablespaces of its own is backed up with pg_basebackup.");
            }
            // the log is kept until this connection ends
            statement.execute(
                    "select pg_create_physical_replication_slot('holdfast_backup_' || pg_backend_pid(), true, true)");
            String first = text(statement, "select pg_walfile_name(pg_backup_start('holdfast', true))");
            add(archive, cluster, CLUSTER, NOT_OF_THE_DATABASE, EMPTIED);
            add(archive, CLUSTER + "global/pg_control", new ByteArrayInputStream(state(cluster)));
            String last;
            try (ResultSet stopped =
                    statement.executeQuery("select pg_walfile_name(lsn), labelfile from pg_backup_stop()")) {
                stopped.next();
                last = stopped.getString(1);
                add(
                        archive,
                        CLUSTER + "backup_label",
                        new ByteArrayInputStream(stopped.getString(2).getBytes(StandardCharsets.UTF_8)));
            }
            try (Stream<Path> log = Files.list(cluster.resolve("pg_wal"))) {
                for (Path each : (Iterable<Path>) log.sorted()::iterator) {
                    String name = String.valueOf(each.getFileName());
                    if (name.matches("[0-9A-F]{24}") && name.compareTo(first) >= 0 && name.compareTo(last) <= 0) {
                        try (InputStream content = Files.newInputStream(each)) {
                            add(archive, CLUSTER + "pg_wal/" + name, content);
                        }
                    }
                }
            }
        }
    }

    /** The file may be written while it is read: it is read until two readings agree. */
    private static byte[] state(Path cluster) throws IOException {
        Path file = cluster.resolve("global/pg_control");
        byte[] before;
        byte[] read = Files.readAllBytes(file);
        do {
            before = read;
            read = Files.readAllBytes(file);
        } while (!Arrays.equals(before, read));
        return read;
    }

    /** A folder with all that is in it. What goes while it is read was no longer needed. */
    private static void add(ZipOutputStream archive, Path folder, String under, Set<String> left, Set<String> emptied)
            throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path directory, BasicFileAttributes attributes)
                    throws IOException {
                String name = folder.relativize(directory).toString();
                if (name.isEmpty()) {
                    return FileVisitResult.CONTINUE;
                }
                if (left.contains(name)) {
                    return FileVisitResult.SKIP_SUBTREE;
                }
                archive.putNextEntry(new ZipEntry(under + name + "/"));
                return emptied.contains(name) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path each, BasicFileAttributes attributes) throws IOException {
                String name = folder.relativize(each).toString();
                if (!left.contains(name) && Files.isRegularFile(each)) {
                    try (InputStream content = Files.newInputStream(each)) {
                        add(archive, under + name, content);
                    } catch (NoSuchFileException gone) {
                        return FileVisitResult.CONTINUE;
                    }
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path each, IOException failure) throws IOException {
                if (failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                    throws IOException {
                if (failure == null || failure instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw failure;
            }
        });
    }

    private static void add(ZipOutputStream archive, String name, InputStream content) throws IOException {
        archive.putNextEntry(new ZipEntry(name));
        content.transferTo(archive);
    }

    private static String text(Statement statement, String query) throws SQLException {
        try (ResultSet result = statement.executeQuery(query)) {
            result.next();
            return String.valueOf(result.getString(1));
        }
    }
}
