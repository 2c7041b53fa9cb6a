import java.io.IOException;
import java.net.CookieManager;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Votes through the pages, each voter from their own sign-in. Prepares as many panels as asked for, each with one child whose reasonable
 * grounds are put to the vote, by the same forms that people fill in; only the votes are measured.
 */
final class Votes {

    private static final Pattern HIDDEN_FIELD = Pattern.compile("name=\"_csrf\" value=\"([^\"]*)\"");

    /** A vote that waits to be given. */
    private record Open(String decision, Browser voter) {}

    private final String address;
    private final String signIns;
    private final String sample;
    private final Load.HoldfastLoad load;

    Votes(String address, String signIns, String sample, Load.HoldfastLoad load) {
        this.address = address;
        this.signIns = signIns;
        this.sample = sample;
        this.load = load;
    }

    void run(int panels) throws Exception {
        Browser coordinator = new Browser("corin.");
        List<Browser> voters = List.of(new Browser("cato."), new Browser("pola."), new Browser("hale."));
        List<String> meetings = new ArrayList<>();
        for (int panel = 0; panel < panels; panel++) {
            meetings.add(planned(coordinator, panel));
        }
        ConcurrentLinkedQueue<Open> open = new ConcurrentLinkedQueue<>();
        for (String meeting : meetings) {
            String decision = putToTheVote(coordinator, meeting);
            voters.forEach(voter -> open.add(new Open(decision, voter)));
        }
        int votes = open.size();
        long[] nanos = new long[votes];
        java.util.concurrent.atomic.AtomicInteger at = new java.util.concurrent.atomic.AtomicInteger();
        java.util.concurrent.atomic.AtomicLong failed = new java.util.concurrent.atomic.AtomicLong();
        List<Thread> clients = new ArrayList<>();
        long begun = System.nanoTime();
        for (int each = 0; each < Load.CLIENTS; each++) {
            clients.add(Thread.ofPlatform().start(() -> {
                for (Open next = open.poll(); next != null; next = open.poll()) {
                    long start = System.nanoTime();
                    String went = next.voter()
                            .post(
                                    "/decisions/" + next.decision() + "/vote",
                                    "ground",
                                    "RG",
                                    "vote",
                                    "FOR",
                                    "reasons",
                                    "The evidence on both elements is consistent");
                    nanos[at.getAndIncrement()] = System.nanoTime() - start;
                    if (went.isEmpty()) {
                        failed.incrementAndGet();
                    }
                }
            }));
        }
        for (Thread client : clients) {
            client.join();
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        java.util.Arrays.sort(nanos);
        System.out.printf(
                "%-44s %8.1f /s   p50 %7.1f ms   p99 %7.1f ms   %d calls, %d failed%n",
                "vote (POST, own sign-in)",
                votes / seconds,
                Load.at(nanos, 0.50),
                Load.at(nanos, 0.99),
                votes,
                failed.get());
    }

    /** A panel of today, since a meeting opens on its day, each a minute after the last; that its people sit in others is confirmed. */
    private String planned(Browser coordinator, int panel) {
        String chair =
                Load.first(coordinator.get("/meetings/new"), "<option value=\"([0-9a-f-]{36})\"[^>]*>[^<]*Chara");
        LocalDate today = LocalDate.now();
        String[] plan = {
            "kind", "panel",
            "on-day", "" + today.getDayOfMonth(),
            "on-month", "" + today.getMonthValue(),
            "on-year", "" + today.getYear(),
            "starts", "" + LocalTime.of(7, 0).plusMinutes(panel),
            "room", "Example Room",
            "chair", chair
        };
        String led = coordinator.post("/meetings/new", plan);
        if (!led.isEmpty()) {
            return Load.first(led, "/meetings/([0-9a-f-]{36})");
        }
        String[] confirmed = Arrays.copyOf(plan, plan.length + 4);
        confirmed[plan.length] = "despite";
        confirmed[plan.length + 1] = "yes";
        confirmed[plan.length + 2] = "told";
        confirmed[plan.length + 3] = Load.first(coordinator.said, "name=\"told\" value=\"([^\"]*)\"");
        return coordinator.went("/meetings/new", "/meetings/([0-9a-f-]{36})", confirmed);
    }

    private String putToTheVote(Browser coordinator, String meeting) throws IOException, InterruptedException {
        String body = load.written();
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
        coordinator.went("/meetings/" + meeting + "/open", "(/run)");
        String room = coordinator.get("/meetings/" + meeting + "/room");
        for (String attendee : Load.every(room, "/attendance/([0-9a-f-]{36})")) {
            coordinator.went("/meetings/" + meeting + "/attendance/" + attendee, "(.*)", "do", "IN_PERSON");
        }
        String item = Load.first(coordinator.get("/cases/" + caseId), "/items/([0-9a-f-]{36})");
        coordinator.went("/meetings/" + meeting + "/items/" + item + "/call", "(/meetings/)");
        String decision = coordinator.went("/decisions?item=" + item, "/decisions/([0-9a-f-]{36})");
        for (String element :
                Load.every(coordinator.get("/decisions/" + decision), "href=\"/decisions/[^/\"]+/elements/([a-z/-]+)\"")) {
            String path = "/decisions/" + decision + "/elements/" + element;
            coordinator.went(
                    path + "/evidence",
                    "(.*)",
                    "side",
                    "FOR",
                    "weight",
                    "STRONG",
                    "what",
                    "Seen far from home",
                    "source",
                    "Exampleport Police");
            String version = Load.first(coordinator.get(path), "name=\"version\" value=\"(\\d+)\"");
            coordinator.went(
                    path, "(.*)", "finding", "MET", "reasoning", "Consistent", "missing", "", "version", version);
        }
        coordinator.went("/decisions/" + decision + "/ballots", "/decisions/(.*)", "ground", "RG");
        return decision;
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
    private final class Browser {
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
            try {
                String body = http.send(Load.to(address + path).GET().build(), BodyHandlers.ofString())
                        .body();
                Matcher field = HIDDEN_FIELD.matcher(body);
                if (field.find()) {
                    hidden = field.group(1);
                }
                return body;
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(path, e);
            }
        }

        /** Sends a form and answers where it led; nothing where it was refused. */
        String post(String path, String... namesAndValues) {
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
                                .POST(BodyPublishers.ofString(body.toString()))
                                .build(),
                        BodyHandlers.ofString());
                said = answer.body();
                return answer.headers().firstValue("Location").orElse("");
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
