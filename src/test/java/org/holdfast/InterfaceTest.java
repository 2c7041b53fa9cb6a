package org.holdfast;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The interface for programs describes itself as it is; and whatever a program sends that has read the description badly, it is told what
 * is wrong, and never how the inside looks.
 */
@HoldfastTest
class InterfaceTest {

    private static final int TRIES = 30;

    private static final List<String> ODD = List.of(
            "null",
            "true",
            "-1",
            "0",
            "99999999999999999999",
            "1e999",
            "\"\"",
            "\" \"",
            "[]",
            "{}",
            "[[[[[[]]]]]]",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"2026-02-30\"",
            "\"<script>\"",
            "\"%s%n${7*7}\"",
            "\"'; drop table x; --\"");

    private static final List<String> BROKEN = List.of(
            "",
            "{",
            "[",
            "\"",
            "nul",
            "{\"a\":}",
            "\u0000",
            "[".repeat(100_000),
            "{\"a\":".repeat(50_000),
            "\ufeff{}",
            "[1,2",
            "{}{}");

    private final TestPartnership us;
    private final RequestMappingHandlerMapping mapping;
    private final HikariDataSource pool;
    private final int port;
    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();

    private JsonNode described;

    InterfaceTest(
            TestPartnership.Founder founder,
            RequestMappingHandlerMapping requestMappingHandlerMapping,
            DataSource database,
            @LocalServerPort int port)
            throws SQLException {
        this.us = founder.found(Instant.now());
        this.mapping = requestMappingHandlerMapping;
        this.pool = database.unwrap(HikariDataSource.class);
        this.port = port;
    }

    @BeforeEach
    void theDescriptionIsRead() throws Exception {
        HttpResponse<String> answer = send("GET", "/api/v1/openapi.json", null, "application/json");
        assertThat(answer.statusCode()).isEqualTo(200);
        described = json.readTree(answer.body());
    }

    @Test
    void everyRouteOfTheInterfaceIsDescribedInWordsAndNothingElse() {
        Set<String> there = new TreeSet<>();
        mapping.getHandlerMethods().keySet().forEach(route -> {
            for (String pattern : route.getPatternValues()) {
                for (RequestMethod method : route.getMethodsCondition().getMethods()) {
                    if (pattern.startsWith("/api/")) {
                        there.add(method + " " + pattern);
                    }
                }
            }
        });
        Set<String> told = new TreeSet<>();
        operations().forEach(operation -> told.add(operation.method() + " " + operation.path()));
        assertThat(told).isEqualTo(there).hasSizeGreaterThan(10);
        assertThat(described.path("openapi").asString()).startsWith("3.1");
        for (Operation operation : operations()) {
            assertThat(operation.node().path("summary").asString())
                    .as(operation.toString())
                    .isNotBlank()
                    .doesNotContain("app.api.");
            Set<String> inPath = new TreeSet<>();
            operation.node().path("parameters").forEach(parameter -> {
                if (parameter.path("in").asString().equals("path")) {
                    inPath.add("{" + parameter.path("name").asString() + "}");
                    assertThat(parameter.path("required").asBoolean()).isTrue();
                }
            });
            Set<String> variables = new TreeSet<>();
            java.util.regex.Pattern.compile("\\{[^}]+}")
                    .matcher(operation.path())
                    .results()
                    .forEach(found -> variables.add(found.group()));
            assertThat(inPath).as(operation.toString()).isEqualTo(variables);
        }
    }

    @Test
    void whateverIsSentIsAnsweredWithAReasonAndNotWithTheInside() throws Exception {
        Random dice = new Random(20260302);
        long sessions = sessions();
        for (Operation operation : operations()) {
            JsonNode schema = operation.node().at("/requestBody/content/application~1json/schema");
            for (int attempt = 0; attempt < TRIES; attempt++) {
                String path = filled(operation, dice);
                String body = operation.method().equals("GET")
                        ? null
                        : attempt % 3 == 0 ? BROKEN.get(dice.nextInt(BROKEN.size())) : made(schema, dice, 0);
                String type = attempt % 7 == 6 ? "text/plain" : "application/json";
                HttpResponse<String> answer = send(operation.method(), path, body, type);
                String what = operation.method() + " " + path + " "
                        + (body == null ? "" : body.substring(0, Math.min(200, body.length())));
                assertThat(answer.statusCode()).as(what).isLessThan(500);
                assertThat(answer.body())
                        .as(what)
                        .doesNotContain("Exception")
                        .doesNotContain("Failed to")
                        .doesNotContain("org.holdfast")
                        .doesNotContain("org.springframework")
                        .doesNotContain("tools.jackson")
                        .doesNotContain("select ");
                if (answer.statusCode() >= 400) {
                    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                            .as(what)
                            .contains("json");
                }
            }
        }
        assertThat(sessions()).as("programs leave no session behind").isEqualTo(sessions);
    }

    @Test
    void whatIsNoIdLooksLikeAnIdThatNobodyHas() throws Exception {
        for (String path : List.of("/api/v1/cases/", "/api/v1/meetings/", "/api/v1/referrals/")) {
            HttpResponse<String> none = send("GET", path + new UUID(1, 1), null, "application/json");
            HttpResponse<String> noId = send("GET", path + "abc", null, "application/json");
            assertThat(none.statusCode()).as(path).isEqualTo(404);
            assertThat(noId.statusCode()).as(path).isEqualTo(404);
            assertThat(json.readTree(noId.body()).path("detail"))
                    .isEqualTo(json.readTree(none.body()).path("detail"));
        }
        HttpResponse<String> noNumber =
                send("GET", "/api/v1/referrals/" + new UUID(1, 1) + "/home-office?sending=x", null, "application/json");
        assertThat(noNumber.statusCode()).isEqualTo(400);
        assertThat(json.readTree(noNumber.body()).path("errors").isArray()).isTrue();
    }

    /** How many sessions are kept; fails where a connection to the database was not given back. */
    private long sessions() throws SQLException {
        List<Connection> all = new ArrayList<>();
        try {
            for (int each = 0; each < pool.getMaximumPoolSize(); each++) {
                all.add(pool.getConnection());
            }
            try (Statement statement = all.getFirst().createStatement();
                    ResultSet counted = statement.executeQuery("select count(*) from app.session")) {
                counted.next();
                return counted.getLong(1);
            }
        } finally {
            for (Connection each : all) {
                each.close();
            }
        }
    }

    private record Operation(String method, String path, JsonNode node) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    private List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        described
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(method -> operations.add(new Operation(
                                method.getKey().toUpperCase(java.util.Locale.ROOT),
                                path.getKey(),
                                method.getValue()))));
        return operations;
    }

    private static String filled(Operation operation, Random dice) {
        String path = operation.path();
        StringBuilder query = new StringBuilder();
        for (JsonNode parameter : operation.node().path("parameters")) {
            String name = parameter.path("name").asString();
            String value = switch (dice.nextInt(5)) {
                case 0 -> "not-an-id";
                case 1 -> "'; drop table x; --";
                case 2 -> "x".repeat(300);
                default -> new UUID(dice.nextLong(), dice.nextLong()).toString();
            };
            if (parameter.path("in").asString().equals("path")) {
                path = path.replace("{" + name + "}", encoded(value));
            } else if (dice.nextBoolean()) {
                query.append(query.isEmpty() ? '?' : '&')
                        .append(name)
                        .append('=')
                        .append(encoded(dice.nextBoolean() ? value : "2026-13-45"));
            }
        }
        return path + query;
    }

    /** JSON that fits a schema by and large. */
    private static String made(JsonNode schema, Random dice, int depth) {
        if (dice.nextInt(6) == 0 || depth > 4) {
            return ODD.get(dice.nextInt(ODD.size()));
        }
        if (schema.has("enum")) {
            return "\""
                    + schema.path("enum")
                            .get(dice.nextInt(schema.path("enum").size()))
                            .asString() + "\"";
        }
        return switch (schema.path("type").asString()) {
            case "object" -> {
                List<String> parts = new ArrayList<>();
                schema.path("properties").properties().forEach(property -> {
                    if (dice.nextInt(5) > 0) {
                        parts.add("\"" + property.getKey() + "\":" + made(property.getValue(), dice, depth + 1));
                    }
                });
                parts.add("\"partnership\":\"" + new UUID(1, 1) + "\"");
                yield "{" + String.join(",", parts) + "}";
            }
            case "array" ->
                "[" + made(schema.path("items"), dice, depth + 1) + "," + made(schema.path("items"), dice, depth + 1)
                        + "]";
            case "integer" -> String.valueOf(dice.nextInt());
            case "boolean" -> String.valueOf(dice.nextBoolean());
            default ->
                switch (schema.path("format").asString("")) {
                    case "uuid" -> "\"" + new UUID(dice.nextLong(), dice.nextLong()) + "\"";
                    case "date" -> "\"2026-03-0" + (1 + dice.nextInt(9)) + "\"";
                    case "date-time" -> "\"2026-03-02T09:00:00Z\"";
                    default -> "\"" + "word ".repeat(dice.nextInt(2000)) + "\"";
                };
        };
    }

    private HttpResponse<String> send(
            String method, String path, @org.jspecify.annotations.Nullable String body, String type) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .header("Authorization", "Bearer " + us.apiToken)
                        .header("Content-Type", type)
                        .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
