package org.holdfast.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.holdfast.HoldfastTest;
import org.holdfast.TestPartnership;
import org.holdfast.Visitor;
import org.holdfast.audit.Ledger;
import org.holdfast.pages.Drafts;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** NRM-24, REF-1 to REF-5: a referral written on the pages without script, checked, handed in, and brought forward. */
@HoldfastTest
class HandwrittenPagesTest {

    private static final String SMALLEST_PICTURE =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=";
    private static final byte[] NOTE = "%PDF-1.7\n%%EOF\n".getBytes(StandardCharsets.UTF_8);

    private final TestPartnership us;
    private final Drafts drafts;
    private final Ledger ledger;
    private final InstantSource clock;
    private final int port;

    HandwrittenPagesTest(
            TestPartnership.Founder founder,
            Drafts drafts,
            Ledger ledger,
            InstantSource clock,
            @LocalServerPort int port) {
        this.drafts = drafts;
        this.ledger = ledger;
        this.clock = clock;
        Instant now = clock.instant();
        this.us = founder.found("north-lincolnshire", now);
        this.port = port;
    }

    @Test
    void aFirstResponderWritesAReferralPageByPageAndTheCoordinatorDecidesAboutIt() {
        Visitor writer = Visitor.signedIn(port, us.firstResponder);
        assertThat(writer.get("/referrals/new").body()).contains("Write a referral");
        String draft = writer.post("/referrals/drafts").location();
        assertThat(draft).startsWith("/referrals/drafts/");
        assertThat(writer.get(draft).body()).contains("What happened", "Immediate safety", "Not started");

        assertThat(writer.get(draft + "/questions/types-of-exploitation").body())
                .contains("child sexual exploitation")
                .doesNotContain("??");
        assertThat(writer.post(
                                draft + "/questions/types-of-exploitation",
                                "types-of-exploitation-forced-to-commit-crime",
                                "true")
                        .location())
                .isEqualTo(draft + "/questions/any-other-pvs");
        writer.post(draft + "/questions/pv-under-age", "pv-under-age", "yes");

        Visitor.Answer wrong = writer.post(
                draft + "/questions/pv-dob", "pv-dob-day", "31", "pv-dob-month", "2", "pv-dob-year", "2011");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("There is a problem", "value=\"31\"", "value=\"2011\"");
        assertThat(writer.get(draft + "/questions/pv-dob").body())
                .as("kept, though wrong")
                .contains("value=\"31\"");
        writer.post(draft + "/questions/pv-dob", "pv-dob-day", "4", "pv-dob-month", "5", "pv-dob-year", "2011");

        assertThat(writer.get(draft + "/hand-in").body())
                .contains("Enter a first name or a last name", "Choose how the child’s immediate safety is addressed")
                .doesNotContain("<button type=\"submit\" class=\"govuk-button \"");
        assertThat(writer.post(
                                draft + "/questions/pv-name-referral?back=check",
                                "pv-name-first-name",
                                "Oona",
                                "pv-name-last-name",
                                "Testchild")
                        .location())
                .isEqualTo(draft + "/check");
        writer.post(
                draft + "/questions/safety",
                "safeguarding",
                "already-open",
                "safeguarding-account",
                "Known to Testshire Council");
        writer.post(draft + "/questions/child-told", "told", "told", "told-account", "At school <b>today</b>");

        assertThat(writer.get(draft + "/check").body())
                .contains("Oona", "4 May 2011", "At school &lt;b&gt;today&lt;/b&gt;", "Made to commit crime", "Change");
        assertThat(writer.get(draft + "/hand-in").body())
                .contains("It is not said who exploited the child", "Ask for approval to submit");
        assertThat(writer.forged(draft + "/hand-in").location()).isEmpty();
        assertThat(writer.get(draft).status())
                .as("not handed in by another site's form")
                .isEqualTo(200);
        String referral =
                writer.post(draft + "/hand-in", "alike", "no id of a child").location();
        assertThat(referral).matches("/referrals/[0-9a-f-]+/steps");
        assertThat(writer.get(referral).body())
                .contains("Waiting for approval to submit", "Oona Testchild")
                .doesNotContain("Record whether it is to be submitted");
        assertThat(writer.get(draft).status()).as("no longer a draft").isEqualTo(422);

        Visitor coordinator = Visitor.signedIn(port, us.coordinator);
        assertThat(coordinator.get(referral).body()).contains("Record whether it is to be submitted");
        assertThat(coordinator.get(referral + "/accept").status())
                .as("not on offer yet")
                .isEqualTo(422);
        String version = version(coordinator.get(referral + "/screen").body());
        Visitor.Answer unreasoned = coordinator.post(
                referral + "/screen",
                "version",
                version,
                "route",
                "MACE",
                "submit",
                "no",
                "rationale",
                "Kept as typed");
        assertThat(unreasoned.status()).isEqualTo(422);
        assertThat(unreasoned.body()).contains("Enter the day to look at this again", "Kept as typed");
        assertThat(writer.post(referral + "/screen", "version", version, "route", "MACE", "submit", "yes")
                        .status())
                .as("not the writer's to decide")
                .isEqualTo(422);
        assertThat(coordinator
                        .post(referral + "/screen", "version", version, "route", "MACE", "submit", "yes")
                        .location())
                .isEqualTo(referral);
        assertThat(coordinator.get(referral).body()).contains("Ready to send", "Record that it was sent");
        for (String step : new String[] {"record-sent", "record-safeguarding", "record-child-told", "withdraw"}) {
            assertThat(coordinator.get(referral + "/" + step).status()).as(step).isEqualTo(200);
        }

        Visitor stranger = Visitor.signedIn(port, us.socialWorker);
        assertThat(stranger.get(referral).status()).isEqualTo(404);
        assertThat(stranger.get(referral + "/screen").status()).isEqualTo(404);
        assertThat(stranger.post(referral + "/screen", "version", version, "submit", "yes")
                        .status())
                .isEqualTo(404);
        assertThat(stranger.get(draft).status()).isEqualTo(404);
    }

    @Test
    void aDraftIsThrownAwayOnlyAfterAskingAndByItsWriter() {
        Visitor writer = Visitor.signedIn(port, us.firstResponder);
        writer.get("/referrals/new");
        String draft = writer.post("/referrals/drafts").location();
        Visitor.signedIn(port, us.coordinator).post(draft + "/discard");
        assertThat(writer.get(draft).status()).isEqualTo(200);
        assertThat(writer.get(draft + "/discard").body()).contains("Throw this draft away?");
        assertThat(writer.post(draft + "/discard").location()).isEqualTo("/referrals/new");
        assertThat(writer.get(draft).status()).isNotEqualTo(200);
        assertThat(writer.get("/referrals/drafts/not-an-id").status()).isEqualTo(404);
        assertThat(writer.get(draft + "/questions/no-such-page").status()).isNotEqualTo(200);
    }

    /** NRM-24: files go with the form; they are its writer's alone until it is handed in, and the case's from then on. */
    @Test
    void filesAreAddedInTheFormAndAreInTheCaseWhenTheReferralIsIn() {
        Visitor writer = Visitor.signedIn(port, us.firstResponder);
        writer.get("/referrals/new");
        String draft = writer.post("/referrals/drafts").location();
        String page = draft + "/questions/upload-evidence";
        byte[] picture = Base64.getDecoder().decode(SMALLEST_PICTURE);
        assertThat(writer.get(page).body()).contains("No file is added yet", "multiple");
        assertThat(writer.get(draft + "/questions/what-evidence-you-will-submit")
                        .status())
                .as("asked only when there is a file")
                .isEqualTo(404);

        Visitor.Answer notTaken =
                writer.upload(page, "file", "run-me.exe", "MZ and so on".getBytes(StandardCharsets.UTF_8));
        assertThat(notTaken.status()).isEqualTo(422);
        assertThat(notTaken.body())
                .contains("There is a problem", "run-me.exe is not a PDF, Word, JPG or PNG file", "No file is added");
        assertThat(writer.upload(page, "file", "../Photo of 3 March.exe", picture)
                        .location())
                .isEqualTo(page);
        assertThat(writer.upload(page, "file", "The same.png", picture).body())
                .contains("The same.png is already among the files", "Photo of 3 March.png");
        assertThat(writer.upload(page, "file", "Note.pdf", NOTE).location()).isEqualTo(page);
        String shown = writer.get(page).body();
        String photo = path(shown, "Photo of 3 March.png");
        assertThat(writer.get(photo).status()).isEqualTo(200);
        Visitor coordinator = Visitor.signedIn(port, us.coordinator);
        assertThat(coordinator.get(photo).status())
                .as("a draft is its writer's alone")
                .isEqualTo(404);
        assertThat(coordinator.get(page).status()).isEqualTo(404);
        assertThat(coordinator.post(photo + "/remove").status()).isEqualTo(404);
        assertThat(coordinator.upload(page, "file", "Mine.png", picture).status())
                .isEqualTo(404);
        assertThat(writer.post(path(shown, "Note") + "/remove").location()).isEqualTo(page);
        assertThat(writer.get(page).body()).doesNotContain("Note.pdf").contains("Photo of 3 March.png");
        assertThat(writer.get(draft + "/check").body()).contains("Photo of 3 March.png");

        assertThat(writer.post(page, "go", "on").location())
                .as("what the files are comes next")
                .isEqualTo(draft + "/questions/what-evidence-you-will-submit");
        writer.post(
                draft + "/questions/what-evidence-you-will-submit",
                "what-evidence-you-will-submit",
                "Photo: the flat at Example Street,\n3 March");
        writer.post(draft + "/questions/pv-under-age", "pv-under-age", "yes");
        writer.post(
                draft + "/questions/pv-name-referral", "pv-name-first-name", "Filo", "pv-name-last-name", "Testchild");
        writer.post(
                draft + "/questions/safety",
                "safeguarding",
                "already-open",
                "safeguarding-account",
                "Known to Testshire Council");
        writer.post(draft + "/questions/child-told", "told", "told", "told-account", "At school");
        String referral = writer.post(draft + "/hand-in").location().replace("/steps", "");
        assertThat(referral).startsWith("/referrals/");

        String handedIn = coordinator.get(referral).body();
        assertThat(handedIn).contains("They were handed in with the referral", "Photo of 3 March.png", "image/png");
        String files = path(handedIn, "See the files of the case");
        String ofCase = coordinator.get(files).body();
        assertThat(ofCase)
                .contains("Photo of 3 March.png", "Photo: the flat at Example Street, 3 March", "Fia Firstresponder")
                .doesNotContain("Note.pdf");
        assertThat(coordinator.get(path(ofCase, "Photo of")).status()).isEqualTo(200);
        assertThat(coordinator.get(referral + "/home-office?sending=1").body())
                .contains("\"Document1.Name\"", "Photo of 3 March.png", "EvidenceSubmitted");
        assertThat(ledger.changesAfter(us.coordinator.actor(), 0, 1000).toString())
                .contains("referral-file-added", "referral-file-removed", "event=file-added");
    }

    @Test
    void filesGoWithTheDraftThatIsThrownAway() {
        Visitor writer = Visitor.signedIn(port, us.firstResponder);
        writer.get("/referrals/new");
        String draft = writer.post("/referrals/drafts").location();
        String key = HandwrittenReferrals.draftKey(
                new ReferralId(UUID.fromString(draft.substring(draft.lastIndexOf('/') + 1))));
        writer.get(draft);
        writer.upload(draft + "/questions/upload-evidence", "file", "Note.pdf", NOTE);
        Drafts.Left left = drafts.untouchedSince(us.program, clock.instant()).stream()
                .filter(one -> one.form().equals(key))
                .findFirst()
                .orElseThrow();
        assertThat(drafts.files(us.firstResponder.actor(), key)).hasSize(1);
        assertThat(drafts.throwAway(us.program, left, clock.instant())).isTrue();
        assertThat(drafts.files(us.firstResponder.actor(), key))
                .as("left alone")
                .isEmpty();

        writer.get(draft);
        writer.upload(draft + "/questions/upload-evidence", "file", "Note.pdf", NOTE);
        assertThat(drafts.files(us.firstResponder.actor(), key)).hasSize(1);
        writer.post(draft + "/discard");
        assertThat(drafts.files(us.firstResponder.actor(), key)).as("discarded").isEmpty();
    }

    /** Where the link leads whose words begin so. */
    private static String path(String body, String words) {
        Matcher link = Pattern.compile("href=\"([^\"]*)\"[^>]*>(?:<bdi>)?" + Pattern.quote(words))
                .matcher(body);
        assertThat(link.find()).as("a link " + words).isTrue();
        return link.group(1);
    }

    private static String version(String body) {
        return body.replaceFirst("(?s).*name=\"version\" value=\"(\\d+)\".*", "$1");
    }
}
