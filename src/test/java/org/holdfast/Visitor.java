package org.holdfast;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.holdfast.pages.Pages;

/** Somebody at a browser without script: asks for pages, sends forms with the hidden field of the last page, and follows nothing by itself. */
public final class Visitor {

    private static final Pattern HIDDEN_FIELD = Pattern.compile("name=\"_csrf\" value=\"([^\"]*)\"");

    private final String address;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .build();
    private String hidden = "";
    private boolean rehearses;
    private HttpHeaders headers = HttpHeaders.of(Map.of(), (_, _) -> true);

    /** What came back. */
    public record Answer(int status, String body, String location) {}

    public Visitor(int port) {
        this.address = "http://localhost:" + port;
    }

    /** A visitor who has signed in. */
    public static Visitor signedIn(int port, TestPartnership.Person person) {
        return signedIn(port, person.username(), TestPartnership.PASSWORD);
    }

    /** A visitor who has signed in with these. */
    public static Visitor signedIn(int port, String username, String password) {
        Visitor visitor = new Visitor(port);
        visitor.get("/sign-in");
        Answer answer = visitor.post("/sign-in", "username", username, "password", password);
        if (answer.status() != 302) {
            throw new IllegalStateException(username + " could not sign in: " + answer);
        }
        visitor.get("/help");
        return visitor;
    }

    /** Asks for a page. */
    public Answer get(String path) {
        return send(HttpRequest.newBuilder(URI.create(address + path)).GET());
    }

    /** Takes a file away, as it is. */
    public byte[] file(String path) {
        try {
            return http.send(HttpRequest.newBuilder(URI.create(address + path)).build(), BodyHandlers.ofByteArray())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Asks for a page as a script does that nobody started. */
    public Answer byItself(String path) {
        return send(HttpRequest.newBuilder(URI.create(address + path))
                .header(Pages.BY_ITSELF, "true")
                .GET());
    }

    /** Searches for a child and answers the page that the search led to. */
    public Answer search(String words) {
        get("/help");
        Answer asked = post("/search", "q", words);
        return asked.status() == 303 ? get(asked.location()) : asked;
    }

    /** Sends a form: names and values in turn. */
    public Answer post(String path, String... namesAndValues) {
        return send(HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(namesAndValues))));
    }

    /** Sends what a form says as a script does, and not as a browser that goes on to another page. */
    public Answer postByScript(String path, String... namesAndValues) {
        return send(HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Mode", "cors")
                .POST(BodyPublishers.ofString(form(namesAndValues))));
    }

    /** Sends a form with the hidden field of the last page, of which the browser says that another site made it. */
    public Answer postFromAnotherSite(String path, String... namesAndValues) {
        return send(HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "cross-site")
                .POST(BodyPublishers.ofString(form(namesAndValues))));
    }

    /** Sends a form of which the browser says on which page it stood, such as {@code http://localhost/work}. */
    public Answer postOn(String page, String path, String... namesAndValues) {
        return send(HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Referer", page.startsWith("/") ? address + page : page)
                .POST(BodyPublishers.ofString(form(namesAndValues))));
    }

    /** Presses a button twice before anything has come back. */
    public List<Answer> postTwiceAtOnce(String path, String... namesAndValues) {
        String sent = form(namesAndValues);
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(sent))
                .build();
        var first = http.sendAsync(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        var second = http.sendAsync(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        return List.of(answer(first.join()), answer(second.join()));
    }

    private String form(String... namesAndValues) {
        List<String> pairs = new ArrayList<>();
        pairs.add("_csrf=" + encoded(hidden));
        for (int at = 0; at < namesAndValues.length; at += 2) {
            pairs.add(encoded(namesAndValues[at]) + "=" + encoded(namesAndValues[at + 1]));
        }
        return String.join("&", pairs);
    }

    /** Sends a form with one file in it, and further names and values in turn. */
    public Answer upload(String path, String name, String fileName, byte[] content, String... namesAndValues) {
        String boundary = "a-boundary-that-no-file-has";
        StringBuilder fields = new StringBuilder(part(boundary, "_csrf", hidden));
        for (int at = 0; at < namesAndValues.length; at += 2) {
            fields.append(part(boundary, namesAndValues[at], namesAndValues[at + 1]));
        }
        byte[] before = (fields + "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name
                        + "\"; filename=\"" + fileName + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] after = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
        return send(HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArrays(List.of(before, content, after))));
    }

    /** From now on nothing is kept of what this visitor does, or everything again ({@link Rehearsal}). */
    public Visitor rehearsing(boolean rehearsing) {
        rehearses = rehearsing;
        return this;
    }

    /** Begins to listen to what goes on being told, and goes away as soon as it was let in or not. */
    public int listens(String path) {
        try (HttpClient once = HttpClient.newBuilder().cookieHandler(cookies).build()) {
            HttpResponse<InputStream> response =
                    once.send(HttpRequest.newBuilder(URI.create(address + path)).build(), BodyHandlers.ofInputStream());
            response.body().close();
            once.shutdownNow();
            return response.statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String part(String boundary, String name, String value) {
        return "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    /** Sends a form as another site would: without the hidden field. */
    public Answer forged(String path, String... namesAndValues) {
        String own = hidden;
        hidden = "forged";
        try {
            return post(path, namesAndValues);
        } finally {
            hidden = own;
        }
    }

    /** Calls the interface with a token; with none, as nobody. */
    public Answer api(String method, String path, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        method.equals("GET")
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(
                                        "{\"ground\":\"RG\",\"vote\":\"FOR\",\"reasons\":\"x\",\"member\":\""
                                                + new java.util.UUID(1, 1) + "\"}"));
        return send(token.isEmpty() ? request : request.header("Authorization", "Bearer " + token));
    }

    /** Calls the interface with a token and this body. */
    public Answer api(String method, String path, String token, String json) {
        return send(HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .method(method, method.equals("GET") ? BodyPublishers.noBody() : BodyPublishers.ofString(json)));
    }

    /** Hands something in to the interface, as a program does. */
    public Answer apiPost(String path, String token, String json) {
        return send(HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .POST(BodyPublishers.ofString(json)));
    }

    /** The headers of the last answer. */
    public HttpHeaders headers() {
        return headers;
    }

    /** What tells this visitor's session from others'; empty without one. */
    public String session() {
        return cookie("holdfast");
    }

    /** Throws the session away, as a time-out does. */
    public void sessionEnds() {
        cookies.getCookieStore().removeAll();
    }

    /** As a thief does who knows the name of a session. */
    public void withSession(String name) {
        withCookie("holdfast", name);
    }

    /** Sends a cookie with everything, wherever it was meant for. */
    public void withCookie(String name, String value) {
        HttpCookie cookie = new HttpCookie(name, value);
        // else Java quotes the value, and it is another
        cookie.setVersion(0);
        cookie.setPath("/");
        cookies.getCookieStore().add(URI.create(address), cookie);
    }

    /** What a cookie of this visitor holds; empty without one. */
    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    private Answer send(HttpRequest.Builder request) {
        if (rehearses) {
            request.header(Rehearsal.HEADER, "nothing is kept");
        }
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            headers = response.headers();
            Matcher field = HIDDEN_FIELD.matcher(response.body());
            if (field.find()) {
                hidden = field.group(1);
            }
            return answer(response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Answer answer(HttpResponse<String> response) {
        return new Answer(
                response.statusCode(),
                response.body(),
                response.headers().firstValue("Location").orElse(""));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
