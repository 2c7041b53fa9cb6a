package org.holdfast.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.holdfast.HoldfastTest;
import org.holdfast.TestPartnership;
import org.holdfast.Visitor;
import org.holdfast.audit.Ledger;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** NRM-24: a file from the Home Office handed in on a page, read in form order with true meanings, and what is wrong with a bad one. */
@HoldfastTest
class ReferralPagesTest {

    private final TestPartnership us;
    private final Referrals referrals;
    private final Ledger ledger;
    private final Instant now;
    private final int port;

    ReferralPagesTest(
            TestPartnership.Founder founder,
            Referrals referrals,
            Ledger ledger,
            InstantSource clock,
            @LocalServerPort int port) {
        this.ledger = ledger;
        this.now = clock.instant();
        this.us = founder.found(now);
        this.referrals = referrals;
        this.port = port;
    }

    @Test
    void theCoordinatorHandsInAFileAndReadsItInFormOrderWithTrueMeanings() throws Exception {
        Visitor coordinator = Visitor.signedIn(port, us.coordinator);
        assertThat(coordinator.get("/referrals").body())
                .contains("There are no referrals that you can see.", "Make a referral", "Turned away");
        assertThat(coordinator.get("/referrals/upload").status()).isEqualTo(200);
        Visitor.Answer noDay =
                coordinator.upload("/referrals/upload", "file", "referral.json", sample("home-office-referral"));
        assertThat(noDay.status()).isEqualTo(422);
        assertThat(noDay.body()).contains("Enter the day on which the referral was made");
        String referral = uploaded(coordinator, sample("home-office-referral")).location();
        assertThat(referral).matches("/referrals/[0-9a-f-]{36}");

        String page = coordinator.get(referral).body();
        assertThat(page)
                .contains(
                        "Sample Testchild",
                        "The referral was taken in",
                        "With the single competent authority",
                        "Reported before",
                        "Child sexual exploitation",
                        "Held somewhere and assaulted",
                        "inspection report.pdf",
                        "Download in the Home Office’s keys")
                .doesNotContain("token=", "??", "Missing");
        assertThat(page.indexOf("Background")).isLessThan(page.indexOf("Kinds of exploitation"));
        assertThat(coordinator.get(referral + "/home-office").body())
                .isEqualTo(new String(sample("home-office-referral"), StandardCharsets.UTF_8));
        assertThat(coordinator.get("/referrals").body()).contains("Sample Testchild", "1 referral");

        coordinator.get("/referrals/upload");
        assertThat(uploaded(coordinator, sample("home-office-referral")).location())
                .isEqualTo(referral);
        assertThat(coordinator.get(referral).body()).contains("Nothing has changed");
    }

    @Test
    void anUpdateStandsBesideWhatWasThereUntilItIsRead() throws Exception {
        Visitor coordinator = Visitor.signedIn(port, us.coordinator);
        byte[] body = sample("home-office-referral");
        referrals.receive(us.coordinator.actor(), Manner.UPLOAD, body, now).orThrow();
        byte[] changed = new String(body, StandardCharsets.UTF_8)
                .replace("\"City1\": \"Hull\"", "\"City1\": \"Grimsby\"")
                .getBytes(StandardCharsets.UTF_8);
        Receipt.TakenIn update = (Receipt.TakenIn) referrals
                .receive(us.coordinator.actor(), Manner.UPLOAD, changed, now)
                .orThrow();
        String referral = "/referrals/" + update.id().value();

        assertThat(coordinator.get(referral).body())
                .contains(
                        "Update 2",
                        "Hull",
                        "Grimsby",
                        "Town in the United Kingdom (update 2)",
                        "I have read this update");
        assertThat(coordinator.post(referral + "/updates/2/read").location()).isEqualTo(referral);
        assertThat(coordinator.get(referral).body()).contains("Grimsby").doesNotContain("I have read this update");
        assertThat(coordinator.get(referral + "/home-office?sending=2").body())
                .isEqualTo(new String(changed, StandardCharsets.UTF_8));
        assertThat(coordinator.get(referral + "/home-office?sending=3").status())
                .isEqualTo(404);
    }

    @Test
    void whatIsMissingAndWhatIsUnknownIsShown() {
        byte[] body = """
                {"ExternalId": "3f1d7c52-8a4e-4c1b-9e6f-2b7a90c4d1aa", "Type": "560734", "AdultOrChild": "Child",
                 "Customer.Forename1": "<b>Bold</b>", "Customer.DOB": "14/03/2011", "Somebody.Elses.Key": "kept"}""".getBytes(StandardCharsets.UTF_8);
        Receipt.TakenIn taken = (Receipt.TakenIn) referrals
                .receive(us.coordinator.actor(), Manner.UPLOAD, body, now)
                .orThrow();
        assertThat(Visitor.signedIn(port, us.coordinator)
                        .get("/referrals/" + taken.id().value())
                        .body())
                .contains("Missing", "Somebody.Elses.Key", "kept", "&lt;b&gt;Bold", "Date of birth: This is no date")
                .doesNotContain("<b>Bold");
    }

    @Test
    void aBadFileIsToldOfAndKeptForTheCoordinator() {
        Visitor responder = Visitor.signedIn(port, us.firstResponder);
        responder.get("/referrals/upload");
        assertThat(responder
                        .upload("/referrals/upload", "file", "", new byte[0])
                        .body())
                .contains("Choose the file of a referral");
        Visitor.Answer bad = uploaded(
                responder,
                "{\"Type\": 1, \"<i>\": [], \"Document1.URL\": \"https://files.example/x?token=abc\"}"
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(bad.status()).isEqualTo(422);
        assertThat(bad.body())
                .contains(
                        "The file could not be taken in",
                        "Type",
                        "&lt;i&gt;",
                        "The value is a list",
                        "is kept for the panel co-ordinator")
                .doesNotContain("/referrals/rejected/");
        assertThat(responder.get("/referrals/rejected").status()).isEqualTo(404);

        Visitor coordinator = Visitor.signedIn(port, us.coordinator);
        long before = ledger.length(us.coordinator.actor());
        assertThat(coordinator.get("/referrals/rejected").body()).contains("Waits for you", "5 faults");
        assertThat(ledger.length(us.coordinator.actor()))
                .as("whoever reads the list")
                .isGreaterThan(before);
        RejectedSending kept =
                referrals.rejected(us.coordinator.actor(), now).orThrow().getFirst();
        String path = "/referrals/rejected/" + kept.id();
        assertThat(coordinator.get(path).body())
                .contains("The value is a list", "&lt;i&gt;", "token=…")
                .doesNotContain("token=abc");
        assertThat(coordinator.get(path + "/body").body()).contains("token=abc");
        assertThat(coordinator.post(path, "version", "1", "note", "").status()).isEqualTo(422);
        assertThat(coordinator
                        .post(path, "version", "1", "note", "Rang the sender")
                        .location())
                .isEqualTo("/referrals/rejected");
        assertThat(coordinator.get(path).body()).contains("Rang the sender").doesNotContain("Mark as dealt with");
    }

    @Test
    void adultsAreListedForTheCompetentAuthorityAndNobodyElseSeesTheList() throws Exception {
        referrals
                .receive(us.coordinator.actor(), Manner.UPLOAD, sample("home-office-referral-adult"), now)
                .orThrow();
        assertThat(Visitor.signedIn(port, us.coordinator)
                        .get("/referrals/for-competent-authority")
                        .body())
                .contains("Grown Testperson", "An adult who was exploited as a child");
        Visitor responder = Visitor.signedIn(port, us.firstResponder);
        assertThat(responder.get("/referrals/for-competent-authority").status()).isEqualTo(404);
        assertThat(responder.get("/referrals").body()).doesNotContain("Grown Testperson");
        assertThat(Visitor.signedIn(port, us.administrator).get("/referrals").status())
                .isEqualTo(404);
        assertThat(Visitor.signedIn(port, us.administrator)
                        .get("/referrals/upload")
                        .status())
                .isEqualTo(404);
    }

    private static Visitor.Answer uploaded(Visitor visitor, byte[] file) {
        return visitor.upload(
                "/referrals/upload",
                "file",
                "referral.json",
                file,
                "referredOn-day",
                "10",
                "referredOn-month",
                "1",
                "referredOn-year",
                "2026");
    }

    private static byte[] sample(String name) throws IOException {
        return Files.readAllBytes(Path.of("samples", name + ".json"));
    }
}
