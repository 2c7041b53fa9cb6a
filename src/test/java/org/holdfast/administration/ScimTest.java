package org.holdfast.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.holdfast.HoldfastTest;
import org.holdfast.TestClock;
import org.holdfast.TestPartnership;
import org.holdfast.Visitor;
import org.holdfast.audit.Ledger;
import org.holdfast.audit.Role;
import org.holdfast.partnership.Agency;
import org.holdfast.partnership.ApiClient;
import org.holdfast.partnership.ApiClients;
import org.holdfast.partnership.ClientScope;
import org.holdfast.partnership.Member;
import org.holdfast.partnership.Partnerships;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An agency's directory keeps its joiners and leavers: in the shapes of RFC 7643 section 8 and RFC 7644 section 3, with made-up people.
 */
@HoldfastTest
class ScimTest {

    /** As RFC 7643 section 8.2 sends a whole user: what Holdfast does not keep is among it. */
    private static final String WHOLE = """
            {
              "schemas": ["urn:ietf:params:scim:schemas:core:2.0:User"],
              "externalId": "701984",
              "userName": "%s",
              "name": {
                "formatted": "Ms. Tess J Testnurse, III",
                "familyName": "Testnurse",
                "givenName": "Tess",
                "middleName": "Jane",
                "honorificPrefix": "Ms.",
                "honorificSuffix": "III"
              },
              "displayName": "Tess Testnurse",
              "nickName": "Tess",
              "profileUrl": "https://login.example.com/tesst",
              "emails": [
                {"value": "tess@home.example", "type": "home"},
                {"value": "tess@trust.example", "type": "work", "primary": true}
              ],
              "addresses": [{"type": "work", "streetAddress": "100 Example Street", "formatted": "100 Example Street", "primary": true}],
              "phoneNumbers": [{"value": "0113 496 0000", "type": "work"}],
              "ims": [], "photos": [],
              "userType": "Employee",
              "title": "Nurse",
              "preferredLanguage": "en-GB",
              "locale": "en-GB",
              "timezone": "Europe/London",
              "active": true,
              "password": "t1meMa$heen",
              "groups": [],
              "x509Certificates": []
            }""";

    private final TestPartnership.Founder founder;
    private final Partnerships partnerships;
    private final ApiClients clients;
    private final Ledger ledger;
    private final TestClock clock;
    private final int port;
    private final HttpClient http = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();
    private TestPartnership us;
    private String directory = "";

    ScimTest(
            TestPartnership.Founder founder,
            Partnerships partnerships,
            ApiClients clients,
            Ledger ledger,
            TestClock clock,
            @LocalServerPort int port) {
        this.founder = founder;
        this.partnerships = partnerships;
        this.clients = clients;
        this.ledger = ledger;
        this.clock = clock;
        this.port = port;
    }

    @BeforeEach
    void aHealthTrustWithADirectory() {
        us = founder.found(clock.instant());
        directory = directory(us, us.health);
    }

    private String directory(TestPartnership whose, Agency agency) {
        ApiClient client = clients.admit(
                        whose.program,
                        agency,
                        "Directory",
                        Set.of(Role.ADMINISTRATOR),
                        Set.of(ClientScope.SCIM),
                        6000,
                        clock.instant())
                .client();
        return clients.token(new ApiClient.Proved(client, 1), Set.of(), clock.instant())
                .token();
    }

    /** What came back; the body is always JSON of SCIM. */
    private record Answer(int status, JsonNode body, String location) {}

    private Answer send(String method, String path, String body, String token) throws Exception {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/scim/v2" + path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/scim+json")
                        .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString(StandardCharsets.UTF_8));
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/scim+json");
        return new Answer(
                answer.statusCode(),
                json.readTree(answer.body()),
                answer.headers().firstValue("Location").orElse(""));
    }

    private Answer send(String method, String path, String body) throws Exception {
        return send(method, path, body, directory);
    }

    private Answer created(String username) throws Exception {
        Answer created = send("POST", "/Users", WHOLE.formatted(username));
        assertThat(created.status()).as(created.toString()).isEqualTo(201);
        return created;
    }

    private static String patch(String operations) {
        return "{\"schemas\":[\"urn:ietf:params:scim:api:messages:2.0:PatchOp\"],\"Operations\":[" + operations + "]}";
    }

    private static String fresh() {
        return "tess." + UUID.randomUUID();
    }

    private Member member(UUID id) {
        return partnerships.members(us.program).stream()
                .filter(member -> member.id().value().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static UUID id(Answer answer) {
        return UUID.fromString(answer.body().path("id").asString());
    }

    @Test
    void somebodyJoinsIsFoundAndAnswersForTheirAgency() throws Exception {
        String username = fresh();
        Answer created = created(username);
        JsonNode person = created.body();
        assertThat(person.path("schemas").get(0).asString()).isEqualTo("urn:ietf:params:scim:schemas:core:2.0:User");
        assertThat(created.location())
                .endsWith("/scim/v2/Users/" + person.path("id").asString())
                .isEqualTo(person.path("meta").path("location").asString());
        assertThat(person.path("meta").path("resourceType").asString()).isEqualTo("User");
        assertThat(person.path("externalId").asString()).isEqualTo("701984");
        assertThat(person.has("password")).isFalse();
        Member member = member(id(created));
        assertThat(member.name()).isEqualTo("Tess Testnurse");
        assertThat(member.jobTitle()).isEqualTo("Nurse");
        assertThat(member.email()).isEqualTo("tess@trust.example");
        assertThat(member.agency()).isEqualTo(us.health);
        assertThat(member.roles()).containsExactly(Role.AGENCY_CONTACT);
        for (String filter : List.of(
                "userName eq \"" + username.toUpperCase(java.util.Locale.ROOT) + "\"", "externalId EQ \"701984\"")) {
            JsonNode found = send("GET", "/Users?filter=" + encoded(filter), "").body();
            assertThat(found.path("schemas").get(0).asString())
                    .isEqualTo("urn:ietf:params:scim:api:messages:2.0:ListResponse");
            assertThat(found.path("totalResults").asInt()).as(filter).isEqualTo(1);
            assertThat(found.path("Resources").get(0).path("id").asString())
                    .isEqualTo(person.path("id").asString());
        }
        assertThat(send("GET", "/Users?filter=" + encoded("userName eq \"nobody\""), "")
                        .body()
                        .path("totalResults")
                        .asInt())
                .isZero();
        Answer twice = send("POST", "/Users", WHOLE.formatted(username));
        assertThat(twice.status()).isEqualTo(409);
        assertThat(twice.body().path("scimType").asString()).isEqualTo("uniqueness");
        assertThat(twice.body().path("status").asString()).isEqualTo("409");
        assertThat(ledger.changesAfter(us.program, 0, 1000))
                .extracting(line -> line.event())
                .contains("member-joined", "member-called-elsewhere")
                .doesNotContain("password-link-given");
    }

    @Test
    void whoLeavesIsOutAtOnceAndComesBackAndWhatTheyDidStays() throws Exception {
        TestPartnership.Person nurse = us.join(us.health, "Nia Nurse", Role.AGENCY_CONTACT);
        Visitor there = Visitor.signedIn(port, nurse);
        assertThat(there.get("/work").status()).isEqualTo(200);
        String path = "/Users/" + nurse.member().id().value();
        Answer left = send("PATCH", path, patch("{\"op\":\"Replace\",\"path\":\"active\",\"value\":\"False\"}"));
        assertThat(left.status()).isEqualTo(200);
        assertThat(left.body().path("active").asBoolean()).isFalse();
        assertThat(there.get("/work").location()).endsWith("/sign-in");
        assertThat(ledger.changesAfter(us.program, 0, 1000))
                .extracting(line -> line.event())
                .contains("member-left", "sessions-ended");
        assertThat(send("GET", path, "").body().path("userName").asString()).isEqualTo(nurse.username());
        assertThat(send("DELETE", path, "").status()).isEqualTo(501);
        Answer back =
                send("PATCH", path, patch("{\"op\":\"replace\",\"value\":{\"active\":true,\"title\":\"Matron\"}}"));
        assertThat(back.body().path("active").asBoolean()).isTrue();
        assertThat(member(nurse.member().id().value()).jobTitle()).isEqualTo("Matron");
        assertThat(Visitor.signedIn(port, nurse).get("/work").status()).isEqualTo(200);
    }

    @Test
    void aDirectoryReplacesAPersonAndLeavesTheOfficesOfThePartnershipAlone() throws Exception {
        TestPartnership.Person lead = us.join(us.health, "Lena Lead", Role.AGENCY_CONTACT, Role.PANEL_COORDINATOR);
        String path = "/Users/" + lead.member().id().value();
        String put = """
                {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"%s",
                 "name":{"familyName":"Leader","givenName":"Lena"},"emails":[{"value":"lena@trust.example"}],
                 "roles":[{"value":"%s"}],"active":true}""";
        Answer replaced = send("PUT", path, put.formatted(lead.username(), "FIRST_RESPONDER"));
        assertThat(replaced.status()).as(replaced.toString()).isEqualTo(200);
        Member after = member(lead.member().id().value());
        assertThat(after.name()).isEqualTo("Lena Leader");
        assertThat(after.roles()).containsExactlyInAnyOrder(Role.FIRST_RESPONDER, Role.PANEL_COORDINATOR);
        assertThat(partnerships.file(us.program, after.id()).orElseThrow().before())
                .hasSize(1);
        Answer office = send("PUT", path, put.formatted(lead.username(), "ADMINISTRATOR"));
        assertThat(office.status()).isEqualTo(400);
        assertThat(office.body().path("detail").asString()).contains("an administrator gives by hand");
        assertThat(member(lead.member().id().value()).roles()).doesNotContain(Role.ADMINISTRATOR);
        Answer renamed = send("PUT", path, put.formatted("somebody.else", "FIRST_RESPONDER"));
        assertThat(renamed.body().path("scimType").asString()).isEqualTo("mutability");
        assertThat(send(
                                "PATCH",
                                path,
                                patch("{\"op\":\"add\",\"path\":\"roles\",\"value\":[{\"value\":\"SOCIAL_WORKER\"}]},"
                                        + "{\"op\":\"replace\",\"path\":\"emails[type eq \\\"work\\\"].value\",\"value\":\"lena@new.example\"},"
                                        + "{\"op\":\"replace\",\"path\":\"name.familyName\",\"value\":\"Leading\"},"
                                        + "{\"op\":\"replace\",\"path\":\"name.givenName\",\"value\":\"Lena\"}"))
                        .status())
                .isEqualTo(200);
        Member patched = member(lead.member().id().value());
        assertThat(patched.name()).isEqualTo("Lena Leading");
        assertThat(patched.email()).isEqualTo("lena@new.example");
        assertThat(patched.roles())
                .containsExactlyInAnyOrder(Role.FIRST_RESPONDER, Role.PANEL_COORDINATOR, Role.SOCIAL_WORKER);
    }

    @Test
    void peopleOfAnotherAgencyAreNotThere() throws Exception {
        Answer all = send("GET", "/Users", "");
        assertThat(all.body()
                        .path("Resources")
                        .valueStream()
                        .map(each -> each.path("displayName").asString()))
                .containsExactly("Hale Healthvoter");
        assertThat(send("GET", "/Users?filter=" + encoded("userName eq \"" + us.coordinator.username() + "\""), "")
                        .body()
                        .path("totalResults")
                        .asInt())
                .isZero();
        String path = "/Users/" + us.coordinator.member().id().value();
        String leave = patch("{\"op\":\"replace\",\"path\":\"active\",\"value\":false}");
        TestPartnership others = founder.found(clock.instant());
        for (String token : List.of(directory, directory(others, others.council))) {
            assertThat(send("GET", path, "", token).status()).isEqualTo(404);
            assertThat(send("PATCH", path, leave, token).status()).isEqualTo(404);
            assertThat(send("PUT", path, WHOLE.formatted(us.coordinator.username()), token)
                            .status())
                    .isEqualTo(404);
            assertThat(send("DELETE", path, "", token).status()).isEqualTo(404);
        }
        assertThat(member(us.coordinator.member().id().value()).leftOn()).isNull();
        String councils = directory(us, us.council);
        Answer last = send("PATCH", "/Users/" + us.administrator.member().id().value(), leave, councils);
        assertThat(last.status())
                .as("somebody is left who keeps people and roles")
                .isEqualTo(409);
    }

    @Test
    void whatIsNotScimIsToldSo() throws Exception {
        String path = "/Users/" + us.healthVoter.member().id().value();
        for (String body : List.of(
                "{",
                "[]",
                "null",
                "{}",
                "{\"schemas\":\"urn:ietf:params:scim:schemas:core:2.0:User\",\"userName\":\"x\"}",
                WHOLE.formatted("\\u0000"),
                WHOLE.formatted(fresh()).replace("\"active\": true", "\"active\": 7"),
                "[".repeat(50_000))) {
            Answer answer = send("POST", "/Users", body);
            assertThat(answer.status()).as(body.substring(0, 1)).isEqualTo(400);
            assertThat(answer.body().path("schemas").get(0).asString())
                    .isEqualTo("urn:ietf:params:scim:api:messages:2.0:Error");
        }
        for (String operation : List.of(
                "{\"op\":\"replace\",\"path\":\"groups\",\"value\":[]}",
                "{\"op\":\"move\",\"path\":\"active\",\"value\":false}",
                "{\"op\":\"remove\"}",
                "7")) {
            assertThat(send("PATCH", path, patch(operation)).status())
                    .as(operation)
                    .isEqualTo(400);
        }
        assertThat(send("GET", "/Users?filter=" + encoded("userName sw \"a\""), "")
                        .body()
                        .path("scimType")
                        .asString())
                .isEqualTo("invalidFilter");
        assertThat(send("POST", "/Users", "\"" + "x".repeat(70_000) + "\"").status())
                .isEqualTo(413);
        assertThat(member(us.healthVoter.member().id().value()).leftOn()).isNull();
    }

    /** As RFC 7643 section 8.4 sends a group. */
    private static String group(String name, String... members) {
        return """
                {
                  "schemas": ["urn:ietf:params:scim:schemas:core:2.0:Group"],
                  "externalId": "team-9",
                  "displayName": "%s",
                  "members": [%s]
                }""".formatted(name, String.join(",", members));
    }

    private static String value(String id) {
        return "{\"value\":\"" + id + "\",\"type\":\"User\"}";
    }

    private List<String> in(Answer team) {
        return team.body()
                .path("members")
                .valueStream()
                .map(each -> each.path("value").asString())
                .toList();
    }

    @Test
    void aTeamIsKeptByTheDirectoryAndWhoIsNotInItThereLeavesItHere() throws Exception {
        String tess = created("tess." + UUID.randomUUID()).body().path("id").asString();
        String hale = us.healthVoter.member().id().value().toString();
        Answer made = send("POST", "/Groups", group("Looked-after children", value(tess), value(hale)));
        assertThat(made.status()).as(made.toString()).isEqualTo(201);
        String path = "/Groups/" + made.body().path("id").asString();
        assertThat(made.location()).endsWith("/scim/v2" + path);
        assertThat(in(made)).containsExactlyInAnyOrder(tess, hale);
        assertThat(send("GET", "/Users/" + tess, "")
                        .body()
                        .path("groups")
                        .get(0)
                        .path("display")
                        .asString())
                .isEqualTo("Looked-after children");
        assertThat(send(
                                "GET",
                                "/Groups?excludedAttributes=members&filter="
                                        + encoded("displayName eq \"looked-after CHILDREN\""),
                                "")
                        .body()
                        .path("Resources")
                        .get(0)
                        .has("members"))
                .isFalse();

        // a leaver is taken out, as each of the usual directories says it
        Answer without =
                send("PATCH", path, patch("{\"op\":\"remove\",\"path\":\"members[value eq \\\"" + tess + "\\\"]\"}"));
        assertThat(in(without)).containsExactly(hale);
        send("PATCH", path, patch("{\"op\":\"Add\",\"path\":\"members\",\"value\":[" + value(tess) + "]}"));
        Answer renamed = send(
                "PATCH",
                path,
                patch("{\"op\":\"Remove\",\"path\":\"members\",\"value\":[" + value(hale)
                        + "]},{\"op\":\"Replace\",\"value\":{\"displayName\":\"Children we look after\"}}"));
        assertThat(in(renamed)).containsExactly(tess);
        assertThat(renamed.body().path("displayName").asString()).isEqualTo("Children we look after");
        assertThat(in(send("PUT", path, group("Children we look after", value(hale)))))
                .containsExactly(hale);

        // who leaves the trust leaves its teams
        send("PATCH", path, patch("{\"op\":\"add\",\"path\":\"members\",\"value\":" + value(tess) + "}"));
        send("PATCH", "/Users/" + tess, patch("{\"op\":\"replace\",\"path\":\"active\",\"value\":false}"));
        assertThat(in(send("GET", path, ""))).containsExactly(hale);

        // and a team that is no more ends
        assertThat(http.send(
                                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/scim/v2" + path))
                                        .header("Authorization", "Bearer " + directory)
                                        .DELETE()
                                        .build(),
                                BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(204);
        assertThat(send("GET", path, "").status()).isEqualTo(404);
    }

    @Test
    void aDirectoryKeepsTheTeamsOfItsOwnAgencyAndPutsNobodyElseIntoThem() throws Exception {
        Answer made = send("POST", "/Groups", group("Nurses"));
        String path = "/Groups/" + made.body().path("id").asString();
        String police = directory(us, us.police);
        assertThat(send("GET", path, "", police).status()).isEqualTo(404);
        assertThat(send("PUT", path, group("Ours now"), police).status()).isEqualTo(404);
        assertThat(send("GET", "/Groups", "", police)
                        .body()
                        .path("totalResults")
                        .asInt())
                .isZero();
        Answer stranger = send(
                "PUT",
                path,
                group("Nurses", value(us.policeVoter.member().id().value().toString())));
        assertThat(stranger.status()).isEqualTo(400);
        assertThat(stranger.body().path("scimType").asString()).isEqualTo("invalidValue");
        assertThat(in(send("GET", path, ""))).isEmpty();
        Answer again = send("POST", "/Groups", group("NURSES"));
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.body().path("scimType").asString()).isEqualTo("uniqueness");
        assertThat(send("POST", "/Groups", group("")).status()).isEqualTo(400);
        assertThat(send("PATCH", path, patch("{\"op\":\"replace\",\"path\":\"owner\",\"value\":\"x\"}"))
                        .body()
                        .path("scimType")
                        .asString())
                .isEqualTo("invalidPath");
    }

    @Test
    void whatIsOfferedIsSaid() throws Exception {
        JsonNode offered = send("GET", "/ServiceProviderConfig", "").body();
        assertThat(offered.path("patch").path("supported").asBoolean()).isTrue();
        assertThat(offered.path("bulk").path("supported").asBoolean(true)).isFalse();
        assertThat(offered.path("authenticationSchemes").get(0).path("type").asString())
                .isEqualTo("oauthbearertoken");
        JsonNode kind = send("GET", "/ResourceTypes/User", "").body();
        assertThat(kind.path("endpoint").asString()).isEqualTo("/Users");
        assertThat(send("GET", "/ResourceTypes", "").body().path("Resources").size())
                .isEqualTo(2);
        assertThat(send("GET", "/ResourceTypes/Group", "")
                        .body()
                        .path("endpoint")
                        .asString())
                .isEqualTo("/Groups");
        assertThat(send("GET", "/Schemas/urn:ietf:params:scim:schemas:core:2.0:Group", "")
                        .body()
                        .path("attributes")
                        .valueStream()
                        .map(each -> each.path("name").asString()))
                .containsExactly("displayName", "members");
        JsonNode schema =
                send("GET", "/Schemas/" + kind.path("schema").asString(), "").body();
        assertThat(schema.path("attributes")
                        .valueStream()
                        .map(each -> each.path("name").asString()))
                .contains("userName", "active", "emails", "roles");
        JsonNode page = send("GET", "/Users?startIndex=1&count=0", "").body();
        assertThat(page.path("totalResults").asInt()).isEqualTo(1);
        assertThat(page.path("Resources").size()).isZero();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
