import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The peer's database, on the PostgreSQL that Holdfast runs, so that both are measured on the same one. */
public class PeerDatabase {
    private final Path data;
    private final String password;
    private final String server;

    PeerDatabase(Path data) throws IOException {
        this.data = data;
        this.password = Files.readString(data.resolve("database-password")).strip();
        this.server = "jdbc:postgresql://127.0.0.1:"
                + Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(3) + "/";
    }

    /** Makes it and writes its address to {@code peer-url} in the data folder, the argument. */
    public static void main(String[] arguments) throws Exception {
        new PeerDatabase(Path.of(arguments[0])).make();
    }

    private void make() throws IOException, SQLException {
        in(
                "postgres",
                "drop database if exists peer",
                "drop role if exists peer",
                "create role peer login password '" + password + "'",
                "create database peer owner peer");
        Files.writeString(data.resolve("peer-url"), server + "peer");
    }

    /** Tells the database how many rows there are now: what was poured in within seconds it would else read as if there were none. */
    void counted() throws SQLException {
        in("peer", "vacuum analyze");
    }

    private void in(String database, String... statements) throws SQLException {
        try (var connection = DriverManager.getConnection(server + database, "postgres", password);
                var statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }
}
