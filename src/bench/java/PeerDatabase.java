import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;

/**
 * Makes a database for the peer on the PostgreSQL that Holdfast runs, so that both are measured on the same one, and writes its address to
 * {@code peer-url} in the data folder. Argument: the data folder.
 */
public class PeerDatabase {
    public static void main(String[] arguments) throws Exception {
        Path data = Path.of(arguments[0]);
        String password = Files.readString(data.resolve("database-password")).strip();
        String port =
                Files.readAllLines(data.resolve("postgres/postmaster.pid")).get(3);
        String server = "jdbc:postgresql://127.0.0.1:" + port + "/";
        try (var connection = DriverManager.getConnection(server + "postgres", "postgres", password);
                var statement = connection.createStatement()) {
            statement.execute("drop database if exists peer");
            statement.execute("drop role if exists peer");
            statement.execute("create role peer login password '" + password + "'");
            statement.execute("create database peer owner peer");
        }
        Files.writeString(data.resolve("peer-url"), server + "peer");
    }
}
