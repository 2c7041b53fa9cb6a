package org.holdfast;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.holdfast.demonstration.SignIns;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The made-up partnership at work in a real browser, as each of its people; what every page must be is in {@link PagesInBrowserTest}. */
@HoldfastTest
@Tag("browser")
@TestInstance(Lifecycle.PER_CLASS)
class JourneyInBrowserTest {

    private final TestDemonstration demonstration;
    private final String address;
    private final List<Page> windows = new ArrayList<>();
    private Chromium chromium;

    JourneyInBrowserTest(TestDemonstration demonstration, @LocalServerPort int port) {
        this.demonstration = demonstration;
        this.address = "http://localhost:" + port;
    }

    @BeforeAll
    void open() {
        demonstration.signIns();
        chromium = new Chromium();
    }

    @AfterEach
    void closeWindows() {
        windows.forEach(window -> window.context().close());
        windows.clear();
    }

    @AfterAll
    void close() {
        chromium.close();
    }

    @Test
    void theCoordinatorSearchesForAChildAndFindsHer() throws Exception {
        Page window = signedIn(chromium.window(1200, 900), "corin");
        assertThat(window).hasTitle("My work – Holdfast");
        go(window, child(window, "cass"));
        assertThat(window.locator("main h1, .hf-identity").first()).containsText("Cass");
        Path picture = Path.of("target", "pictures", "child.png");
        Files.createDirectories(picture.getParent());
        window.screenshot(new Page.ScreenshotOptions().setPath(picture));
        if (Boolean.getBoolean("pictures")) {
            Files.copy(picture, Path.of("docs", "child.png"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Test
    void theChairFindsTheMinutesThatWaitSendsAnItemBackAndApprovesWhatTheCoordinatorMended() {
        Page chair = signedIn(chromium.window(1200, 900), "chara");
        chair.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Approve the minutes"))
                .first()
                .click();
        chair.waitForURL("**/minutes");
        String minutes = chair.url().substring(address.length());
        soundOnEveryScreen(chair);
        chair.locator("summary:has-text('Send back')").first().click();
        chair.locator("textarea").first().fill("Say who was heard");
        chair.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send it back to the co-ordinator"))
                .first()
                .click();
        assertThat(chair.locator("main")).containsText("Sent back to be mended");

        Page coordinator = signedIn(chromium.window(1200, 900), "corin");
        coordinator
                .getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Mend what the chair sent back"))
                .first()
                .click();
        coordinator.waitForURL("**/minutes");
        soundOnEveryScreen(coordinator);
        coordinator.locator("textarea").first().fill("School and police were heard");
        coordinator
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("to the chair again"))
                .first()
                .click();

        go(chair, minutes);
        chair.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Approve the minutes"))
                .click();
        assertThat(chair.locator("main")).containsText("Approved by Chara Chair");
        soundOnEveryScreen(chair);
    }

    @Test
    void anAgendaIsReorderedWithTheMouse() {
        Page window = signedIn(chromium.window(1200, 2400), "corin");
        openPlannedAgenda(window);
        List<String> before = window.locator("tr[data-place]").all().stream()
                .map(row -> row.getAttribute("data-called"))
                .toList();
        BoundingBox from = window.locator("tr[data-place] .hf-drag").nth(2).boundingBox();
        BoundingBox to = window.locator("tr[data-place]").first().boundingBox();
        window.mouse().move(from.x + 12, from.y + 12);
        window.mouse().down();
        window.mouse().move(to.x + 200, to.y + 20, new Mouse.MoveOptions().setSteps(4));
        assertThat(window.locator("#announcements")).hasText("Place 1 of " + before.size());
        window.mouse().up();
        window.waitForURL("**#item-*");
        assertThat(window.locator("tr[data-place]").first().getAttribute("data-called"))
                .isEqualTo(before.get(2));
        assertThat(window.locator("#announcements")).hasText(before.get(2) + " moved to place 1");
        soundOnEveryScreen(window);
    }

    @Test
    void whoeverReordersAnAgendaWithTheKeyboardGoesOnFromTheButtonTheyPressed() {
        Page window = signedIn(chromium.window(1200, 900), "corin");
        openPlannedAgenda(window);
        String called = window.locator("tr[data-place]").nth(2).getAttribute("data-called");
        window.locator("tr[data-place]")
                .nth(2)
                .locator("button[name=position]")
                .first()
                .focus();
        for (int place = 2; place >= 1; place--) {
            window.keyboard().press("Enter");
            assertThat(window.locator("#announcements")).hasText(called + " moved to place " + place);
            assertThat(window.locator("tr[data-place]").nth(place - 1)).hasAttribute("data-called", called);
            assertThat(window.locator("tr[data-place]")
                            .nth(place - 1)
                            .locator("button[name=position]:enabled")
                            .first())
                    .isFocused();
        }
        window.keyboard().press("Enter");
        assertThat(window.locator("#announcements")).hasText(called + " moved to place 2");
    }

    private void openPlannedAgenda(Page window) {
        go(window, "/meetings");
        go(
                window,
                window.locator("main tr:has-text('Planned') th a[href^='/meetings/']")
                        .first()
                        .getAttribute("href"));
    }

    @Test
    void onPaperNoAddressesOfPagesStandBetweenTheLines() {
        Page window = signedIn(chromium.window(1200, 900), "corin");
        go(window, child(window, "cass"));
        window.emulateMedia(new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.PRINT));
        assertThat((String) window.evaluate(
                        "getComputedStyle(document.querySelector('main table a[href]'), '::after').content"))
                .isIn("none", "normal");
    }

    @Test
    void everybodySeesTheirOwnWorkAndWhatTheyMayDo() {
        Set<String> seen = new HashSet<>();
        for (String username : List.of("chara", "pola", "sol", "fia", "gil", "tam", "mara", "ingo", "ada")) {
            Page window = signedIn(chromium.window(1200, 900), username);
            assertThat(window).hasTitle("My work – Holdfast");
            Chromium.accessible(window);
            for (Locator place : window.locator("#navigation a").all()) {
                assertThat(place.getAttribute("href")).startsWith("/");
            }
            List<String> places = window.locator("#navigation a").all().stream()
                    .map(place -> place.getAttribute("href"))
                    .toList();
            for (String place : places) {
                go(window, place);
                if (seen.add(place)) {
                    Chromium.accessible(window);
                }
            }
            window.context().close();
        }
        windows.clear();
    }

    @Test
    void aSocialWorkerSignsInSearchesAndOpensAChildWithoutTouchingAMouse() {
        Page window = window(chromium.window(1200, 900));
        go(window, "/sign-in");
        SignIns.User sol = demonstration.user("sol");
        tabTo(window, "#username");
        window.keyboard().type(sol.username());
        window.keyboard().press("Tab");
        window.keyboard().type(sol.password());
        window.keyboard().press("Enter");
        window.waitForURL("**/work");
        tabTo(window, "a[href='/search']");
        window.keyboard().press("Enter");
        window.waitForURL("**/search");
        tabTo(window, "input[name='q']");
        window.keyboard().type("Juno Testchild");
        window.keyboard().press("Enter");
        window.waitForURL("**/search?**");
        tabTo(window, "main a[href^='/cases/']");
        window.keyboard().press("Enter");
        window.waitForURL("**/cases/**");
        assertThat(window.locator("body")).containsText("Juno Testchild");
    }

    @Test
    void aFirstResponderWritesAReferralWithoutScript() {
        Page window = signedIn(chromium.withoutScript(), "fia");
        go(window, "/referrals/new");
        window.locator("main form button").first().click();
        assertThat(window.url()).contains("/referrals/drafts/");
        String draft = window.url();
        window.locator("main a[href*='/questions/']").first().click();
        Locator answer =
                window.locator("main input[type='text'], main textarea").first();
        if (answer.count() > 0) {
            answer.fill("Half an answer");
        }
        window.locator("main form button[type='submit']").first().click();
        window.navigate(draft);
        Chromium.fits(window);
        assertThat(window.locator("h1")).hasCount(1);
    }

    @Test
    void nothingIsLostWhenTheSessionEndsInTheMiddleOfAForm() {
        Page window = signedIn(chromium.window(1200, 900), "corin");
        String child = child(window, "tuva");
        go(window, child + "/updates");
        window.fill("#what", "The school rang about Tuesday");
        window.fill("#source", "Tam Teacher");
        window.context().clearCookies();
        window.locator("main form button[type='submit']").first().click();
        assertThat(window.locator("main")).containsText("They are kept");
        SignIns.User corin = demonstration.user("corin");
        window.fill("#username", corin.username());
        window.fill("#password", corin.password());
        window.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("Sign in").setExact(true))
                .click();
        window.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send my answers"))
                .click();
        assertThat(window.locator("main")).containsText("The update was added");
        assertThat(window.locator("main")).containsText("The school rang about Tuesday");
    }

    @Test
    void ofTwoTabsOnOnePlanTheSecondSeesWhatChangedAndKeepsWhatWasTyped() {
        Page first = signedIn(chromium.window(1200, 900), "corin");
        String child = child(first, "rafi");
        go(first, child + "/plan");
        String plan = first.locator("main a[href*='/plan/']:not([href$='/new'])")
                .first()
                .getAttribute("href");
        go(first, plan);
        Page second = first.context().newPage();
        second.navigate(address + plan);
        first.fill("#aim", "A lift to school every day");
        first.locator("main form button[type='submit']").first().click();
        second.fill("#aim", "An adult at the bus stop");
        second.locator("main form button[type='submit']").first().click();
        assertThat(second.locator("main")).containsText("What it says now");
        assertThat(second.locator("main")).containsText("A lift to school every day");
        assertThat(second.locator("#aim")).hasValue("An adult at the bus stop");
    }

    @Test
    void whoIsKeptOutOfACaseFindsNothingAndIsToldNothing() {
        Page coordinator = signedIn(chromium.window(1200, 900), "corin");
        String child = child(coordinator, "nilo");
        Page excluded = signedIn(chromium.window(1200, 900), "sage");
        search(excluded, "nilo");
        assertThat(excluded.locator("main a[href^='" + child + "']").count()).isZero();
        assertThat(excluded.navigate(address + child).status()).isEqualTo(404);
        String forbidden = excluded.locator("main").innerText();
        assertThat(excluded.navigate(address + "/cases/00000000-0000-0000-0000-000000000000")
                        .status())
                .isEqualTo(404);
        assertThat(excluded.locator("main").innerText()).isEqualTo(forbidden);
    }

    private String child(Page window, String name) {
        search(window, name);
        return window.locator("main a[href^='/cases/']").first().getAttribute("href");
    }

    private static void soundOnEveryScreen(Page window) {
        Chromium.accessible(window);
        window.setViewportSize(320, 640);
        Chromium.fits(window);
        window.setViewportSize(1200, 900);
    }

    private static void tabTo(Page window, String target) {
        for (int presses = 0; presses < 80; presses++) {
            if (Boolean.TRUE.equals(window.evaluate("target => document.activeElement.matches(target)", target))) {
                return;
            }
            window.keyboard().press("Tab");
        }
        throw new AssertionError(target + " cannot be reached by keyboard at " + window.url());
    }

    private Page window(Page window) {
        windows.add(window);
        return window;
    }

    private void search(Page window, String words) {
        go(window, "/search");
        window.fill("#q", words);
        window.click("main button[type=submit]");
    }

    private void go(Page window, String path) {
        assertThat(window.navigate(address + path).status()).as(path).isEqualTo(200);
    }

    private Page signedIn(Page window, String username) {
        window(window);
        SignIns.User user = demonstration.user(username);
        Chromium.signIn(window, address, user.username(), user.password());
        return window;
    }
}
