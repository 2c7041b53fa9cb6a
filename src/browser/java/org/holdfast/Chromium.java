package org.holdfast;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The browser of the machine, for tests tagged {@code browser}. Another than {@code /usr/bin/chromium} is named by {@code CHROMIUM}. */
public final class Chromium implements AutoCloseable {
    private static final String AXE = axe();

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

    /** Signs somebody in of whom nothing but their password is asked, and comes to their work. */
    public static void signIn(Page window, String address, String username, String password) {
        sendPassword(window, address, username, password);
        window.waitForURL("**/work");
    }

    /** Sends somebody's name and password, wherever that leads. */
    public static void sendPassword(Page window, String address, String username, String password) {
        window.navigate(address + "/sign-in");
        window.fill("#username", username);
        window.fill("#password", password);
        window.click("main button:text-is('Sign in')");
    }

    /**
     * Fails if a machine can find a fault against WCAG 2.2 AA in the page as it stands. GOV.UK Frontend says of a radio that reveals
     * questions whether it is expanded, which screen readers read and the specification does not foresee; that alone is let pass.
     */
    public static void accessible(Page page) {
        // axe's own binding opens another page for its report, each time; faults are all that is wanted here
        page.evaluate(AXE);
        assertThat((List<?>) page.evaluate(
                        """
                        async tags => (await axe.run(document,
                            { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'], iframes: false, selectors: false }))
                          .violations.flatMap(fault => fault.nodes
                            .filter(node => fault.id !== 'aria-allowed-attr' || !node.html.includes('govuk-radios__input'))
                            .map(node => fault.id + ': ' + node.html))""", List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")))
                .as(page.url())
                .isEmpty();
    }

    /** Fails if anything but a wide table would have to be scrolled sideways. */
    public static void fits(Page page) {
        assertThat(page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
                .as(page.url())
                .isEqualTo(0);
    }

    /** Fails if the tabulator key does not come to everything that can be used, in turn, each time to be seen; a set of radios is one stop. */
    public static void allReachedByKeyboard(Page page) {
        // what a change of size hides or shows follows with the next picture
        page.evaluate("() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
        int stops = ((Number) page.evaluate("""
                        () => {
                          const stop = it => it.type === 'radio' ? it.name + it.form?.action : it;
                          const usable = it => it.checkVisibility({ visibilityProperty: true }) && !it.disabled && it.tabIndex >= 0;
                          window.waiting = new Map([...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')]
                            .filter(usable).map(it => [stop(it), it]));
                          // from the beginning, wherever the page was when it came
                          document.body.tabIndex = -1;
                          document.body.focus();
                          document.body.removeAttribute('tabindex');
                          window.scrollTo(0, 0);
                          window.unseen = [];
                          document.addEventListener('focusin', event => {
                            window.waiting.delete(stop(event.target));
                            const drawn = [event.target, ...event.target.parentElement.querySelectorAll(':scope > label')]
                              .flatMap(it => [getComputedStyle(it), getComputedStyle(it, '::before')]);
                            if (!drawn.some(style => style.outlineStyle !== 'none' || style.boxShadow !== 'none')) {
                              window.unseen.push(event.target.outerHTML);
                            }
                          });
                          return window.waiting.size;
                        }""")).intValue();
        for (int press = 0; press < stops + 2; press++) {
            page.keyboard().press("Tab");
        }
        assertThat((List<?>) page.evaluate("() => [...window.waiting.values()].map(it => it.outerHTML)"))
                .as("not reached at " + page.url())
                .isEmpty();
        assertThat((List<?>) page.evaluate("() => window.unseen"))
                .as("reached without being seen at " + page.url())
                .isEmpty();
    }

    /** Fails if a page without script has a form that cannot be sent, or says nothing, or does not fit a small screen. */
    public static void wholeWithoutScript(Page page) {
        page.setViewportSize(320, 640);
        fits(page);
        assertThat(page.locator("h1").count()).as(page.url()).isEqualTo(1);
        assertThat((List<?>) page.evaluate("""
                        () => [...document.forms].filter(form => ![...form.elements].some(it => it.type === 'submit' && !it.hidden))
                          .map(form => form.outerHTML)"""))
                .as("cannot be sent at " + page.url())
                .isEmpty();
    }

    private static String axe() {
        try (var source = Objects.requireNonNull(AxeBuilder.class.getResourceAsStream("/axe.min.js"))) {
            return new String(source.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
