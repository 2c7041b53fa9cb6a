package org.holdfast;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import org.holdfast.casework.Voices;
import org.holdfast.casework.Wishes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A child says what they think on a link that shows nothing else, and nobody else can open it (GRD-4). */
@HoldfastTest
class ChildLinkTest {

    private final Journey.Doors doors;
    private final Voices voices;
    private final TestClock clock;
    private final int port;
    private Journey child;
    private Visitor worker;

    ChildLinkTest(Journey.Doors doors, Voices voices, TestClock clock, @LocalServerPort int port) {
        this.doors = doors;
        this.voices = voices;
        this.clock = clock;
        this.port = port;
    }

    @BeforeEach
    void aChildIsReferred() {
        LocalDate today = LocalDate.of(2026, 3, 2);
        child = new Journey(doors, "hull", today.minusDays(10));
        child.on(today).referralArrives("Alba", LocalDate.of(2011, 6, 1));
        clock.set(child.tick());
        worker = Visitor.signedIn(port, child.us.coordinator);
    }

    @AfterEach
    void realTimeAgain() {
        clock.reset();
    }

    private String path(String tongue, String word) {
        Visitor.Answer given = worker.post(
                "/cases/" + child.caseId.value() + "/views",
                "tongue",
                tongue,
                "about",
                "The panel of next week",
                "word",
                word,
                "days",
                "7");
        assertThat(given.status()).as("no reload sends the form again").isEqualTo(303);
        assertThat(given.location()).isEqualTo("/cases/" + child.caseId.value() + "/views");
        String shown = worker.get(given.location()).body();
        var found = Pattern.compile("http://localhost:\\d+(/v/[\\w-]{43})").matcher(shown);
        assertThat(found.find()).as(shown).isTrue();
        assertThat(worker.get(given.location()).body()).as("shown once").doesNotContain(found.group(1));
        assertThat(shown)
                .as("the public address, not the host that the worker's browser sent")
                .doesNotContain("localhost:" + port + "/v/");
        return found.group(1);
    }

    @Test
    void theChildWritesInTigrinyaAndTheWordsAreWithTheCaseInTheChildsOwnWords() throws Exception {
        String path = path("ti", "");
        Visitor telephone = new Visitor(port);
        Visitor.Answer before = telephone.get(path);
        assertThat(before.status()).isEqualTo(200);
        assertThat(before.body())
                .contains("<html lang=\"ti\" dir=\"ltr\"")
                .contains("<title>ቁሩብ ሕቶታት</title>")
                .contains("govuk-exit-this-page")
                .doesNotContain("Holdfast")
                .doesNotContain("Alba")
                .doesNotContain("Testshire")
                .doesNotContain("/cases/");
        assertThat(telephone.post(path + "/start").location()).isEqualTo(path + "/q/1");
        assertThat(telephone.get(path + "/q/1").body()).contains("እንታይ ጽቡቕ ይኸደልካ/ይኸደልኪ ኣሎ?");

        // each answer is kept as it is given; the language can be changed on the way
        assertThat(telephone.post(path + "/q/1", "words", "ቤት ትምህርቲ <b>ጽቡቕ</b>").location())
                .isEqualTo(path + "/q/2");
        telephone.post(path + "/language", "in", "ar", "at", "/q/2");
        assertThat(telephone.get(path + "/q/2").body()).contains("dir=\"rtl\"").contains("ما الذي يقلقك؟");
        telephone.post(path + "/language", "in", "ti", "at", "/q/5");
        telephone.post(path + "/q/5", "words", "My aunt Ana");
        Visitor.Answer check = telephone.get(path + "/check");
        assertThat(check.body()).contains("ቤት ትምህርቲ &lt;b&gt;ጽቡቕ&lt;/b&gt;").contains("My aunt Ana");

        Visitor.Answer done = telephone.post(path + "/hand-in");
        assertThat(done.location()).as("a page about nobody").isEqualTo("/v/thanks/ti");
        assertThat(telephone.get(done.location()).body()).contains("የቐንየልና");
        Wishes wishes = voices.wishes(child.coordinator, child.caseId).getFirst();
        assertThat(wishes.means()).isEqualTo(Wishes.Means.WRITTEN_ON_A_LINK);
        assertThat(wishes.words()).contains("ቤት ትምህርቲ <b>ጽቡቕ</b>").contains("My aunt Ana");
        assertThat(wishes.language()).isEqualTo("Tigrinya");
        assertThat(wishes.chosen()).isEqualTo(Wishes.Chosen.BY_THE_CHILD);
        assertThat(wishes.representative()).isEqualTo("My aunt Ana");

        // the worker is told that something came, reads it and says so
        assertThat(child.waitsFor(child.us.coordinator)).contains("voice.work.received");
        Visitor.Answer links = worker.get("/cases/" + child.caseId.value() + "/views");
        assertThat(links.body()).contains("ቤት ትምህርቲ");
        var link = Pattern.compile("/views/([0-9a-f-]{36})/received").matcher(links.body());
        assertThat(link.find()).isTrue();
        assertThat(worker.post("/views/" + link.group(1) + "/received").status())
                .isEqualTo(303);
        assertThat(child.waitsFor(child.us.coordinator)).doesNotContain("voice.work.received");
    }

    private static String key(String page, String field) {
        var key = Pattern.compile("name=\"" + field + "\" value=\"([^\"]+)\"").matcher(page);
        assertThat(key.find()).isTrue();
        return key.group(1);
    }

    @Test
    void whoPressesTwiceIsLetInAndThankedAsIfTheyHadPressedOnce() {
        for (String word : List.of("", "heron")) {
            String path = path("en", word);
            // what the browser leaves as it presses again is its first answer, and the pass that came with it
            String[] begin = {"press", key(new Visitor(port).get(path).body(), "press"), "word", word};
            assertThat(new Visitor(port).post(path + "/start", begin).location())
                    .isEqualTo(path + "/q/1");
            Visitor telephone = new Visitor(port);
            assertThat(telephone.post(path + "/start", begin).location()).isEqualTo(path + "/q/1");
            telephone.post(path + "/q/3", "words", "To stay at my school");
            assertThat(new Visitor(port)
                            .post(path + "/start", "press", "another", "word", "wren")
                            .location())
                    .as("another browser without the word is nowhere")
                    .isEmpty();

            String[] handIn = {"once", key(telephone.get(path + "/check").body(), "once")};
            telephone
                    .postTwiceAtOnce(path + "/hand-in", handIn)
                    .forEach(answer -> assertThat(answer.location()).isEqualTo("/v/thanks/en"));
            assertThat(telephone.post(path + "/hand-in", handIn).location()).isEqualTo("/v/thanks/en");
            assertThat(telephone.get("/v/thanks/en").body()).contains("Thank you");
            assertThat(telephone.post(path + "/hand-in", "once", "another").status())
                    .as("the link is over all the same")
                    .isEqualTo(404);
        }
        assertThat(voices.wishes(child.coordinator, child.caseId)).hasSize(2);
        assertThat(doors.ledger.changesAfter(child.coordinator, 0, 1000))
                .filteredOn(line -> line.event().equals("link-started"))
                .hasSize(2);
    }

    @Test
    void guessedForwardedUsedTakenBackAndOverAllReadTheSameAndTheLedgerKnowsWhich() {
        String guessed = new Visitor(port).get("/v/" + "A".repeat(43)).body();
        assertThat(guessed).contains("This page is not here any more").contains("ኣብዚ የለን");

        String forwarded = path("en", "");
        new Visitor(port).post(forwarded + "/start");
        assertThat(new Visitor(port).get(forwarded)).isEqualTo(new Visitor.Answer(404, guessed, ""));
        assertThat(new Visitor(port)
                        .post(forwarded + "/q/1", "words", "not the child")
                        .body())
                .isEqualTo(guessed);

        String used = path("en", "");
        Visitor telephone = new Visitor(port);
        telephone.post(used + "/start");
        assertThat(telephone.post(used + "/hand-in").body())
                .as("nothing written, nothing sent")
                .contains("You have not written anything yet");
        telephone.post(used + "/q/3", "words", "To stay at my school");
        telephone.post(used + "/hand-in");
        assertThat(telephone.get(used).body()).isEqualTo(guessed);
        assertThat(telephone.post(used + "/hand-in").body()).isEqualTo(guessed);
        assertThat(voices.wishes(child.coordinator, child.caseId)).hasSize(1);

        String back = path("en", "");
        var link = Pattern.compile("/views/([0-9a-f-]{36})/withdraw")
                .matcher(worker.get("/cases/" + child.caseId.value() + "/views").body());
        assertThat(link.find()).isTrue();
        worker.post("/views/" + link.group(1) + "/withdraw");
        assertThat(new Visitor(port).get(back).body()).isEqualTo(guessed);

        String over = path("en", "");
        clock.set(child.tick().plus(Duration.ofDays(7)).plusSeconds(60));
        assertThat(new Visitor(port).get(over).body()).isEqualTo(guessed);

        assertThat(doors.ledger.linesAbout(child.coordinator, child.caseId.value(), 200).stream()
                        .filter(line -> line.event().equals("link-refused"))
                        .map(line -> line.detail())
                        .toList()
                        .toString())
                .contains("ANOTHER_BROWSER", "USED", "WITHDRAWN", "EXPIRED");
    }

    @Test
    void theWordAgreedOpensItOnAnyTelephoneAndFiveWrongOnesCloseIt() {
        String path = path("en", "Heron");
        Visitor telephone = new Visitor(port);
        assertThat(telephone.get(path).body()).contains("What is the word you agreed on?");
        assertThat(telephone.post(path + "/start", "word", "sparrow").body()).contains("That is not the word");
        assertThat(telephone.post(path + "/start", "word", " heron ").location())
                .isEqualTo(path + "/q/1");
        telephone.post(path + "/q/1", "words", "Football");
        Visitor another = new Visitor(port);
        assertThat(another.get(path + "/q/1").body())
                .as("another browser is asked for the word")
                .contains("What is the word you agreed on?")
                .doesNotContain("Football");
        another.post(path + "/start", "word", "HERON");
        assertThat(another.get(path + "/check").body()).contains("Football");
        for (int time = 1; time <= 5; time++) {
            new Visitor(port).post(path + "/start", "word", "guess" + time);
        }
        assertThat(another.get(path + "/check").status()).isEqualTo(404);
    }

    @Test
    void nothingIsKeptByTheBrowserAndNothingIsPassedOn() throws Exception {
        String path = path("en", "");
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(answer.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'self'");
        assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
        assertThat(new Visitor(port).get("/v/safe/vi").body())
                .contains("0800 1111")
                .contains("Childline");
    }

    @Test
    void whoeverIsInByOneLinkReachesNoOtherAndWhatTheyWriteIsWordsOnly() {
        String shut = new Visitor(port).get("/v/" + "A".repeat(43)).body();
        String ours = path("en", "");
        Visitor telephone = new Visitor(port);
        telephone.post(ours + "/start");
        String others = path("en", "");
        new Visitor(port).post(others + "/start");
        Visitor thief = new Visitor(port);
        thief.withCookie("p", telephone.cookie("p"));
        assertThat(thief.get(ours + "/q/1").status())
                .as("the pass is good where it was made")
                .isEqualTo(200);
        for (String page : List.of("", "/q/1", "/check")) {
            assertThat(thief.get(others + page)).as(page).isEqualTo(new Visitor.Answer(404, shut, ""));
        }
        for (String form : List.of("/start", "/q/1", "/hand-in", "/language")) {
            assertThat(thief.post(others + form, "words", "not the child", "word", "x", "in", "en"))
                    .as(form)
                    .isEqualTo(new Visitor.Answer(404, shut, ""));
        }
        for (String odd : List.of(
                "/q/0",
                "/q/-1",
                "/q/99",
                "/q/2147483648",
                "/q/%3Cscript%3E",
                "/q/1%2f..%2f..%2fwork",
                "/../../work",
                "/%2e%2e/%2e%2e/work")) {
            Visitor.Answer answer = telephone.get(ours + odd);
            assertThat(answer.status()).as(odd).isIn(200, 302, 400, 404);
            assertThat(answer.body()).as(odd).doesNotContain("Exception", "org.holdfast", "Alba");
        }
        for (String elsewhere : List.of("//elsewhere.example", "/q/1/../../..//elsewhere.example", "\r\nX-Evil: yes")) {
            Visitor.Answer answer = telephone.post(ours + "/language", "in", "en", "at", elsewhere);
            assertThat(answer.location()).as(elsewhere).isEqualTo(ours);
        }
        String script = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>";
        telephone.post(
                ours + "/q/1",
                "words",
                script,
                "question",
                "5",
                "number",
                "5",
                "representative",
                "Forged Author",
                "child",
                "00000000-0000-0000-0000-00000000dead");
        assertThat(telephone.get(ours + "/check").body()).doesNotContain("<script>alert", "<img", "Forged Author");
        assertThat(telephone.post(ours + "/q/2", "words", "x".repeat(2_000_000)).status())
                .isLessThan(500);
        telephone.post(ours + "/hand-in");
        assertThat(worker.get("/cases/" + child.caseId.value() + "/views").body())
                .contains("&lt;script&gt;alert(1)")
                .doesNotContain("<script>alert", "<img src=x", "Forged Author");
        assertThat(voices.wishes(child.coordinator, child.caseId)).hasSize(1);
    }
}
