package org.holdfast.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * A server's database, copied and put back by PostgreSQL's own pg_dump and pg_restore, which must stand on this machine and be no older
 * than the server.
 *
 * @param url as Java writes it; empty where there is no server
 * @param user who may read every row (for copying), or who owns the tables (for putting back)
 */
record ServerCopy(String url, String user, String password) {

    boolean present() {
        return !url.isEmpty();
    }

    /** Writes one consistent copy of the database, as it is now, while others work on it. */
    void dump(OutputStream to) throws IOException {
        Process dump = start("pg_dump", "--format=custom");
        try (InputStream copy = dump.getInputStream()) {
            copy.transferTo(to);
        }
        ended("pg_dump", dump);
    }

    /** Puts a copy back into a database that holds no table, all of it or nothing. */
    void putBack(Path copy) throws IOException, SQLException {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                Statement statement = connection.createStatement();
                ResultSet tables = statement.executeQuery(
                        "select from pg_tables where schemaname not in ('pg_catalog', 'information_schema')")) {
            if (tables.next()) {
                throw new IllegalStateException(
                        url + " is not empty. A backup is restored into a new database: see docs/running/backup.md.");
            }
        }
        Process restore = start("pg_restore", "--exit-on-error", "--single-transaction", copy.toString());
        try (InputStream said = restore.getInputStream()) {
            said.transferTo(System.out);
        }
        ended("pg_restore", restore);
    }

    private Process start(String program, String... options) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(program, "--no-password", "--username=" + user, "--dbname=" + url.replaceFirst("^jdbc:", "")));
        command.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("PGPASSWORD", password);
        try {
            return builder.start();
        } catch (IOException missing) {
            throw new IllegalStateException(
                    program
                            + " is not on this machine. It comes with PostgreSQL's client programs (for example the package"
                            + " postgresql-client), no older than the server.",
                    missing);
        }
    }

    private static void ended(String program, Process process) {
        try {
            int status = process.waitFor();
            if (status != 0) {
                throw new IllegalStateException(program + " failed (" + status + "); what it said stands above.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + program, e);
        }
    }
}
