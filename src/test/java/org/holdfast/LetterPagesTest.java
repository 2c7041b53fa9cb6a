package org.holdfast;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A letter through its pages, from its language to its being understood. */
@HoldfastTest
class LetterPagesTest {

    private final Journey.Doors doors;
    private final TestClock clock;
    private final int port;
    private Journey child;
    private Visitor worker;
    private String letters;

    LetterPagesTest(Journey.Doors doors, TestClock clock, @LocalServerPort int port) {
        this.doors = doors;
        this.clock = clock;
        this.port = port;
    }

    @BeforeEach
    void aChildIsReferred() {
        LocalDate today = LocalDate.of(2026, 3, 2);
        child = new Journey(doors, "cardiff", today.minusDays(10));
        child.on(today).referralArrives("Alba", LocalDate.of(2011, 6, 1));
        clock.set(child.tick());
        worker = Visitor.signedIn(port, child.us.coordinator);
        letters = "/cases/" + child.caseId.value() + "/letters";
    }

    @AfterEach
    void realTimeAgain() {
        clock.reset();
    }

    @Test
    void inWalesNobodyAskedIsWelshAndEnglishTogetherUntilTheLanguageIsRecorded() {
        assertThat(worker.get(letters).body())
                .contains("Nobody has asked in which language. Until then: Welsh, with English beside it");
        Visitor.Answer unsaid = worker.post(letters + "/language", "wanted", "", "because", "", "version", "1");
        assertThat(unsaid.status()).isEqualTo(422);
        assertThat(unsaid.body()).contains("href=\"#wanted\"");
        assertThat(worker.post(letters + "/language", "wanted", "en", "because", "Asked today", "version", "1")
                        .status())
                .isEqualTo(303);
        assertThat(worker.get(letters).body()).contains("Letters in: English");
    }

    @Test
    void aLetterInSoraniIsCheckedReleasedPrintedFromTheBrowserAndExplained() {
        String letter = worker.post(letters, "kind", "TO_CHILD", "decision", "none", "tongue", "ckb")
                .location();
        Visitor.Answer written = worker.post(
                letter,
                "version",
                "1",
                "recipient",
                "Alba",
                "helper",
                "Sol Socialworker",
                "contact",
                "You can call on 01632 960001.",
                "about",
                "We spoke with Bram.",
                "aboutTranslated",
                "قسەمان لەگەڵ برام کرد.",
                "aboutStatus",
                "HUMAN",
                "aboutByName",
                "",
                "wordingStatus",
                "MACHINE",
                "way",
                "HANDED_OVER",
                "then",
                "check");
        assertThat(written.location()).isEqualTo(letter + "/check");
        assertThat(worker.get(letter + "/check").body())
                .contains("Looks like a name")
                .contains("dir=\"rtl\"")
                .contains("were made by a machine");
        Visitor.Answer faults = worker.post(letter + "/check", "version", version(worker, letter + "/check"));
        assertThat(faults.status()).isEqualTo(422);
        assertThat(faults.body())
                .contains("Bram: tick that the name is meant")
                .contains("Write who translated or checked it");
        assertThat(worker.post(letter, "version", "1", "about", "over").status())
                .as("somebody who saw an older letter does not write over this one")
                .isEqualTo(422);
        worker.post(
                letter,
                "version",
                "2",
                "recipient",
                "Alba",
                "helper",
                "Sol Socialworker",
                "contact",
                "You can call on 01632 960001.",
                "wordingStatus",
                "MACHINE",
                "way",
                "HANDED_OVER");
        assertThat(worker.post(letter + "/check", "version", version(worker, letter + "/check")).location()).isEqualTo(letter + "/release");
        assertThat(worker.get(letter + "/release").body())
                .contains("The letter does not go by itself")
                .contains("Sol Socialworker");
        Visitor.Answer kept = worker.post(letter + "/release", "version", version(worker, letter + "/release"), "explainer", "Sol Socialworker", "explainOn-day", "4");
        assertThat(kept.status()).isEqualTo(422);
        assertThat(kept.body()).contains("value=\"4\"").contains("Write which interpreter");
        assertThat(worker.post(
                                letter + "/release", "version", version(worker, letter + "/release"),
                                "explainer",
                                "Sol Socialworker",
                                "explainOn-day",
                                "4",
                                "explainOn-month",
                                "3",
                                "explainOn-year",
                                "2026",
                                "interpreter",
                                "Ina Interpreter",
                                "looked",
                                "yes")
                        .location())
                .isEqualTo(letter);
        assertThat(worker.get(letter).body())
                .contains("The letter that went")
                .contains("Not explained yet")
                .contains("Download as PDF");
        assertThat(worker.get(letter + "/pdf").status()).isEqualTo(200);
        assertThat(worker.get(letter + "/odt").status()).isEqualTo(200);
        assertThat(worker.get(letter + "/paper").body())
                .contains("<html lang=\"ckb\" dir=\"rtl\"")
                .contains("0800\u00a01111");

        assertThat(worker.get(letter + "/explain").body()).contains("Ina Interpreter");
        assertThat(worker.post(letter + "/explain").status()).isEqualTo(422);
        assertThat(worker.post(
                                letter + "/explain",
                                "on-day",
                                "2",
                                "on-month",
                                "3",
                                "on-year",
                                "2026",
                                "by",
                                "Sol Socialworker",
                                "tongue",
                                "ckb",
                                "interpreter",
                                "Ina Interpreter",
                                "understood",
                                "YES",
                                "words",
                                "باشە")
                        .location())
                .isEqualTo(letter);
        assertThat(worker.get(letter).body())
                .contains("Explained and understood")
                .contains("باشە");
        assertThat(worker.get(letters).body()).contains("Machine, not checked");
    }

    @Test
    void aLetterInEnglishIsAPdfAndTheReadingAgeIsToldWithoutKeepingAWord() {
        String letter = worker.post(letters, "kind", "TO_CHILD", "decision", "none", "tongue", "en")
                .location();
        assertThat(worker.post(
                                letter + "/reading",
                                "about",
                                "Notwithstanding considerable administrative difficulties.")
                        .body())
                .contains("notwithstanding")
                .contains("id=\"reading\"");
        assertThat(worker.get(letter).body()).doesNotContain("Notwithstanding");
        assertThat(worker.get(letter + "/pdf").body()).startsWith("%PDF");
        assertThat(worker.post(letter + "/discard").location()).isEqualTo(letters);
        assertThat(worker.get(letters).body()).contains("No letter yet");
        Visitor stranger = Visitor.signedIn(port, doors.founder.found(child.tick()).coordinator);
        for (String page : new String[] {"", "/check", "/release", "/explain", "/paper", "/pdf", "/odt"}) {
            assertThat(stranger.get(letter + page).status()).as(page).isEqualTo(404);
        }
    }

    /** The version that the page of a letter carries. */
    private static String version(Visitor reader, String path) {
        Matcher found = Pattern.compile("name=\"version\" value=\"(\\d+)\"").matcher(reader.get(path).body());
        return found.find() ? found.group(1) : "";
    }
}
