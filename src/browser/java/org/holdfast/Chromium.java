package org.holdfast;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The browser of the machine, for tests tagged {@code browser}. Another than {@code /usr/bin/chromium} is named by {@code CHROMIUM}. */
public final class Chromium implements AutoCloseable {
    private final Playwright playwright;
    private final Browser browser;

    public Chromium() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(Path.of(System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium")))
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync")));
    }

    /** A window of a person with a screen of this size and everything switched on. */
    public Page window(int width, int height) {
        return browser.newContext(new Browser.NewContextOptions().setViewportSize(width, height))
                .newPage();
    }

    /** A window in which no script runs. */
    public Page withoutScript() {
        return browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false))
                .newPage();
    }

    /**
     * Fails if a machine can find a fault against WCAG 2.2 AA in the page as it stands. GOV.UK Frontend says of a radio that reveals
     * questions whether it is expanded, which screen readers read and the specification does not foresee; that alone is let pass.
     */
    public static void accessible(Page page) {
        List<Rule> faults = new AxeBuilder(page)
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                .analyze()
                .getViolations();
        assertThat(faults.stream()
                        .flatMap(fault -> fault.getNodes().stream()
                                .filter(node -> !(fault.getId().equals("aria-allowed-attr")
                                        && node.getHtml().contains("govuk-radios__input")))
                                .map(node -> fault.getId() + ": " + node.getHtml())))
                .as(page.url())
                .isEmpty();
    }

    /** Fails if anything but a wide table would have to be scrolled sideways. */
    public static void fits(Page page) {
        assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as(page.url())
                .isEqualTo(0);
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
