package org.holdfast.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.holdfast.HoldfastTest;
import org.holdfast.TestClock;
import org.holdfast.TestPartnership;
import org.holdfast.Visitor;
import org.holdfast.audit.Act;
import org.holdfast.audit.Ledger;
import org.holdfast.audit.LedgerFilter;
import org.holdfast.audit.Role;
import org.holdfast.casework.MyWork;
import org.holdfast.casework.WorkItem;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.mail.Outbox;
import org.holdfast.partnership.ApiClient;
import org.holdfast.partnership.ApiClients;
import org.holdfast.partnership.ClientScope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** No secret of a program is good for ever: it has a last day, administrators are told before, and a successor comes without a gap. */
@HoldfastTest
class SecretsEndTest {

    private static final Pattern SECRET = Pattern.compile("data-secret>([A-Za-z0-9_-]{43})<");

    private final TestPartnership.Founder founder;
    private final ApiClients admitted;
    private final SecretsEnd round;
    private final Outbox outbox;
    private final MyWork work;
    private final Ledger ledger;
    private final TestClock clock;
    private final int port;
    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();
    private TestPartnership us;
    private Instant now;
    private LocalDate today;

    SecretsEndTest(
            TestPartnership.Founder founder,
            ApiClients admitted,
            SecretsEnd round,
            Outbox outbox,
            MyWork work,
            Ledger ledger,
            TestClock clock,
            @LocalServerPort int port) {
        this.founder = founder;
        this.admitted = admitted;
        this.round = round;
        this.outbox = outbox;
        this.work = work;
        this.ledger = ledger;
        this.clock = clock;
        this.port = port;
    }

    @BeforeEach
    void aPartnership() {
        now = clock.instant();
        today = UnitedKingdom.day(now);
        us = founder.found(now);
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    private ApiClient.Secret program(LocalDate lastDay) {
        return admitted.admit(
                us.program,
                us.council,
                "Council case system",
                Set.of(Role.PANEL_COORDINATOR),
                Set.of(ClientScope.MEETINGS_READ),
                60,
                lastDay,
                now);
    }

    private void noonOf(LocalDate day) {
        clock.set(day, LocalTime.NOON);
    }

    private JsonNode askForToken(ApiClient program, String secret) throws Exception {
        String form =
                "grant_type=client_credentials&client_id=" + program.actor().member() + "&client_secret=" + secret;
        return json.readTree(http.send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/oauth2/token"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(BodyPublishers.ofString(form))
                                .build(),
                        BodyHandlers.ofString())
                .body());
    }

    private int meetings(JsonNode token) {
        return new Visitor(port)
                .api("GET", "/api/v1/meetings", token.path("access_token").asString())
                .status();
    }

    private static String[] another(LocalDate lastDay, String successor) {
        return new String[] {
            "until-day",
            "" + lastDay.getDayOfMonth(),
            "until-month",
            "" + lastDay.getMonthValue(),
            "until-year",
            "" + lastDay.getYear(),
            "successor",
            successor
        };
    }

    private List<String> letters() {
        return outbox.own(us.administrator.actor(), 1).messages().stream()
                .map(message -> message.kept().message().textKey())
                .toList();
    }

    private List<WorkItem> waiting() {
        return work.of(us.administrator.actor(), clock.instant()).stream()
                .map(MyWork.Row::item)
                .filter(item -> item.key().startsWith("administration.work."))
                .toList();
    }

    @Test
    void aProgramChangesToTheSuccessorOfItsSecretWithoutAGap() throws Exception {
        ApiClient.Secret first = program(today.plusDays(200));
        ApiClient program = first.client();
        JsonNode early = askForToken(program, first.secret());
        assertThat(meetings(early)).isEqualTo(200);
        String page = "/administration/clients/" + program.actor().member();
        Visitor administrator = Visitor.signedIn(port, us.administrator);
        administrator.get(page);
        String shown = administrator
                .post(page + "/secret", another(today.plusDays(300), "OVERLAPS"))
                .body();
        String second = SECRET.matcher(shown)
                .results()
                .map(match -> match.group(1))
                .findFirst()
                .orElseThrow(() -> new AssertionError(shown));
        assertThat(meetings(early)).as("a token of the one before").isEqualTo(200);
        assertThat(admitted.client(us.program, program.actor().member())
                        .orElseThrow()
                        .secrets())
                .extracting(secret -> secret.lastDay())
                .containsExactly(today.plusDays(14), today.plusDays(300));

        noonOf(today.plusDays(14));
        JsonNode last = askForToken(program, first.secret());
        assertThat(meetings(last)).as("to the end of the last day").isEqualTo(200);
        assertThat(meetings(askForToken(program, second))).isEqualTo(200);

        clock.set(today.plusDays(15), LocalTime.of(0, 1));
        JsonNode refused = askForToken(program, first.secret());
        assertThat(refused.path("error").asString()).isEqualTo("invalid_client");
        assertThat(refused.path("error_description").asString())
                .contains("" + today.plusDays(14))
                .contains("administrator");
        assertThat(meetings(askForToken(program, second))).isEqualTo(200);
        assertThat(ledger.lines(us.program, LedgerFilter.ALL, Long.MAX_VALUE, 1000))
                .filteredOn(line -> line.event().equals("ended-secret-refused"))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.act()).isEqualTo(Act.REFUSED);
                    assertThat(line.actor()).isEqualTo(program.actor().member());
                });
    }

    @Test
    void aTokenIsWorthNothingOnceItsSecretHasEnded() throws Exception {
        ApiClient.Secret first = program(today);
        clock.set(today, LocalTime.of(23, 55));
        JsonNode token = askForToken(first.client(), first.secret());
        assertThat(meetings(token)).isEqualTo(200);
        clock.set(clock.instant().plus(Duration.ofMinutes(6)));
        assertThat(meetings(token)).isEqualTo(401);
    }

    @Test
    void ofTwoSecretsOneIsTakenBackAtOnceAndTheProgramGoesOnWithTheOther() throws Exception {
        ApiClient.Secret first = program(today.plusDays(200));
        ApiClient program = first.client();
        String second = admitted.anotherSecret(us.program, program.actor().member(), today.plusDays(300), true, now)
                .orElseThrow();
        JsonNode early = askForToken(program, first.secret());
        String page = "/administration/clients/" + program.actor().member();
        Visitor administrator = Visitor.signedIn(port, us.administrator);
        assertThat(administrator.get(page).body()).contains("Take secret 1 back now");
        assertThat(administrator.post(page + "/secret/1/end").status()).isEqualTo(303);
        assertThat(meetings(early)).isEqualTo(401);
        assertThat(askForToken(program, first.secret()).path("error").asString())
                .isEqualTo("invalid_client");
        assertThat(meetings(askForToken(program, second))).isEqualTo(200);
        administrator.get(page);
        assertThat(administrator.post(page + "/secret/1/end").status())
                .as("once")
                .isEqualTo(404);
    }

    @Test
    void administratorsAreToldAMonthAndAWeekBeforeAndMyWorkSaysItUntilThereIsAnother() {
        ApiClient program = program(today.plusDays(100)).client();
        round.make(us.program, now);
        noonOf(today.plusDays(69));
        round.make(us.program, clock.instant());
        assertThat(letters()).isEmpty();
        assertThat(waiting()).isEmpty();

        noonOf(today.plusDays(70));
        round.make(us.program, clock.instant());
        round.make(us.program, clock.instant());
        assertThat(letters()).containsExactly("administration.secret-ends");
        assertThat(waiting()).singleElement().satisfies(item -> {
            assertThat(item.path())
                    .isEqualTo("/administration/clients/" + program.actor().member());
            assertThat(item.dueAt()).isEqualTo(UnitedKingdom.endOf(today.plusDays(100)));
        });
        assertThat(work.of(us.coordinator.actor(), clock.instant()))
                .as("it waits for administrators")
                .noneMatch(row -> row.item().key().startsWith("administration.work."));

        noonOf(today.plusDays(93));
        round.make(us.program, clock.instant());
        round.make(us.program, clock.instant());
        assertThat(letters()).hasSize(2).containsOnly("administration.secret-ends");

        noonOf(today.plusDays(101));
        round.make(us.program, clock.instant());
        assertThat(letters()).hasSize(3).contains("administration.secret-ended");
        assertThat(waiting()).hasSize(1);
        assertThat(Visitor.signedIn(port, us.administrator)
                        .get("/administration/clients")
                        .body())
                .contains("Secret ended");

        admitted.anotherSecret(us.program, program.actor().member(), today.plusDays(300), true, clock.instant());
        round.make(us.program, clock.instant());
        assertThat(waiting()).isEmpty();
        assertThat(letters()).hasSize(3);
    }

    @Test
    void nobodyMakesASecretForLongerThanSecretsLastOrForADayThatHasPassed() {
        ApiClient program = program(today.plusDays(100)).client();
        String page = "/administration/clients/" + program.actor().member();
        Visitor administrator = Visitor.signedIn(port, us.administrator);
        for (LocalDate wrong : List.of(today.minusDays(1), today.plusDays(366))) {
            administrator.get(page);
            Visitor.Answer answer = administrator.post(page + "/secret", another(wrong, "AT_ONCE"));
            assertThat(answer.status()).as(wrong.toString()).isEqualTo(422);
            assertThat(answer.body()).contains("Enter a last day from today to");
        }
        administrator.get(page);
        assertThat(administrator
                        .post(page + "/secret", another(today.plusDays(365), ""))
                        .body())
                .contains("Say what becomes of the secret");
        assertThat(administrator.get(page).body()).doesNotContain("data-secret");
    }
}
