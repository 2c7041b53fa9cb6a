package org.holdfast.app;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Collections;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.util.FileSystemUtils;

/**
 * The command {@code ./run restore FILE}: puts a {@link Backup} back into a data folder, and a database, in which nothing is yet. The folder
 * has its name when all of it is there and not before. What the ledger then says is {@link CheckLedger}'s to tell.
 */
class Restore {

    private static final FileAttribute<Set<PosixFilePermission>> OWNERS_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<Set<PosixFilePermission>> OWNERS_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final Path data;
    private final Path file;
    private final ServerCopy server;

    Restore(
            @Value("${holdfast.data}") Path data,
            @Value("${holdfast.file}") Path file,
            @Value("${holdfast.database.url}") String url,
            @Value("${holdfast.database.owner-user}") String user,
            @Value("${holdfast.database.owner-password}") String password) {
        this.data = data.toAbsolutePath().normalize();
        this.file = file.toAbsolutePath().normalize();
        this.server = new ServerCopy(url, user, password);
    }

    /** The exit status: 0 where everything is there again, 1 where nothing is. */
    int run(PrintStream out) {
        try {
            putBack();
            out.printf("%s is in %s again. Reading its ledger ...%n", file, data);
            return 0;
        } catch (IllegalStateException e) {
            out.printf("Nothing was restored: %s%n", e.getMessage());
            return 1;
        } catch (IOException | SQLException e) {
            out.printf("Nothing was restored: %s%n", e);
            return 1;
        }
    }

    private void putBack() throws IOException, SQLException {
        if (!nothingIn(data)) {
            throw new IllegalStateException(
                    data + " is not empty. A backup is restored into a new folder: name one with --data.");
        }
        try (ZipFile archive = new ZipFile(file.toFile())) {
            boolean ofServer = archive.getEntry(Backup.DUMP) != null;
            if (!ofServer && archive.getEntry(Backup.CLUSTER + "PG_VERSION") == null) {
                throw new IllegalStateException(file + " is no backup of Holdfast.");
            }
            if (ofServer != server.present()) {
                throw new IllegalStateException(
                        ofServer
                                ? file + " holds a server's database: set HOLDFAST_DB_URL to the new one."
                                : file + " holds the built-in database: restore it without HOLDFAST_DB_URL.");
            }
            Path parent = data.resolveSibling("");
            Files.createDirectories(parent);
            Path begun = Files.createTempDirectory(parent, "." + data.getFileName() + "-begun", OWNERS_FOLDER);
            try {
                for (ZipEntry entry : Collections.list(archive.entries())) {
                    unpack(archive, entry, begun);
                }
                if (ofServer) {
                    Path dump = begun.resolve(Backup.DUMP);
                    server.putBack(dump);
                    Files.delete(dump);
                }
                EmbeddedDatabase.toDisk(begun);
                Files.deleteIfExists(data);
                Files.move(begun, data, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                FileSystemUtils.deleteRecursively(begun);
            }
        }
    }

    private static boolean nothingIn(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return !Files.exists(folder);
        }
        try (Stream<Path> content = Files.list(folder)) {
            return content.findAny().isEmpty();
        }
    }

    private void unpack(ZipFile archive, ZipEntry entry, Path folder) throws IOException {
        Path target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IllegalStateException(
                    file + " is no backup of Holdfast: " + entry.getName() + " leads out of it.");
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target, OWNERS_FOLDER);
            return;
        }
        Files.createDirectories(target.resolveSibling(""), OWNERS_FOLDER);
        Files.createFile(target, OWNERS_FILE);
        try (CheckedInputStream content = new CheckedInputStream(archive.getInputStream(entry), new CRC32());
                OutputStream written = Files.newOutputStream(target, StandardOpenOption.WRITE)) {
            content.transferTo(written);
            if (content.getChecksum().getValue() != entry.getCrc()) {
                throw new IllegalStateException(file + " is damaged at " + entry.getName() + ".");
            }
        }
    }
}
