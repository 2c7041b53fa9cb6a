package org.holdfast;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.holdfast.demonstration.SignIns;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Every kind of page that people at work see, in one table: each without a fault that a machine finds, on a small screen without
 * scrolling sideways, whole by keyboard, and whole without script. With {@code -Dpictures=true} each is drawn, large and small.
 */
@HoldfastTest
@Tag("browser")
@TestInstance(Lifecycle.PER_CLASS)
class PagesInBrowserTest {

    /** Who looks, where they begin, and the links they follow from there to the page. */
    record Kind(String username, String start, List<String> links) {
        @Override
        public String toString() {
            return username + " " + start + " " + String.join(" ", links);
        }
    }

    private static Kind page(String username, String start, String... links) {
        return new Kind(username, start, List.of(links));
    }

    private static final String PLANNED = "main tr:has-text('Planned') th a[href^='/meetings/']";
    private static final String CASE = "main a[href^='/cases/']";
    private static final String MEETING = "main a[href^='/meetings/']:not([href^='/meetings/for/'])";
    private static final String MINUTES = "main a[href*='/minutes']";

    /** What begins so is searched for. */
    private static final String SEARCH = "search for ";

    private static final List<Kind> PAGES = List.of(
            // work and referrals
            page("corin", "/work"),
            page("corin", SEARCH + "cass"),
            page("corin", "/referrals"),
            page("corin", "/referrals", "main a[href^='/referrals/']:not([href$='/new'])"),
            // meetings before they are held
            page("corin", "/meetings"),
            page("corin", "/meetings", PLANNED),
            page("corin", "/meetings", PLANNED, "main a[href$='/people']:not([href*='/items/'])"),
            page("corin", "/meetings", PLANNED, "main a[href*='/items/'][href$='/people']"),
            page("corin", "/meetings", PLANNED, "main a[href$='/invitations']"),
            page("corin", "/meetings", PLANNED, "main a[href$='/add']"),
            page("corin", "/meetings", PLANNED, "main a[href$='/plan']"),
            page("corin", "/meetings/quarter"),
            page("corin", "/meetings/ahead"),
            page("corin", "/meetings/urgent"),
            // asking and answering
            page("corin", "/meetings", PLANNED, "main a[href$='/requests']"),
            page("corin", "/meetings", PLANNED, "main a[href$='/requests']", "main a[href$='/returns']"),
            page("pola", "/requests"),
            page("pola", "/requests", "main a[href^='/requests/']"),
            page("pola", "/requests", "main a[href^='/requests/']", "main a[href*='/children/']"),
            // the pack
            page("corin", "/meetings", PLANNED, "main a[href$='/pack']"),
            page("corin", "/meetings", PLANNED, "main a[href$='/pack']", "main th a[href*='/pack/']"),
            page("corin", "/meetings", PLANNED, "main a[href$='/pack']", "main a[href*='/pack/versions/']"),
            page("corin", "/meetings", PLANNED, "main a[href$='/pack']", "main a[href$='/pack/access']"),
            page("hale", "/meetings", PLANNED, "main a[href$='/pack']", "main th a[href*='/pack/']"),
            // the records as such
            page("ingo", "/records"),
            page("ingo", "/records", "main a[href^='/records/cases/']"),
            page("ingo", "/records", "main a[href^='/records/requests/']"),
            page("ingo", "/records", "main a[href^='/records/requests/']", "main a[href$='section=people']"),
            // to another partnership
            page("corin", "/transfers"),
            page("corin", "/transfers", "main a[href^='/transfers/']"),
            page("corin", SEARCH + "cass", CASE, "main a[href$='/transfer']"),
            page("corin", SEARCH + "cass", CASE, "main a[href$='/transfer']", "main a[href*='/transfer/']"),
            // mail
            page("corin", "/outbox"),
            page("corin", "/outbox", "main th a[href^='/messages/']"),
            page("tam", "/messages"),
            // minutes and actions
            page("corin", SEARCH + "cass", CASE, MEETING, MINUTES),
            page("corin", SEARCH + "cass", CASE, MEETING, MINUTES, "main a[href$='/minutes/send']"),
            page(
                    "corin",
                    SEARCH + "cass",
                    CASE,
                    MEETING,
                    MINUTES,
                    "main a[href$='/send']",
                    "main a[href*='/minutes/as/']"),
            page("corin", "/actions/scorecard"),
            page("corin", SEARCH + "cass", CASE, "a[href$='/plan']", "main a[href*='/actions/']:not([href$='/new'])"),
            // decisions, and what comes after them
            page("corin", SEARCH + "cass", CASE, "main a[href^='/decisions/']"),
            page("corin", SEARCH + "cass", CASE, "main a[href^='/decisions/']", "main a[href$='/outcome']"),
            page("corin", "/assurance?show=returned"),
            page("corin", "/assurance?show=returned", "main th a[href^='/assurance/']"),
            page("corin", "/assurance?show=returned", "main th a[href^='/assurance/']", "main a[href*='/points/']"),
            page("corin", "/assurance?show=returned", "main th a[href^='/assurance/']", "main a[href$='/again']"),
            page("asa", "/assurance"),
            page("asa", "/assurance", "main th a[href^='/assurance/']"),
            page("asa", "/assurance", "main th a[href^='/assurance/']", "main a[href$='/answer']"),
            page("asa", "/assurance/learning"),
            page("corin", "/reconsiderations"),
            page("corin", "/reconsiderations", "main th a[href^='/reconsiderations/']"),
            page("corin", "/reconsiderations", "main th a[href^='/reconsiderations/']", "main a[href$='/list']"),
            page("corin", "/reconsiderations", "main th a[href^='/reconsiderations/']", "main a[href$='/decline']"),
            // letters and the child's own words
            page("sol", SEARCH + "thanh", CASE, "a[href$='/letters']"),
            page("sol", SEARCH + "thanh", CASE, "a[href$='/letters']", "main th a[href^='/letters/']"),
            page(
                    "sol",
                    SEARCH + "thanh",
                    CASE,
                    "a[href$='/letters']",
                    "main th a[href^='/letters/']",
                    "main a[href$='/paper']"),
            page("sol", SEARCH + "alba", CASE, "a[href$='/letters']", "main th a[href^='/letters/']"),
            page("sol", SEARCH + "juno", CASE, "a[href$='/views']"),
            // the case
            page("corin", SEARCH + "cass", CASE),
            page("corin", SEARCH + "cass", CASE, "a[href$='/chronology']"),
            page("corin", SEARCH + "cass", CASE, "a[href$='/plan']"),
            page("corin", SEARCH + "cass", CASE, "a[href$='/court']"),
            page("corin", SEARCH + "cass", CASE, "a[href$='/updates']"),
            page("corin", SEARCH + "cass", CASE, "a[href$='/voice']"),
            page("corin", SEARCH + "cass", CASE, "a[href$='/files']"),
            page("corin", SEARCH + "cass", CASE, "a[href$='/people']:not([href*='/meetings/'])"),
            page("corin", SEARCH + "cass", CASE, "a[href$='/looks']"),
            page("corin", SEARCH + "cass", CASE, "a[href$='/clocks']"),
            // agencies, people, agreements, and who has looked
            page("corin", "/account"),
            page("corin", SEARCH + "cass", CASE, "a[href$='/readers']"),
            page("ada", "/administration"),
            page("ada", "/administration", "main a[href^='/administration/people/']:not([href$='/new'])"),
            page("ada", "/administration/people/new"),
            page("ada", "/administration/agencies/new"),
            page("ada", "/administration", "main h2 a:has-text('Health Trust')"),
            page("ada", "/administration", "main h2 a:has-text('Health Trust')", "main a[href$='/teams/new']"),
            page(
                    "ada",
                    "/administration",
                    "main h2 a:has-text('Health Trust')",
                    "main a[href^='/administration/teams/']"),
            page("ada", "/administration/list"),
            page("ada", "/administration/reviews"),
            page("ingo", "/agreements"),
            page("ingo", "/disclosures"),
            page("ingo", "/ledger"),
            page("ingo", "/ledger/heads"),
            page("ingo", "/ledger/unusual"),
            page("ada", "/administration/clients"),
            page("ada", "/administration/clients", "main a[href$='/new']"),
            page("ada", "/administration/clients", "main th a[href^='/administration/clients/']"));

    private final TestDemonstration demonstration;
    private final String address;
    private final Map<String, Page> scripted = new HashMap<>();
    private final Map<String, Page> plain = new HashMap<>();
    private final Map<Kind, String> found = new HashMap<>();
    private Chromium chromium;

    PagesInBrowserTest(TestDemonstration demonstration, @LocalServerPort int port) {
        this.demonstration = demonstration;
        this.address = "http://localhost:" + port;
    }

    @BeforeAll
    void open() {
        demonstration.signIns();
        chromium = new Chromium();
    }

    @AfterAll
    void close() {
        chromium.close();
    }

    @TestFactory
    Stream<DynamicTest> everyKindOfPageIsForEverybody() {
        return PAGES.stream()
                .map(kind -> DynamicTest.dynamicTest(kind.toString(), () -> {
                    Page without =
                            plain.computeIfAbsent(kind.username(), who -> signedIn(chromium.withoutScript(), who));
                    String path = address(without, kind);
                    go(without, path);
                    Chromium.wholeWithoutScript(without);

                    Page with =
                            scripted.computeIfAbsent(kind.username(), who -> signedIn(chromium.window(1200, 900), who));
                    with.setViewportSize(1200, 900);
                    go(with, path);
                    Chromium.accessible(with);
                    picture(with, kind, "large");
                    with.setViewportSize(320, 640);
                    Chromium.fits(with);
                    picture(with, kind, "small");
                    Chromium.allReachedByKeyboard(with);
                }));
    }

    /** Where the links lead; where the same links were followed before, that is known. */
    private String address(Page window, Kind kind) {
        if (kind.links().isEmpty()) {
            return kind.start();
        }
        String known = found.get(kind);
        if (known == null) {
            List<String> links = new ArrayList<>(kind.links());
            String last = links.removeLast();
            go(window, address(window, new Kind(kind.username(), kind.start(), links)));
            Locator link = window.locator(last);
            assertThat(link.count()).as(last + " at " + window.url()).isPositive();
            known = link.first().getAttribute("href");
            found.put(kind, known);
        }
        return known;
    }

    private static void picture(Page window, Kind kind, String size) {
        if (Boolean.getBoolean("pictures")) {
            String name = String.format("%02d-", PAGES.indexOf(kind) + 1)
                    + window.url().replaceAll("https?://[^/]*/", "");
            window.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of(
                            "target",
                            "pictures",
                            "pages",
                            name.replaceAll("[0-9a-f-]{36}", "x").replaceAll("[^a-z0-9-]+", "-") + "-" + size + ".png"))
                    .setFullPage(true));
        }
    }

    private void go(Page window, String path) {
        if (path.startsWith(SEARCH)) {
            go(window, "/search");
            window.fill("#q", path.substring(SEARCH.length()));
            window.click("main button[type=submit]");
            return;
        }
        Response answer = window.navigate(address + path);
        // none where only the part of the page changes that is shown
        if (answer != null) {
            assertThat(answer.status()).as(path).isEqualTo(200);
        }
    }

    private Page signedIn(Page window, String username) {
        SignIns.User user = demonstration.user(username);
        Chromium.signIn(window, address, user.username(), user.password());
        return window;
    }
}
