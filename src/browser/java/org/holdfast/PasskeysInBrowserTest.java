package org.holdfast;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.holdfast.TestPartnership.Person;
import org.holdfast.audit.Act;
import org.holdfast.audit.Ledger;
import org.holdfast.audit.LedgerFilter;
import org.holdfast.audit.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Passkeys as people use them: a real browser with a device in it that keeps passkeys and says who its person is. */
@HoldfastTest
@Tag("browser")
@TestInstance(Lifecycle.PER_CLASS)
class PasskeysInBrowserTest {

    /** What the page's script does between the question and the form, so that a test can come between. */
    private static final String ANSWER = """
            async ({ question, verification }) => {
              const bytes = (text) => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (each) => each.charCodeAt(0));
              const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer)))
                .replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
              const { rawId, response } = await navigator.credentials.get({ publicKey: {
                challenge: bytes(question), rpId: 'localhost', userVerification: verification } });
              return { 'passkey-id': text(rawId), 'passkey-client': text(response.clientDataJSON), 'passkey-device': text(response.authenticatorData),
                'passkey-signature': text(response.signature), 'passkey-owner': text(response.userHandle) };
            }""";

    private static final String QUESTION = """
            async () => {
              const proof = document.querySelector('meta[name="holdfast-csrf"]');
              return (await fetch('/sign-in/passkey/question',
                { method: 'POST', body: new URLSearchParams({ [proof.dataset.name]: proof.content }) })).text();
            }""";

    private static final String SEND = """
            answer => {
              for (const [name, value] of Object.entries(answer)) document.querySelector(`input[name="${name}"]`).value = value;
              const button = document.getElementById('passkey');
              button.form.requestSubmit(button);
            }""";

    private final TestPartnership us;
    private final TestClock clock;
    private final Ledger ledger;
    private final String address;
    private Chromium chromium;
    private Page window;
    private CDPSession device;
    private String authenticator;

    PasskeysInBrowserTest(TestPartnership.Founder founder, TestClock clock, Ledger ledger, @LocalServerPort int port) {
        this.us = founder.found(clock.instant());
        this.clock = clock;
        this.ledger = ledger;
        this.address = "http://localhost:" + port;
    }

    @BeforeAll
    void open() {
        chromium = new Chromium();
    }

    @AfterAll
    void close() {
        chromium.close();
    }

    @BeforeEach
    void aWindowOnADevice() {
        window = chromium.window(1200, 900);
        device = window.context().newCDPSession(window);
        device.send("WebAuthn.enable");
        JsonObject kind = new JsonObject();
        kind.addProperty("protocol", "ctap2");
        kind.addProperty("transport", "internal");
        kind.addProperty("hasResidentKey", true);
        kind.addProperty("hasUserVerification", true);
        kind.addProperty("isUserVerified", true);
        JsonObject options = new JsonObject();
        options.add("options", kind);
        authenticator = device.send("WebAuthn.addVirtualAuthenticator", options)
                .get("authenticatorId")
                .getAsString();
    }

    @AfterEach
    void realTime() {
        clock.reset();
        window.context().close();
    }

    private void knowsItsPerson(boolean knows) {
        JsonObject options = new JsonObject();
        options.addProperty("authenticatorId", authenticator);
        options.addProperty("isUserVerified", knows);
        device.send("WebAuthn.setUserVerified", options);
    }

    private void arrivesAt(String path) {
        try {
            window.waitForURL("**" + path);
        } catch (TimeoutError late) {
            throw new AssertionError(window.url() + ": " + window.textContent("main"), late);
        }
    }

    private void withPassword(Person person) {
        Chromium.sendPassword(window, address, person.username(), TestPartnership.PASSWORD);
    }

    private void signOut() {
        window.click(".hf-header__sign-out button");
        arrivesAt("/sign-in?signed-out");
    }

    private void add(String name) {
        window.navigate(address + "/account");
        window.fill("#password", TestPartnership.PASSWORD);
        window.click("button:text-is('Add a passkey')");
        window.fill("#passkey-name", name);
        window.click("button:text-is('Add the passkey')");
        window.waitForSelector("[data-recovery-codes]");
    }

    private void usePasskey() {
        window.click("button:text-is('Sign in with a passkey')");
    }

    private void refused(String fault) {
        window.waitForSelector(".govuk-error-summary");
        assertThat(window.textContent("main")).contains("This passkey did not sign you in");
        assertThat(ledger.lines(
                                us.program,
                                new LedgerFilter(null, null, Set.of(Act.REFUSED), null, null),
                                Long.MAX_VALUE,
                                1)
                        .getFirst()
                        .detail())
                .contains("\"" + fault + "\"");
        window.navigate(address + "/work");
        assertThat(window.url()).endsWith("/sign-in");
    }

    private Person somebody(String name) {
        return us.join(us.health, name + " " + System.nanoTime(), Role.AGENCY_CONTACT);
    }

    @Test
    void aPasskeyIsAddedSignsInWithoutAPasswordAndIsTakenAway() {
        Person nurse = somebody("Nell Nurse");
        withPassword(nurse);
        arrivesAt("/work");
        window.navigate(address + "/account");
        window.fill("#password", TestPartnership.PASSWORD);
        window.click("button:text-is('Add a passkey')");
        window.waitForSelector("#passkey-name");
        Chromium.accessible(window);
        window.setViewportSize(320, 640);
        Chromium.fits(window);
        Chromium.allReachedByKeyboard(window);
        window.setViewportSize(1200, 900);
        window.fill("#passkey-name", "My telephone");
        window.press("#passkey-name", "Enter");
        window.waitForSelector("[data-recovery-codes]");
        assertThat(window.textContent("main")).contains("Your passkey is added");
        Chromium.accessible(window);

        window.navigate(address + "/account");
        assertThat(window.textContent("main")).contains("My telephone", "Never");
        Chromium.accessible(window);
        window.setViewportSize(320, 640);
        Chromium.fits(window);
        Chromium.allReachedByKeyboard(window);
        window.setViewportSize(1200, 900);
        window.navigate(address + "/account");
        signOut();

        Chromium.accessible(window);
        usePasskey();
        arrivesAt("/work");
        window.navigate(address + "/account");
        assertThat(window.textContent("main")).contains("My telephone").doesNotContain("Never");

        window.check("input[name='passkey']");
        window.fill("#passkey-password", TestPartnership.PASSWORD);
        window.click("button:text-is('Take the passkey away')");
        window.waitForSelector("text=The passkey is taken away");
        assertThat(window.textContent("main")).doesNotContain("My telephone");
        signOut();
        usePasskey();
        window.waitForSelector(".govuk-error-summary");
        assertThat(window.textContent("main")).contains("This passkey did not sign you in");
        Chromium.accessible(window);
        assertThat(window.locator(".govuk-error-summary a").getAttribute("href"))
                .isEqualTo("#passkey");
    }

    @Test
    void aDeviceMakesNoSecondPasskeyForOnePerson() {
        Person nurse = somebody("Nell Nurse");
        withPassword(nurse);
        add("My telephone");
        window.navigate(address + "/account");
        window.fill("#password", TestPartnership.PASSWORD);
        window.click("button:text-is('Add a passkey')");
        window.click("button:text-is('Add the passkey')");
        window.waitForSelector("[data-passkey-said]:visible");
        assertThat(window.textContent("main")).contains("No passkey was made");
    }

    @Test
    void aPasskeyDoesForTheSecondFactorFromTheFirstSignInOn() {
        Person earnest = us.joinInEarnest(us.health, "Erna Earnest " + System.nanoTime(), Role.AGENCY_CONTACT);
        withPassword(earnest);
        arrivesAt("/sign-in/set-up");
        Chromium.accessible(window);
        window.setViewportSize(320, 640);
        Chromium.fits(window);
        window.setViewportSize(1200, 900);
        window.click("button:text-is('Use a passkey of this device instead')");
        window.waitForSelector("[data-recovery-codes]");
        window.click("text=I have kept them: go on");
        arrivesAt("/work");
        signOut();
        withPassword(earnest);
        arrivesAt("/sign-in/code");
        Chromium.accessible(window);
        usePasskey();
        arrivesAt("/work");

        window.navigate(address + "/account");
        window.check("input[name='passkey']");
        window.fill("#passkey-password", TestPartnership.PASSWORD);
        window.click("button:text-is('Take the passkey away')");
        window.waitForSelector(".govuk-error-summary");
        assertThat(window.textContent("main")).contains("This is all that you can prove with that it is you");
        Chromium.accessible(window);
        signOut();

        // another person's passkey does not do for theirs
        Person other = somebody("Olaf Other");
        Page device2 = window;
        withPassword(other);
        arrivesAt("/work");
        signOut();
        Person second = us.joinInEarnest(us.health, "Zora Second " + System.nanoTime(), Role.AGENCY_CONTACT);
        aWindowOnADevice();
        withPassword(second);
        window.click("button:text-is('Use a passkey of this device instead')");
        window.waitForSelector("[data-recovery-codes]");
        window.context().close();
        window = device2;
        withPassword(second);
        arrivesAt("/sign-in/code");
        usePasskey();
        refused("OWNER");
    }

    @Test
    void aPageThatOnlyLooksLikeOursGetsNothingThatOpensAnything() throws Exception {
        Person nurse = somebody("Nell Nurse");
        withPassword(nurse);
        add("My telephone");
        window.navigate(address + "/account");
        signOut();
        String question = (String) window.evaluate(QUESTION);
        HttpServer trap = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        trap.createContext("/", exchange -> {
            byte[] page = "<!DOCTYPE html><title>Sign in</title>".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        trap.start();
        try {
            window.navigate("http://localhost:" + trap.getAddress().getPort() + "/");
            Object stolen = window.evaluate(ANSWER, Map.of("question", question, "verification", "required"));
            window.navigate(address + "/sign-in");
            window.evaluate(SEND, stolen);
            refused("PLACE");
        } finally {
            trap.stop(0);
        }
    }

    @Test
    void anAnswerThatIsOldOrUsedOrOfSomebodyUnknownToTheDeviceIsRefused() {
        Person nurse = somebody("Nell Nurse");
        withPassword(nurse);
        add("My telephone");
        window.navigate(address + "/account");
        signOut();

        Map<String, Object> sent = new HashMap<>();
        window.onRequest(request -> {
            if (request.url().endsWith("/sign-in/passkey")) {
                sent.putAll(Arrays.stream(request.postData().split("&"))
                        .map(pair -> pair.split("=", 2))
                        .filter(pair -> pair[0].startsWith("passkey-"))
                        .collect(Collectors.toMap(
                                pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8))));
            }
        });
        usePasskey();
        arrivesAt("/work");
        signOut();
        assertThat(sent.keySet()).hasSize(5);
        window.evaluate(SEND, Map.copyOf(sent));
        refused("QUESTION");

        String question = (String) window.evaluate(QUESTION);
        Object answer = window.evaluate(ANSWER, Map.of("question", question, "verification", "required"));
        clock.set(clock.instant().plus(Duration.ofMinutes(6)));
        window.evaluate(SEND, answer);
        refused("QUESTION");

        knowsItsPerson(false);
        question = (String) window.evaluate(QUESTION);
        answer = window.evaluate(ANSWER, Map.of("question", question, "verification", "discouraged"));
        window.evaluate(SEND, answer);
        refused("PERSON");
        usePasskey();
        window.waitForSelector("[data-passkey-said]:visible");
        assertThat(window.textContent("main")).contains("The passkey was not used");
        assertThat(window.textContent("#announcements")).contains("The passkey was not used");
        knowsItsPerson(true);
        usePasskey();
        arrivesAt("/work");
    }

    @Test
    void withoutScriptThereIsNoPasskeyAndEveryPageDoesWithout() {
        Person nurse = somebody("Nell Nurse");
        Page plain = chromium.withoutScript();
        window.context().close();
        window = plain;
        window.navigate(address + "/sign-in");
        Chromium.wholeWithoutScript(window);
        assertThat(window.locator("#passkey").isVisible()).isFalse();
        withPassword(nurse);
        arrivesAt("/work");
        window.navigate(address + "/account");
        assertThat(window.locator("button:text-is('Add a passkey')").isVisible())
                .isFalse();
        Chromium.wholeWithoutScript(window);
    }
}
