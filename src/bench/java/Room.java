import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A room of 40 listeners and 10 typists against the running Holdfast: how long from a keystroke being sent until each of the others sees
 * it. Signed in, authorised and on the ledger like anybody. Started by {@code ./bench room}.
 *
 * <p>Arguments: {@code ADDRESS SIGN-INS.json SECONDS}.
 */
public class Room {

    static final int LISTENERS = 40;
    static final int TYPISTS = 10;
    /** Between two keystrokes of one typist: the script sends what was typed every quarter of a second. */
    static final int EVERY_MILLIS = 250;

    private static final Pattern MARK = Pattern.compile("k(\\d+)x(\\d+)\\.");
    private static final Pattern USER =
            Pattern.compile("\"username\"\\s*:\\s*\"([^\"]+)\"\\s*,\\s*\"password\"\\s*:\\s*\"([^\"]+)\"");

    private final String address;
    private final Map<String, String> passwords = new ConcurrentHashMap<>();
    private final String token;
    private final Map<Long, Long> sentAt = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Long> seen = new ConcurrentLinkedQueue<>();
    private final AtomicLong failed = new AtomicLong();
    private volatile boolean over;

    Room(String address, String signIns) {
        this.address = address;
        Matcher user = USER.matcher(signIns);
        while (user.find()) {
            passwords.put(user.group(1), user.group(2));
        }
        this.token = first(signIns, "\"apiToken\"\\s*:\\s*\"([^\"]+)\"");
    }

    public static void main(String[] arguments) throws Exception {
        new Room(arguments[0], Files.readString(Path.of(arguments[1]))).run(Integer.parseInt(arguments[2]));
    }

    /** Somebody with a browser. */
    private final class Browser {
        private final HttpClient http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(new CookieManager())
                .build();
        private String proof;

        Browser(String name) throws IOException, InterruptedException {
            String username = passwords.keySet().stream()
                    .filter(each -> each.startsWith(name))
                    .findFirst()
                    .orElseThrow();
            proof = first(get("/sign-in"), "name=\"_csrf\" value=\"([^\"]+)\"");
            post("/sign-in", "username", username, "password", passwords.get(username));
            proof = first(get("/help"), "name=\"_csrf\" value=\"([^\"]+)\"");
        }

        String get(String path) throws IOException, InterruptedException {
            return http.send(to(path).GET().build(), BodyHandlers.ofString()).body();
        }

        HttpResponse<String> post(String path, String... pairs) throws IOException, InterruptedException {
            StringBuilder body = new StringBuilder("_csrf=" + proof);
            for (int at = 0; at < pairs.length; at += 2) {
                body.append('&')
                        .append(pairs[at])
                        .append('=')
                        .append(URLEncoder.encode(pairs[at + 1], StandardCharsets.UTF_8));
            }
            return http.send(
                    to(path).header("Content-Type", "application/x-www-form-urlencoded")
                            .header("Accept", "application/json")
                            .POST(BodyPublishers.ofString(body.toString()))
                            .build(),
                    BodyHandlers.ofString());
        }

        InputStream stream(String path) throws IOException, InterruptedException {
            HttpResponse<InputStream> answer = http.send(to(path).GET().build(), BodyHandlers.ofInputStream());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(path + " answers " + answer.statusCode());
            }
            return answer.body();
        }
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofMinutes(5));
    }

    void run(int seconds) throws Exception {
        String meetings = HttpClient.newHttpClient()
                .send(
                        to("/api/v1/meetings")
                                .header("Authorization", "Bearer " + token)
                                .GET()
                                .build(),
                        BodyHandlers.ofString())
                .body();
        Matcher open = Pattern.compile("\\{\"id\":\"([0-9a-f-]{36})\"[^{}]*\"state\":\"OPEN\"")
                .matcher(meetings);
        if (!open.find()) {
            System.out.println("No meeting of the demonstration is in session: it holds one on working days only.");
            return;
        }
        String meeting = "/meetings/" + open.group(1);
        Browser coordinator = new Browser("corin");
        List<String> items = calledOnce(coordinator, meeting);

        List<String> readers = List.of("corin", "chara", "cato", "pola", "hale", "gil");
        CountDownLatch listening = new CountDownLatch(LISTENERS);
        for (int each = 0; each < LISTENERS; each++) {
            Browser browser = new Browser(readers.get(each % readers.size()));
            InputStream stream = browser.stream(meeting + "/room/events?window=" + UUID.randomUUID());
            Thread.ofVirtual().start(() -> listen(stream, listening));
        }
        listening.await(60, TimeUnit.SECONDS);
        List<Thread> typists = new ArrayList<>();
        long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        for (int each = 0; each < TYPISTS; each++) {
            int typist = each;
            Browser browser = new Browser(each % 2 == 0 ? "corin" : "chara");
            String item = items.get(each / 2 % items.size());
            typists.add(Thread.ofVirtual().start(() -> type(browser, meeting, item, typist, end)));
        }
        for (Thread typist : typists) {
            typist.join();
        }
        Thread.sleep(2000);
        over = true;
        long[] nanos = seen.stream().mapToLong(Long::longValue).sorted().toArray();
        System.out.printf(
                "%d listeners, %d typists, %d s: %d keystrokes sent (%.1f /s), %d failed; seen by the others %d times: "
                        + "p50 %.1f ms, p99 %.1f ms, longest %.1f ms%n",
                LISTENERS,
                TYPISTS,
                seconds,
                sentAt.size(),
                sentAt.size() / (double) seconds,
                failed.get(),
                nanos.length,
                at(nanos, 0.5),
                at(nanos, 0.99),
                at(nanos, 1));
    }

    /** Every item called and put off, so that notes can be written at each. */
    private List<String> calledOnce(Browser coordinator, String meeting) throws Exception {
        String room = coordinator.get(meeting + "/room");
        List<String> items = Pattern.compile("/room\\?item=([0-9a-f-]{36})")
                .matcher(room)
                .results()
                .map(each -> each.group(1))
                .distinct()
                .toList();
        for (int round = 0; round < 2; round++) {
            for (String item : items) {
                coordinator.post(meeting + "/items/" + item + "/call");
                coordinator.post(meeting + "/items/" + item + "/adjourn", "adjournedFor", "OUT_OF_TIME");
            }
        }
        return items;
    }

    private void type(Browser browser, String meeting, String item, int typist, long end) {
        String window = UUID.randomUUID().toString();
        String part = typist % 2 == 0 ? "OPEN" : "RESTRICTED";
        StringBuilder text = new StringBuilder();
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(EVERY_MILLIS));
            String revision = "0";
            for (int stroke = 0; System.nanoTime() < end; stroke++) {
                text.append('k').append(typist).append('x').append(stroke).append(". ");
                long sent = System.nanoTime();
                sentAt.put(key(typist, stroke), sent);
                HttpResponse<String> answer = browser.post(
                        meeting + "/room/items/" + item + "/notes",
                        "part",
                        part,
                        "window",
                        window,
                        "number",
                        "" + (stroke + 1),
                        "seen",
                        revision,
                        part.equals("OPEN") ? "open" : "restricted",
                        text.toString());
                if (stroke == 0 && answer.body().contains("\"Changed\"")) {
                    // the demonstration has written here before: go on from that
                    revision = first(answer.body(), "\"revision\":(\\d+)");
                    sentAt.remove(key(typist, stroke));
                } else if (!answer.body().contains("\"Accepted\"")) {
                    failed.incrementAndGet();
                }
                long left = EVERY_MILLIS - (System.nanoTime() - sent) / 1_000_000;
                if (left > 0) {
                    Thread.sleep(left);
                }
            }
        } catch (IOException | InterruptedException | RuntimeException e) {
            failed.incrementAndGet();
            System.err.println(e);
        }
    }

    /** Notes for each keystroke when this listener sees it first: in the first text that holds it. */
    private void listen(InputStream stream, CountDownLatch listening) {
        int[] known = new int[TYPISTS];
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null && !over; line = lines.readLine()) {
                if (line.startsWith("retry")) {
                    listening.countDown();
                } else if (line.startsWith("data:") && line.contains("\"text\":\"")) {
                    long now = System.nanoTime();
                    Matcher mark = MARK.matcher(line);
                    while (mark.find()) {
                        int typist = Integer.parseInt(mark.group(1));
                        int stroke = Integer.parseInt(mark.group(2));
                        if (stroke >= known[typist]) {
                            known[typist] = stroke + 1;
                            Long sent = sentAt.get(key(typist, stroke));
                            if (sent != null) {
                                seen.add(now - sent);
                            }
                        }
                    }
                }
            }
        } catch (IOException e) {
            if (!over) {
                failed.incrementAndGet();
                System.err.println(e);
            }
        }
    }

    private static long key(int typist, int stroke) {
        return typist * 1_000_000L + stroke;
    }

    private static double at(long[] sorted, double share) {
        return sorted.length == 0
                ? 0
                : sorted[(int) Math.min(sorted.length - 1, Math.round(share * sorted.length))] / 1e6;
    }

    private static String first(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("no " + pattern + " in " + text.substring(0, Math.min(300, text.length())));
        }
        return matcher.group(1);
    }
}
