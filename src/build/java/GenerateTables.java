import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.jooq.codegen.GenerationTool;
import org.jooq.meta.jaxb.Configuration;
import org.jooq.meta.jaxb.Database;
import org.jooq.meta.jaxb.Generate;
import org.jooq.meta.jaxb.Generator;
import org.jooq.meta.jaxb.Jdbc;
import org.jooq.meta.jaxb.Logging;
import org.jooq.meta.jaxb.Target;

/**
 * Writes the typed tables of every module from its migrations, by running them on a real PostgreSQL: schema {@code x} becomes package
 * {@code org.holdfast.x.db}, so that a module can name no other module's tables. Does nothing while the migrations stand unchanged.
 *
 * <p>Arguments: the folder of migrations (one folder a module below it) and the folder to write to.
 */
public class GenerateTables {
    public static void main(String[] arguments) throws Exception {
        Path migrations = Path.of(arguments[0]);
        Path target = Path.of(arguments[1]);
        Path stamp = target.resolve(".stamp");
        String digest = digest(migrations);
        if (Files.exists(stamp) && Files.readString(stamp).equals(digest)) {
            return;
        }
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder().start()) {
            Flyway.configure()
                    .dataSource(postgres.getPostgresDatabase())
                    .locations("filesystem:" + migrations)
                    .placeholders(Map.of("servingUser", "postgres"))
                    .outOfOrder(true)
                    .load()
                    .migrate();
            for (String module : modules(migrations)) {
                GenerationTool.generate(new Configuration()
                        .withLogging(Logging.WARN)
                        .withJdbc(new Jdbc()
                                .withDriver("org.postgresql.Driver")
                                .withUrl(postgres.getJdbcUrl("postgres", "postgres")))
                        .withGenerator(new Generator()
                                .withDatabase(new Database()
                                        .withName("org.jooq.meta.postgres.PostgresDatabase")
                                        .withInputSchema(module)
                                        // parts of a table by month are no tables of their own
                                        .withExcludes("ledger_.*")
                                        .withIncludeRoutines(false)
                                        .withTableValuedFunctionsAsTables(false))
                                .withGenerate(new Generate()
                                        .withRecords(true)
                                        .withJavadoc(false)
                                        .withGeneratedAnnotation(false))
                                .withTarget(new Target()
                                        .withPackageName("org.holdfast." + module + ".db")
                                        .withDirectory(target.toString()))));
            }
        }
        Files.createDirectories(target);
        Files.writeString(stamp, digest);
    }

    private static List<String> modules(Path migrations) throws IOException {
        try (Stream<Path> folders = Files.list(migrations)) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    private static String digest(Path migrations) throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (Stream<Path> files = Files.walk(migrations)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                digest.update(migrations.relativize(file).toString().getBytes("UTF-8"));
                digest.update(Files.readAllBytes(file));
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
