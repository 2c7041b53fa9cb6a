package org.holdfast.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.holdfast.HoldfastTest;
import org.holdfast.TestClock;
import org.holdfast.TestPartnership;
import org.holdfast.TestPartnership.Person;
import org.holdfast.Visitor;
import org.holdfast.audit.Ledger;
import org.holdfast.audit.Role;
import org.holdfast.partnership.TestAuthenticator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A password alone opens nothing: the second factor is set up at the first sign-in and asked for at every other. */
@HoldfastTest
class SecondFactorTest {

    private static final Pattern RECOVERY_CODE = Pattern.compile("<li>([A-Z2-7]{4}(?:-[A-Z2-7]{4}){5})</li>");

    private static final Pattern SUBJECT = Pattern.compile("href=\"/messages/[0-9a-f-]+\">([^<]+)</a>");

    private final TestPartnership us;
    private final TestClock clock;
    private final Ledger ledger;
    private final int port;
    private Person nurse;

    SecondFactorTest(TestPartnership.Founder founder, TestClock clock, Ledger ledger, @LocalServerPort int port) {
        this.us = founder.found(Instant.now());
        this.clock = clock;
        this.ledger = ledger;
        this.port = port;
    }

    @BeforeEach
    void somebodyNewBegins() {
        nurse = us.joinInEarnest(us.health, "Nell Nurse " + System.nanoTime(), Role.AGENCY_CONTACT);
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    private Visitor withPassword() {
        Visitor visitor = new Visitor(port);
        visitor.get("/sign-in");
        Visitor.Answer answer =
                visitor.post("/sign-in", "username", nurse.username(), "password", TestPartnership.PASSWORD);
        assertThat(answer.status()).isEqualTo(302);
        visitor.get(answer.location().endsWith("/code") ? "/sign-in/code" : "/sign-in/set-up");
        return visitor;
    }

    private static List<String> recoveryCodes(Visitor.Answer page) {
        return RECOVERY_CODE
                .matcher(page.body())
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    /** What a person has after the first sign-in. */
    private record Factor(TestAuthenticator app, List<String> recoveryCodes, Visitor visitor) {}

    private Factor setUp() {
        Visitor visitor = withPassword();
        TestAuthenticator app =
                TestAuthenticator.toldBy(visitor.get("/sign-in/set-up").body());
        Visitor.Answer codes = visitor.post("/sign-in/set-up", "code", app.code(clock.instant()));
        assertThat(codes.status()).isEqualTo(200);
        return new Factor(app, recoveryCodes(codes), visitor);
    }

    private void halfAMinutePasses() {
        clock.set(clock.instant().plus(Duration.ofSeconds(31)));
    }

    @Test
    void atTheFirstSignInOneIsLedToSetItUpAndSeesNothingBefore() {
        Visitor visitor = withPassword();
        assertThat(visitor.get("/work").location()).endsWith("/sign-in");
        assertThat(visitor.get("/account").location()).endsWith("/sign-in");
        Visitor.Answer page = visitor.get("/sign-in/set-up");
        assertThat(page.body()).contains("<svg").contains("otpauth://totp/Holdfast:");
        TestAuthenticator app = TestAuthenticator.toldBy(page.body());
        assertThat(visitor.post("/sign-in/set-up", "code", app.wrongCode(clock.instant()))
                        .status())
                .isEqualTo(422);
        Visitor.Answer codes = visitor.post("/sign-in/set-up", "code", app.code(clock.instant()));
        assertThat(recoveryCodes(codes)).hasSize(10).doesNotHaveDuplicates();
        assertThat(visitor.get("/work").status()).isEqualTo(200);
        assertThat(visitor.get("/account").body()).contains("10 left").doesNotContain("data-key");
        assertThat(visitor.get("/sign-in/set-up").body()).doesNotContain("data-key");
    }

    @Test
    void afterwardsTheCodeIsAskedForAndNoneIsTakenTwice() {
        Factor factor = setUp();
        halfAMinutePasses();
        String code = factor.app().code(clock.instant());
        Visitor first = withPassword();
        Visitor second = withPassword();
        assertThat(first.get("/work").location()).endsWith("/sign-in");
        assertThat(first.post("/sign-in/code", "code", " " + code.substring(0, 3) + " " + code.substring(3))
                        .location())
                .endsWith("/work");
        assertThat(first.get("/work").status()).isEqualTo(200);
        Visitor.Answer replayed = second.post("/sign-in/code", "code", code);
        assertThat(replayed.status()).isEqualTo(422);
        assertThat(replayed.body()).contains("used already");
        assertThat(second.get("/work").location()).endsWith("/sign-in");
    }

    @Test
    void theCodeThatSetItUpSignsNobodyElseIn() {
        Factor factor = setUp();
        assertThat(withPassword()
                        .post("/sign-in/code", "code", factor.app().code(clock.instant()))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void aRecoveryCodeOpensOnceAndNewOnesTakeTheirPlace() {
        Factor factor = setUp();
        String code = factor.recoveryCodes().getFirst();
        assertThat(withPassword()
                        .post("/sign-in/code", "code", code.toLowerCase().replace("-", " "))
                        .location())
                .endsWith("/work");
        assertThat(withPassword().post("/sign-in/code", "code", code).status()).isEqualTo(422);
        assertThat(factor.visitor().get("/account").body()).contains("9 left");
        assertThat(factor.visitor()
                        .post("/account/recovery-codes", "password", "wrong")
                        .status())
                .isEqualTo(422);
        List<String> fresh =
                recoveryCodes(factor.visitor().post("/account/recovery-codes", "password", TestPartnership.PASSWORD));
        assertThat(fresh).hasSize(10).doesNotContainAnyElementsOf(factor.recoveryCodes());
        assertThat(withPassword()
                        .post("/sign-in/code", "code", factor.recoveryCodes().get(1))
                        .status())
                .isEqualTo(422);
        assertThat(withPassword().post("/sign-in/code", "code", fresh.get(1)).location())
                .endsWith("/work");
    }

    @Test
    void guessingIsSlowedAndARecoveryCodeStillOpens() {
        Factor factor = setUp();
        halfAMinutePasses();
        Visitor guesser = withPassword();
        for (int guess = 0; guess < 6; guess++) {
            guesser.post("/sign-in/code", "code", factor.app().wrongCode(clock.instant()));
        }
        Visitor.Answer slowed =
                guesser.post("/sign-in/code", "code", factor.app().code(clock.instant()));
        assertThat(slowed.status()).isEqualTo(422);
        assertThat(slowed.body()).contains("Try again at");
        assertThat(withPassword()
                        .post("/sign-in/code", "code", factor.recoveryCodes().getFirst())
                        .location())
                .endsWith("/work");
        halfAMinutePasses();
        assertThat(withPassword()
                        .post("/sign-in/code", "code", factor.app().code(clock.instant()))
                        .location())
                .endsWith("/work");
    }

    @Test
    void twoWindowsSetUpOneFactorAndNoneSeesTheKeyOfTheOther() {
        Visitor one = withPassword();
        Visitor other = withPassword();
        TestAuthenticator app =
                TestAuthenticator.toldBy(one.get("/sign-in/set-up").body());
        assertThat(TestAuthenticator.toldBy(one.get("/sign-in/set-up").body()).code(clock.instant()))
                .isEqualTo(app.code(clock.instant()));
        TestAuthenticator thief =
                TestAuthenticator.toldBy(other.get("/sign-in/set-up").body());
        assertThat(thief.code(clock.instant())).isNotEqualTo(app.code(clock.instant()));
        assertThat(recoveryCodes(one.post("/sign-in/set-up", "code", app.code(clock.instant()))))
                .hasSize(10);
        halfAMinutePasses();
        Visitor.Answer late = other.post("/sign-in/set-up", "code", thief.code(clock.instant()));
        assertThat(recoveryCodes(late)).isEmpty();
        assertThat(late.body()).contains("Enter your code");
        assertThat(other.post("/sign-in/code", "code", thief.code(clock.instant()))
                        .status())
                .isEqualTo(422);
        assertThat(other.post("/sign-in/code", "code", app.code(clock.instant()))
                        .location())
                .endsWith("/work");
    }

    @Test
    void whoHasOneMayChangeItWithTheirPasswordAndTheOldAppIsWorthNothingThen() {
        Factor factor = setUp();
        Visitor visitor = factor.visitor();
        assertThat(visitor.post("/account/second-factor/code", "code", "123456").body())
                .contains("Begin again");
        TestAuthenticator other =
                TestAuthenticator.toldBy(visitor.post("/account/second-factor", "password", TestPartnership.PASSWORD)
                        .body());
        halfAMinutePasses();
        assertThat(recoveryCodes(visitor.post("/account/second-factor/code", "code", other.code(clock.instant()))))
                .hasSize(10);
        halfAMinutePasses();
        assertThat(withPassword()
                        .post("/sign-in/code", "code", factor.app().code(clock.instant()))
                        .status())
                .isEqualTo(422);
        assertThat(withPassword()
                        .post("/sign-in/code", "code", other.code(clock.instant()))
                        .location())
                .endsWith("/work");
    }

    @Test
    void whatWasTypedIsNotLostOnTheWayThroughTheSecondFactor() {
        Factor factor = setUp();
        halfAMinutePasses();
        Visitor visitor = factor.visitor();
        visitor.sessionEnds();
        assertThat(visitor.post("/drafts/made-up", "story", "typed with care", "code", "theirs")
                        .body())
                .contains("They are kept");
        String[] kept = {"kept-path", "/drafts/made-up", "kept.story", "typed with care", "kept.code", "theirs"};
        Visitor.Answer asked = visitor.post(
                "/sign-in", with(kept, "username", nurse.username(), "password", TestPartnership.PASSWORD));
        assertThat(asked.body()).contains("Enter your code").contains("typed with care");
        Visitor.Answer wrong = visitor.post("/sign-in/code", with(kept, "code", "000"));
        assertThat(wrong.body()).contains("typed with care");
        Visitor.Answer back =
                visitor.post("/sign-in/code", with(kept, "code", factor.app().code(clock.instant())));
        assertThat(back.body())
                .contains("action=\"/drafts/made-up\"")
                .contains("name=\"story\"")
                .contains("name=\"code\" value=\"theirs\"");
    }

    private static String[] with(String[] kept, String... more) {
        String[] all = java.util.Arrays.copyOf(more, more.length + kept.length);
        System.arraycopy(kept, 0, all, more.length, kept.length);
        return all;
    }

    @Test
    void anUnfinishedSignInEndsByItself() {
        Factor factor = setUp();
        Visitor visitor = withPassword();
        clock.set(clock.instant().plus(Duration.ofMinutes(16)));
        assertThat(visitor.get("/sign-in/code").location()).endsWith("/sign-in");
        assertThat(visitor.post("/sign-in/code", "code", factor.app().code(clock.instant()))
                        .body())
                .contains("name=\"password\"");
        assertThat(visitor.get("/work").location()).endsWith("/sign-in");
    }

    @Test
    void aForgedCodeIsNotLookedAt() {
        Factor factor = setUp();
        halfAMinutePasses();
        Visitor visitor = withPassword();
        visitor.forged("/sign-in/code", "code", factor.app().code(clock.instant()));
        assertThat(visitor.get("/work").location()).endsWith("/sign-in");
    }

    @Test
    void everyStepStandsOnTheLedger() {
        long before = ledger.length(us.program);
        Factor factor = setUp();
        withPassword().post("/sign-in/code", "code", factor.recoveryCodes().getFirst());
        withPassword().post("/sign-in/code", "code", "000");
        assertThat(ledger.changesAfter(us.program, before, 100))
                .extracting(line -> line.event())
                .contains("second-factor-set-up", "recovery-codes-made", "recovery-code-spent");
        assertThat(ledger.check(us.program).lines()).isGreaterThanOrEqualTo(before + 6);
    }

    @Test
    void theOwnerIsToldOfEachChangeAndOfWhoeverKnowsTheirPasswordAndNotTheirCode() {
        Factor factor = setUp();
        assertThat(told(factor.visitor())).containsExactly("An app now makes your Holdfast codes");
        withPassword().post("/sign-in/code", "code", factor.recoveryCodes().getFirst());
        factor.visitor().post("/account/recovery-codes", "password", TestPartnership.PASSWORD);
        assertThat(told(factor.visitor()))
                .containsExactlyInAnyOrder(
                        "An app now makes your Holdfast codes",
                        "One of your recovery codes was used",
                        "New recovery codes were made for you");

        Visitor guesser = withPassword();
        for (int guess = 0; guess < 5; guess++) {
            guesser.post("/sign-in/code", "code", factor.app().wrongCode(clock.instant()));
        }
        assertThat(told(factor.visitor())).hasSize(3);
        guesser.post("/sign-in/code", "code", factor.app().wrongCode(clock.instant()));
        assertThat(told(factor.visitor())).hasSize(4).contains("Somebody knows your Holdfast password");
        Visitor other = new Visitor(port);
        for (int guess = 0; guess < 6; guess++) {
            other.get("/sign-in");
            other.post("/sign-in", "username", nurse.username(), "password", "wrong");
        }
        assertThat(told(factor.visitor()))
                .as("of one thing as of the other, on the same day")
                .hasSize(5)
                .contains("Somebody tried your Holdfast name with wrong passwords");
        factor.visitor()
                .post(
                        "/account/password",
                        "password",
                        TestPartnership.PASSWORD,
                        "new-password",
                        "pebble lantern orbit willow");
        assertThat(told(factor.visitor())).hasSize(6).contains("Your Holdfast password was changed");
    }

    /** The subjects of the messages that somebody finds. */
    private static List<String> told(Visitor visitor) {
        return SUBJECT.matcher(visitor.get("/messages").body())
                .results()
                .map((MatchResult found) -> found.group(1))
                .toList();
    }

    @Test
    void theMadeUpPeopleOfADemonstrationAreSpared() {
        Visitor visitor = Visitor.signedIn(port, us.guardian);
        assertThat(visitor.get("/account").body()).contains("made-up person of the demonstration");
    }
}
