package org.holdfast.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.holdfast.HoldfastTest;
import org.holdfast.TestPartnership;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a browser gets over the wire. */
@HoldfastTest
class PagesTest {
    private final TestPartnership.Founder founder;
    private final Drafts drafts;
    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(Redirect.NEVER)
            .build();

    @LocalServerPort
    private int port;

    PagesTest(TestPartnership.Founder founder, Drafts drafts) {
        this.founder = founder;
        this.drafts = drafts;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/help", "/accessibility"})
    void help_and_the_accessibility_statement_are_open_to_everybody(String path) throws Exception {
        HttpResponse<String> page = get(path);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy")).contains(Pages.CONTENT_SECURITY_POLICY);
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(page.body()).doesNotContain("holdfast-timeout");
    }

    @Test
    void everything_a_page_asks_for_is_there_and_kept_for_good() throws Exception {
        Matcher asset =
                Pattern.compile("\"(/assets/[^\"]+)\"").matcher(get("/help").body());
        int found = 0;
        while (asset.find()) {
            HttpResponse<String> file = get(asset.group(1));
            assertThat(file.statusCode()).as(asset.group(1)).isEqualTo(200);
            assertThat(file.headers().firstValue("Cache-Control"))
                    .hasValueSatisfying(kept -> assertThat(kept).contains("immutable"));
            found++;
        }
        assertThat(found).isEqualTo(7);
        assertThat(get("/assets/0000000000000000/holdfast.css").statusCode()).isEqualTo(404);
    }

    @Test
    void what_there_is_not_and_what_cannot_be_understood_is_told_without_a_trace_of_the_program() throws Exception {
        signIn();
        HttpResponse<String> missing = get("/no-such-page");
        assertThat(missing.statusCode()).isEqualTo(404);
        assertThat(missing.body()).contains("Page not found").doesNotContain("Exception");
        assertThat(get("/webjars/govuk-frontend/5.14.0/dist/govuk/assets/fonts/light-94a07e06a1-v2.woff2")
                        .statusCode())
                .isEqualTo(404);
        HttpResponse<String> wrong = send(request("/help").method("DELETE", BodyPublishers.noBody()));
        assertThat(wrong.body()).doesNotContain("Exception").doesNotContain("at org.");
    }

    @Test
    void a_draft_typed_in_the_browser_is_kept_and_says_when() throws Exception {
        TestPartnership.Person person = signIn();
        HttpResponse<String> saved =
                post("/drafts/example-form", "name=Half+a+na&_needs=on&draft-window=w", "application/json");
        assertThat(saved.statusCode()).isEqualTo(200);
        assertThat(saved.body()).contains("Saved at").contains("\"elsewhere\":false");
        assertThat(drafts.of(person.actor(), "example-form").get("name")).containsExactly("Half a na");
        assertThat(drafts.of(person.actor(), "example-form").get("needs")).isEmpty();
    }

    @Test
    void without_script_a_button_keeps_the_form_and_the_next_page_says_so() throws Exception {
        signIn();
        HttpResponse<String> kept = post("/drafts/example-form", "name=x&draft-then=%2Fhelp", "text/html");
        assertThat(kept.statusCode()).isEqualTo(303);
        assertThat(kept.headers().firstValue("Location")).contains("/help");
        assertThat(get("/help").body()).contains("Your answers are saved");
        assertThat(get("/help").body()).doesNotContain("Your answers are saved");
    }

    @ParameterizedTest
    @CsvSource({"//elsewhere.example,/", "https://elsewhere.example,/", "/\\elsewhere.example,/", "/help,/help"})
    void nobody_is_sent_to_another_site(String then, String goesTo) throws Exception {
        signIn();
        HttpResponse<String> kept = post(
                "/drafts/example-form", "draft-then=" + URLEncoder.encode(then, StandardCharsets.UTF_8), "text/html");
        assertThat(kept.headers().firstValue("Location")).contains(goesTo);
    }

    @Test
    void a_draft_that_nobody_of_ours_sent_is_not_kept() throws Exception {
        TestPartnership.Person person = signIn();
        HttpResponse<String> forged = send(request("/drafts/example-form")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofString("name=forged")));
        assertThat(forged.headers().firstValue("Content-Type").orElse("")).doesNotContain("json");
        assertThat(drafts.of(person.actor(), "example-form")).isEmpty();
    }

    private TestPartnership.Person signIn() throws Exception {
        TestPartnership.Person person = founder.found(Instant.now()).socialWorker;
        HttpResponse<String> answer = post(
                "/sign-in", "username=" + person.username() + "&password=" + TestPartnership.PASSWORD, "text/html");
        assertThat(answer.statusCode()).isBetween(300, 399);
        return person;
    }

    private HttpResponse<String> post(String path, String body, String accept) throws Exception {
        Matcher proof = Pattern.compile("name=\"holdfast-csrf\" content=\"([^\"]+)\"")
                .matcher(get("/help").body());
        String token = proof.find() ? proof.group(1) : "";
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", accept)
                .POST(BodyPublishers.ofString(body + "&_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8))));
    }

    private HttpResponse<String> get(String path) throws Exception {
        return send(request(path).header("Accept", "text/html"));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return browser.send(request.build(), BodyHandlers.ofString());
    }
}
