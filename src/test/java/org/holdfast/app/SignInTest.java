package org.holdfast.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.holdfast.HoldfastTest;
import org.holdfast.TestPartnership;
import org.holdfast.Visitor;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.partnership.Partnerships;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Coming in, being kept out, and losing nothing when the session ends in between. */
@HoldfastTest
class SignInTest {

    private final Partnerships partnerships;
    private final TestPartnership us;
    private final int port;

    SignInTest(Partnerships partnerships, TestPartnership.Founder founder, @LocalServerPort int port) {
        this.partnerships = partnerships;
        this.us = founder.found(Instant.now());
        this.port = port;
    }

    @Test
    void nobodyIsSentToSignInAndThenToThePageTheyAskedFor() {
        Visitor visitor = new Visitor(port);
        assertThat(visitor.get("/drafts").location()).endsWith("/sign-in");
        visitor.get("/sign-in");
        Visitor.Answer in =
                visitor.post("/sign-in", "username", us.coordinator.username(), "password", TestPartnership.PASSWORD);
        assertThat(in.location()).endsWith("/drafts");
    }

    @Test
    void aWrongPasswordAndAWrongNameReadTheSame() {
        Visitor visitor = new Visitor(port);
        visitor.get("/sign-in");
        Visitor.Answer password = visitor.post("/sign-in", "username", us.coordinator.username(), "password", "wrong");
        Visitor.Answer name = visitor.post("/sign-in", "username", "nobody.at.all", "password", "wrong");
        assertThat(password.status()).isEqualTo(422);
        assertThat(name.status()).isEqualTo(422);
        assertThat(password.body()).contains("The username or password is not right");
        String changing = "(value|content)=\"[^\"]*\"";
        assertThat(name.body().replaceAll(changing, ""))
                .isEqualTo(password.body().replaceAll(changing, ""));
    }

    @Test
    void whatWasTypedWhenTheSessionEndedIsSentAgainAfterSigningIn() {
        Visitor visitor = Visitor.signedIn(port, us.coordinator);
        visitor.sessionEnds();
        Visitor.Answer cutOff =
                visitor.post("/drafts/made-up?page=2", "story", "Long “text” <b>\nsecond line", "box", "a");
        assertThat(cutOff.body()).contains("They are kept").contains("name=\"kept.story\"");
        Visitor.Answer back = visitor.post(
                "/sign-in",
                "username",
                us.coordinator.username(),
                "password",
                TestPartnership.PASSWORD,
                "kept-path",
                "/drafts/made-up?page=2",
                "kept.story",
                "Long “text” <b>\nsecond line");
        assertThat(back.status()).isEqualTo(200);
        assertThat(back.body())
                .contains("action=\"/drafts/made-up?page=2\"")
                .contains("name=\"story\"")
                .contains("Long “text” &lt;b");
    }

    @Test
    void keptAnswersGoNowhereElse() {
        Visitor visitor = new Visitor(port);
        visitor.get("/sign-in");
        Visitor.Answer in = visitor.post(
                "/sign-in",
                "username",
                us.coordinator.username(),
                "password",
                TestPartnership.PASSWORD,
                "kept-path",
                "//elsewhere.example/steal");
        assertThat(in.status()).isEqualTo(302);
        assertThat(in.location()).doesNotContain("elsewhere");
    }

    @Test
    void aFormWithoutItsHiddenFieldIsNotObeyedAndCanBeSentAgain() {
        Visitor visitor = Visitor.signedIn(port, us.coordinator);
        Visitor.Answer forged = visitor.forged("/drafts/made-up", "story", "typed with care");
        assertThat(forged.body()).contains("Your answers are kept").contains("typed with care");
    }

    @Test
    void whoHasLeftIsOutWithTheNextClick() {
        Visitor visitor = Visitor.signedIn(port, us.guardian);
        assertThat(visitor.get("/drafts").location()).doesNotContain("/sign-in");
        partnerships.leave(us.program, us.guardian.member().id(), UnitedKingdom.day(Instant.now()), Instant.now());
        assertThat(visitor.get("/drafts").location()).endsWith("/sign-in");
    }

    @Test
    void aProgramNeedsItsToken() {
        assertThat(new Visitor(port).get("/api/v1/anything").status()).isEqualTo(401);
    }
}
