package org.holdfast.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import org.holdfast.HoldfastTest;
import org.holdfast.TestClock;
import org.holdfast.TestPartnership;
import org.holdfast.Visitor;
import org.holdfast.sharing.Sharing;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The decision as people and programs meet it over the wire. */
@HoldfastTest
class DecisionPagesTest {

    private final TestPartnership us;
    private final PanelDay.Maker maker;
    private final Sharing sharing;
    private final TestClock clock;
    private final int port;

    DecisionPagesTest(
            TestPartnership.Founder founder,
            PanelDay.Maker maker,
            Sharing sharing,
            TestClock clock,
            @LocalServerPort int port) {
        this.us = founder.found(Instant.parse("2026-09-01T09:00:00Z"));
        this.maker = maker;
        this.sharing = sharing;
        this.clock = clock;
        this.port = port;
    }

    private PanelDay panel() {
        PanelDay day = maker.panel(us);
        clock.set(day.tick());
        return day;
    }

    private Visitor visitor(TestPartnership.Person person) {
        return Visitor.signedIn(port, person);
    }

    @Test
    void fromTheFirstFindingToTheOutcomeThroughPages() {
        PanelDay day = panel();
        Visitor coordinator = visitor(us.coordinator);
        assertThat(coordinator.get("/decisions/new?item=" + day.item.value()).body())
                .as("nobody is asked why a first decision supersedes another")
                .doesNotContain("name=\"because\"")
                .doesNotContain("the last decision about this child");
        Visitor.Answer opened =
                coordinator.post("/decisions", "item", day.item.value().toString(), "because", "");
        assertThat(opened.status()).isEqualTo(303);
        String page = opened.location();

        String action = page + "/elements/trafficking/action";
        assertThat(coordinator.get(action).body()).contains("Was the child recruited");
        assertThat(coordinator
                        .post(action + "/evidence", "what", "Seen with adults")
                        .status())
                .isEqualTo(422);
        for (String element : new String[] {"action", "purpose"}) {
            String at = page + "/elements/trafficking/" + element;
            assertThat(coordinator
                            .post(
                                    at + "/evidence",
                                    "side",
                                    "FOR",
                                    "what",
                                    "Seen with <b>adults</b>",
                                    "source",
                                    "Example School",
                                    "weight",
                                    "STRONG")
                            .status())
                    .isEqualTo(303);
            assertThat(coordinator
                            .post(at, "finding", "MET", "reasoning", "", "missing", "", "version", "0")
                            .status())
                    .isEqualTo(303);
        }
        assertThat(coordinator.get(page).body())
                .contains("Seen with &lt;b&gt;adults&lt;/b&gt;")
                .contains("falling short of conclusive proof")
                .contains("Put reasonable grounds to the vote");
        assertThat(coordinator
                        .post(
                                page + "/account",
                                "childsView",
                                "Wants to stay at school",
                                "credibility",
                                "Told late, as is usual",
                                "bestInterests",
                                "Keeps the child safe",
                                "reasoning",
                                "The school log is consistent",
                                "exploitation",
                                "CRIMINAL",
                                "countyLines",
                                "yes",
                                "plan",
                                "yes",
                                "version",
                                "0")
                        .status())
                .isEqualTo(303);
        assertThat(coordinator.post(page + "/ballots", "ground", "RG").status()).isEqualTo(303);

        Visitor police = visitor(us.policeVoter);
        assertThat(police.get(page + "/vote").body())
                .contains("Are there reasonable grounds?")
                .contains("falling short of conclusive proof")
                .contains("Seen with");
        Visitor.Answer empty = police.post(page + "/vote", "ground", "RG", "vote", "FOR", "reasons", " ");
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.body()).contains("Give the reasons for the vote");
        assertThat(police.post(page + "/vote", "ground", "RG", "vote", "FOR", "reasons", "The school log")
                        .status())
                .isEqualTo(303);
        Visitor.Answer twice = police.post(page + "/vote", "ground", "RG", "vote", "AGAINST", "reasons", "Again");
        assertThat(twice.status()).isEqualTo(422);
        assertThat(twice.body()).contains("each agency has one vote");
        Visitor council = visitor(us.councilVoter);
        assertThat(council.get(page).body()).contains("Has voted").doesNotContain("The school log</span>");
        council.post(page + "/vote", "ground", "RG", "vote", "FOR", "reasons", "Clear");
        assertThat(council.get(page).body()).contains("The school log</span>");

        Visitor.Answer recorded = coordinator.post(
                page + "/record-vote",
                "ground",
                "RG",
                "member",
                us.healthVoter.member().id().value().toString(),
                "vote",
                "AGAINST",
                "reasons",
                "Not enough");
        assertThat(recorded.status()).isEqualTo(303);
        Visitor health = visitor(us.healthVoter);
        String confirm = health.get(page + "/vote").body();
        assertThat(confirm).contains("Confirm this vote").contains("Not enough");
        String vote = confirm.replaceAll("(?s).*action=\"(" + page + "/votes/[^\"]+)\".*", "$1");
        assertThat(health.post(vote, "answer", "confirm").status()).isEqualTo(303);
        assertThat(coordinator.post(page + "/count").status()).isEqualTo(303);
        assertThat(coordinator.get(page).body()).contains("2 for, 1 against").contains("Dissent, kept on record");

        assertThat(coordinator.get(page + "/issue").body()).contains("Issue and seal the decision");
        assertThat(coordinator.post(page + "/issue").status()).isEqualTo(303);
        assertThat(coordinator.get(page).body())
                .contains("Positive reasonable grounds decision")
                .doesNotContain("The seal does not fit");
        assertThat(coordinator
                        .post(page + "/account", "childsView", "other", "version", "1")
                        .status())
                .isEqualTo(422);

        String outcome = coordinator.get(page + "/outcome").body();
        assertThat(outcome)
                .contains(PanelDay.CHILD)
                .contains("Positive reasonable grounds decision")
                .contains("Criminal exploitation, County lines")
                .doesNotContain("school log")
                .doesNotContain("Wants to stay")
                .doesNotContain("Keeps the child safe")
                .doesNotContain("Told late")
                .doesNotContain("Seen with")
                .doesNotContain(us.policeVoter.member().name());
        assertThat(coordinator.post(page + "/outcome/sent", "how", "").status()).isEqualTo(422);
        assertThat(coordinator
                        .post(page + "/outcome/sent", "how", "secure e-mail")
                        .status())
                .isEqualTo(303);
        assertThat(coordinator.get(page + "/outcome").body())
                .contains("Sent by")
                .doesNotContain("Mark as sent");
    }

    @Test
    void anOldDraftDoesNotGoOverWhatAColleagueHasWrittenSince() {
        DecisionId id = panel().prepared();
        Visitor coordinator = visitor(us.coordinator);
        Visitor chair = visitor(us.chair);
        for (String part : List.of("elements/trafficking/action", "account")) {
            String page = "/decisions/" + id.value() + "/" + part;
            String body = coordinator.get(page).body();
            String draft = body.replaceAll("(?s).*data-draft=\"([^\"]+)\".*", "$1");
            assertThat(body).contains("name=\"version\" value=\"1\"");
            coordinator.post("/drafts/" + draft, "reasoning", "Half typed by me", "version", "1");
            assertThat(chair.post(page, "finding", "MET", "reasoning", "Written since by the chair", "version", "1")
                            .status())
                    .isEqualTo(303);
            assertThat(coordinator.get(page).body())
                    .contains("Half typed by me")
                    .contains("Written since by the chair")
                    .contains("name=\"version\" value=\"1\"");
            Visitor.Answer sent =
                    coordinator.post(page, "finding", "MET", "reasoning", "Half typed by me", "version", "1");
            assertThat(sent.status()).isEqualTo(422);
            assertThat(sent.body())
                    .contains("Half typed by me")
                    .contains("Written since by the chair")
                    .contains("name=\"version\" value=\"2\"");
        }
    }

    @Test
    void whoMayNotSeesNothingAndAForgedFormDoesNothing() {
        PanelDay day = panel();
        DecisionId id = day.prepared();
        day.asks(id, Ground.RG);
        String page = "/decisions/" + id.value();
        Visitor police = visitor(us.policeVoter);
        assertThat(police.get(page).status()).isEqualTo(200);
        assertThat(police.forged(page + "/vote", "ground", "RG", "vote", "FOR", "reasons", "Forged")
                        .status())
                .isNotEqualTo(303);
        assertThat(police.get(page + "/outcome").status()).isEqualTo(404);
        assertThat(police.post(page + "/count").status()).isEqualTo(404);
        assertThat(police.post(page + "/ballots", "ground", "CG").status()).isEqualTo(404);
        assertThat(day.votes(id)).isEmpty();
        sharing.exclude(
                us.coordinator.actor(), day.caseId, us.policeVoter.member().id(), "Relative", day.tick());
        clock.set(day.tick());
        assertThat(police.get(page).status()).isEqualTo(404);
        assertThat(police.get(page + "/vote").status()).isEqualTo(404);
        for (TestPartnership.Person person :
                new TestPartnership.Person[] {us.administrator, us.guardian, us.firstResponder}) {
            assertThat(visitor(person).get(page).status()).as(person.username()).isEqualTo(404);
        }
        assertThat(police.get("/decisions/00000000-0000-0000-0000-000000000009").status())
                .isEqualTo(404);
        assertThat(police.get(page + "/elements/trafficking/service").status()).isEqualTo(404);
    }

    @Test
    void programsReadVoteAndFetchTheOutcome() throws Exception {
        PanelDay day = panel();
        DecisionId id = day.prepared();
        day.asks(id, Ground.RG);
        clock.set(day.tick());
        String path = "/api/v1/decisions/" + id.value();
        assertThat(api("GET", path, "").body()).contains("\"state\":\"VOTING\"").contains("falling short");
        HttpResponse<String> another = api(
                "POST",
                path + "/votes",
                "{\"ground\":\"RG\",\"vote\":\"FOR\",\"reasons\":\"The log\",\"member\":\""
                        + us.policeVoter.member().id().value() + "\"}");
        assertThat(another.statusCode()).isEqualTo(422);
        assertThat(another.body()).contains("decisions.vote.other-agency");
        HttpResponse<String> voted =
                api("POST", path + "/votes", "{\"ground\":\"RG\",\"vote\":\"FOR\",\"reasons\":\"The log\"}");
        assertThat(voted.statusCode()).isEqualTo(201);
        assertThat(day.votes(id)).singleElement().satisfies(vote -> {
            assertThat(vote.member()).isEqualTo(us.councilVoter.member().name());
            assertThat(vote.standing()).isEqualTo(Vote.Standing.RECORDED);
        });
        HttpResponse<String> again =
                api("POST", path + "/votes", "{\"ground\":\"RG\",\"vote\":\"FOR\",\"reasons\":\"The log\"}");
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(again.body()).contains("decisions.vote.agency-voted");
        HttpResponse<String> nonsense = api("POST", path + "/votes", "{\"ground\":\"XX\",\"vote\":\"MAYBE\"}");
        assertThat(nonsense.statusCode()).isEqualTo(422);
        assertThat(nonsense.body()).contains("\"ground\"").contains("\"vote\"").contains("\"reasons\"");
        assertThat(api("POST", path + "/votes", "[").statusCode()).isEqualTo(400);
        assertThat(api("GET", path + "/outcome", "").statusCode()).isEqualTo(422);
        assertThat(api("GET", "/api/v1/decisions/00000000-0000-0000-0000-000000000009", "")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void theOutcomeForProgramsHoldsNothingElse() throws Exception {
        PanelDay day = panel();
        DecisionId id = day.prepared();
        day.asks(id, Ground.RG);
        day.vote(id, Ground.RG, Position.FOR, Position.FOR, Position.AGAINST);
        day.counted(id);
        day.issued(id);
        clock.set(day.tick());
        HttpResponse<String> outcome = api("GET", "/api/v1/decisions/" + id.value() + "/outcome", "");
        assertThat(outcome.statusCode()).isEqualTo(200);
        assertThat(outcome.body())
                .contains("\"outcome\":\"POSITIVE_RG\"")
                .contains("\"exploitation\":[\"CRIMINAL\"]")
                .contains("\"reasonableGroundsOn\":\"2026-11-20\"")
                .doesNotContain("MARK")
                .doesNotContain(us.councilVoter.member().name())
                .doesNotContain(day.caseId.value().toString());
    }

    private HttpResponse<String> api(String method, String path, String body) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .header("Authorization", "Bearer " + us.apiToken)
                                .header("Content-Type", "application/json")
                                .method(method, HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
