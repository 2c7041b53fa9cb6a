package org.holdfast.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.nav.security.mock.oauth2.MockOAuth2Server;
import no.nav.security.mock.oauth2.token.DefaultOAuth2TokenCallback;
import org.holdfast.HoldfastTest;
import org.holdfast.TestClock;
import org.holdfast.TestPartnership;
import org.holdfast.Visitor;
import org.holdfast.audit.Ledger;
import org.holdfast.audit.Role;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.partnership.Accounts;
import org.holdfast.partnership.Agency;
import org.holdfast.partnership.Member;
import org.holdfast.partnership.Partnerships;
import org.holdfast.partnership.TestAuthenticator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** People sign in with their agencies: three providers at once, each started here, each speaking for its own people and nobody else's. */
@HoldfastTest
class SignInElsewhereTest {

    private final TestPartnership.Founder founder;
    private final Partnerships partnerships;
    private final Accounts accounts;
    private final Ledger ledger;
    private final TestClock clock;
    private final Path file;
    private final int port;
    private final MockOAuth2Server providers = new MockOAuth2Server();
    private final HttpClient http = HttpClient.newHttpClient();
    private TestPartnership us;

    SignInElsewhereTest(
            TestPartnership.Founder founder,
            Partnerships partnerships,
            Accounts accounts,
            Ledger ledger,
            TestClock clock,
            Issuers issuers,
            @LocalServerPort int port) {
        this.founder = founder;
        this.partnerships = partnerships;
        this.accounts = accounts;
        this.ledger = ledger;
        this.clock = clock;
        this.file = issuers.file();
        this.port = port;
    }

    @BeforeEach
    void councilAndPoliceSignInAsTheyDoAtWorkAndHealthLetsNewPeopleIn() throws Exception {
        us = founder.found(clock.instant());
        providers.start();
        write(entry("council", us.council, "")
                + entry("police", us.police, "")
                + entry("health", us.health, "AGENCY_CONTACT")
                + "faulty.name = An agency that is not there\nfaulty.agency = " + UUID.randomUUID() + "\n"
                + "open.name = Without a lock\nopen.issuer = http://login.example\nopen.agency = "
                + us.council.id().value() + "\n");
    }

    @AfterEach
    void nobodyElsewhere() throws Exception {
        clock.reset();
        Files.deleteIfExists(file);
        providers.shutdown();
    }

    private void write(String text) throws Exception {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, text);
    }

    private String entry(String key, Agency agency, String justInTime) {
        return """
                %1$s.name = %2$s
                %1$s.issuer = %3$s
                %1$s.client-id = holdfast
                %1$s.client-secret = made-up
                %1$s.agency = %4$s
                %1$s.just-in-time = %5$s
                """.formatted(
                        key,
                        agency.name(),
                        providers.issuerUrl(key).toString(),
                        agency.id().value(),
                        justInTime);
    }

    /** What the provider says next of whoever comes. */
    private void says(String issuer, String subject, Map<String, Object> claims) {
        providers.enqueueCallback(
                new DefaultOAuth2TokenCallback(issuer, subject, "JWT", List.of("holdfast"), claims, 3600));
    }

    /** Goes to the provider as a browser does, and answers the path with which it sends the browser back. */
    private String toTheProvider(Visitor browser, String key) throws Exception {
        Visitor.Answer begun = browser.get("/sign-in/with/" + key);
        assertThat(begun.status()).isEqualTo(302);
        assertThat(begun.location())
                .startsWith(providers.issuerUrl(key).toString())
                .contains("nonce=")
                .contains("code_challenge=");
        HttpResponse<String> there =
                http.send(HttpRequest.newBuilder(URI.create(begun.location())).build(), BodyHandlers.ofString());
        URI back = URI.create(there.headers().firstValue("Location").orElseThrow());
        assertThat(back.getPath()).isEqualTo("/sign-in/back/" + key);
        return back.getPath() + "?" + back.getRawQuery();
    }

    private Visitor.Answer signIn(Visitor browser, String key, String subject) throws Exception {
        String back = toTheProvider(browser, key);
        says(key, subject, Map.of());
        return browser.get(back);
    }

    private static void refused(Visitor browser, Visitor.Answer answer) {
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.location()).endsWith("/sign-in?not-let-in");
        assertThat(browser.get("/work").location()).endsWith("/sign-in");
    }

    private void link(TestPartnership.Person person, String key, String subject) throws Exception {
        Visitor browser = Visitor.signedIn(port, person);
        browser.get("/account");
        assertThat(browser.post("/account/issuer", "issuer", key, "link-password", "wrong")
                        .location())
                .endsWith("/account?wrong-password");
        assertThat(browser.post("/account/issuer", "issuer", key, "link-password", TestPartnership.PASSWORD)
                        .location())
                .endsWith("/sign-in/with/" + key);
        assertThat(signIn(browser, key, subject).location()).endsWith("/account?linked");
        assertThat(browser.get("/account").body())
                .contains("You can sign in with " + person.member().agency().name());
    }

    @Test
    void whoIsLinkedSignsInWithTheirAgencyAndNobodyElsesProviderKnowsThem() throws Exception {
        assertThat(new Visitor(port).get("/sign-in").body())
                .contains("Sign in with Testshire Council")
                .contains("Sign in with Testshire Police")
                .doesNotContain("An agency that is not there")
                .doesNotContain("Without a lock");
        link(us.coordinator, "council", "corin-1");
        Visitor browser = new Visitor(port);
        browser.get("/sign-in");
        String before = browser.session();
        assertThat(signIn(browser, "council", "corin-1").location()).endsWith("/work");
        assertThat(browser.session()).isNotEqualTo(before);
        assertThat(browser.get("/work").body()).contains("Corin Coordinator");
        // the same subject is somebody else at another provider
        Visitor stranger = new Visitor(port);
        refused(stranger, signIn(stranger, "police", "corin-1"));
        assertThat(ledger.changesAfter(us.program, 0, 1000))
                .extracting(line -> line.event())
                .contains("identity-linked");
    }

    @Test
    void whoWasNotAddedIsTurnedAwayWhateverTheirEmailAddress() throws Exception {
        Visitor browser = new Visitor(port);
        String back = toTheProvider(browser, "council");
        says(
                "council",
                "nobody-1",
                Map.of(
                        "email",
                        us.coordinator.member().email(),
                        "email_verified",
                        true,
                        "preferred_username",
                        us.coordinator.username(),
                        "name",
                        "Corin Coordinator"));
        long before = ledger.length(us.program);
        refused(browser, browser.get(back));
        assertThat(ledger.length(us.program)).isGreaterThan(before);
        assertThat(browser.get("/sign-in?not-let-in").body()).contains("You could not be signed in that way");
    }

    @Test
    void whereTheAgencyAllowsItSomebodyNewIsMadeAMemberAndSetsUpTheirSecondFactor() throws Exception {
        Visitor browser = new Visitor(port);
        String back = toTheProvider(browser, "health");
        says(
                "health",
                "nurse-7",
                Map.of("name", "Nelly Newcomer", "email", us.coordinator.username(), "email_verified", false));
        assertThat(browser.get(back).location()).endsWith("/sign-in/set-up");
        assertThat(browser.get("/work").location()).as("half-way is not in").endsWith("/sign-in");
        List<Member> newcomers = partnerships.members(us.program).stream()
                .filter(member -> member.name().equals("Nelly Newcomer"))
                .toList();
        assertThat(newcomers).hasSize(1);
        assertThat(newcomers.getFirst().agency()).isEqualTo(us.health);
        assertThat(newcomers.getFirst().roles()).containsExactly(Role.AGENCY_CONTACT);
        assertThat(newcomers.getFirst().email()).isEmpty();
        accounts.madeUp(us.program, newcomers.getFirst().id(), clock.instant());
        Visitor again = new Visitor(port);
        assertThat(signIn(again, "health", "nurse-7").location()).endsWith("/work");
        assertThat(partnerships.members(us.program).stream()
                        .filter(member -> member.agency().equals(us.health)))
                .hasSize(2);
    }

    @Test
    void whoHasLeftIsTurnedAwayAndStaysOut() throws Exception {
        link(us.policeVoter, "police", "pola-1");
        Visitor browser = new Visitor(port);
        assertThat(signIn(browser, "police", "pola-1").location()).endsWith("/work");
        partnerships.leave(
                us.program, us.policeVoter.member().id(), UnitedKingdom.day(clock.instant()), clock.instant());
        assertThat(browser.get("/work").location()).endsWith("/sign-in");
        refused(browser, signIn(browser, "police", "pola-1"));
    }

    /** Types their name at the provider, which asks because it was told to, and comes back. */
    private Visitor.Answer provesOnceMore(Visitor browser, String subject, String claims) throws Exception {
        String asked = browser.get("/sign-in/with/council").location();
        assertThat(asked).contains("prompt=login").contains("max_age=0");
        HttpResponse<String> typed = http.send(
                HttpRequest.newBuilder(URI.create(asked))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "username=" + subject + "&claims=" + URLEncoder.encode(claims, StandardCharsets.UTF_8)))
                        .build(),
                BodyHandlers.ofString());
        URI back = URI.create(typed.headers().firstValue("Location").orElseThrow());
        return browser.get(back.getPath() + "?" + back.getRawQuery());
    }

    @Test
    void beforeAGraveStepTheProviderIsToAskOnceMoreAndSaysWhenItDid() throws Exception {
        link(us.administrator, "council", "adam-1");
        Visitor browser = new Visitor(port);
        assertThat(signIn(browser, "council", "adam-1").location()).endsWith("/work");
        browser.get("/administration/clients/new");
        Visitor.Answer asked = browser.post("/administration/clients/new", "name", "Council case system");
        assertThat(asked.status()).isEqualTo(403);
        assertThat(asked.body())
                .contains("Sign in again with Testshire Council")
                .doesNotContain("type=\"password\"");
        long now = clock.instant().getEpochSecond();
        Map<String, String> wrong = new HashMap<>();
        wrong.put("{}", "adam-1");
        wrong.put("{\"auth_time\":" + (now - 3600) + "}", "adam-1");
        wrong.put("{\"auth_time\":" + now + "}", "pola-9");
        for (Map.Entry<String, String> each : wrong.entrySet()) {
            assertThat(provesOnceMore(browser, each.getValue(), each.getKey()).location())
                    .endsWith("/account/again");
            Visitor.Answer notProved = browser.get("/account/again");
            assertThat(notProved.status()).as(each.toString()).isEqualTo(403);
            assertThat(notProved.body())
                    .contains("did not say that it asked you again")
                    .doesNotContain("Council case system");
        }
        assertThat(provesOnceMore(
                                browser,
                                "adam-1",
                                "{\"auth_time\":" + clock.instant().getEpochSecond() + "}")
                        .location())
                .endsWith("/account/again");
        assertThat(browser.get("/account/again").body()).contains("value=\"Council case system\"");
        assertThat(browser.post("/administration/clients/new", "name", "Council case system")
                        .body())
                .as("it is taken, and what is wrong with it is said")
                .contains("Choose an agency");
    }

    @Test
    void anAnswerCountsOnceInTheBrowserThatAskedForIt() throws Exception {
        link(us.coordinator, "council", "corin-2");
        Visitor browser = new Visitor(port);
        String back = toTheProvider(browser, "council");
        says("council", "corin-2", Map.of());
        Visitor thief = new Visitor(port);
        thief.get("/sign-in/with/council");
        refused(thief, thief.get(back));
        assertThat(browser.get(back).location()).endsWith("/work");
        says("council", "corin-2", Map.of());
        refused(new Visitor(port), new Visitor(port).get(back));
        Visitor replay = new Visitor(port);
        replay.withSession(browser.session());
        assertThat(replay.get(back).location()).as("the state is spent").endsWith("/sign-in?not-let-in");
    }

    @Test
    void aTokenMadeForAnotherSignInOrByAnotherIssuerOrForAnotherProgramIsRefused() throws Exception {
        link(us.coordinator, "council", "corin-3");
        for (Map<String, Object> claims : List.<Map<String, Object>>of(
                Map.of("nonce", "of-another-sign-in"),
                Map.of("iss", providers.issuerUrl("police").toString()),
                Map.of("aud", "another-program"),
                Map.of("exp", 1))) {
            Visitor browser = new Visitor(port);
            String back = toTheProvider(browser, "council");
            says("council", "corin-3", claims);
            refused(browser, browser.get(back));
        }
        Visitor mixedUp = new Visitor(port);
        String back = toTheProvider(mixedUp, "council").replace("/sign-in/back/council", "/sign-in/back/police");
        providers.enqueueCallback(
                new DefaultOAuth2TokenCallback("police", "corin-3", "JWT", List.of("holdfast"), Map.of(), 3600));
        mixedUp.get(back);
        assertThat(mixedUp.get("/work").location()).endsWith("/sign-in");
    }

    @Test
    void aProviderThatDoesNotAnswerStopsNobodyElse() throws Exception {
        write(entry("council", us.council, "")
                + entry("gone", us.police, "")
                        .replace(providers.issuerUrl("gone").toString(), "http://localhost:1/gone"));
        Visitor browser = new Visitor(port);
        assertThat(browser.get("/sign-in/with/gone").body()).contains("sign-in does not answer now");
        assertThat(browser.get("/sign-in/with/unknown").body()).contains("sign-in does not answer now");
        assertThat(browser.get("/sign-in").body()).contains("Sign in with Testshire Council");
    }

    private static final String SIGNED_OUT = "http://schemas.openid.net/event/backchannel-logout";

    private static Map<String, Object> signsOut(Map<String, Object> more) {
        Map<String, Object> claims = new HashMap<>(more);
        claims.putIfAbsent("events", Map.of(SIGNED_OUT, Map.of()));
        return claims;
    }

    private String told(String issuer, String subject, Map<String, Object> claims) {
        return providers
                .issueToken(
                        issuer,
                        "holdfast",
                        new DefaultOAuth2TokenCallback(
                                issuer, subject, "logout+jwt", List.of("holdfast"), signsOut(claims), 120))
                .serialize();
    }

    /** As a provider tells us, without cookie and without form. */
    private int tells(String key, String token) throws Exception {
        return http.send(
                        HttpRequest.newBuilder(
                                        URI.create("http://localhost:" + port + "/logout/connect/back-channel/" + key))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .POST(HttpRequest.BodyPublishers.ofString("logout_token=" + token))
                                .build(),
                        BodyHandlers.ofString())
                .statusCode();
    }

    private Visitor in(String key, String subject, String sid) throws Exception {
        Visitor browser = new Visitor(port);
        String back = toTheProvider(browser, key);
        says(key, subject, sid.isEmpty() ? Map.of() : Map.of("sid", sid));
        assertThat(browser.get(back).location()).endsWith("/work");
        return browser;
    }

    private static boolean isIn(Visitor browser) {
        return browser.get("/work").status() == 200;
    }

    @Test
    void whomTheirProviderSignsOutIsOutHereWhereTheyCameThroughItAndNowhereElse() throws Exception {
        link(us.coordinator, "council", "corin-5");
        link(us.policeVoter, "police", "pola-5");
        Visitor one = in("council", "corin-5", "session-1");
        Visitor two = in("council", "corin-5", "session-2");
        Visitor unnamed = in("council", "corin-5", "");
        Visitor colleague = in("police", "pola-5", "session-1");
        Visitor byPassword = Visitor.signedIn(port, us.coordinator);

        assertThat(tells("council", told("council", "corin-5", Map.of("sid", "session-1"))))
                .isEqualTo(200);
        assertThat(isIn(one)).isFalse();
        assertThat(isIn(two)).isTrue();
        assertThat(isIn(unnamed)).as("it may be that session").isFalse();

        unnamed = in("council", "corin-5", "");
        assertThat(tells("council", told("council", "corin-5", Map.of()))).isEqualTo(200);
        assertThat(isIn(two)).isFalse();
        assertThat(isIn(unnamed)).isFalse();
        assertThat(isIn(colleague)).isTrue();
        assertThat(isIn(byPassword)).isTrue();
        assertThat(ledger.changesAfter(us.program, 0, 1000))
                .extracting(line -> line.event())
                .contains("signed-out-by-provider");
    }

    @Test
    void whatIsToldTwiceOrTooLateEndsNothingThatWasBegunSince() throws Exception {
        link(us.coordinator, "council", "corin-6");
        Visitor browser = in("council", "corin-6", "session-1");
        String told = told("council", "corin-6", Map.of());
        String kept = told("council", "corin-6", Map.of());
        assertThat(tells("council", told)).isEqualTo(200);
        assertThat(isIn(browser)).isFalse();
        browser = in("council", "corin-6", "session-2");
        tells("council", told);
        assertThat(isIn(browser)).isTrue();
        String early = told("council", "corin-6", Map.of());
        clock.set(clock.instant().minus(Duration.ofMinutes(6)));
        tells("council", early);
        assertThat(isIn(browser)).as("told of what is yet to come").isTrue();
        clock.set(clock.instant().plus(Duration.ofMinutes(67)));
        tells("council", kept);
        assertThat(isIn(browser)).isTrue();
    }

    @Test
    void aForgedTokenSignsNobodyOut() throws Exception {
        link(us.coordinator, "council", "corin-7");
        Visitor browser = in("council", "corin-7", "session-1");
        SignedJWT genuine = SignedJWT.parse(told("council", "corin-7", Map.of()));
        RSAKey own =
                new RSAKeyGenerator(2048).keyID(genuine.getHeader().getKeyID()).generate();
        SignedJWT forged = new SignedJWT(genuine.getHeader(), genuine.getJWTClaimsSet());
        forged.sign(new RSASSASigner(own));
        String idToken = providers
                .issueToken(
                        "council",
                        "holdfast",
                        new DefaultOAuth2TokenCallback(
                                "council", "corin-7", "JWT", List.of("holdfast"), Map.of("nonce", "n"), 120))
                .serialize();
        List<String> tokens = List.of(
                forged.serialize(),
                new PlainJWT(genuine.getJWTClaimsSet()).serialize(),
                idToken,
                told("council", "corin-7", Map.of("nonce", "of-a-sign-in")),
                told("council", "corin-7", Map.of("events", Map.of("http://example.org/other", Map.of()))),
                told("council", "corin-7", Map.of("aud", "another-program")),
                told("council", "corin-7", Map.of("exp", 1)),
                // of another provider
                told("police", "corin-7", Map.of()),
                told(
                        "police",
                        "corin-7",
                        Map.of("iss", providers.issuerUrl("council").toString() + "/x")),
                "nonsense",
                "");
        for (String token : tokens) {
            assertThat(tells("council", token)).as(token).isEqualTo(400);
            assertThat(isIn(browser)).as(token).isTrue();
        }
        assertThat(tells("nobody", told("council", "corin-7", Map.of()))).isEqualTo(400);
        tells("police", told("police", "corin-7", Map.of()));
        tells("council", told("council", "somebody-else", Map.of()));
        tells("council", told("council", "somebody-else", Map.of("sid", "session-1")));
        assertThat(isIn(browser)).isTrue();
        assertThat(tells("council", genuine.serialize())).isEqualTo(200);
        assertThat(isIn(browser)).isFalse();
    }

    @Test
    void whoIsHalfWayInWhenTheirProviderSignsThemOutDoesNotGoOnAndMakesNoPasskeyThatOutlivesIt() throws Exception {
        Visitor browser = new Visitor(port);
        String back = toTheProvider(browser, "health");
        says("health", "nurse-8", Map.of("name", "Nelly Newcomer", "sid", "session-8"));
        assertThat(browser.get(back).location()).endsWith("/sign-in/set-up");
        String page = browser.get("/sign-in/set-up").body();
        assertThat(page).contains("data-key").doesNotContain("data-passkey");
        assertThat(browser.post("/sign-in/set-up/passkey", "passkey-name", "x").body())
                .contains("name=\"password\"");
        assertThat(tells("health", told("health", "nurse-8", Map.of("sid", "session-8"))))
                .isEqualTo(200);
        assertThat(browser.get("/sign-in/set-up").location()).endsWith("/sign-in");
        assertThat(browser.post(
                                "/sign-in/set-up",
                                "code",
                                TestAuthenticator.toldBy(page).code(clock.instant()))
                        .body())
                .contains("name=\"password\"");
        assertThat(browser.get("/work").location()).endsWith("/sign-in");
    }

    @Test
    void whoCameThroughTheirAgencyDoesNotGoOverToAnotherPartnership() throws Exception {
        TestPartnership others = founder.found(clock.instant());
        Member elsewhere = partnerships
                .join(
                        others.program,
                        others.council,
                        "Corin Coordinator",
                        "",
                        java.util.Set.of(Role.PANEL_COORDINATOR),
                        us.coordinator.username(),
                        accounts.noPassword(),
                        UnitedKingdom.day(clock.instant()),
                        clock.instant())
                .orThrow();
        assertThat(elsewhere.name()).isEqualTo("Corin Coordinator");
        Visitor byPassword = Visitor.signedIn(port, us.coordinator);
        List<String> both = List.of(
                us.partnership.id().value().toString(),
                others.partnership.id().value().toString());
        boolean here = byPassword.get("/account").body().contains(both.get(1));
        if (!here) {
            // the first of the two memberships was the other one: go over
            byPassword.post("/account/partnership", "partnership", both.get(0));
        }
        byPassword.get("/account");
        byPassword.post("/account/issuer", "issuer", "council", "link-password", TestPartnership.PASSWORD);
        assertThat(signIn(byPassword, "council", "corin-4").location()).endsWith("/account?linked");
        Visitor browser = new Visitor(port);
        assertThat(signIn(browser, "council", "corin-4").location()).endsWith("/work");
        assertThat(browser.get("/account").body()).doesNotContain(both.get(1));
        assertThat(browser.post("/account/partnership", "partnership", both.get(1))
                        .status())
                .isEqualTo(404);
    }
}
