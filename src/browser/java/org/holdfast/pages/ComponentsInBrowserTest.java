package org.holdfast.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.Media;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import gg.jte.Content;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.holdfast.Chromium;
import org.holdfast.law.Reason;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every component in a real browser, under the real content security policy. */
@Tag("browser")
class ComponentsInBrowserTest {
    private static Chromium chromium;
    private static HttpServer server;
    private static final Assets ASSETS = new Assets();
    private static final List<String> SAVED = new CopyOnWriteArrayList<>();
    private static volatile String draftAnswer = "saved";

    private final List<String> complaints = new ArrayList<>();
    private Page window;

    @BeforeAll
    static void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", ComponentsInBrowserTest::answer);
        server.start();
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
        server.stop(0);
    }

    @BeforeEach
    void nothingHappenedYet() {
        SAVED.clear();
        draftAnswer = "saved";
        window = watched(chromium.window(1100, 900));
    }

    @AfterEach
    void nothingWasComplainedOf() {
        window.context().close();
        assertThat(complaints).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/components", "/faults", "/help", "/accessibility", "/missing"})
    void a_machine_finds_no_barrier_wide_or_narrow(String path) {
        go(path);
        Chromium.accessible(window);
        window.setViewportSize(320, 640);
        Chromium.accessible(window);
        Chromium.fits(window);
    }

    @Test
    void in_forced_colours_and_in_print_all_is_there() {
        go("/components");
        window.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
        Chromium.accessible(window);
        window.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(window.getByText("Nothing is due")).isVisible();
        assertThat(window.getByText("Folded help")).isVisible();
        assertThat(window.locator(".hf-footer")).isHidden();
    }

    @Test
    void a_page_with_faults_puts_the_keyboard_on_them_and_leads_to_the_fields() {
        go("/faults");
        assertThat(window.title()).startsWith("Error: ");
        assertThat(window.locator(".govuk-error-summary")).isFocused();
        window.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Enter a date that exists"))
                .first()
                .click();
        assertThat(window.locator("#born")).isFocused();
    }

    @Test
    void a_choice_reveals_its_questions_and_without_script_they_show_anyway() {
        go("/components");
        assertThat(window.getByLabel("Which language")).isHidden();
        window.getByLabel("Another").check();
        assertThat(window.getByLabel("Which language")).isVisible();

        Page plain = chromium.withoutScript();
        plain.navigate(address("/components"));
        assertThat(plain.getByLabel("Which language")).isVisible();
        plain.context().close();
    }

    @Test
    void everything_is_reached_with_the_keyboard_and_is_seen_when_it_is() {
        go("/components");
        for (int step = 0; step < 40; step++) {
            window.keyboard().press("Tab");
            Object hidden = window.evaluate("""
                    () => { const it = document.activeElement; if (it === document.body) return false;
                            const box = it.getBoundingClientRect();
                            return box.bottom < 0 || box.top > innerHeight || box.width === 0; }""");
            assertThat(hidden)
                    .as(String.valueOf(window.evaluate("document.activeElement.outerHTML")))
                    .isEqualTo(false);
        }
    }

    @Test
    void what_is_typed_saves_itself_and_says_so() {
        go("/components");
        window.getByLabel("Family name").fill("Testch");
        assertThat(window.locator("[data-saved]")).hasText("Saved at 10:30am");
        assertThat(window.locator("#announcements")).hasText("Saved at 10:30am");
        assertThat(SAVED)
                .singleElement()
                .satisfies(sent -> assertThat(sent)
                        .contains("familyName=Testch")
                        .contains("_csrf=token-of-this-session")
                        .doesNotContain("story="));
    }

    @Test
    void leaving_a_field_saves_at_once_and_an_emptied_box_is_saved_as_empty() {
        go("/components");
        window.getByLabel("Interpreter").check();
        window.getByLabel("Interpreter").uncheck();
        window.getByLabel("Family name").focus();
        assertThat(window.locator("[data-saved]")).hasText("Saved at 10:30am");
        assertThat(SAVED.getLast()).contains("_needs=on").doesNotContain("&needs=");
    }

    @Test
    void what_could_not_be_saved_is_tried_again_and_nothing_typed_is_lost() {
        go("/components");
        draftAnswer = "broken";
        window.getByLabel("Family name").fill("Testchild");
        assertThat(window.locator("[data-saved]")).containsText("not saved yet");
        draftAnswer = "saved";
        assertThat(window.locator("[data-saved]")).hasText("Saved at 10:30am");
        assertThat(SAVED.getLast()).contains("familyName=Testchild");
        complaints.removeIf(complaint -> complaint.contains("500"));
    }

    @Test
    void another_window_writing_the_same_form_is_told() {
        go("/components");
        draftAnswer = "elsewhere";
        window.getByLabel("Family name").fill("Testchild");
        assertThat(window.locator("[data-saved]")).containsText("another window");
    }

    @Test
    void before_the_session_ends_the_person_is_asked_and_can_stay() {
        window.clock().install();
        go("/components");
        window.clock().fastForward(27 * 60 * 1000);
        assertThat(dialog()).isHidden();
        window.clock().fastForward(60 * 1000);
        assertThat(dialog()).isVisible();
        Chromium.accessible(window);
        window.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Stay signed in"))
                .click();
        assertThat(dialog()).isHidden();
    }

    @Test
    void after_the_session_has_ended_the_page_is_covered_and_leads_to_sign_in() {
        window.clock().install();
        go("/components");
        window.clock().fastForward(31 * 60 * 1000);
        assertThat(dialog()).isVisible();
        assertThat(window.getByText("You have been signed out")).isVisible();
        window.keyboard().press("Escape");
        assertThat(dialog()).isVisible();
    }

    @Test
    void a_draft_that_meets_the_sign_in_page_keeps_what_is_typed_in_the_window() {
        go("/components");
        draftAnswer = "sign-in";
        window.getByLabel("Family name").fill("Testchild");
        assertThat(window.getByText("You have been signed out")).isVisible();
        assertThat(window.getByText("Sign in again").last()).hasAttribute("target", "_blank");
        assertThat(window.locator("#familyName")).hasValue("Testchild");
    }

    @Test
    void signing_in_again_in_another_window_sets_this_one_going_again_but_only_for_the_same_person() {
        window.clock().install();
        go("/components");
        window.clock().fastForward(31 * 60 * 1000);
        assertThat(dialog()).isVisible();
        Page other = window.context().newPage();
        other.navigate(address("/components"));
        assertThat(dialog()).isHidden();

        other.evaluate("new BroadcastChannel('holdfast').postMessage({ person: 'somebody else', proof: 'theirs' })");
        window.waitForURL(address("/"));
    }

    private Locator dialog() {
        return window.locator("#time-out");
    }

    private void go(String path) {
        window.navigate(address(path));
    }

    private Page watched(Page page) {
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        return page;
    }

    private static String address(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    private static void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.startsWith("/assets/house/")) {
            send(exchange, 200, "text/css", ":root{--house-colour:#1d3c34}".getBytes(StandardCharsets.UTF_8));
        } else if (path.startsWith("/assets/")) {
            var asset = ASSETS.find(path.split("/")[2], path.split("/")[3]).orElseThrow();
            send(exchange, 200, asset.contentType(), asset.plain());
        } else if (path.startsWith("/drafts/")) {
            draft(exchange);
        } else if (path.equals("/still-here")) {
            send(exchange, 204, "text/plain", new byte[0]);
        } else {
            send(exchange, 200, "text/html;charset=UTF-8", drawn(path).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void draft(HttpExchange exchange) throws IOException {
        String sent = URLDecoder.decode(
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        switch (draftAnswer) {
            case "broken" -> send(exchange, 500, "text/html", new byte[0]);
            case "sign-in" -> send(exchange, 200, "text/html", "<h1>Sign in</h1>".getBytes(StandardCharsets.UTF_8));
            default -> {
                SAVED.add(sent);
                String json = "{\"text\":\"Saved at 10:30am\",\"at\":\"2026-11-21T10:30:01Z\",\"elsewhere\":"
                        + draftAnswer.equals("elsewhere") + "}";
                send(exchange, 200, "application/json", json.getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.getResponseHeaders().add("Content-Security-Policy", Pages.CONTENT_SECURITY_POLICY);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static String drawn(String path) {
        return switch (path) {
            case "/help" -> Drawing.draw("pages/help", "help@example.org", Form.empty());
            case "/accessibility" -> Drawing.draw("pages/accessibility", "", Form.empty());
            case "/missing" -> Drawing.draw("pages/notFound", "", Form.empty());
            case "/faults" ->
                gallery(Form.empty()
                        .set("familyName", "x".repeat(60))
                        .with(List.of(
                                Reason.about("born", "pages.date.not-real"),
                                Reason.about("familyName", "pages.draft.too-large"),
                                Reason.about("language", "pages.draft.too-large"),
                                Reason.about("needs", "pages.draft.too-large"),
                                Reason.about("story", "pages.draft.too-large"),
                                Reason.about("agency", "pages.draft.too-large"),
                                Reason.of("pages.refused.back", "NRM-6"))));
            default -> gallery(Form.empty());
        };
    }

    private static String gallery(Form form) {
        var page = Drawing.page(form);
        Content fields = together(
                part(
                        "input",
                        Map.of("page", page, "name", "familyName", "label", "Family name", "hint", "As on papers")),
                part(
                        "dateInput",
                        Map.of("page", page, "name", "born", "legend", "When was the child born?", "time", true)),
                part(
                        "radios",
                        Map.of(
                                "page",
                                page,
                                "name",
                                "language",
                                "legend",
                                "Language",
                                "options",
                                List.of(
                                        Option.of("en", "English", "Or sign language"),
                                        Option.of("x", "Another")
                                                .revealing(part(
                                                        "input",
                                                        Map.of(
                                                                "page",
                                                                page,
                                                                "name",
                                                                "other",
                                                                "label",
                                                                "Which language")))))),
                part(
                        "checkboxes",
                        Map.of(
                                "page",
                                page,
                                "name",
                                "needs",
                                "legend",
                                "Needs",
                                "options",
                                List.of(Option.of("I", "Interpreter"), Option.of("A", "Advocate")))),
                part("textarea", Map.of("page", page, "name", "story", "label", "What happened", "maximum", 500)),
                part(
                        "select",
                        Map.of(
                                "page",
                                page,
                                "name",
                                "agency",
                                "label",
                                "Agency",
                                "empty",
                                "Choose",
                                "options",
                                page.yesAndNo())),
                part("fileUpload", Map.of("page", page, "name", "file", "label", "A document")),
                part("button", Map.of("text", "Go on")),
                part("saveForLater", Map.of("page", page, "draft", "example", "then", "/work")));
        Content content = together(
                html("<h1 class=\"govuk-heading-l\">Components</h1>"),
                part(
                        "identityStrip",
                        Map.of("name", "Testchild Example", "label", "Child", "facts", List.of("16", "Tigrinya"))),
                part(
                        "subnavigation",
                        Map.of(
                                "page",
                                page,
                                "label",
                                "About",
                                "links",
                                List.of(new Link("Summary", "/example"), new Link("Plan", "/plan")))),
                part("warning", Map.of("page", page, "text", "This cannot be taken back.")),
                part("form", Map.of("page", page, "action", "/example", "content", fields, "draft", "example")),
                part(
                        "summaryList",
                        Map.of("content", part("summaryRow", Map.of("page", page, "key", "Name", "change", "/x")))),
                part(
                        "table",
                        Map.of(
                                "caption",
                                "Actions",
                                "head",
                                List.of("Action", "Due"),
                                "content",
                                html("<tr class=\"govuk-table__row\"><td class=\"govuk-table__cell\">Call</td>"
                                        + "<td class=\"govuk-table__cell\">Today</td></tr>"))),
                part(
                        "taskList",
                        Map.of(
                                "content",
                                together(
                                        part(
                                                "taskRow",
                                                Map.of(
                                                        "id",
                                                        "one",
                                                        "title",
                                                        "Check",
                                                        "status",
                                                        "Completed",
                                                        "path",
                                                        "/1",
                                                        "done",
                                                        true)),
                                        part(
                                                "taskRow",
                                                Map.of("id", "two", "title", "Send", "status", "To do", "path", "/2")),
                                        part(
                                                "taskRow",
                                                Map.of(
                                                        "id",
                                                        "three",
                                                        "title",
                                                        "Wait",
                                                        "status",
                                                        "Cannot start yet"))))),
                together(List.of("done", "waiting", "urgent", "overdue", "new", "quiet").stream()
                        .map(meaning -> part("tag", Map.of("text", meaning, "meaning", meaning)))
                        .toArray(Content[]::new)),
                part("details", Map.of("summary", "Why?", "content", html("Folded help"))),
                part("inset", Map.of("content", html("Set apart"))),
                part("emptyState", Map.of("title", "Nothing is due", "next", "The next panel is on 4 December.")),
                html("<h2 class=\"govuk-heading-m\">Chronology</h2>"),
                part(
                        "timeline",
                        Map.of(
                                "content",
                                part(
                                        "timelineItem",
                                        Map.of(
                                                "title",
                                                "Seen",
                                                "when",
                                                "May 2026",
                                                "by",
                                                "Police",
                                                "content",
                                                html("Well"))))),
                part("pagination", Map.of("page", page, "previous", "/1", "next", "/3")),
                part("linkButton", Map.of("text", "Begin", "path", "/begin")),
                part("actionButton", Map.of("page", page, "text", "Stop", "path", "/stop", "kind", "warning")));
        return Drawing.draw(
                "pages/layout",
                Map.of(
                        "page",
                        page,
                        "title",
                        "Components",
                        "content",
                        content,
                        "breadcrumbs",
                        List.of(new Link("My work", "/work"))));
    }

    private static Content part(String component, Map<String, Object> parameters) {
        return output -> output.writeContent(Drawing.draw("pages/" + component, new HashMap<>(parameters)));
    }

    private static Content html(String html) {
        return output -> output.writeContent(html);
    }

    private static Content together(Content... parts) {
        return output -> {
            for (Content part : parts) {
                part.writeTo(output);
            }
        };
    }
}
