package org.holdfast.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.holdfast.HoldfastTest;
import org.holdfast.TestClock;
import org.holdfast.TestPartnership;
import org.holdfast.Visitor;
import org.holdfast.audit.Act;
import org.holdfast.audit.Ledger;
import org.holdfast.audit.LedgerFilter;
import org.holdfast.audit.Role;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.partnership.ApiClient;
import org.holdfast.partnership.ApiClients;
import org.holdfast.partnership.ClientScope;
import org.holdfast.partnership.NeedsScope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program proves itself by a secret, gets a token for a quarter of an hour, and reaches what was ticked for it and nothing else. */
@HoldfastTest
class ApiClientsTest {

    private static final Pattern CLIENT = Pattern.compile("data-client>([0-9a-f-]{36})<");
    private static final Pattern SECRET = Pattern.compile("data-secret>([A-Za-z0-9_-]{43})<");

    private final TestPartnership.Founder founder;
    private final ApiClients clients;
    private final Ledger ledger;
    private final RequestMappingHandlerMapping mapping;
    private final TestClock clock;
    private final int port;
    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();
    private TestPartnership us;

    ApiClientsTest(
            TestPartnership.Founder founder,
            ApiClients clients,
            Ledger ledger,
            RequestMappingHandlerMapping requestMappingHandlerMapping,
            TestClock clock,
            @LocalServerPort int port) {
        this.founder = founder;
        this.clients = clients;
        this.ledger = ledger;
        this.mapping = requestMappingHandlerMapping;
        this.clock = clock;
        this.port = port;
    }

    @BeforeEach
    void aPartnership() {
        us = founder.found(clock.instant());
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    private ApiClient.Secret client(int aMinute, Set<ClientScope> scopes) {
        return clients.admit(
                us.program,
                us.council,
                "Council case system",
                Set.of(Role.PANEL_COORDINATOR),
                scopes,
                aMinute,
                clock.instant());
    }

    private String token(ApiClient.Secret client, Set<ClientScope> scopes) {
        return clients.token(new ApiClient.Proved(client.client(), client.number()), scopes, clock.instant())
                .token();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private HttpResponse<String> get(String path, String token) throws Exception {
        return send(to(path).header("Authorization", "Bearer " + token));
    }

    private HttpResponse<String> askForToken(String header, String... namesAndValues) throws Exception {
        List<String> pairs = new ArrayList<>();
        for (int at = 0; at < namesAndValues.length; at += 2) {
            pairs.add(namesAndValues[at] + "=" + URLEncoder.encode(namesAndValues[at + 1], StandardCharsets.UTF_8));
        }
        HttpRequest.Builder request = to("/oauth2/token")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(String.join("&", pairs)));
        return send(header.isEmpty() ? request : request.header("Authorization", header));
    }

    private static String basic(String client, String secret) {
        return "Basic " + Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void anAdministratorAddsAProgramThatGetsATokenAndReachesItsScopesUntilItIsEnded() throws Exception {
        Visitor administrator = Visitor.signedIn(port, us.administrator);
        administrator.get(ProgramForm.PATH);
        Visitor.Answer faulty = administrator.post(
                ProgramForm.PATH, "name", "Council case system", "a-minute", "many", "roles", "MANAGER");
        assertThat(faulty.status()).isEqualTo(422);
        assertThat(faulty.body()).contains("Choose an agency").contains("Choose at least one thing");
        LocalDate until = UnitedKingdom.day(clock.instant()).plusMonths(6);
        String page = administrator
                .post(ProgramForm.PATH, ProgramForm.of(us, "Council case system", until))
                .body();
        String id = found(CLIENT, page);
        String secret = found(SECRET, page);
        assertThat(administrator.get("/administration/clients/" + id).body())
                .contains("Council case system")
                .contains("meetings:read")
                .doesNotContain(secret);

        HttpResponse<String> given =
                askForToken(basic(id, secret), "grant_type", "client_credentials", "scope", "meetings:read");
        assertThat(given.statusCode()).isEqualTo(200);
        assertThat(given.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        JsonNode answer = json.readTree(given.body());
        assertThat(answer.path("token_type").asString()).isEqualTo("Bearer");
        assertThat(answer.path("expires_in").asInt()).isEqualTo(900);
        assertThat(answer.path("scope").asString()).isEqualTo("meetings:read");
        String token = answer.path("access_token").asString();
        assertThat(get("/api/v1/meetings", token).statusCode()).isEqualTo(200);
        assertThat(get("/api/v1/cases/" + UUID.randomUUID(), token).statusCode())
                .as("a scope the client has and this token was not asked for")
                .isEqualTo(403);
        assertThat(get("/api/v1/meetings", secret).statusCode())
                .as("a secret is not a token")
                .isEqualTo(401);

        administrator.get("/administration/clients/" + id);
        String[] atOnce = {
            "successor",
            "AT_ONCE",
            "until-day",
            "" + until.getDayOfMonth(),
            "until-month",
            "" + until.getMonthValue(),
            "until-year",
            "" + until.getYear()
        };
        String fresh = found(
                SECRET,
                administrator
                        .post("/administration/clients/" + id + "/secret", atOnce)
                        .body());
        assertThat(get("/api/v1/meetings", token).statusCode())
                .as("a token of the replaced secret")
                .isEqualTo(401);
        assertThat(askForToken(basic(id, secret), "grant_type", "client_credentials")
                        .statusCode())
                .isEqualTo(401);
        HttpResponse<String> again =
                askForToken("", "grant_type", "client_credentials", "client_id", id, "client_secret", fresh);
        String second = json.readTree(again.body()).path("access_token").asString();
        assertThat(get("/api/v1/meetings", second).statusCode()).isEqualTo(200);
        clock.set(clock.instant().plus(Duration.ofMinutes(14)));
        assertThat(get("/api/v1/meetings", second).statusCode()).isEqualTo(200);
        clock.set(clock.instant().plus(Duration.ofMinutes(2)));
        assertThat(get("/api/v1/meetings", second).statusCode()).isEqualTo(401);
        clock.reset();
        administrator.post("/administration/clients/" + id + "/end");
        assertThat(get("/api/v1/meetings", second).statusCode()).isEqualTo(401);
        assertThat(askForToken(basic(id, fresh), "grant_type", "client_credentials")
                        .statusCode())
                .isEqualTo(401);
        assertThat(administrator.get("/administration/clients").body()).contains("Ended");
        assertThat(ledger.changesAfter(us.program, 0, 1000))
                .extracting(line -> line.event())
                .contains("api-client-admitted", "api-client-secret-replaced", "api-client-ended");
    }

    private static String found(Pattern pattern, String page) {
        return pattern.matcher(page)
                .results()
                .map(match -> match.group(1))
                .findFirst()
                .orElseThrow(() -> new AssertionError(page));
    }

    @Test
    void whoAsksForATokenWronglyIsToldInTheWordsOfTheStandard() throws Exception {
        ApiClient.Secret client = client(60, Set.of(ClientScope.CASES_READ));
        String id = client.client().actor().member().toString();
        String own = basic(id, client.secret());
        assertThat(askForToken(own).body()).contains("invalid_request");
        assertThat(askForToken(own, "grant_type", "password").body()).contains("unsupported_grant_type");
        assertThat(askForToken(own, "grant_type", "client_credentials", "scope", "cases:read referrals:read")
                        .body())
                .contains("invalid_scope");
        HttpResponse<String> wrong = askForToken(basic(id, "guessed"), "grant_type", "client_credentials");
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.headers().firstValue("WWW-Authenticate").orElse("")).startsWith("Basic");
        assertThat(wrong.body()).contains("invalid_client");
        ApiClient.Secret other = client(60, Set.of(ClientScope.CASES_READ));
        assertThat(askForToken(basic(id, other.secret()), "grant_type", "client_credentials")
                        .statusCode())
                .as("the secret of another client")
                .isEqualTo(401);
        assertThat(askForToken(own, "grant_type", "client_credentials", "client_secret", client.secret())
                        .statusCode())
                .as("proved in two ways at once")
                .isEqualTo(401);
    }

    @Test
    void aTokenThatWasChangedOrMadeForAnotherClientOpensNothing() throws Exception {
        ApiClient.Secret client = client(60, Set.of(ClientScope.MEETINGS_READ));
        ApiClient.Secret other = client(60, Set.of(ClientScope.MEETINGS_READ));
        String token = token(client, Set.of());
        assertThat(get("/api/v1/meetings", token).statusCode()).isEqualTo(200);
        String sealed = token.substring(token.indexOf('.') + 1);
        assertThat(get("/api/v1/meetings", other.client().actor().member() + "." + sealed)
                        .statusCode())
                .isEqualTo(401);
        char last = token.charAt(token.length() - 5);
        for (String forged : List.of(
                token.substring(0, token.length() - 5)
                        + (last == 'A' ? 'B' : 'A')
                        + token.substring(token.length() - 4),
                client.client().actor().member() + ".",
                client.client().actor().member() + ".!!",
                "." + sealed,
                "x." + sealed)) {
            assertThat(get("/api/v1/meetings", forged).statusCode()).as(forged).isEqualTo(401);
        }
    }

    private List<String> refusals() {
        return ledger.lines(us.program, LedgerFilter.ALL, Long.MAX_VALUE, 1000).stream()
                .filter(line -> line.event().equals("program-refused"))
                .peek(line -> assertThat(line.act()).isEqualTo(Act.REFUSED))
                .map(line -> json.readTree(line.detail()).path("fault").asString())
                .toList();
    }

    @Test
    void whateverIsRefusedInTheNameOfAProgramStandsOnTheLedgerOnceAMinuteOfEachKind() throws Exception {
        ApiClient.Secret client = client(4, Set.of(ClientScope.MEETINGS_READ, ClientScope.CASES_READ));
        String id = client.client().actor().member().toString();
        String token = token(client, Set.of(ClientScope.MEETINGS_READ));
        clock.set(clock.instant());
        for (int again = 0; again < 2; again++) {
            askForToken(basic(id, "guessed"), "grant_type", "client_credentials");
            get("/api/v1/meetings", id + "." + "A".repeat(80));
        }
        assertThat(refusals()).containsExactlyInAnyOrder("WRONG_SECRET", "FORGED_TOKEN");
        for (int again = 0; again < 6; again++) {
            get("/api/v1/cases/" + UUID.randomUUID(), token);
        }
        assertThat(refusals())
                .containsExactlyInAnyOrder("WRONG_SECRET", "FORGED_TOKEN", "OUT_OF_SCOPE", "TOO_MANY_REQUESTS");
        clock.set(clock.instant().plus(Duration.ofSeconds(61)));
        get("/api/v1/meetings", id + "." + "A".repeat(80));
        assertThat(refusals()).hasSize(5);
        clock.set(clock.instant().plus(Duration.ofMinutes(15)));
        assertThat(get("/api/v1/meetings", token).statusCode()).isEqualTo(401);
        get("/api/v1/meetings", UUID.randomUUID() + "." + "A".repeat(80));
        assertThat(refusals())
                .as("one that is over is not forged, and one of nobody is nobody's")
                .hasSize(5);
    }

    /** One route of the interface and what it names. */
    private record Route(String method, String pattern, NeedsScope needs) {}

    @Test
    void everyRouteNamesItsScopeAndIsClosedWithoutIt() throws Exception {
        List<Route> routes = new ArrayList<>();
        mapping.getHandlerMethods().forEach((route, handler) -> {
            for (String pattern : route.getPatternValues()) {
                for (RequestMethod method : route.getMethodsCondition().getMethods()) {
                    if (pattern.startsWith("/api/") || pattern.startsWith("/scim/")) {
                        NeedsScope needs = handler.getMethodAnnotation(NeedsScope.class);
                        assertThat(needs).as(method + " " + pattern).isNotNull();
                        routes.add(new Route(method.name(), pattern, needs));
                    }
                }
            }
        });
        assertThat(routes).hasSizeGreaterThan(12);
        ApiClient.Secret whole = client(6000, EnumSet.allOf(ClientScope.class));
        for (Route route : routes) {
            String path =
                    route.pattern().replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
            Set<ClientScope> needed = EnumSet.noneOf(ClientScope.class);
            needed.addAll(Arrays.asList(route.needs().value()));
            Set<ClientScope> others = EnumSet.complementOf(EnumSet.copyOf(needed));
            HttpResponse<String> without = call(route, path, token(whole, others));
            HttpResponse<String> with = call(route, path, token(whole, needed));
            if (needed.isEmpty()) {
                assertThat(without.statusCode()).isEqualTo(200);
                continue;
            }
            assertThat(without.statusCode()).as(route.toString()).isEqualTo(403);
            assertThat(without.body())
                    .contains("\"status\":")
                    .contains(needed.iterator().next().word());
            assertThat(without.headers().firstValue("WWW-Authenticate").orElse(""))
                    .contains("insufficient_scope");
            assertThat(without.headers().firstValue("Content-Type").orElse(""))
                    .contains(route.pattern().startsWith("/scim/") ? "application/scim+json" : "problem+json");
            assertThat(with.statusCode()).as(route.toString()).isNotIn(401, 403).isLessThan(500);
        }
    }

    private HttpResponse<String> call(Route route, String path, String token) throws Exception {
        return send(to(path).header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(
                        route.method(),
                        route.method().equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString("{}")));
    }

    @Test
    void whoAsksTooOftenIsToldWhenToComeBackAndIsLookedAtThen() throws Exception {
        String token = token(client(3, Set.of(ClientScope.MEETINGS_READ)), Set.of());
        String neighbour = token(client(3, Set.of(ClientScope.MEETINGS_READ)), Set.of());
        for (int request = 0; request < 3; request++) {
            assertThat(get("/api/v1/meetings", token).statusCode()).isEqualTo(200);
        }
        HttpResponse<String> tooMany = get("/api/v1/meetings", token);
        assertThat(tooMany.statusCode()).isEqualTo(429);
        assertThat(tooMany.headers().firstValue("Content-Type").orElse("")).contains("application/problem+json");
        long seconds = tooMany.headers().firstValueAsLong("Retry-After").orElseThrow();
        assertThat(seconds).isBetween(1L, 60L);
        assertThat(get("/api/v1/meetings", neighbour).statusCode()).isEqualTo(200);
        clock.set(clock.instant().plusSeconds(seconds));
        assertThat(get("/api/v1/meetings", token).statusCode()).isEqualTo(200);
    }

    @Test
    void aProgramThatKeepsPeopleDoesNothingElseAndNoOtherKeepsPeople() {
        Visitor administrator = Visitor.signedIn(port, us.administrator);
        administrator.get(ProgramForm.PATH);
        LocalDate until = UnitedKingdom.day(clock.instant()).plusMonths(6);
        for (String[] wrong : List.of(
                ProgramForm.of(
                        us, "Payroll", Role.ADMINISTRATOR, List.of(ClientScope.SCIM, ClientScope.MEETINGS_READ), until),
                ProgramForm.of(us, "Payroll", Role.PANEL_COORDINATOR, List.of(ClientScope.SCIM), until),
                ProgramForm.of(
                        us,
                        "Payroll",
                        Role.ADMINISTRATOR,
                        List.of(ClientScope.CASES_READ, ClientScope.MEETINGS_READ),
                        until))) {
            Visitor.Answer answer = administrator.post(ProgramForm.PATH, wrong);
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.body()).contains("A program that keeps joiners and leavers does only that");
        }
    }
}
