package org.holdfast.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.holdfast.HoldfastTest;
import org.holdfast.TestClock;
import org.holdfast.TestPartnership;
import org.holdfast.TestPartnership.Person;
import org.holdfast.Visitor;
import org.holdfast.app.TestPasskey.Answer;
import org.holdfast.audit.Act;
import org.holdfast.audit.Ledger;
import org.holdfast.audit.LedgerFilter;
import org.holdfast.audit.Role;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.partnership.Accounts;
import org.holdfast.partnership.Membership;
import org.holdfast.partnership.Partnerships;
import org.holdfast.partnership.PasskeyAnswer;
import org.holdfast.partnership.PasskeyQuestion;
import org.holdfast.partnership.Passkeys;
import org.holdfast.partnership.SigningIn;
import org.holdfast.partnership.TestAuthenticator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Passkeys by what goes over the line: what a device answers opens, and nothing that only looks like it. The browser's part is in {@code PasskeysInBrowserTest}. */
@HoldfastTest
class PasskeysTest {

    private static final Pattern NAMED = Pattern.compile("type=\"radio\" value=\"([0-9a-f-]{36})\"");
    private static final Pattern RECOVERY_CODE = Pattern.compile("<li>([A-Z2-7]{4}(?:-[A-Z2-7]{4}){5})</li>");

    private final TestPartnership us;
    private final Accounts accounts;
    private final Passkeys passkeys;
    private final Partnerships partnerships;
    private final TestClock clock;
    private final Ledger ledger;
    private final int port;
    private final String origin;
    private Person nurse;
    private Person other;

    PasskeysTest(
            TestPartnership.Founder founder,
            Accounts accounts,
            Passkeys passkeys,
            Partnerships partnerships,
            TestClock clock,
            Ledger ledger,
            @LocalServerPort int port) {
        this.us = founder.found(clock.instant());
        this.accounts = accounts;
        this.passkeys = passkeys;
        this.partnerships = partnerships;
        this.clock = clock;
        this.ledger = ledger;
        this.port = port;
        this.origin = "http://localhost:" + port;
    }

    @BeforeEach
    void twoPeople() {
        nurse = us.join(us.health, "Nell Nurse " + System.nanoTime(), Role.AGENCY_CONTACT);
        other = us.join(us.health, "Olaf Other " + System.nanoTime(), Role.AGENCY_CONTACT);
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    private TestPasskey added(Visitor visitor, String name) {
        visitor.get("/account");
        Visitor.Answer page = visitor.post("/account/passkeys/new", "password", TestPartnership.PASSWORD);
        TestPasskey passkey = TestPasskey.forWhom(page.body(), origin);
        Visitor.Answer done = visitor.post("/account/passkeys", passkey.made(page.body(), name));
        assertThat(done.status()).as(done.body()).isIn(200, 303);
        return passkey;
    }

    private static String asked(Visitor visitor) {
        visitor.get("/sign-in");
        Visitor.Answer question = visitor.post("/sign-in/passkey/question");
        assertThat(question.status()).isEqualTo(200);
        assertThat(question.body()).matches("[A-Za-z0-9_-]{43}");
        return question.body();
    }

    private Visitor.Answer signIn(Visitor visitor, TestPasskey passkey) {
        return visitor.post("/sign-in/passkey", passkey.to(asked(visitor)).sent());
    }

    private static void refused(Visitor visitor, Visitor.Answer answer) {
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.body()).contains("This passkey did not sign you in");
        assertThat(visitor.get("/work").location()).endsWith("/sign-in");
    }

    private String lastRefusal() {
        return ledger
                .lines(us.program, new LedgerFilter(null, null, Set.of(Act.REFUSED), null, null), Long.MAX_VALUE, 1)
                .stream()
                .map(line -> line.event() + " " + line.detail())
                .findFirst()
                .orElse("");
    }

    private List<String> events() {
        return ledger.lines(us.program, LedgerFilter.ALL, Long.MAX_VALUE, 12).stream()
                .map(line -> line.event())
                .toList();
    }

    @Test
    void onesPasskeyIsAddedSeenUsedAndTakenAwayAndEachStandsOnTheLedger() {
        Visitor visitor = Visitor.signedIn(port, nurse);
        Visitor elsewhere = Visitor.signedIn(port, nurse);
        assertThat(visitor.get("/account").body()).doesNotContain("Your passkeys");
        assertThat(visitor.post("/account/passkeys/new", "password", "wrong").status())
                .isEqualTo(422);
        TestPasskey passkey = added(visitor, "My telephone");
        assertThat(elsewhere.get("/work").location()).as("signed out elsewhere").endsWith("/sign-in");
        assertThat(visitor.get("/account").body())
                .contains("My telephone")
                .contains("Never")
                .contains("10 left");
        assertThat(events()).contains("passkey-added", "recovery-codes-made");
        assertThat(visitor.get("/messages").body()).contains("A passkey was added to your Holdfast account");

        Visitor here = new Visitor(port);
        assertThat(signIn(here, passkey).location()).endsWith("/work");
        assertThat(here.get("/work").body()).contains("Nell Nurse");
        String account = here.get("/account").body();
        assertThat(account).contains("My telephone").doesNotContain("Never");
        assertThat(events()).contains("passkey-used", "signed-in");

        var id = NAMED.matcher(account);
        assertThat(id.find()).isTrue();
        Visitor stranger = Visitor.signedIn(port, other);
        stranger.get("/account");
        assertThat(stranger.post(
                                "/account/passkeys/remove",
                                "passkey",
                                id.group(1),
                                "passkey-password",
                                TestPartnership.PASSWORD)
                        .body())
                .as("nobody takes away somebody else's")
                .contains("Choose the passkey");
        Visitor.Answer wrong =
                here.post("/account/passkeys/remove", "passkey", id.group(1), "passkey-password", "wrong");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("This is not your password");
        assertThat(here.post("/account/passkeys/remove", "passkey-password", TestPartnership.PASSWORD)
                        .body())
                .contains("Choose the passkey");
        assertThat(here.post(
                                "/account/passkeys/remove",
                                "passkey",
                                id.group(1),
                                "passkey-password",
                                TestPartnership.PASSWORD)
                        .status())
                .isEqualTo(303);
        assertThat(here.get("/account").body()).doesNotContain("My telephone");
        assertThat(visitor.get("/work").location())
                .as("who may have come in by it elsewhere is out")
                .endsWith("/sign-in");
        assertThat(events()).contains("passkey-removed");
        assertThat(here.get("/messages").body()).contains("A passkey of yours was taken away");
        Visitor after = new Visitor(port);
        refused(after, signIn(after, passkey));
    }

    @Test
    void whatIsForgedOpensNothingAndTheLedgerKnowsWhy() {
        TestPasskey passkey = added(Visitor.signedIn(port, nurse), "My telephone");
        TestPasskey others = added(Visitor.signedIn(port, other), "Another");
        record Lie(String fault, UnaryOperator<Answer> told) {}
        List<Lie> lies = List.of(
                new Lie("PLACE", answer -> answer.from("http://localhost:" + (port + 1))),
                new Lie("PLACE", answer -> answer.from("https://holdfast.example")),
                new Lie("PLACE", answer -> answer.domain("holdfast.example")),
                new Lie("PLACE", Answer::inAFrame),
                new Lie("PERSON", answer -> answer.flags(TestPasskey.PRESENT)),
                new Lie("PERSON", answer -> answer.flags(TestPasskey.VERIFIED)),
                new Lie("SIGNATURE", answer -> answer.signedBy(others)),
                new Lie("OWNER", answer -> answer.whose(others.owner())),
                new Lie("FORM", answer -> answer.type("webauthn.create")));
        for (Lie lie : lies) {
            Visitor visitor = new Visitor(port);
            refused(
                    visitor,
                    visitor.post(
                            "/sign-in/passkey",
                            lie.told().apply(passkey.to(asked(visitor))).sent()));
            assertThat(lastRefusal()).contains("passkey-refused").contains("\"" + lie.fault() + "\"");
            // what is right is taken meanwhile, and guessing begins anew
            assertThat(signIn(new Visitor(port), passkey).location()).endsWith("/work");
        }
        Visitor thief = new Visitor(port);
        refused(
                thief,
                thief.post(
                        "/sign-in/passkey",
                        others.to(asked(thief)).called(passkey).sent()));
        assertThat(lastRefusal()).contains("SIGNATURE");
        String question = asked(thief);
        refused(
                thief,
                thief.post(
                        "/sign-in/passkey",
                        passkey.to((question.startsWith("A") ? "B" : "A") + question.substring(1))
                                .sent()));
    }

    @Test
    void whatIsNoAnswerAtAllIsRefusedAndBreaksNothing() {
        TestPasskey passkey = added(Visitor.signedIn(port, nurse), "My telephone");
        Visitor visitor = new Visitor(port);
        String[] right = passkey.to(asked(visitor)).sent();
        for (String nonsense : List.of("", "!", "AA", "e30", "x".repeat(5000))) {
            for (int field = 1; field < right.length; field += 2) {
                String[] sent = passkey.to(asked(visitor)).sent();
                sent[field] = nonsense;
                refused(visitor, visitor.post("/sign-in/passkey", sent));
                assertThat(signIn(new Visitor(port), passkey).location()).endsWith("/work");
            }
        }
        visitor.get("/sign-in");
        refused(visitor, visitor.post("/sign-in/passkey"));
    }

    @Test
    void anAnswerCountsOnceInTimeAndInTheSessionThatWasAsked() {
        TestPasskey passkey = added(Visitor.signedIn(port, nurse), "My telephone");
        Visitor visitor = new Visitor(port);
        String[] answer = passkey.to(asked(visitor)).sent();
        assertThat(visitor.post("/sign-in/passkey", answer).location()).endsWith("/work");
        visitor.get("/work");
        visitor.post("/sign-out");
        visitor.get("/sign-in");
        refused(visitor, visitor.post("/sign-in/passkey", answer));
        assertThat(lastRefusal()).contains("QUESTION");

        Visitor wrongFirst = new Visitor(port);
        String question = asked(wrongFirst);
        refused(
                wrongFirst,
                wrongFirst.post(
                        "/sign-in/passkey", passkey.to(question).type("x").sent()));
        refused(
                wrongFirst,
                wrongFirst.post("/sign-in/passkey", passkey.to(question).sent()));

        Visitor one = new Visitor(port);
        Visitor another = new Visitor(port);
        String ones = asked(one);
        asked(another);
        refused(another, another.post("/sign-in/passkey", passkey.to(ones).sent()));

        Visitor late = new Visitor(port);
        String asked = asked(late);
        clock.set(clock.instant().plus(Duration.ofMinutes(6)));
        refused(late, late.post("/sign-in/passkey", passkey.to(asked).sent()));
        assertThat(lastRefusal()).contains("QUESTION");

        Visitor forged = new Visitor(port);
        String[] right = passkey.to(asked(forged)).sent();
        forged.forged("/sign-in/passkey", right);
        assertThat(forged.get("/work").location()).endsWith("/sign-in");
    }

    @Test
    void aCounterThatGoesBackIsRefusedAndTheRightDeviceGoesOn() {
        TestPasskey passkey = added(Visitor.signedIn(port, nurse), "My telephone");
        passkey.counts(40);
        assertThat(signIn(new Visitor(port), passkey).location()).endsWith("/work");
        passkey.counts(40);
        Visitor copy = new Visitor(port);
        refused(copy, signIn(copy, passkey));
        assertThat(lastRefusal()).contains("COUNTER");
        passkey.counts(11);
        refused(copy, signIn(copy, passkey));
        passkey.counts(41);
        assertThat(signIn(new Visitor(port), passkey).location()).endsWith("/work");
    }

    @Test
    void whoKeepsTryingWaitsAndIsToldWhenToComeBack() {
        TestPasskey passkey = added(Visitor.signedIn(port, nurse), "My telephone");
        Visitor guesser = new Visitor(port);
        for (int time = 0; time < 6; time++) {
            refused(
                    guesser,
                    guesser.post(
                            "/sign-in/passkey",
                            passkey.to(asked(guesser)).type("x").sent()));
        }
        Visitor.Answer slowed = signIn(guesser, passkey);
        assertThat(slowed.status()).isEqualTo(429);
        assertThat(guesser.headers().firstValue("Retry-After")).isPresent();
        assertThat(withPassword(nurse, "/sign-in/code").get("/sign-in/code").status())
                .as("with the password one goes on meanwhile")
                .isEqualTo(200);
        clock.set(clock.instant().plus(Duration.ofMinutes(1)));
        assertThat(signIn(new Visitor(port), passkey).location()).endsWith("/work");
    }

    @Test
    void asTheSecondFactorOnlyOnesOwnIsTaken() {
        Person earnest = us.joinInEarnest(us.health, "Erna Earnest " + System.nanoTime(), Role.AGENCY_CONTACT);
        TestPasskey own = begun(earnest).passkey();
        TestPasskey others = added(Visitor.signedIn(port, other), "Another");
        Visitor visitor = withPassword(earnest, "/sign-in/code");
        String question = visitor.post("/sign-in/passkey/question").body();
        refused(
                visitor,
                visitor.post("/sign-in/code/passkey", others.to(question).sent()));
        assertThat(lastRefusal()).contains("OWNER");
        question = visitor.post("/sign-in/passkey/question").body();
        refused(
                visitor,
                visitor.post(
                        "/sign-in/code/passkey",
                        others.to(question).whose(own.owner()).sent()));
        assertThat(lastRefusal()).as("nor where it says that it is theirs").contains("OWNER");
        question = visitor.post("/sign-in/passkey/question").body();
        assertThat(visitor.post("/sign-in/code/passkey", own.to(question).sent())
                        .location())
                .endsWith("/work");
        assertThat(visitor.get("/work").body()).contains("Erna Earnest");
        Visitor nobody = new Visitor(port);
        question = asked(nobody);
        assertThat(nobody.post("/sign-in/code/passkey", own.to(question).sent()).body())
                .contains("name=\"password\"");
        assertThat(nobody.get("/work").location()).endsWith("/sign-in");
    }

    private Visitor withPassword(Person person, String next) {
        Visitor visitor = new Visitor(port);
        visitor.get("/sign-in");
        assertThat(visitor.post("/sign-in", "username", person.username(), "password", TestPartnership.PASSWORD)
                        .location())
                .endsWith(next);
        visitor.get(next);
        return visitor;
    }

    private record Begun(TestPasskey passkey, List<String> recoveryCodes, Visitor visitor) {}

    /** The first sign-in of somebody who must have a second factor and takes a passkey for it. */
    private Begun begun(Person person) {
        Visitor visitor = withPassword(person, "/sign-in/set-up");
        String page = visitor.get("/sign-in/set-up").body();
        TestPasskey passkey = TestPasskey.forWhom(page, origin);
        Visitor.Answer codes = visitor.post("/sign-in/set-up/passkey", passkey.made(page, "My telephone"));
        assertThat(codes.status()).as(codes.body()).isEqualTo(200);
        List<String> found = new ArrayList<>();
        RECOVERY_CODE.matcher(codes.body()).results().forEach(code -> found.add(code.group(1)));
        return new Begun(passkey, found, visitor);
    }

    @Test
    void aPasskeyDoesForTheSecondFactorThatIsAskedAndTheLastIsNotTakenAway() {
        Person earnest = us.joinInEarnest(us.health, "Erna Earnest " + System.nanoTime(), Role.AGENCY_CONTACT);
        Begun begun = begun(earnest);
        assertThat(begun.recoveryCodes()).hasSize(10);
        String account = begun.visitor().get("/account").body();
        assertThat(account).contains("My telephone").contains("10 left").contains("Not set up");
        var id = NAMED.matcher(account);
        assertThat(id.find()).isTrue();
        String[] remove = {"passkey", id.group(1), "passkey-password", TestPartnership.PASSWORD};
        Visitor.Answer kept = begun.visitor().post("/account/passkeys/remove", remove);
        assertThat(kept.status()).isEqualTo(422);
        assertThat(kept.body()).contains("This is all that you can prove with that it is you");

        Visitor thief = withPassword(earnest, "/sign-in/code");
        assertThat(thief.get("/sign-in/set-up").location())
                .as("who knows the password alone sets up nothing")
                .endsWith("/sign-in");
        assertThat(thief.get("/sign-in/code").body()).contains("You have no authenticator app");
        assertThat(thief.post("/sign-in/code", "code", "123456").status()).isEqualTo(422);
        assertThat(thief.post("/sign-in/code", "code", begun.recoveryCodes().getFirst())
                        .location())
                .endsWith("/work");

        Visitor.Answer offer = begun.visitor().post("/account/second-factor", "password", TestPartnership.PASSWORD);
        TestAuthenticator app = TestAuthenticator.toldBy(offer.body());
        begun.visitor().post("/account/second-factor/code", "code", app.code(clock.instant()));
        begun.visitor().get("/account");
        assertThat(begun.visitor().post("/account/passkeys/remove", remove).status())
                .isEqualTo(303);
    }

    @Test
    void twoWindowsSetUpOneFactorWhicheverKindItIs() {
        Person earnest = us.joinInEarnest(us.health, "Erna Earnest " + System.nanoTime(), Role.AGENCY_CONTACT);
        Visitor one = withPassword(earnest, "/sign-in/set-up");
        Visitor thief = withPassword(earnest, "/sign-in/set-up");
        Visitor second = withPassword(earnest, "/sign-in/set-up");
        TestAuthenticator app =
                TestAuthenticator.toldBy(thief.get("/sign-in/set-up").body());
        String seen = second.get("/sign-in/set-up").body();
        String page = one.get("/sign-in/set-up").body();
        TestPasskey passkey = TestPasskey.forWhom(page, origin);
        assertThat(one.post("/sign-in/set-up/passkey", passkey.made(page, "Mine"))
                        .status())
                .isEqualTo(200);
        assertThat(thief.post("/sign-in/set-up", "code", app.code(clock.instant()))
                        .body())
                .contains("You have no authenticator app");
        assertThat(thief.get("/work").location()).endsWith("/sign-in");
        assertThat(second.post(
                                "/sign-in/set-up/passkey",
                                TestPasskey.forWhom(seen, origin).made(seen, "Theirs"))
                        .body())
                .contains("You have no authenticator app");
        assertThat(second.get("/work").location()).endsWith("/sign-in");

        // nor where it is asked at the very moment at which the other is set up
        Membership who = ((SigningIn.CodeWanted)
                        accounts.signIn(earnest.username(), TestPartnership.PASSWORD, "192.0.2.9", "", clock.instant()))
                .membership();
        PasskeyQuestion question =
                passkeys.offer(who, clock.instant()).orElseThrow().question();
        assertThat(passkeys.add(who, question, new PasskeyAnswer.ToAdd("", ""), "Late", true, clock.instant()))
                .isEqualTo(Outcome.refused(Reason.about("passkey", Accounts.OFFER_OVER)));
    }

    @Test
    void aNewPasskeyIsMadeHereByItsOwnerAndNotTwice() {
        Visitor visitor = Visitor.signedIn(port, nurse);
        visitor.get("/account");
        String page = visitor.post("/account/passkeys/new", "password", TestPartnership.PASSWORD)
                .body();
        TestPasskey passkey = TestPasskey.forWhom(page, origin);
        for (String[] lie : List.of(
                passkey.made(page, "x", TestPasskey.PRESENT, origin),
                passkey.made(page, "x", TestPasskey.PRESENT | TestPasskey.VERIFIED, "http://elsewhere.example"))) {
            Visitor.Answer again = visitor.post("/account/passkeys", lie);
            assertThat(again.status()).isEqualTo(422);
            assertThat(again.body()).contains("The passkey could not be added");
            assertThat(lastRefusal()).contains("passkey-refused");
        }
        String again = visitor.post("/account/passkeys", "passkey-name", "x", "passkey-made", "oops")
                .body();
        Visitor.Answer unnamed = visitor.post("/account/passkeys", passkey.made(again, " "));
        assertThat(unnamed.body()).contains("Enter a name for the passkey");
        String[] made = passkey.made(unnamed.body(), "Mine");
        visitor.post("/account/passkeys", made);
        assertThat(visitor.get("/account").body()).contains("Mine");
        Visitor.Answer twice = visitor.post("/account/passkeys", made);
        assertThat(twice.status()).isEqualTo(422);
        assertThat(twice.body()).contains("Begin again");

        Visitor thief = Visitor.signedIn(port, other);
        thief.get("/account");
        String theirs = thief.post("/account/passkeys/new", "password", TestPartnership.PASSWORD)
                .body();
        assertThat(thief.post("/account/passkeys", passkey.made(theirs, "Stolen"))
                        .body())
                .contains("The passkey could not be added");
        assertThat(lastRefusal()).contains("OWNER");

        Visitor unasked = Visitor.signedIn(port, other);
        unasked.get("/account");
        String question = unasked.post("/sign-in/passkey/question").body();
        String[] without =
                TestPasskey.forWhom(theirs, origin).made("data-challenge=\"" + question + "\"", "Without a password");
        assertThat(unasked.post("/account/passkeys", without).body()).contains("Begin again");
        assertThat(unasked.get("/account").body()).doesNotContain("Your passkeys");
    }

    @Test
    void aFurtherPasskeyIsNamedAndTakenInTimeAndLeavesTheRecoveryCodesAlone() {
        Person earnest = us.joinInEarnest(us.health, "Erna Earnest " + System.nanoTime(), Role.AGENCY_CONTACT);
        Begun begun = begun(earnest);
        Visitor visitor = begun.visitor();
        visitor.get("/account");
        String page = visitor.post("/account/passkeys/new", "password", TestPartnership.PASSWORD)
                .body();
        Visitor.Answer tooLong = visitor.post(
                "/account/passkeys", TestPasskey.forWhom(page, origin).made(page, "x".repeat(61)));
        assertThat(tooLong.body()).contains("Enter a name for the passkey");
        assertThat(visitor.post(
                                "/account/passkeys",
                                TestPasskey.forWhom(tooLong.body(), origin).made(tooLong.body(), "x".repeat(60)))
                        .status())
                .as("no new codes are shown")
                .isEqualTo(303);
        assertThat(withPassword(earnest, "/sign-in/code")
                        .post("/sign-in/code", "code", begun.recoveryCodes().getFirst())
                        .location())
                .endsWith("/work");

        visitor.get("/account");
        String late = visitor.post("/account/passkeys/new", "password", TestPartnership.PASSWORD)
                .body();
        clock.set(clock.instant().plus(Duration.ofMinutes(16)));
        assertThat(visitor.post(
                                "/account/passkeys",
                                TestPasskey.forWhom(late, origin).made(late, "Late"))
                        .body())
                .contains("Begin again");
    }

    @Test
    void aMangledPasskeyBreaksNothing() {
        Visitor visitor = Visitor.signedIn(port, nurse);
        visitor.get("/account");
        String page = visitor.post("/account/passkeys/new", "password", TestPartnership.PASSWORD)
                .body();
        TestPasskey passkey = TestPasskey.forWhom(page, origin);
        // all but the kind of device, the name of the passkey and the numbers of its key, of which any bytes are as
        // good
        int[] parts = {0, 1, 2, 5, 6, 10, 18, 20, 22, 28, 29, 30, 50, 62, 83, 84, 101, 102, 104, 106};
        for (int at : parts) {
            String[] mangled = passkey.made(page, "x");
            byte[] made = Base64.getUrlDecoder().decode(mangled[5]);
            made[at] ^= (byte) 0xd5;
            mangled[5] = Base64.getUrlEncoder().encodeToString(made);
            Visitor.Answer answer = visitor.post("/account/passkeys", mangled);
            assertThat(answer.status()).as("byte " + at).isEqualTo(422);
            page = answer.body();
        }
        assertThat(visitor.get("/account").body()).doesNotContain("Your passkeys");
    }

    @Test
    void whoHasLostTheDeviceOrHasLeftIsNotSignedInByIt() {
        TestPasskey passkey = added(Visitor.signedIn(port, nurse), "My telephone");
        String plain = accounts.givePasswordLink(
                        us.administrator.actor(), nurse.member().id(), false, clock.instant())
                .orThrow();
        Visitor visitor = new Visitor(port);
        visitor.get("/sign-in/password/" + plain);
        visitor.post("/sign-in/password/" + plain, "new-password", TestPartnership.PASSWORD);
        assertThat(signIn(new Visitor(port), passkey).location()).endsWith("/work");
        String lost = accounts.givePasswordLink(
                        us.administrator.actor(), nurse.member().id(), true, clock.instant())
                .orThrow();
        visitor.get("/sign-in/password/" + lost);
        visitor.post("/sign-in/password/" + lost, "new-password", TestPartnership.PASSWORD);
        assertThat(events()).contains("passkeys-removed");
        Visitor found = new Visitor(port);
        refused(found, signIn(found, passkey));

        TestPasskey others = added(Visitor.signedIn(port, other), "Another");
        partnerships.leave(us.program, other.member().id(), UnitedKingdom.day(clock.instant()), clock.instant());
        Visitor gone = new Visitor(port);
        refused(gone, signIn(gone, others));
    }

    @Test
    void whatWasTypedIsNotLostOnTheWayThroughAPasskey() {
        TestPasskey passkey = added(Visitor.signedIn(port, nurse), "My telephone");
        Visitor visitor = new Visitor(port);
        assertThat(visitor.post("/drafts/made-up", "story", "typed with care").body())
                .contains("They are kept");
        String question = visitor.post("/sign-in/passkey/question").body();
        List<String> sent = new ArrayList<>(List.of(passkey.to(question).sent()));
        sent.addAll(List.of("kept-path", "/drafts/made-up", "kept.story", "typed with care"));
        assertThat(visitor.post("/sign-in/passkey", sent.toArray(String[]::new)).body())
                .contains("action=\"/drafts/made-up\"")
                .contains("typed with care");
    }

    @Test
    void nobodyHasMoreThanTen() {
        Visitor visitor = Visitor.signedIn(port, nurse);
        for (int each = 1; each <= 10; each++) {
            added(visitor, "Number " + each);
        }
        visitor.get("/account");
        String page = visitor.post("/account/passkeys/new", "password", TestPartnership.PASSWORD)
                .body();
        assertThat(visitor.post(
                                "/account/passkeys",
                                TestPasskey.forWhom(page, origin).made(page, "One more"))
                        .body())
                .contains("You have 10 passkeys already");
    }
}
