package org.holdfast.app;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.holdfast.partnership.CannotStart;
import org.jooq.conf.Settings;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.session.jdbc.PostgreSqlJdbcIndexedSessionRepositoryCustomizer;

/**
 * Which PostgreSQL is used, and as whom: the tables belong to one role, which migrates them; the program serves as another, which owns
 * nothing, so that row-level security holds for it.
 */
@Configuration(proxyBeanMethods = false)
class Database {

    /** How the program reaches the database. */
    private record Serving(String getJdbcUrl, String getUsername, String getPassword)
            implements JdbcConnectionDetails {}

    /** How the owner of the tables does, for migrations. */
    private record Owning(String getJdbcUrl, String getUsername, String getPassword)
            implements FlywayConnectionDetails {
        @Override
        public @Nullable String getDriverClassName() {
            return null;
        }
    }

    /** A button pressed twice at once writes the same thing to the session twice: the later one stands, and neither fails. */
    @Bean
    PostgreSqlJdbcIndexedSessionRepositoryCustomizer sessionsWrittenTwice() {
        return new PostgreSqlJdbcIndexedSessionRepositoryCustomizer();
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnExpression("'${holdfast.database.url:}' == ''")
    static class Embedded {

        @Bean(destroyMethod = "close")
        EmbeddedDatabase embeddedDatabase(
                @Value("${holdfast.data}") Path data,
                @Value("${holdfast.engine:#{null}}") @Nullable Path engine,
                @Value("${holdfast.prepared:#{null}}") @Nullable Path prepared) {
            return EmbeddedDatabase.start(data.toAbsolutePath(), absolute(engine), absolute(prepared));
        }

        private static @Nullable Path absolute(@Nullable Path path) {
            return path == null ? null : path.toAbsolutePath();
        }

        @Bean
        JdbcConnectionDetails serving(EmbeddedDatabase database) {
            return new Serving(database.url(), EmbeddedDatabase.SERVING, database.password());
        }

        @Bean
        FlywayConnectionDetails owning(EmbeddedDatabase database) {
            return new Owning(database.url(), EmbeddedDatabase.OWNER, database.password());
        }
    }

    private static final Pattern HOSTS = Pattern.compile("jdbc:postgresql://([^/?]*)");
    private static final Pattern THIS_MACHINE = Pattern.compile("(localhost|127(\\.\\d+){3}|\\[::1])(:\\d+)?");
    private static final Pattern ENCRYPTION_NAMED =
            Pattern.compile("[?&]sslmode=(disable|require|verify-ca|verify-full)(&|$)");

    /**
     * An address that leads to another machine says how the connection is encrypted, or that it is not: what crosses a network in the clear
     * does so because somebody wanted it.
     *
     * @throws CannotStart where it says neither
     */
    static String encrypted(String url) {
        Matcher hosts = HOSTS.matcher(url);
        boolean here = !hosts.lookingAt()
                || hosts.group(1).isEmpty()
                || Arrays.stream(hosts.group(1).split(","))
                        .allMatch(host -> THIS_MACHINE.matcher(host).matches());
        if (!here && !ENCRYPTION_NAMED.matcher(url).find()) {
            throw new CannotStart(
                    "HOLDFAST_DB_URL leads to another machine and does not say how the connection is encrypted: end it with"
                            + " ?sslmode=verify-full, or with ?sslmode=disable where nobody else can read that network"
                            + " (docs/running/database.md).");
        }
        return url;
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnExpression("'${holdfast.database.url:}' != ''")
    static class Server {

        @Bean
        JdbcConnectionDetails serving(
                @Value("${holdfast.database.url}") String url,
                @Value("${holdfast.database.user}") String user,
                @Value("${holdfast.database.password}") String password) {
            return new Serving(encrypted(url), user, password);
        }

        @Bean
        FlywayConnectionDetails owning(
                @Value("${holdfast.database.url}") String url,
                @Value("${holdfast.database.owner-user}") String user,
                @Value("${holdfast.database.owner-password}") String password) {
            return new Owning(encrypted(url), user, password);
        }
    }

    /** Records are values here: none is written back through itself, and none is told of in a debugging log. */
    @Bean
    Settings queries() {
        return new Settings().withAttachRecords(false).withExecuteLogging(false);
    }

    @Bean
    FlywayConfigurationCustomizer servingUser(JdbcConnectionDetails serving) {
        return flyway -> flyway.placeholders(Map.of("servingUser", String.valueOf(serving.getUsername())));
    }
}
