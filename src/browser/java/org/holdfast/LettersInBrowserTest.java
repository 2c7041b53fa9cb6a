package org.holdfast;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.holdfast.demonstration.SignIns;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.pages.Tongue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a child sees, in a real browser: in every script, from the right where it begins there, and with a way out. */
@HoldfastTest
@Tag("browser")
@TestInstance(Lifecycle.PER_CLASS)
class LettersInBrowserTest {

    /** One of each script, and Welsh; all of them where pictures are made. */
    private static final List<Tongue> LOOKED_AT = Boolean.getBoolean("pictures")
            ? List.of(Tongue.values())
            : List.of(Tongue.ENGLISH, Tongue.WELSH, Tongue.SORANI, Tongue.TIGRINYA);

    private static final String OUTSIDE = "https://www.bbc.co.uk/weather";

    private final TestDemonstration demonstration;
    private final String address;
    private final Path pictures = Path.of("target", "pictures");
    private Chromium chromium;
    private Page worker;

    LettersInBrowserTest(TestDemonstration demonstration, @LocalServerPort int port) {
        this.demonstration = demonstration;
        this.address = "http://localhost:" + port;
    }

    @BeforeAll
    void aWorkerIsSignedIn() throws Exception {
        Files.createDirectories(pictures);
        SignIns.User corin = demonstration.user("corin");
        chromium = new Chromium();
        worker = chromium.window(1200, 900);
        Chromium.signIn(worker, address, corin.username(), corin.password());
    }

    @AfterAll
    void close() {
        chromium.close();
    }

    private String child(String name) {
        worker.navigate(address + "/search");
        worker.fill("#q", name);
        worker.click("main button[type=submit]");
        return worker.locator("main a[href^='/cases/']").first().getAttribute("href");
    }

    private String link(String child, Tongue tongue) {
        worker.navigate(address + child + "/views");
        worker.selectOption("#tongue", tongue.tag());
        worker.fill("#days", "3");
        worker.click("main form:has(#days) button[type=submit]");
        return address + URI.create(worker.locator("code").innerText()).getPath();
    }

    @Test
    void theChildsPagesAreAccessibleInEveryLanguageAndFitASmallTelephone() {
        String child = child("juno");
        Chromium.accessible(worker);
        for (Tongue tongue : LOOKED_AT) {
            Page telephone = chromium.window(320, 700);
            telephone.navigate(link(child, tongue));
            sound(telephone);
            picture(telephone, "child-before-" + tongue.tag());
            telephone.click("main button[type=submit]");
            telephone.waitForURL("**/q/1");
            sound(telephone);
            assertThat(telephone.locator("html")).hasAttribute("dir", tongue.direction());
            picture(telephone, "child-question-" + tongue.tag());
            Locator words = telephone.locator("#words");
            words.fill("…");
            if (tongue.rightToLeft()) {
                assertThat(((Number) telephone.evaluate(
                                        "document.querySelector('h1 label').getBoundingClientRect().right"))
                                .doubleValue())
                        .as("the question stands at the right edge")
                        .isGreaterThan(280);
            }
            telephone.click("main button[type=submit]");
            telephone.waitForURL("**/q/2");
            telephone.navigate(telephone.url().replace("/q/2", "/check"));
            sound(telephone);
            telephone.click("main button[type=submit]");
            sound(telephone);
            picture(telephone, "child-done-" + tongue.tag());
            telephone.click("footer a");
            sound(telephone);
            telephone.context().close();
        }
    }

    @Test
    void theWayOutLeavesAtOnceByButtonByKeysAndWithoutScript() {
        String link = link(child("juno"), Tongue.ENGLISH);
        for (boolean byKeys : List.of(true, false)) {
            Page telephone = chromium.window(800, 700);
            telephone.route(
                    OUTSIDE,
                    route -> route.fulfill(new Route.FulfillOptions()
                            .setContentType("text/html")
                            .setBody("<title>Weather</title>")));
            telephone.navigate(link);
            if (byKeys) {
                for (int time = 0; time < 3; time++) {
                    telephone.keyboard().press("Shift");
                }
            } else {
                telephone.click(".govuk-js-exit-this-page-button");
            }
            telephone.waitForURL(OUTSIDE);
            telephone.context().close();
        }
        Page plain = chromium.withoutScript();
        plain.navigate(link);
        assertThat(plain.locator(".govuk-exit-this-page__button")).hasAttribute("href", OUTSIDE);
        assertThat(plain.locator(".govuk-exit-this-page__button")).hasAttribute("rel", "nofollow noreferrer");
        plain.context().close();
    }

    @Test
    void aLetterIsWrittenWithTheReadingAgeBesideItAndReadsRightInEveryScript() {
        String child = child("thanh");
        for (Tongue tongue : LOOKED_AT) {
            worker.navigate(address + child + "/letters");
            worker.check("input[name=decision][value=none]");
            worker.selectOption("#tongue", tongue.tag());
            worker.click("main form:has(#tongue) button[type=submit]");
            worker.waitForURL("**/letters/*");
            Chromium.accessible(worker);
            if (tongue == Tongue.ENGLISH) {
                worker.fill("#contact", "You can text me on 01632 960001.");
                worker.locator("#about")
                        .pressSequentially(
                                "Notwithstanding the aforementioned considerations, the authority is investigating comprehensively everything.");
                assertThat(worker.locator("#reading")).containsText("Long words: notwithstanding");
                Chromium.accessible(worker);
            }
            worker.navigate(worker.url() + "/paper");
            Chromium.accessible(worker);
            assertThat(worker.locator("html")).hasAttribute("dir", tongue.direction());
            assertThat((Boolean) worker.evaluate("document.fonts.ready.then(() => true)"))
                    .isTrue();
            picture(worker, "letter-" + tongue.tag());
        }
    }

    @Test
    void whoExplainedALetterAndWhetherItWasUnderstoodIsRecordedUntilItWas() {
        worker.navigate(address + child("thanh") + "/letters");
        worker.check("input[name=decision][value=none]");
        worker.selectOption("#tongue", Tongue.VIETNAMESE.tag());
        worker.click("main form:has(#tongue) button[type=submit]");
        worker.waitForURL("**/letters/*");
        String letter = worker.url();
        worker.fill("#contact", "You can text me on 01632 960001.");
        worker.click("button[name=then]");
        worker.waitForURL("**/check");
        picture(worker, "letter-check");
        worker.click("main form button[type=submit]");
        worker.waitForURL("**/release");
        worker.fill("#explainOn", "1");
        worker.fill("#explainOn-month", "12");
        worker.fill("#explainOn-year", "2030");
        worker.fill("#interpreter", "Ina Interpreter");
        worker.check("input[name=looked]");
        picture(worker, "letter-release");
        worker.click("main form button[type=submit]");
        worker.waitForURL(letter);
        assertThat(worker.locator("main")).containsText("Not explained yet");
        picture(worker, "letter-released");
        for (String understood : List.of("PARTLY", "YES")) {
            worker.click("a[href$='/explain']");
            worker.waitForURL("**/explain");
            Chromium.accessible(worker);
            LocalDate today = LocalDate.now(UnitedKingdom.ZONE);
            worker.fill("#on", String.valueOf(today.getDayOfMonth()));
            worker.fill("#on-month", String.valueOf(today.getMonthValue()));
            worker.fill("#on-year", String.valueOf(today.getYear()));
            worker.check("input[name=understood][value=" + understood + "]");
            worker.fill("#words", "When is the next meeting?");
            picture(worker, "letter-explain-" + understood);
            worker.click("main form button[type=submit]");
            worker.waitForURL(letter);
        }
        assertThat(worker.locator("main")).containsText("Ina Interpreter");
        Chromium.accessible(worker);
        picture(worker, "letter-explained");
        worker.navigate(address + child("thanh") + "/letters");
        assertThat(worker.locator("main")).containsText("Explained and understood");
        picture(worker, "letters-of-a-child");
    }

    private static void sound(Page window) {
        Chromium.accessible(window);
        Chromium.fits(window);
    }

    private void picture(Page window, String name) {
        window.evaluate("document.fonts.ready.then(() => true)");
        window.screenshot(new Page.ScreenshotOptions()
                .setPath(pictures.resolve(name + ".png"))
                .setFullPage(true));
    }
}
