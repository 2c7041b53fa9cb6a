import java.io.IOException;
import java.net.CookieManager;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the co-ordinator does before anything can be measured, by the same forms that people fill in. */
final class Office {

    private static final Pattern HIDDEN_FIELD = Pattern.compile("name=\"_csrf\" value=\"([^\"]*)\"");

    /** So many children the largest panel hears. */
    static final int CHILDREN = 8;

    private final String address;
    private final String signIns;
    private final String sample;

    Office(String address, String signIns, String sample) {
        this.address = address;
        this.signIns = signIns;
        this.sample = sample;
    }

    /** Signs somebody in whose user name begins so. */
    Browser browser(String username) {
        return new Browser(username);
    }

    /** Fills a meeting's agenda up to so many children, and answers its items. */
    List<String> agendaOf(Browser coordinator, String meeting, int children) throws IOException, InterruptedException {
        List<String> items = items(coordinator, meeting);
        for (int there = items.size(); there < children; there++) {
            listed(coordinator, meeting.substring("/meetings/".length()));
        }
        return items(coordinator, meeting);
    }

    private static List<String> items(Browser coordinator, String meeting) {
        return Load.every(coordinator.get(meeting), "id=\"item-([0-9a-f-]{36})");
    }

    /** Puts a child whose referral was just accepted on the agenda of a meeting, and answers the case. */
    String listed(Browser coordinator, String meeting) throws IOException, InterruptedException {
        String body = Load.written(sample);
        HttpResponse<String> taken = Load.HTTP.send(
                Load.json(address + "/api/v1/home-office-referrals", body)
                        .header("Authorization", "Bearer " + Load.first(signIns, "\"apiToken\"\\s*:\\s*\"([^\"]+)\""))
                        .build(),
                BodyHandlers.ofString());
        String referral = Load.first(taken.body(), "\"id\"\\s*:\\s*\"([^\"]+)\"");
        String caseId = Load.first(taken.body(), "\"caseId\"\\s*:\\s*\"([^\"]+)\"");
        LocalDate today = LocalDate.now();
        step(
                coordinator,
                referral,
                "record-safeguarding",
                "safeguarding",
                "ALREADY_OPEN",
                "safeguarding-on-day",
                "" + today.getDayOfMonth(),
                "safeguarding-on-month",
                "" + today.getMonthValue(),
                "safeguarding-on-year",
                "" + today.getYear(),
                "safeguarding-account",
                "Open to children's services");
        step(coordinator, referral, "record-child-told", "told", "TOLD", "told-account", "By the youth worker");
        step(
                coordinator,
                referral,
                "accept",
                "accepted-on-day",
                "" + today.getDayOfMonth(),
                "accepted-on-month",
                "" + today.getMonthValue(),
                "accepted-on-year",
                "" + today.getYear(),
                "nrm-reference",
                "NRM-EXAMPLE-" + UUID.randomUUID().toString().substring(0, 8),
                "age-disputed",
                "no",
                "public-order",
                "no");
        coordinator.went("/meetings/" + meeting + "/items", "(/meetings/)", "case", caseId);
        return caseId;
    }

    private static void step(Browser coordinator, String referral, String step, String... fields) {
        String path = "/referrals/" + referral + "/steps/" + step;
        String version = Load.first(coordinator.get(path), "name=\"version\" value=\"(\\d+)\"");
        String[] all = new String[fields.length + 2];
        System.arraycopy(fields, 0, all, 0, fields.length);
        all[fields.length] = "version";
        all[fields.length + 1] = version;
        coordinator.went(path, "/referrals/(.*)", all);
    }

    /** Somebody's browser, signed in. */
    final class Browser {
        private final HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(new CookieManager())
                .build();
        private volatile String hidden = "";
        private volatile String said = "";

        Browser(String username) {
            Matcher user = Pattern.compile("\"username\"\\s*:\\s*\"(" + Pattern.quote(username)
                            + "[^\"]*)\"\\s*,\\s*\"password\"\\s*:\\s*\"([^\"]+)\"")
                    .matcher(signIns);
            if (!user.find()) {
                throw new IllegalStateException("nobody is " + username);
            }
            get("/sign-in");
            post("/sign-in", "username", user.group(1), "password", user.group(2));
            get("/help");
        }

        String get(String path) {
            return get(Load.to(address + path).GET().build());
        }

        /** Draws a page anew as the script does it. */
        String drawnAnew(String path) {
            return get(Load.to(address + path)
                    .header("HX-Request", "true")
                    .header("Holdfast-By-Itself", "true")
                    .GET()
                    .build());
        }

        private String get(HttpRequest request) {
            try {
                String body = http.send(request, BodyHandlers.ofString()).body();
                Matcher field = HIDDEN_FIELD.matcher(body);
                if (field.find()) {
                    hidden = field.group(1);
                }
                return body;
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(request.uri().getPath(), e);
            }
        }

        /** Takes a paper along. */
        byte[] paper(String path) throws IOException, InterruptedException {
            HttpResponse<byte[]> answer =
                    http.send(Load.to(address + path).GET().build(), BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(path + " answers " + answer.statusCode());
            }
            return answer.body();
        }

        /** The page that answered what was sent last. */
        String said() {
            return said;
        }

        HttpClient http() {
            return http;
        }

        /** Searches for a child, and answers the page that it led to. */
        String search(String words) {
            return get(post("/search", "q", words));
        }

        /** Sends a form and answers where it led; nothing where it was refused. */
        String post(String path, String... namesAndValues) {
            return sent(path, "text/html", namesAndValues)
                    .headers()
                    .firstValue("Location")
                    .orElse("");
        }

        /** Sends what was typed as the script does, and answers what came of it. */
        String typed(String path, String... namesAndValues) {
            return sent(path, "application/json", namesAndValues).body();
        }

        private HttpResponse<String> sent(String path, String accept, String... namesAndValues) {
            StringBuilder body = new StringBuilder("_csrf=").append(encoded(hidden));
            for (int at = 0; at < namesAndValues.length; at += 2) {
                body.append('&')
                        .append(encoded(namesAndValues[at]))
                        .append('=')
                        .append(encoded(namesAndValues[at + 1]));
            }
            try {
                HttpResponse<String> answer = http.send(
                        Load.to(address + path)
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .header("Accept", accept)
                                .POST(BodyPublishers.ofString(body.toString()))
                                .build(),
                        BodyHandlers.ofString());
                said = answer.body();
                return answer;
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(path, e);
            }
        }

        /** Sends a form that must succeed, and answers what the pattern finds in where it led. */
        String went(String path, String pattern, String... namesAndValues) {
            String led = post(path, namesAndValues);
            if (led.isEmpty()) {
                throw new IllegalStateException(path + " was refused: "
                        + said.replaceAll("(?s).*?(There is a problem|<main)", "")
                                .replaceAll("<[^>]*>|\\s+", " ")
                                .lines()
                                .findFirst()
                                .map(text -> text.substring(0, Math.min(600, text.length())))
                                .orElse(""));
            }
            return Load.first(led, pattern);
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }
}
