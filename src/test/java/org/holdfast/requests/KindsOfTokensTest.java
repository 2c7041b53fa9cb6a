package org.holdfast.requests;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.holdfast.HoldfastTest;
import org.holdfast.TestClock;
import org.holdfast.TestPartnership;
import org.holdfast.Visitor;
import org.holdfast.audit.Role;
import org.holdfast.meetings.MeetingId;
import org.holdfast.partnership.Accounts;
import org.holdfast.partnership.Agency;
import org.holdfast.partnership.AgencyKind;
import org.holdfast.partnership.ApiClient;
import org.holdfast.partnership.ApiClients;
import org.holdfast.partnership.ClientScope;
import org.holdfast.sharing.Basis;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.Involvement;
import org.holdfast.sharing.Sharing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Whatever opens something opens one kind of thing: a secret of one kind is worth nothing where another is expected (ASVS 9.2.2). */
@HoldfastTest
class KindsOfTokensTest {

    private static final String MAILBOX = "office@example-street.example";

    private final ApiClients clients;
    private final Accounts accounts;
    private final TestClock clock;
    private final TestPartnership us;
    private final CaseId ann;
    private final int port;
    private final GreenMail server = new GreenMail(new ServerSetup(0, null, "smtp"));
    private final Instant now = Instant.parse("2026-03-02T10:00:00Z");
    private final PostedGuests posted;
    private final RequestId asked;
    private final HttpClient http = HttpClient.newHttpClient();

    KindsOfTokensTest(
            ApiClients clients,
            Accounts accounts,
            Requests requests,
            Sharing sharing,
            TestClock clock,
            PostedGuests posted,
            PanelToAsk day,
            TestPartnership.Founder founder,
            @LocalServerPort int port) {
        this.clients = clients;
        this.accounts = accounts;
        this.clock = clock;
        this.port = port;
        this.posted = posted;
        us = founder.found(now);
        Agency school = us.agency("Example Street Academy", AgencyKind.EDUCATION);
        ann = day.waiting(us, "Ann Testchild", now);
        sharing.involve(us.coordinator.actor(), ann, Involvement.of(school.id(), Basis.AGENCY, now), now);
        MeetingId panel = day.planned(us, LocalDate.of(2026, 3, 18), now);
        requests.ask(us.coordinator.actor(), panel, now).orThrow();
        asked = requests.board(us.coordinator.actor(), panel, now).orThrow().rows().stream()
                .map(Requests.Row::request)
                .filter(request -> request.agency().equals(school.id()))
                .map(Request::id)
                .findFirst()
                .orElseThrow();
    }

    @BeforeEach
    void aMailServer() {
        server.start();
        clock.set(now);
    }

    @AfterEach
    void itStops() {
        server.stop();
        clock.reset();
    }

    /** One of each kind that there is, fresh and good at its own place. */
    private Map<String, String> oneOfEach() throws Exception {
        Map<String, String> kinds = new LinkedHashMap<>();
        ApiClient.Secret program = clients.admit(
                us.program,
                us.council,
                "Council case system",
                Set.of(Role.PANEL_COORDINATOR),
                Set.of(ClientScope.MEETINGS_READ),
                6000,
                now);
        kinds.put("secret of a program", program.secret());
        kinds.put(
                "token of a program",
                clients.token(new ApiClient.Proved(program.client(), program.number()), Set.of(), now)
                        .token());
        kinds.put(
                "link of a password",
                accounts.givePasswordLink(
                                us.administrator.actor(), us.chair.member().id(), false, now)
                        .orThrow());
        Visitor worker = Visitor.signedIn(port, us.coordinator);
        kinds.put("session", worker.session());
        String views = "/cases/" + ann.value() + "/views";
        worker.get(views);
        worker.post(views, "tongue", "en", "about", "The panel of next week", "word", "", "days", "7");
        kinds.put("link of a child", found("/v/([\\w-]{43})", worker.get(views).body()));
        posted.through(server.getSmtp().getPort())
                .invite(us.coordinator.actor(), asked, MAILBOX, now)
                .orThrow();
        assertThat(server.waitForIncomingEmail(10_000, 1)).isTrue();
        kinds.put("link of a guest", found("/g/([\\w-]{43})", (String) server.getReceivedMessages()[0].getContent()));
        client = program.client().actor().member().toString();
        return kinds;
    }

    private String client = "";

    private static String found(String pattern, String text) {
        Matcher found = Pattern.compile(pattern).matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return found.group(1);
    }

    /** Whether something opens at the place of a kind. */
    private boolean opens(String place, String secret) throws Exception {
        return switch (place) {
            case "token of a program" ->
                new Visitor(port).api("GET", "/api/v1/meetings", secret).status() == 200;
            case "secret of a program" ->
                http.send(
                                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/oauth2/token"))
                                                .header("Content-Type", "application/x-www-form-urlencoded")
                                                .POST(BodyPublishers.ofString("grant_type=client_credentials&client_id="
                                                        + client + "&client_secret="
                                                        + URLEncoder.encode(secret, StandardCharsets.UTF_8)))
                                                .build(),
                                        BodyHandlers.ofString())
                                .statusCode()
                        == 200;
            case "link of a password" ->
                new Visitor(port).get("/sign-in/password/" + secret).status() == 200;
            case "link of a child" -> new Visitor(port).get("/v/" + secret).status() == 200;
            case "link of a guest" -> new Visitor(port).get("/g/" + secret).status() == 200;
            case "session" -> {
                Visitor visitor = new Visitor(port);
                visitor.withSession(secret);
                yield visitor.get("/work").status() == 200;
            }
            default -> throw new IllegalArgumentException(place);
        };
    }

    @Test
    void eachKindOpensAtItsOwnPlaceAndAtNoOther() throws Exception {
        Map<String, String> kinds = oneOfEach();
        for (String place : kinds.keySet()) {
            for (Map.Entry<String, String> kind : kinds.entrySet()) {
                assertThat(opens(place, kind.getValue()))
                        .as("a " + kind.getKey() + " where a " + place + " is expected")
                        .isEqualTo(kind.getKey().equals(place));
            }
        }
    }
}
