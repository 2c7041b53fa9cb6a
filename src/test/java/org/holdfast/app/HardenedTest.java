package org.holdfast.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.holdfast.HoldfastTest;
import org.holdfast.TestClock;
import org.holdfast.TestPartnership;
import org.holdfast.Visitor;
import org.holdfast.audit.Ledger;
import org.holdfast.audit.LedgerFilter;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.oversight.UnusualKind;
import org.holdfast.oversight.UnusualLooks;
import org.holdfast.partnership.Limit;
import org.holdfast.partnership.Limits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** What docs/running/security.md says of an encrypted connection, of sessions, of settings that are refused, and of taking much away. */
@HoldfastTest
class HardenedTest {

    private static final Pattern HIDDEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]*)\"");

    private final TestPartnership us;
    private final Ledger ledger;
    private final TestClock clock;
    private final PasswordEncoder passwords;
    private final JdbcTemplate database;
    private final int most;
    private final int mostCases;
    private final UnusualLooks unusual;
    private final int port;
    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, String> cookies = new HashMap<>();

    HardenedTest(
            TestPartnership.Founder founder,
            Ledger ledger,
            TestClock clock,
            PasswordEncoder passwords,
            JdbcTemplate database,
            Limits limits,
            UnusualLooks unusual,
            @LocalServerPort int port) {
        this.us = founder.found(Instant.now());
        this.ledger = ledger;
        this.clock = clock;
        this.passwords = passwords;
        this.database = database;
        this.most = limits.of(Limit.PAPERS_AN_HOUR);
        this.unusual = unusual;
        this.mostCases = limits.of(Limit.CASES_AN_HOUR);
        this.port = port;
    }

    @Test
    void overAnEncryptedConnectionNobodyElsePlantsACookieAndNothingIsLeftInTheBrowser() throws Exception {
        HttpResponse<String> signIn = encrypted("/sign-in", null);
        assertThat(signIn.headers().firstValue("Strict-Transport-Security").orElse(""))
                .contains("max-age=31536000", "includeSubDomains");
        HttpResponse<String> in = encrypted(
                "/sign-in",
                "username=" + us.coordinator.username() + "&password=" + TestPartnership.PASSWORD.replace(" ", "+")
                        + "&_csrf=" + hidden(signIn));
        assertThat(in.statusCode()).isEqualTo(302);
        assertThat(cookies).containsOnlyKeys("__Host-holdfast", "__Secure-holdfast-known");
        assertThat(in.headers().allValues("Set-Cookie"))
                .allMatch(cookie ->
                        cookie.contains("Secure") && cookie.contains("HttpOnly") && !cookie.contains("Domain"));
        HttpResponse<String> help = encrypted("/help", null);
        HttpResponse<String> nothing = encrypted("/no-such-page", null);
        assertThat(nothing.statusCode()).isEqualTo(404);
        assertThat(nothing.body())
                .as("a page of a fault knows the session too")
                .contains(us.coordinator.member().name());
        assertThat(cookies).containsOnlyKeys("__Host-holdfast", "__Secure-holdfast-known");
        assertThat(encrypted("/work", null).statusCode()).isEqualTo(200);

        String ours = cookies.remove("__Host-holdfast");
        cookies.put("holdfast", ours);
        assertThat(encrypted("/work", null).statusCode())
                .as("a cookie that somebody on the line may have planted")
                .isEqualTo(302);
        cookies.put("__Host-holdfast", ours);
        HttpResponse<String> out = encrypted("/sign-out", "_csrf=" + hidden(help));
        assertThat(out.statusCode()).isEqualTo(302);
        assertThat(out.headers().firstValue("Clear-Site-Data").orElse("")).contains("cache", "storage");
    }

    @Test
    void aSessionIsReadBackAsWhatSessionsHoldAndAsNothingElse() throws IOException {
        Entered entered = new Entered(Instant.EPOCH, "192.0.2.1", "Firefox", "Linux");
        assertThat(SessionContent.read(new ByteArrayInputStream(new SerializingConverter().convert(entered))))
                .isEqualTo(entered);
        byte[] another = new SerializingConverter().convert(new java.net.InetSocketAddress("127.0.0.1", 80));
        assertThatThrownBy(() -> SessionContent.read(new ByteArrayInputStream(another)))
                .hasMessageContaining("filter status: REJECTED");
    }

    @Test
    void aPasswordThatWasHashedAtLowerCostsIsHashedAnewAsItIsUsed() {
        String weak = new Argon2PasswordEncoder(16, 32, 1, 8 * 1024, 1).encode(TestPartnership.PASSWORD);
        database.update(
                "update partnership.account set password_hash = ? where username = ?", weak, us.chair.username());
        Visitor.signedIn(port, us.chair);
        String anew = hashOf(us.chair);
        assertThat(anew).isNotEqualTo(weak);
        assertThat(passwords.upgradeEncoding(anew)).isFalse();
        Visitor.signedIn(port, us.chair);
        assertThat(hashOf(us.chair)).as("once").isEqualTo(anew);
    }

    private String hashOf(TestPartnership.Person person) {
        return String.valueOf(database.queryForObject(
                "select password_hash from partnership.account where username = ?", String.class, person.username()));
    }

    @Test
    void whoeverOpensMoreCasesThanAnybodyNeedsIsToldWhenToComeBackAndInformationGovernanceFindsIt() {
        clock.set(Instant.now());
        Visitor visitor = Visitor.signedIn(port, us.chair);
        UUID first = UUID.randomUUID();
        for (int again = 0; again < 3; again++) {
            assertThat(visitor.get("/cases/" + first).status())
                    .as("one case, however often it is read")
                    .isEqualTo(404);
        }
        assertThat(visitor.post("/cases/" + UUID.randomUUID() + "/updates").status())
                .as("what is sent opens nothing")
                .isEqualTo(404);
        for (int more = 1; more < mostCases; more++) {
            assertThat(visitor.get("/cases/" + UUID.randomUUID()).status())
                    .as("whether there is such a case or not")
                    .isEqualTo(404);
        }
        Visitor.Answer refused = visitor.get("/cases/" + UUID.randomUUID());
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.body()).contains("You have opened many cases", "You can go on at");
        assertThat(visitor.headers().firstValue("Retry-After")).isPresent();
        assertThat(visitor.get("/records/cases/" + UUID.randomUUID()).status()).isEqualTo(429);
        assertThat(visitor.get("/cases/" + first + "/plan").status())
                .as("what was opened within the hour can be read again")
                .isNotEqualTo(429);
        assertThat(visitor.get("/work").status()).isEqualTo(200);
        LocalDate today = UnitedKingdom.day(clock.instant());
        assertThat(unusual.see(us.informationGovernance.actor(), today, today, clock.instant())
                        .orThrow()
                        .items())
                .map(item -> item.unusual())
                .filteredOn(one -> one.kind() == UnusualKind.STOPPED)
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.member()).isEqualTo(us.chair.member().id().value());
                    assertThat(one.count()).isEqualTo(2);
                });
        clock.set(Instant.now().plus(Duration.ofMinutes(55)));
        assertThat(Visitor.signedIn(port, us.chair)
                        .get("/cases/" + UUID.randomUUID())
                        .status())
                .as("before the hour is over")
                .isEqualTo(429);
        clock.set(Instant.now().plus(Duration.ofMinutes(61)));
        assertThat(Visitor.signedIn(port, us.chair)
                        .get("/cases/" + UUID.randomUUID())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whoeverTakesAwayMorePapersThanAnybodyNeedsIsToldWhenToComeBackAndItIsOnTheLedger() {
        clock.set(Instant.now());
        Visitor visitor = Visitor.signedIn(port, us.coordinator);
        for (int paper = 0; paper < most; paper++) {
            assertThat(visitor.get("/meetings/quarter.csv").status()).isEqualTo(200);
        }
        String meeting = "/meetings/" + UUID.randomUUID();
        List<String> papers = List.of(
                meeting + "/pack.pdf",
                meeting + "/minutes.odt",
                "/records/requests/" + UUID.randomUUID() + "/records.zip",
                "/cases/" + UUID.randomUUID() + "/files/" + UUID.randomUUID());
        for (String paper : papers) {
            assertThat(visitor.get(paper).status()).as(paper).isEqualTo(429);
        }
        Visitor.Answer refused = visitor.get("/meetings/quarter.csv");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.body()).contains("You have taken away many papers", "You can go on at");
        assertThat(Integer.parseInt(visitor.headers().firstValue("Retry-After").orElseThrow()))
                .as("seconds of the hour that are left")
                .isBetween(3000, 3601);
        assertThat(ledger.lines(us.coordinator.actor(), LedgerFilter.ALL, Long.MAX_VALUE, 5))
                .anyMatch(line -> line.event().equals("papers-refused"));
        LocalDate today = UnitedKingdom.day(clock.instant());
        assertThat(unusual.see(us.informationGovernance.actor(), today, today, clock.instant())
                        .orThrow()
                        .items())
                .map(item -> item.unusual())
                .filteredOn(one -> one.kind() == UnusualKind.STOPPED)
                .singleElement()
                .satisfies(one -> assertThat(one.count()).isEqualTo(papers.size() + 1));
        assertThat(visitor.get("/work").status()).as("pages are read meanwhile").isEqualTo(200);
        assertThat(Visitor.signedIn(port, us.chair).get("/meetings/quarter.csv").status())
                .as("others are not kept from theirs")
                .isNotEqualTo(429);
        clock.set(Instant.now().plus(Duration.ofMinutes(61)));
        assertThat(Visitor.signedIn(port, us.coordinator)
                        .get("/meetings/quarter.csv")
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://localhost/holdfast, true",
        "jdbc:postgresql://127.0.0.1:5432/holdfast, true",
        "jdbc:postgresql://[::1]:5432/holdfast, true",
        "jdbc:postgresql:holdfast, true",
        "jdbc:postgresql://db.example.org/holdfast, false",
        "'jdbc:postgresql://localhost,db.example.org/holdfast', false",
        "jdbc:postgresql://localhost.elsewhere.example/holdfast, false",
        "jdbc:postgresql://db.example.org/holdfast?sslmode=verify-full, true",
        "jdbc:postgresql://db.example.org/holdfast?user=x&sslmode=disable, true",
        "jdbc:postgresql://db.example.org/holdfast?sslmode=prefer, false"
    })
    void aDatabaseOnAnotherMachineIsReachedEncryptedOrBecauseSomebodySaidNot(String url, boolean taken) {
        if (taken) {
            assertThat(Database.encrypted(url)).isEqualTo(url);
        } else {
            assertThatThrownBy(() -> Database.encrypted(url)).hasMessageContaining("sslmode=verify-full");
        }
    }

    private static String hidden(HttpResponse<String> page) {
        Matcher hidden = HIDDEN.matcher(page.body());
        assertThat(hidden.find()).isTrue();
        return hidden.group(1);
    }

    /** As a proxy hands on what came over TLS. */
    private HttpResponse<String> encrypted(String path, @org.jspecify.annotations.Nullable String form)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("X-Forwarded-Proto", "https")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .method(
                        form == null ? "GET" : "POST",
                        form == null ? BodyPublishers.noBody() : BodyPublishers.ofString(form));
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        for (String set : answer.headers().allValues("Set-Cookie")) {
            List<String> pair = List.of(set.substring(0, set.indexOf(';')).split("=", 2));
            cookies.put(pair.getFirst(), pair.getLast());
        }
        return answer;
    }
}
