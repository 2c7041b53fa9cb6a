package org.holdfast.administration;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.holdfast.HoldfastTest;
import org.holdfast.TestClock;
import org.holdfast.TestPartnership;
import org.holdfast.Visitor;
import org.holdfast.audit.Act;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.audit.LedgerEvent;
import org.holdfast.audit.LedgerLine;
import org.holdfast.audit.Role;
import org.holdfast.casework.Cases;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.partnership.Agency;
import org.holdfast.partnership.ApiClient;
import org.holdfast.partnership.ApiClients;
import org.holdfast.partnership.ClientScope;
import org.holdfast.partnership.WebhookDelivery;
import org.holdfast.partnership.WebhookFault;
import org.holdfast.partnership.WebhookKind;
import org.holdfast.partnership.WebhookState;
import org.holdfast.people.BirthDate;
import org.holdfast.people.ChildFacts;
import org.holdfast.people.ChildName;
import org.holdfast.people.NewChild;
import org.holdfast.people.People;
import org.holdfast.people.Sex;
import org.holdfast.sharing.Basis;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.Involvement;
import org.holdfast.sharing.Sharing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program is told what happens in the cases that it may see: signed, once more where it did not answer, and never into a closed network. */
@HoldfastTest
class WebhooksTest {

    private static final Pattern SIGNING = Pattern.compile("data-signing>([A-Za-z0-9_-]{43})<");

    private final TestPartnership.Founder founder;
    private final ApiClients admitted;
    private final Clients clients;
    private final Staff staff;
    private final Telling round;
    private final Cases cases;
    private final People people;
    private final Sharing sharing;
    private final Ledger ledger;
    private final JdbcClient sql;
    private final TestClock clock;
    private final int port;
    private final JsonMapper json = JsonMapper.builder().build();

    /** What came to the program, and what it answers next; 200 where nothing is said. */
    private record Came(String path, Headers headers, String body) {}

    private final List<Came> came = new CopyOnWriteArrayList<>();
    private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();
    private HttpServer listening;
    private TestPartnership us;
    private Instant now;

    WebhooksTest(
            TestPartnership.Founder founder,
            ApiClients admitted,
            Clients clients,
            Staff staff,
            Telling round,
            Cases cases,
            People people,
            Sharing sharing,
            Ledger ledger,
            JdbcClient sql,
            TestClock clock,
            @LocalServerPort int port) {
        this.founder = founder;
        this.admitted = admitted;
        this.clients = clients;
        this.staff = staff;
        this.round = round;
        this.cases = cases;
        this.people = people;
        this.sharing = sharing;
        this.ledger = ledger;
        this.sql = sql;
        this.clock = clock;
        this.port = port;
    }

    @BeforeEach
    void aPartnershipAndAProgramThatListens() throws IOException {
        now = clock.instant();
        us = founder.found(now);
        listening = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        listening.createContext("/", answering());
        listening.start();
    }

    @AfterEach
    void nobodyListens() {
        listening.stop(0);
        clock.reset();
    }

    private HttpHandler answering() {
        return exchange -> {
            came.add(new Came(
                    exchange.getRequestURI().getPath(),
                    exchange.getRequestHeaders(),
                    new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            Integer said = answers.poll();
            exchange.getResponseHeaders()
                    .set(
                            "Location",
                            "http://localhost:" + exchange.getLocalAddress().getPort() + "/elsewhere");
            exchange.sendResponseHeaders(said == null ? 200 : said, -1);
            exchange.close();
        };
    }

    private String address() {
        return "http://127.0.0.1:" + listening.getAddress().getPort() + "/holdfast?from=here";
    }

    private ApiClient program(Agency agency, Role role, ClientScope... scopes) {
        return admitted.admit(us.program, agency, agency.name() + " system", Set.of(role), Set.of(scopes), 60, now)
                .client();
    }

    private void told(ApiClient program, WebhookKind... kinds) {
        clients.tell(
                        us.administrator.actor(),
                        program.actor().member(),
                        new Clients.Listening(address(), Set.of(kinds)),
                        now)
                .orThrow();
    }

    private CaseId aCaseOpens(String name) {
        Actor by = us.coordinator.actor();
        ChildFacts facts = ChildFacts.of(
                ChildName.asKnown(name), BirthDate.of(UnitedKingdom.day(now).minusYears(15)), Sex.FEMALE);
        return cases.open(by, people.create(by, NewChild.of(facts, "test"), now), now);
    }

    private void round() {
        round.make(us.program, clock.instant());
    }

    private Clients.Opened opened(ApiClient program) {
        return clients.open(us.administrator.actor(), program.actor().member(), clock.instant())
                .orThrow();
    }

    private List<WebhookState> states(ApiClient program) {
        return opened(program).deliveries().stream().map(WebhookDelivery::state).toList();
    }

    private UUID cameAbout(Came one) {
        return UUID.fromString(json.readTree(one.body()).path("caseId").asString());
    }

    @Test
    void anAdministratorGivesTheAddressAndTheProgramIsToldIdsUnderASignatureThatOnlyItCanCheck() throws Exception {
        ApiClient program = program(us.council, Role.PANEL_COORDINATOR, ClientScope.CASES_READ);
        CaseId before = aCaseOpens("Ann Testchild");
        String page = "/administration/clients/" + program.actor().member();
        Visitor administrator = Visitor.signedIn(port, us.administrator);
        assertThat(administrator.get(page).body()).contains("Where cases stand").doesNotContain("value=\"DECISIONS\"");
        Visitor.Answer faulty =
                administrator.post(page + "/webhook", "address", "https://10.1.2.3/holdfast", "kinds", "DECISIONS");
        assertThat(faulty.status()).isEqualTo(422);
        assertThat(faulty.body())
                .contains("leads to this machine or into a network of its own")
                .contains("Choose at least one thing to tell")
                .contains("https://10.1.2.3/holdfast");
        String shown = administrator
                .post(page + "/webhook", "address", address(), "kinds", "CASES")
                .body();
        String secret = SIGNING.matcher(shown)
                .results()
                .map(match -> match.group(1))
                .findFirst()
                .orElseThrow(() -> new AssertionError(shown));
        assertThat(administrator.get(page).body()).contains(address()).doesNotContain(secret);
        byte[] kept = ledger.within(
                us.program,
                () -> sql.sql("select secret from partnership.webhook where client_id = :client")
                        .param("client", program.actor().member())
                        .query(byte[].class)
                        .single());
        assertThat(new String(kept, StandardCharsets.ISO_8859_1)).doesNotContain(secret);

        CaseId bea = aCaseOpens("Bea Testchild");
        round();
        round();

        assertThat(came).hasSize(1);
        Came one = came.getFirst();
        assertThat(one.path()).isEqualTo("/holdfast");
        assertThat(one.headers().getFirst("Content-Type")).isEqualTo("application/json");
        String timestamp = one.headers().getFirst("Holdfast-Timestamp");
        assertThat(Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), clock.instant()))
                .isLessThan(Duration.ofMinutes(5));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        assertThat(one.headers().getFirst("Holdfast-Signature"))
                .isEqualTo("sha256="
                        + HexFormat.of()
                                .formatHex(
                                        mac.doFinal((timestamp + "." + one.body()).getBytes(StandardCharsets.UTF_8))));
        JsonNode body = json.readTree(one.body());
        assertThat(body.propertyNames()).containsExactlyInAnyOrder("delivery", "event", "at", "caseId", "subjectId");
        assertThat(body.path("delivery").asString()).isEqualTo(one.headers().getFirst("Holdfast-Delivery"));
        assertThat(body.path("event").asString()).isEqualTo("case-opened");
        assertThat(Instant.parse(body.path("at").asString())).isBetween(now.minusSeconds(1), now.plusSeconds(1));
        assertThat(cameAbout(one)).isEqualTo(bea.value()).isNotEqualTo(before.value());
        assertThat(one.body()).doesNotContain("Bea", "Testchild");
        assertThat(ledger.linesAbout(us.coordinator.actor(), bea.value(), 10))
                .as("that it went to the program is a look of the program's")
                .filteredOn(line -> line.event().equals("program-told"))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.act()).isEqualTo(Act.LOOKED);
                    assertThat(line.actor()).isEqualTo(program.actor().member());
                });
        assertThat(administrator.get(page).body()).contains("case opened", "Arrived", "Status 200");
        assertThat(ledger.changesAfter(us.program, 0, 1000))
                .extracting(LedgerLine::event)
                .contains("webhook-set");
        assertThat(administrator
                        .post(page + "/webhook", "address", address(), "kinds", "CASES")
                        .body())
                .as("who has not seen what stands there changes nothing")
                .contains("Somebody else has changed this meanwhile");
    }

    @Test
    void whatIsNotTakenIsTriedAgainLaterUnderTheSameIdAndNoRedirectIsFollowed() {
        ApiClient program = program(us.council, Role.PANEL_COORDINATOR, ClientScope.CASES_READ);
        told(program, WebhookKind.CASES);
        answers.addAll(List.of(500, 302));
        aCaseOpens("Ann Testchild");
        clock.set(now);
        round();
        assertThat(came).hasSize(1);
        assertThat(opened(program).deliveries().getFirst().answer().status()).isEqualTo(500);
        clock.set(now.plusSeconds(50));
        round();
        assertThat(came).as("before its time").hasSize(1);
        clock.set(now.plusSeconds(90));
        round();
        assertThat(came).hasSize(2);
        assertThat(opened(program).deliveries().getFirst().answer().status()).isEqualTo(302);
        assertThat(states(program)).containsExactly(WebhookState.WAITING);
        clock.set(now.plusSeconds(90 + 150));
        round();
        assertThat(states(program)).containsExactly(WebhookState.TAKEN);

        assertThat(came).hasSize(3).allMatch(one -> one.path().equals("/holdfast"));
        assertThat(came.stream().map(one -> one.headers().getFirst("Holdfast-Delivery")))
                .as("whoever got it already knows it by its id")
                .containsOnly(opened(program).deliveries().getFirst().id().toString());
        assertThat(came.stream().map(Came::body)).containsOnly(came.getFirst().body());
        assertThat(came.stream().map(one -> one.headers().getFirst("Holdfast-Timestamp")))
                .as("each attempt is signed at its own time")
                .doesNotHaveDuplicates();
    }

    private static String signature(String secret, Came one) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String signed = one.headers().getFirst("Holdfast-Timestamp") + "." + one.body();
        return "sha256=" + HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void theSecretOfTheSignatureHasASuccessorThatSignsBesideItAndWithoutOneNothingIsSentOnceItHasEnded()
            throws Exception {
        ApiClient program = program(us.council, Role.PANEL_COORDINATOR, ClientScope.CASES_READ);
        UUID client = program.actor().member();
        LocalDate today = UnitedKingdom.day(now);
        String first = clients.tell(
                        us.administrator.actor(),
                        client,
                        new Clients.Listening(address(), Set.of(WebhookKind.CASES)),
                        now)
                .orThrow();
        String page = "/administration/clients/" + client;
        Visitor administrator = Visitor.signedIn(port, us.administrator);
        administrator.get(page);
        LocalDate lastDay = today.plusDays(40);
        String second = SIGNING.matcher(administrator
                        .post(
                                page + "/webhook/secret",
                                "seen-secret",
                                opened(program).webhook().id().toString(),
                                "signing-until-day",
                                "" + lastDay.getDayOfMonth(),
                                "signing-until-month",
                                "" + lastDay.getMonthValue(),
                                "signing-until-year",
                                "" + lastDay.getYear())
                        .body())
                .results()
                .map(match -> match.group(1))
                .findFirst()
                .orElseThrow();
        aCaseOpens("Ann Testchild");
        round();
        Came both = came.getLast();
        assertThat(both.headers().getFirst("Holdfast-Signature"))
                .as("whoever has not changed yet notices nothing")
                .isEqualTo(signature(first, both));
        assertThat(both.headers().getFirst("Holdfast-Signature-Next")).isEqualTo(signature(second, both));

        clock.set(today.plusDays(15), LocalTime.NOON);
        aCaseOpens("Bea Testchild");
        round();
        Came later = came.getLast();
        assertThat(came).hasSize(2);
        assertThat(later.headers().getFirst("Holdfast-Signature")).isEqualTo(signature(second, later));
        assertThat(later.headers().getFirst("Holdfast-Signature-Next")).isNull();

        clock.set(today.plusDays(41), LocalTime.NOON);
        aCaseOpens("Cam Testchild");
        round();
        assertThat(came).as("nothing is sent that nothing signs").hasSize(2);
        assertThat(administrator.get(page).body()).contains("What happens waits until there is another");
        clients.anotherSigningSecret(
                        us.administrator.actor(),
                        client,
                        today.plusDays(100),
                        opened(program).webhook().id(),
                        clock.instant())
                .orThrow();
        round();
        assertThat(came).as("what waited comes").hasSize(3);
    }

    @Test
    void whoseAddressIsGivenAnewGoesOnWithTheSecretsItHas() throws Exception {
        ApiClient program =
                program(us.council, Role.PANEL_COORDINATOR, ClientScope.CASES_READ, ClientScope.DECISIONS_READ);
        UUID client = program.actor().member();
        Actor administrator = us.administrator.actor();
        LocalDate today = UnitedKingdom.day(now);
        String first = clients.tell(
                        administrator, client, new Clients.Listening(address(), Set.of(WebhookKind.DECISIONS)), now)
                .orThrow();
        String second = clients.anotherSigningSecret(
                        administrator,
                        client,
                        today.plusDays(40),
                        opened(program).webhook().id(),
                        now)
                .orThrow();
        UUID seen = opened(program).webhook().id();
        Visitor.Answer changed = Visitor.signedIn(port, us.administrator)
                .post(
                        "/administration/clients/" + client + "/webhook",
                        "seen",
                        seen.toString(),
                        "address",
                        address().replace("/holdfast", "/elsewhere"),
                        "kinds",
                        "CASES");
        assertThat(changed.status()).as("no secret is shown, as none is new").isEqualTo(303);
        assertThat(opened(program).webhook().lastDay()).isEqualTo(today.plusDays(40));
        assertThat(opened(program).webhook().kinds()).containsExactly(WebhookKind.CASES);

        aCaseOpens("Ann Testchild");
        round();
        Came one = came.getLast();
        assertThat(one.path()).isEqualTo("/elsewhere");
        assertThat(one.headers().getFirst("Holdfast-Signature")).isEqualTo(signature(first, one));
        assertThat(one.headers().getFirst("Holdfast-Signature-Next")).isEqualTo(signature(second, one));

        assertThat(refusal(clients.tellOtherwise(
                        administrator,
                        client,
                        new Clients.Listening(address(), Set.of(WebhookKind.DECISIONS)),
                        seen,
                        now)))
                .as("who saw what stood there before changes nothing")
                .isEqualTo("administration.webhook.changed");
        assertThat(opened(program).webhook().kinds()).containsExactly(WebhookKind.CASES);
        assertThat(ledger.changesAfter(us.program, 0, 1000))
                .filteredOn(line -> line.event().equals("webhook-set"))
                .hasSize(2);
    }

    @Test
    void afterADayItIsGivenUpTheAdministratorIsToldAndCanSendItAgain() {
        ApiClient program = program(us.council, Role.PANEL_COORDINATOR, ClientScope.CASES_READ);
        told(program, WebhookKind.CASES);
        aCaseOpens("Ann Testchild");
        clock.set(now);
        Visitor administrator = Visitor.signedIn(port, us.administrator);
        String page = "/administration/clients/" + program.actor().member();
        Instant at = now;
        for (int attempt = 0; attempt < 30 && !states(program).contains(WebhookState.GIVEN_UP); attempt++) {
            answers.add(503);
            clock.set(at);
            round();
            at = at.plus(Duration.ofHours(1));
        }
        assertThat(states(program)).containsExactly(WebhookState.GIVEN_UP);
        assertThat(at).isBetween(now.plus(Duration.ofHours(18)), now.plus(Duration.ofHours(25)));
        int tried = came.size();
        clock.set(at.plus(Duration.ofDays(3)));
        round();
        assertThat(came).as("given up is given up").hasSize(tried);
        clock.reset();
        answers.clear();
        assertThat(administrator.get("/administration/clients").body()).contains("One delivery given up");
        assertThat(administrator.get(page).body()).contains("tried again and again and given up", "Status 503");

        assertThat(administrator.post(page + "/webhook/again").status()).isEqualTo(303);
        round();
        assertThat(states(program)).containsExactly(WebhookState.TAKEN);
        assertThat(came.stream().map(one -> one.headers().getFirst("Holdfast-Delivery")))
                .containsOnly(opened(program).deliveries().getFirst().id().toString());
        assertThat(administrator.post(page + "/webhook/again").status())
                .as("there is nothing to send again")
                .isEqualTo(404);
    }

    @Test
    void itHearsOfCasesThatItMaySeeAndOnlyForAsLongAsItMay() {
        ApiClient coordinates = program(us.council, Role.PANEL_COORDINATOR, ClientScope.CASES_READ);
        ApiClient contact = program(us.health, Role.AGENCY_CONTACT, ClientScope.CASES_READ);
        ApiClient assurer = program(us.council, Role.ASSURER, ClientScope.CASES_READ);
        told(coordinates, WebhookKind.CASES);
        told(contact, WebhookKind.CASES);
        told(assurer, WebhookKind.CASES);
        CaseId ann = aCaseOpens("Ann Testchild");
        CaseId bea = aCaseOpens("Bea Testchild");
        sharing.involve(
                us.coordinator.actor(),
                bea,
                new Involvement(null, us.health.id(), Basis.AGENCY, now.minusSeconds(1), null),
                now);
        round();
        assertThat(opened(coordinates).deliveries()).hasSize(2);
        assertThat(opened(contact).deliveries()).hasSize(1);
        assertThat(opened(assurer).deliveries())
                .as("the role sees no case, whatever the scope")
                .isEmpty();
        assertThat(came.stream().map(this::cameAbout)).containsExactlyInAnyOrder(ann.value(), bea.value(), bea.value());

        CaseId cara = aCaseOpens("Cara Testchild");
        Involvement tie = new Involvement(null, us.health.id(), Basis.AGENCY, now.minusSeconds(1), null);
        sharing.involve(us.coordinator.actor(), cara, tie, now);
        answers.addAll(List.of(500, 500));
        clock.set(now.plus(Duration.ofHours(1)));
        round();
        assertThat(states(contact)).containsExactly(WebhookState.WAITING, WebhookState.TAKEN);
        sharing.release(us.coordinator.actor(), cara, null, us.health.id(), Basis.AGENCY, clock.instant());
        int before = came.size();
        clock.set(now.plus(Duration.ofHours(2)));
        round();
        assertThat(states(contact)).containsExactly(WebhookState.STOPPED, WebhookState.TAKEN);
        assertThat(came).as("the co-ordinators' program and nobody else").hasSize(before + 1);
    }

    @Test
    void whoseProgramOrAgencyEndsIsToldNothingMoreNotEvenWhatWaits() {
        ApiClient council = program(us.council, Role.PANEL_COORDINATOR, ClientScope.CASES_READ);
        ApiClient health = program(us.health, Role.PANEL_COORDINATOR, ClientScope.CASES_READ);
        ApiClient police = program(us.police, Role.PANEL_COORDINATOR, ClientScope.CASES_READ);
        Actor administrator = us.administrator.actor();
        for (ApiClient each : List.of(council, health, police)) {
            told(each, WebhookKind.CASES);
        }
        aCaseOpens("Ann Testchild");
        answers.addAll(List.of(500, 500, 500));
        clock.set(now);
        round();
        assertThat(came).hasSize(3);
        aCaseOpens("Bea Testchild");
        clients.end(administrator, council.actor().member(), clock.instant()).orThrow();
        staff.endAgency(administrator, us.health.id(), "Merged", clock.instant())
                .orThrow();
        clients.endTelling(administrator, police.actor().member(), clock.instant())
                .orThrow();
        clock.set(now.plus(Duration.ofHours(1)));
        round();
        assertThat(came).hasSize(3);
        for (ApiClient each : List.of(council, health, police)) {
            assertThat(states(each)).containsExactly(WebhookState.STOPPED);
        }
        assertThat(clients.tell(
                        administrator,
                        council.actor().member(),
                        new Clients.Listening(address(), Set.of(WebhookKind.CASES)),
                        now))
                .as("a program that was ended is told nothing")
                .isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void nothingGoesToThisMachineOrIntoAClosedNetwork() throws Exception {
        Caller caller = new Caller(false, Duration.ofSeconds(10), (SSLSocketFactory) SSLSocketFactory.getDefault());
        for (String closed : List.of(
                "https://127.0.0.1/",
                "https://localhost/",
                "https://[::1]/",
                "https://[::ffff:10.0.0.1]/",
                "https://169.254.169.254/latest/meta-data",
                "https://192.168.0.1/")) {
            assertThat(refusal(caller.address(closed))).as(closed).isEqualTo("administration.webhook.address.closed");
        }
        for (String unreadable : List.of(
                "",
                "http://192.0.43.8/",
                "ftp://192.0.43.8/",
                "https://a:b@192.0.43.8/",
                "https:///x",
                "https://127.1/",
                "https://x y")) {
            assertThat(refusal(caller.address(unreadable)))
                    .as(unreadable)
                    .isEqualTo("administration.webhook.address.unreadable");
        }
        assertThat(caller.send(URI.create(address()), Map.of(), "{}").fault())
                .as("asked once more when it is sent")
                .isEqualTo(WebhookFault.CLOSED);
        assertThat(came).isEmpty();
        for (String inside : List.of(
                "0.0.0.0",
                "10.255.0.1",
                "100.64.0.1",
                "127.0.0.2",
                "168.63.129.16",
                "169.254.169.254",
                "172.31.0.1",
                "192.0.0.192",
                "192.168.1.1",
                "192.0.2.1",
                "192.88.99.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.1",
                "203.0.113.1",
                "100.127.255.255",
                "172.16.0.1",
                "0.1.2.3",
                "240.0.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::ffff:127.0.0.1",
                "64:ff9b::a00:1",
                "fd00:ec2::254",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "2001::1",
                "2001:1ff::1",
                "2001:10::1",
                "3fff::1",
                "3fff:fff::1",
                "100::1",
                "4000::1",
                "fc00::1",
                "2001:db8::1",
                "2002:a00:1::1")) {
            assertThat(PublicAddress.is(InetAddress.getByName(inside)))
                    .as(inside)
                    .isFalse();
        }
        for (String outside : List.of(
                "8.8.8.8",
                "172.15.255.255",
                "172.32.0.1",
                "100.63.255.255",
                "100.128.0.1",
                "168.63.129.17",
                "169.253.1.1",
                "192.0.1.1",
                "192.0.43.8",
                "192.88.98.1",
                "192.167.1.1",
                "198.17.255.255",
                "198.20.0.1",
                "198.51.101.1",
                "203.0.114.1",
                "223.255.255.254",
                "2a00:1450::1",
                "2001:200::1",
                "2001:4860::8",
                "2001:db9::1",
                "2003::1",
                "3fff:1000::1")) {
            assertThat(PublicAddress.is(InetAddress.getByName(outside)))
                    .as(outside)
                    .isTrue();
        }
    }

    /** A name that leads elsewhere from one look-up to the next (DNS rebinding) brings nothing to where it was not checked. */
    @Test
    void theAddressThatWasCheckedIsTheOneThatIsConnectedTo() throws Exception {
        InetAddress here = InetAddress.getByName("127.0.0.1");
        InetAddress outside = InetAddress.getByName("192.0.43.8");
        InetAddress inside = InetAddress.getByName("10.0.0.1");
        SSLSocketFactory tls = (SSLSocketFactory) SSLSocketFactory.getDefault();
        URI address =
                URI.create("http://rebound.example:" + listening.getAddress().getPort() + "/told");

        Rebinding once = new Rebinding(new InetAddress[] {here}, new InetAddress[] {inside});
        assertThat(new Caller(true, Duration.ofSeconds(10), tls, once)
                        .send(address, Map.of(), "{}")
                        .status())
                .as("it is looked up once, and goes where that look-up led")
                .isEqualTo(200);
        assertThat(once.lookups).isEqualTo(1);
        assertThat(came).hasSize(1);

        Rebinding later = new Rebinding(new InetAddress[] {outside}, new InetAddress[] {here});
        Caller open = new Caller(false, Duration.ofSeconds(10), tls, later);
        URI secure =
                URI.create("https://rebound.example:" + listening.getAddress().getPort() + "/told");
        assertThat(open.address(secure.toString())).isEqualTo(Outcome.done(secure));
        assertThat(open.send(secure, Map.of(), "{}").fault())
                .as("what was right when it was typed is asked again when it is sent")
                .isEqualTo(WebhookFault.CLOSED);
        Caller mixed =
                new Caller(false, Duration.ofSeconds(10), tls, new Rebinding(new InetAddress[] {outside, inside}));
        assertThat(mixed.send(secure, Map.of(), "{}").fault())
                .as("one address of several in a closed network closes all")
                .isEqualTo(WebhookFault.CLOSED);
        assertThat(came).hasSize(1);
    }

    /** A name server that answers otherwise each time, and the last for good. */
    private static final class Rebinding implements Caller.Names {
        private final Queue<InetAddress[]> answers = new ConcurrentLinkedQueue<>();
        private InetAddress[] last = {};
        private int lookups;

        private Rebinding(InetAddress[]... answers) {
            this.answers.addAll(List.of(answers));
        }

        @Override
        public InetAddress[] of(String host) {
            lookups++;
            InetAddress[] next = answers.poll();
            last = next == null ? last : next;
            return last;
        }
    }

    private static String refusal(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?>(List<Reason> reasons)
                ? reasons.getFirst().key()
                : outcome.toString();
    }

    @Test
    void itIsSentOnlyToWhoHasTheCertificateOfThatName(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("made-up.p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        int exit = new ProcessBuilder((keytool
                                + " -genkeypair -alias made -keyalg EC -dname CN=localhost -ext san=dns:localhost -validity 2"
                                + " -storetype PKCS12 -storepass changeit -keystore " + file)
                        .split(" "))
                .inheritIO()
                .start()
                .waitFor();
        assertThat(exit).isZero();
        KeyStore made = KeyStore.getInstance(file.toFile(), "changeit".toCharArray());
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(made, "changeit".toCharArray());
        SSLContext server = SSLContext.getInstance("TLS");
        server.init(keys.getKeyManagers(), null, null);
        KeyStore known = KeyStore.getInstance("PKCS12");
        known.load(null, null);
        known.setCertificateEntry("made", made.getCertificate(made.aliases().nextElement()));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(known);
        SSLContext trusting = SSLContext.getInstance("TLS");
        trusting.init(null, trust.getTrustManagers(), null);
        HttpsServer secure = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        secure.setHttpsConfigurator(new HttpsConfigurator(server));
        secure.createContext("/", answering());
        secure.start();
        try {
            Caller stranger =
                    new Caller(true, Duration.ofSeconds(10), (SSLSocketFactory) SSLSocketFactory.getDefault());
            Caller acquainted = new Caller(true, Duration.ofSeconds(10), trusting.getSocketFactory());
            int at = secure.getAddress().getPort();
            assertThat(stranger.send(URI.create("https://localhost:" + at + "/"), Map.of(), "{}")
                            .fault())
                    .as("a certificate of nobody's")
                    .isEqualTo(WebhookFault.NO_ANSWER);
            assertThat(acquainted
                            .send(URI.create("https://127.0.0.1:" + at + "/"), Map.of(), "{}")
                            .fault())
                    .as("a certificate of another name")
                    .isEqualTo(WebhookFault.NO_ANSWER);
            assertThat(came).isEmpty();
            assertThat(acquainted
                            .send(URI.create("https://localhost:" + at + "/"), Map.of(), "{}")
                            .status())
                    .isEqualTo(200);
        } finally {
            secure.stop(0);
        }
    }

    @Test
    void whoNeverAnswersOrNeverEndsIsNotWaitedFor() throws Exception {
        Caller hasty = new Caller(true, Duration.ofMillis(300), (SSLSocketFactory) SSLSocketFactory.getDefault());
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            URI there = URI.create("http://127.0.0.1:" + silent.getLocalPort() + "/");
            assertThat(hasty.send(there, Map.of(), "{}").fault()).isEqualTo(WebhookFault.NO_ANSWER);
        }
        Caller patient = new Caller(true, Duration.ofMinutes(5), (SSLSocketFactory) SSLSocketFactory.getDefault());
        try (ServerSocket endless = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread talking = Thread.startVirtualThread(() -> {
                try (var socket = endless.accept()) {
                    byte[] more = "x".repeat(1000).getBytes(StandardCharsets.US_ASCII);
                    while (true) {
                        socket.getOutputStream().write(more);
                    }
                } catch (IOException hungUp) {
                    // as it should
                }
            });
            URI there = URI.create("http://127.0.0.1:" + endless.getLocalPort() + "/");
            assertThat(patient.send(there, Map.of(), "{}").fault()).isEqualTo(WebhookFault.NO_ANSWER);
            talking.join();
        }
    }

    @Test
    void everyEventThatIsToldIsOneThatTheLedgerKnows() {
        Set<String> known = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.holdfast").stream()
                        .filter(type -> type.isRecord() && type.isAssignableTo(LedgerEvent.class))
                        .map(JavaClass::getSimpleName)
                        .map(name ->
                                name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(java.util.Locale.ROOT))
                        .collect(Collectors.toSet());
        assertThat(known)
                .containsAll(Arrays.stream(WebhookKind.values())
                        .flatMap(kind -> kind.events().stream())
                        .toList());
    }
}
