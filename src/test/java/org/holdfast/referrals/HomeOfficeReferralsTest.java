package org.holdfast.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.holdfast.HoldfastTest;
import org.holdfast.TestPartnership;
import org.holdfast.Visitor;
import org.holdfast.audit.Role;
import org.holdfast.clocks.ClockKind;
import org.holdfast.clocks.Clocks;
import org.holdfast.law.Outcome;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.partnership.Partnerships;
import org.holdfast.sharing.Basis;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.Involvement;
import org.holdfast.sharing.Sharing;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The Home Office's form, in and out through the interface, on the whole program (NRM-24). */
@HoldfastTest
class HomeOfficeReferralsTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http = HttpClient.newHttpClient();
    private final TestPartnership.Founder founder;
    private final Referrals referrals;
    private final Sharing sharing;
    private final Partnerships partnerships;
    private final Clocks clocks;

    @LocalServerPort
    private int port;

    private TestPartnership there;

    HomeOfficeReferralsTest(
            TestPartnership.Founder founder,
            Referrals referrals,
            Sharing sharing,
            Partnerships partnerships,
            Clocks clocks) {
        this.partnerships = partnerships;
        this.clocks = clocks;
        this.founder = founder;
        this.sharing = sharing;
        this.referrals = referrals;
        this.there = founder.found(Instant.now());
    }

    @Test
    void aReferralIsTakenInAndComesOutJustAsItCame() throws Exception {
        byte[] body = sample("home-office-referral");
        HttpResponse<String> first = post(body);

        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        JsonNode answer = JSON.readTree(first.body());
        String id = answer.get("id").asString();
        assertThat(first.headers().firstValue("Location")).contains("/api/v1/referrals/" + id);
        assertThat(answer.get("caseId").asString()).isNotBlank();
        assertThat(answer.get("childId").asString()).isNotBlank();
        assertThat(answer.get("route").asString()).isEqualTo("LOCAL");
        assertThat(answer.get("warnings")).isEmpty();

        assertThat(get("/api/v1/referrals/" + id + "/home-office").body()).isEqualTo(body);

        JsonNode referral = JSON.readTree(get("/api/v1/referrals/" + id).body());
        Map<String, JsonNode> fields = byKey(referral);
        JsonNode sent = JSON.readTree(body);
        sent.propertyStream().filter(pair -> !pair.getKey().endsWith(".URL")).forEach(pair -> {
            JsonNode field = said(fields, pair.getKey());
            assertThat(field.get("value").asString()).isEqualTo(pair.getValue().asString());
            assertThat(field.get("origin").asString()).isEqualTo("HOME_OFFICE");
        });
        assertThat(said(fields, "FirstChanceToReport").get("meaning").asString())
                .isEqualTo("Reported before");
        assertThat(said(fields, "ComponentChildExploitation").get("meaning").asString())
                .isEqualTo("Child sexual exploitation");
        assertThat(said(fields, "ComponentSexuallyassaulted").get("meaning").asString())
                .isEqualTo("Held somewhere and assaulted");
        assertThat(said(fields, "ComponentProstitution").get("value").isNull()).isTrue();
        assertThat(said(fields, "ComponentProstitution").get("missing").asBoolean())
                .isTrue();
        assertThat(said(fields, "ComponentProstitution").get("state").asString())
                .isEqualTo("NOT_TICKED");
        assertThat(referral.toString()).doesNotContain("token");
    }

    @Test
    void theSameFormAgainChangesNothing() throws Exception {
        byte[] body = sample("home-office-referral");
        JsonNode first = JSON.readTree(post(body).body());
        HttpResponse<String> second = post(body);
        assertThat(second.statusCode()).isEqualTo(200);
        JsonNode again = JSON.readTree(second.body());
        for (String same : List.of("id", "caseId", "childId", "route")) {
            assertThat(again.get(same)).isEqualTo(first.get(same));
        }
        assertThat(JSON.readTree(get("/api/v1/referrals/" + first.get("id").asString())
                                .body())
                        .get("updates"))
                .isEmpty();
    }

    @Test
    void twentyAtOnceAreOneReferral() throws Exception {
        byte[] body = sample("home-office-referral");
        List<Callable<HttpResponse<String>>> posts = new ArrayList<>();
        for (int sender = 0; sender < 20; sender++) {
            posts.add(() -> post(body));
        }
        Set<JsonNode> ids = new HashSet<>();
        int created = 0;
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<HttpResponse<String>> sent : senders.invokeAll(posts)) {
                HttpResponse<String> answer = sent.get();
                assertThat(answer.statusCode()).isIn(200, 201);
                created += answer.statusCode() == 201 ? 1 : 0;
                ids.add(JSON.readTree(answer.body()).get("id"));
            }
        }
        assertThat(created).isEqualTo(1);
        assertThat(ids).hasSize(1);
        assertThat(referrals.all(there.coordinator.actor(), Instant.now()).orThrow())
                .hasSize(1);
    }

    @Test
    void changedContentIsKeptBesideTheFirst() throws Exception {
        byte[] body = sample("home-office-referral");
        String id = JSON.readTree(post(body).body()).get("id").asString();
        ObjectNode changed = (ObjectNode) JSON.readTree(body);
        changed.put("City1", "Grimsby");
        changed.put("ComponentForcedCrime", "Yes");
        changed.remove("City2");
        byte[] update = JSON.writeValueAsBytes(changed);

        HttpResponse<String> second = post(update);
        assertThat(second.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(second.body()).get("id").asString()).isEqualTo(id);
        assertThat(post(update).statusCode()).isEqualTo(200);
        assertThat(post(update).statusCode()).isEqualTo(200);

        JsonNode referral = JSON.readTree(get("/api/v1/referrals/" + id).body());
        assertThat(referral.get("updates")).hasSize(1);
        assertThat(referral.get("updates")
                        .get(0)
                        .get("changes")
                        .valueStream()
                        .map(change -> change.get("key").asString() + ": "
                                + change.get("before").asString("") + " > "
                                + change.get("after").asString("")))
                .containsExactly("City1: Hull > Grimsby", "City2: Leeds > ", "ComponentForcedCrime:  > Yes");
        assertThat(referral.get("fields")
                        .valueStream()
                        .filter(field -> field.get("key").asString("").equals("City1"))
                        .map(field -> field.get("origin").asString() + " "
                                + field.get("value").asString()))
                .containsExactly("HOME_OFFICE Hull", "UPDATE 2 Grimsby");
        assertThat(get("/api/v1/referrals/" + id + "/home-office").body()).isEqualTo(body);
        assertThat(get("/api/v1/referrals/" + id + "/home-office?sending=2").body())
                .isEqualTo(update);

        assertThat(JSON.readTree(post(body).body()).get("sending").asInt()).isEqualTo(3);
        assertThat(JSON.readTree(post(body).body()).get("sending").asInt()).isEqualTo(3);
        assertThat(JSON.readTree(get("/api/v1/referrals/" + id).body()).get("updates"))
                .hasSize(2);
    }

    @Test
    void aProgramThatMayOnlyReferSendsItsOwnReferralAgain() throws Exception {
        byte[] body = sample("home-office-referral");
        String token = partnerships.admit(
                there.program, there.police, "Police gateway", Set.of(Role.FIRST_RESPONDER), Instant.now());
        String id = JSON.readTree(post(body, token, null).body()).get("id").asString();
        HttpResponse<String> again = post(body, token, null);
        assertThat(again.statusCode()).as(again.body()).isEqualTo(200);
        ObjectNode changed = (ObjectNode) JSON.readTree(body);
        changed.put("City1", "Grimsby");
        HttpResponse<String> update = post(JSON.writeValueAsBytes(changed), token, null);
        assertThat(update.statusCode()).isEqualTo(200);
        assertThat(JSON.readTree(update.body()).get("sending").asInt()).isEqualTo(2);
        assertThat(JSON.readTree(update.body()).get("id").asString()).isEqualTo(id);

        String other = partnerships.admit(
                there.program, there.health, "Health gateway", Set.of(Role.FIRST_RESPONDER), Instant.now());
        assertThat(post(body, other, null).statusCode()).isEqualTo(409);
    }

    @Test
    void limitsCountFromTheDayOnWhichTheReferralWasMade() throws Exception {
        LocalDate tenDaysAgo = UnitedKingdom.day(Instant.now()).minusDays(10);
        JsonNode answer = JSON.readTree(post(sample("home-office-referral"), there.apiToken, tenDaysAgo.toString())
                .body());
        assertThat(answer.get("warnings")).isEmpty();
        CaseId caseId = new CaseId(UUID.fromString(answer.get("caseId").asString()));
        assertThat(clocks.of(there.program, caseId, Instant.now()))
                .singleElement()
                .satisfies(clock -> {
                    assertThat(clock.kind()).isEqualTo(ClockKind.REFERRAL_RETURNED);
                    assertThat(UnitedKingdom.day(clock.startedAt())).isEqualTo(tenDaysAgo);
                });
        assertThat(codes(
                        post(
                                sample("home-office-referral"),
                                there.apiToken,
                                tenDaysAgo.plusDays(1).toString()),
                        "warnings"))
                .contains("day-stays");
        assertThat(codes(post(sample("home-office-referral-minimal"), there.apiToken, null), "warnings"))
                .contains("day-not-said");
        for (String wrong : List.of("yesterday", tenDaysAgo.plusDays(20).toString(), "1999-01-01")) {
            HttpResponse<String> refused = post(sample("home-office-referral-adult"), there.apiToken, wrong);
            assertThat(refused.statusCode()).as(wrong).isEqualTo(422);
            assertThat(codes(refused, "errors")).hasSize(1).first().asString().startsWith("day-");
        }
    }

    @Test
    void whetherAChildIsYoungEnoughIsAskedOfTheDayOfTheReferral() throws Exception {
        LocalDate today = UnitedKingdom.day(Instant.now());
        ObjectNode nearlyEighteen = (ObjectNode) JSON.readTree(sample("home-office-referral"));
        nearlyEighteen.put("Customer.DOB", today.plusDays(95).minusYears(18).toString());
        byte[] body = JSON.writeValueAsBytes(nearlyEighteen);
        assertThat(JSON.readTree(post(body, there.apiToken, today.minusDays(10).toString())
                                .body())
                        .get("route")
                        .asString())
                .isEqualTo("LOCAL");
    }

    @Test
    void aWholeAccountInTheBoxOfANameIsTakenIn() throws Exception {
        ObjectNode form = (ObjectNode) JSON.readTree(sample("home-office-referral"));
        form.put("Customer.Forename1", "x".repeat(15_000));
        form.put("Customer.Surname", "Testchild and ".repeat(1_000));
        form.put("Customer.Alias", "é".repeat(15_000));
        HttpResponse<String> answer = post(JSON.writeValueAsBytes(form));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        String id = JSON.readTree(answer.body()).get("id").asString();
        assertThat(said(byKey(JSON.readTree(get("/api/v1/referrals/" + id).body())), "Customer.Forename1")
                        .get("value")
                        .asString())
                .hasSize(15_000);
        Visitor coordinator = Visitor.signedIn(port, there.coordinator);
        for (String page : List.of(
                "/referrals",
                "/referrals/" + id,
                "/referrals/" + id + "/steps",
                "/cases/" + JSON.readTree(answer.body()).get("caseId").asString(),
                "/work")) {
            assertThat(coordinator.get(page).status()).as(page).isEqualTo(200);
        }
        assertThat(coordinator.search("Testchild").status()).isEqualTo(200);
    }

    private static List<String> codes(HttpResponse<String> answer, String of) {
        return JSON.readTree(answer.body())
                .get(of)
                .valueStream()
                .map(reason -> reason.get("code").asString())
                .toList();
    }

    @Test
    void everyFaultIsNamedNothingIsTakenInAndTheBodyIsKept() throws Exception {
        byte[] body = """
                {"ExternalId": "none", "Type": 560734, "City1": ["Hull"], "Customer.Forename1": "Sample"}""".getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> answer = post(body);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        JsonNode problem = JSON.readTree(answer.body());
        assertThat(problem.get("errors")
                        .valueStream()
                        .map(error -> error.get("key").asString() + " "
                                + error.get("code").asString()))
                .containsExactlyInAnyOrder(
                        "ExternalId not-a-uuid", "Type number", "City1 list", "AdultOrChild essential");
        assertThat(problem.get("errors").get(0).get("message").asString()).isNotBlank();
        assertThat(referrals.all(there.coordinator.actor(), Instant.now()).orThrow())
                .isEmpty();

        UUID rejected = UUID.fromString(problem.get("rejected").asString());
        assertThat(referrals
                        .rejectedBody(there.coordinator.actor(), rejected, Instant.now())
                        .orThrow())
                .isEqualTo(body);
        assertThat(referrals.rejected(there.coordinator.actor(), Instant.now()).orThrow())
                .singleElement()
                .satisfies(sending -> assertThat(sending.faults()).hasSize(4));
    }

    @Test
    void whatIsNoJsonAtAllIsKeptToo() throws Exception {
        byte[] body = {(byte) 0xFF, 0, 1, 'x'};
        HttpResponse<String> answer = post(body);
        assertThat(answer.statusCode()).isEqualTo(400);
        UUID rejected =
                UUID.fromString(JSON.readTree(answer.body()).get("rejected").asString());
        assertThat(referrals
                        .rejectedBody(there.coordinator.actor(), rejected, Instant.now())
                        .orThrow())
                .isEqualTo(body);
    }

    @Test
    void aBodyLargerThanAnyReferralIsTurnedAwayAndItsBeginningKept() throws Exception {
        byte[] body = new byte[Referrals.LARGEST_BODY + 5_000_000];
        Arrays.fill(body, (byte) ' ');
        HttpResponse<String> answer = post(body);
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(referrals.rejected(there.coordinator.actor(), Instant.now()).orThrow())
                .singleElement()
                .satisfies(sending -> {
                    assertThat(sending.whole()).isFalse();
                    assertThat(sending.bytes()).isEqualTo(Referrals.LARGEST_BODY);
                });
    }

    @Test
    void onlyJsonIsTaken() throws Exception {
        HttpResponse<String> answer = http.send(
                request("/api/v1/home-office-referrals")
                        .header("Content-Type", "text/csv")
                        .POST(BodyPublishers.ofString("a,b"))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
    }

    @Test
    void withoutATokenNothingIsTaken() throws Exception {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/home-office-referrals"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofByteArray(sample("home-office-referral")))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(401);
    }

    @Test
    void adultsAreTakenInAndListedForTheCompetentAuthority() throws Exception {
        JsonNode answer =
                JSON.readTree(post(sample("home-office-referral-adult")).body());
        assertThat(answer.get("route").asString()).isEqualTo("ADULT");
        assertThat(answer.get("childId").asString()).isNotBlank();
        assertThat(referrals
                        .forCompetentAuthority(there.coordinator.actor(), Instant.now())
                        .orThrow())
                .containsExactly(new ReferralId(UUID.fromString(answer.get("id").asString())));
    }

    @Test
    void almostNothingSufficesAndWhatIsMissingIsMarked() throws Exception {
        JsonNode answer =
                JSON.readTree(post(sample("home-office-referral-minimal")).body());
        assertThat(answer.get("route").asString()).isEqualTo("BIRTH_DATE_UNKNOWN");
        Map<String, JsonNode> fields = byKey(JSON.readTree(
                get("/api/v1/referrals/" + answer.get("id").asString()).body()));
        assertThat(said(fields, "PVFamily").get("missing").asBoolean()).isTrue();
        assertThat(said(fields, "PVFamily").get("value").isNull()).isTrue();
        assertThat(said(fields, "PVFamily").get("state").asString()).isEqualTo("MISSING");
    }

    @Test
    void everyScriptArrivesWhole() throws Exception {
        byte[] body = sample("home-office-referral-scripts");
        ObjectNode full = (ObjectNode) JSON.readTree(body);
        full.put("ExploitationTreatment", "ሙ".repeat(15_000));
        full.put("ExploitationLivingConditions", "👧🏽".repeat(7_500));
        full.put("Somebody.Elses.Key", "kept");
        byte[] sent = JSON.writeValueAsBytes(full);
        JsonNode answer = JSON.readTree(post(sent).body());
        String id = answer.get("id").asString();
        assertThat(answer.get("warnings")
                        .valueStream()
                        .map(warning -> warning.get("key").asString()))
                .containsExactly("Somebody.Elses.Key");
        assertThat(get("/api/v1/referrals/" + id + "/home-office").body()).isEqualTo(sent);
        Map<String, JsonNode> fields =
                byKey(JSON.readTree(get("/api/v1/referrals/" + id).body()));
        full.propertyStream()
                .forEach(pair -> assertThat(
                                said(fields, pair.getKey()).get("value").asString())
                        .as(pair.getKey())
                        .isEqualTo(pair.getValue().asString()));
    }

    @Test
    void aChildKnownAlreadyIsTakenInAgainAndTheLikenessIsKept() throws Exception {
        post(sample("home-office-referral"));
        ObjectNode other = (ObjectNode) JSON.readTree(sample("home-office-referral"));
        other.put("ExternalId", "3f1d7c52-8a4e-4c1b-9e6f-2b7a90c4d1ff");
        other.put("Customer.Surname", "Testchilde");
        JsonNode answer = JSON.readTree(post(JSON.writeValueAsBytes(other)).body());
        assertThat(answer.get("warnings")
                        .valueStream()
                        .map(warning -> warning.get("code").asString()))
                .contains("possible-duplicate");
    }

    @Test
    void aFirstResponderSeesOnlyWhatTheyHandedIn() throws Exception {
        post(sample("home-office-referral"));
        Receipt own = referrals
                .receive(
                        there.firstResponder.actor(),
                        Manner.UPLOAD,
                        sample("home-office-referral-minimal"),
                        Instant.now())
                .orThrow();
        assertThat(own)
                .isInstanceOfSatisfying(
                        Receipt.TakenIn.class,
                        taken -> assertThat(referrals
                                        .all(there.firstResponder.actor(), Instant.now())
                                        .orThrow())
                                .containsExactly(taken.id()));
        assertThat(referrals.receive(
                        there.firstResponder.actor(), Manner.UPLOAD, sample("home-office-referral"), Instant.now()))
                .isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void whoReferredTheSameChildSeesTheirOwnReferralOnly() throws Exception {
        Instant now = Instant.now();
        Receipt.TakenIn taken = (Receipt.TakenIn) referrals
                .receive(there.coordinator.actor(), Manner.UPLOAD, sample("home-office-referral"), now)
                .orThrow();
        sharing.involve(
                there.coordinator.actor(),
                taken.caseId(),
                Involvement.of(there.firstResponder.member().id(), Basis.REFERRER, now),
                now);
        assertThat(referrals.referral(there.firstResponder.actor(), taken.id(), now.plusSeconds(1)))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(referrals
                        .all(there.firstResponder.actor(), now.plusSeconds(1))
                        .orThrow())
                .isEmpty();
    }

    @Test
    void nobodyElsesReferralIsThere() throws Exception {
        String id = JSON.readTree(post(sample("home-office-referral")).body())
                .get("id")
                .asString();
        there = founder.found(Instant.now());
        assertThat(get("/api/v1/referrals/" + id).statusCode()).isEqualTo(404);
        assertThat(get("/api/v1/referrals/" + id + "/home-office").statusCode()).isEqualTo(404);
        assertThat(get("/api/v1/referrals/not-an-id").statusCode()).isEqualTo(404);
    }

    @Test
    void theCoordinatorDealsWithARejectedSendingOnce() throws Exception {
        post("{}".getBytes(StandardCharsets.UTF_8));
        var coordinator = there.coordinator.actor();
        RejectedSending sending =
                referrals.rejected(coordinator, Instant.now()).orThrow().getFirst();
        assertThat(referrals.settle(coordinator, sending.id(), sending.version(), " ", Instant.now()))
                .isInstanceOf(Outcome.Refused.class);
        referrals
                .settle(coordinator, sending.id(), sending.version(), "Asked again", Instant.now())
                .orThrow();
        assertThat(referrals.settle(coordinator, sending.id(), sending.version(), "Me too", Instant.now()))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(referrals.rejected(there.firstResponder.actor(), Instant.now()))
                .isInstanceOf(Outcome.Refused.class);
    }

    private HttpResponse<String> post(byte[] body) throws Exception {
        return post(body, there.apiToken, UnitedKingdom.day(Instant.now()).toString());
    }

    private HttpResponse<String> post(byte[] body, String token, @Nullable String referredOn) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + port + "/api/v1/home-office-referrals"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body));
        if (referredOn != null) {
            request.header("Referred-On", referredOn);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<byte[]> get(String path) throws Exception {
        return http.send(request(path).build(), BodyHandlers.ofByteArray());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + there.apiToken);
    }

    /** What is said under each key; two questions can share one, and only one of them then has its value. */
    private static Map<String, JsonNode> byKey(JsonNode referral) {
        return referral.get("fields")
                .valueStream()
                .filter(field -> !field.get("key").isNull())
                .collect(Collectors.toMap(
                        field -> field.get("key").asString(),
                        field -> field,
                        (one, other) -> one.get("value").isNull() ? other : one));
    }

    private static JsonNode said(Map<String, JsonNode> fields, String key) {
        return Objects.requireNonNull(fields.get(key), key);
    }

    private static byte[] sample(String name) throws IOException {
        return Files.readAllBytes(Path.of("samples", name.toLowerCase(Locale.ROOT) + ".json"));
    }
}
