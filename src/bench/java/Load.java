import java.io.IOException;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Puts load on the running Holdfast, or on the peer case engine, through HTTP, and says what it saw: rate, median and 99th percentile.
 * The same client for both. Started by ./bench.
 *
 * <p>Arguments: {@code holdfast ADDRESS SIGN-INS.json SAMPLE.json SECONDS} or {@code peer ADDRESS SAMPLE.json SECONDS DATA}.
 */
public class Load {

    static final int CLIENTS = 8;
    static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    interface Call {
        /** Does one call and answers whether it was answered as it should be. */
        boolean make() throws IOException, InterruptedException;
    }

    public static void main(String[] arguments) throws Exception {
        switch (arguments[0]) {
            case "holdfast" ->
                new HoldfastLoad(
                                arguments[1],
                                Files.readString(Path.of(arguments[2])),
                                Files.readString(Path.of(arguments[3])))
                        .run(Integer.parseInt(arguments[4]));
            case "peer" ->
                new PeerLoad(
                                arguments[1],
                                Files.readString(Path.of(arguments[2])),
                                new PeerDatabase(Path.of(arguments[4])))
                        .run(Integer.parseInt(arguments[3]));
            default -> throw new IllegalArgumentException(arguments[0]);
        }
    }

    /** As many calls as eight clients get through in the time, after a warm-up of a quarter of it. */
    static void closed(String name, int seconds, Supplier<Call> client) throws InterruptedException {
        measure(seconds / 4 + 1, client);
        print(name, measure(seconds, client));
    }

    /** @param seconds from the first call to the end of the last */
    record Seen(long[] nanos, long failed, double seconds) {}

    /** For so long, or until there is nothing left to call for. */
    static Seen measure(int seconds, Supplier<Call> client) throws InterruptedException {
        long begun = System.nanoTime();
        long end = begun + Duration.ofSeconds(seconds).toNanos();
        ConcurrentLinkedQueue<long[]> all = new ConcurrentLinkedQueue<>();
        AtomicLong failed = new AtomicLong();
        CountDownLatch done = new CountDownLatch(CLIENTS);
        for (int each = 0; each < CLIENTS; each++) {
            Call call = client.get();
            Thread.ofPlatform().start(() -> {
                List<Long> own = new ArrayList<>();
                try {
                    while (System.nanoTime() < end) {
                        long start = System.nanoTime();
                        if (!call.make()) {
                            failed.incrementAndGet();
                        }
                        own.add(System.nanoTime() - start);
                    }
                } catch (NoSuchElementException nothingLeft) {
                    // the others come to their end as well
                } catch (IOException | InterruptedException | RuntimeException e) {
                    failed.incrementAndGet();
                    System.err.println(e);
                } finally {
                    all.add(own.stream().mapToLong(Long::longValue).toArray());
                    done.countDown();
                }
            });
        }
        done.await();
        double took = (System.nanoTime() - begun) / 1e9;
        long[] nanos = all.stream().flatMapToLong(Arrays::stream).sorted().toArray();
        return new Seen(nanos, failed.get(), took);
    }

    /** People who each look at a page and then think: calls that come when they come, whether or not the last were answered. */
    static void people(String name, int people, int thinkSeconds, int seconds, Supplier<Call> person)
            throws InterruptedException {
        ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();
        AtomicLong failed = new AtomicLong();
        long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        List<Thread> threads = new ArrayList<>();
        for (int each = 0; each < people; each++) {
            Call call = person.get();
            threads.add(Thread.ofVirtual().start(() -> {
                try {
                    Thread.sleep(ThreadLocalRandom.current().nextLong(thinkSeconds * 1000L));
                    while (System.nanoTime() < end) {
                        long start = System.nanoTime();
                        if (!call.make()) {
                            failed.incrementAndGet();
                        }
                        nanos.add(System.nanoTime() - start);
                        Thread.sleep(thinkSeconds * 500L
                                + ThreadLocalRandom.current().nextLong(thinkSeconds * 1000L));
                    }
                } catch (IOException | InterruptedException e) {
                    failed.incrementAndGet();
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        print(name, new Seen(nanos.stream().mapToLong(Long::longValue).sorted().toArray(), failed.get(), seconds));
    }

    static void print(String name, Seen seen) {
        System.out.printf(
                "%-44s %8.1f /s   p50 %7.1f ms   p99 %7.1f ms   %d calls, %d failed%n",
                name,
                seen.nanos().length / seen.seconds(),
                at(seen.nanos(), 0.50),
                at(seen.nanos(), 0.99),
                seen.nanos().length,
                seen.failed());
    }

    static double at(long[] sorted, double share) {
        return sorted.length == 0
                ? 0
                : sorted[(int) Math.min(sorted.length - 1, Math.round(share * sorted.length))] / 1e6;
    }

    static String first(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("no " + pattern + " in " + text.substring(0, Math.min(400, text.length())));
        }
        return matcher.group(1);
    }

    static List<String> every(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }

    static HttpRequest.Builder to(String address) {
        return HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(60));
    }

    static HttpRequest.Builder json(String address, String body) {
        return to(address).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
    }

    /** Holdfast with everything on: sign-in, authorisation, ledger. */
    static final class HoldfastLoad {
        private static final int PANELS = 75;

        private final String address;
        private final String signIns;
        private final String sample;
        private final String token;

        HoldfastLoad(String address, String signIns, String sample) {
            this.address = address;
            this.signIns = signIns;
            this.sample = sample;
            this.token = first(signIns, "\"apiToken\"\\s*:\\s*\"([^\"]+)\"");
        }

        void run(int seconds) throws Exception {
            HttpClient[] coordinators = new HttpClient[CLIENTS];
            for (int each = 0; each < CLIENTS; each++) {
                coordinators[each] = signedIn("PANEL_COORDINATOR");
            }
            Office office = new Office(address, signIns, sample);
            List<String> cases = cases(coordinators[0], office.browser("corin."));
            System.out.println(cases.size() + " cases in the demonstration");
            closed("case page", seconds, turn(coordinators, () -> address + "/cases/" + any(cases)));
            closed("my work", seconds, turn(coordinators, () -> address + "/work"));
            closed("search (POST, and the page it leads to)", seconds, () -> {
                Office.Browser browser = office.browser("corin.");
                return () -> !browser.search(any(List.of("testchild", "exampel", "tran", "sampel", "madeup")))
                        .isEmpty();
            });
            closed("referral import (POST, new child each)", seconds, this::referral);
            new Votes(office).run(PANELS);
            AtomicInteger next = new AtomicInteger();
            people("case page, 200 people, 10 s think time", 200, 10, Math.max(seconds, 40), () -> {
                HttpClient browser = coordinators[next.getAndIncrement() % CLIENTS];
                return () -> page(browser, address + "/cases/" + any(cases));
            });
        }

        private Supplier<Call> turn(HttpClient[] browsers, Supplier<String> url) {
            AtomicInteger next = new AtomicInteger();
            return () -> {
                HttpClient browser = browsers[next.getAndIncrement() % browsers.length];
                return () -> page(browser, url.get());
            };
        }

        private static boolean page(HttpClient browser, String url) throws IOException, InterruptedException {
            return browser.send(to(url).GET().build(), BodyHandlers.ofByteArray())
                            .statusCode()
                    == 200;
        }

        /** The sample referral of a child nobody referred before. */
        private Call referral() {
            return () -> {
                String body = written(sample);
                HttpResponse<byte[]> answer = HTTP.send(
                        json(address + "/api/v1/home-office-referrals", body)
                                .header("Authorization", "Bearer " + token)
                                .build(),
                        BodyHandlers.ofByteArray());
                return answer.statusCode() == 201;
            };
        }

        private List<String> cases(HttpClient browser, Office.Browser searching) throws Exception {
            HttpResponse<String> answer =
                    browser.send(to(address + "/work").GET().build(), BodyHandlers.ofString());
            List<String> cases = new ArrayList<>(every(answer.body(), "/cases/([0-9a-f-]{36})"));
            for (String word : List.of("testchild", "madeup", "example", "sample")) {
                every(searching.search(word), "/cases/([0-9a-f-]{36})").stream()
                        .filter(each -> !cases.contains(each))
                        .forEach(cases::add);
            }
            return cases;
        }

        private HttpClient signedIn(String role) throws IOException, InterruptedException {
            Matcher user = Pattern.compile(
                            "\"role\"\\s*:\\s*\"[^\"]*" + role
                                    + "[^\"]*\"\\s*,\\s*\"username\"\\s*:\\s*\"([^\"]+)\"\\s*,\\s*\"password\"\\s*:\\s*\"([^\"]+)\"")
                    .matcher(signIns);
            if (!user.find()) {
                throw new IllegalStateException("nobody is " + role);
            }
            HttpClient browser = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .cookieHandler(new CookieManager())
                    .build();
            String page = browser.send(to(address + "/sign-in").GET().build(), BodyHandlers.ofString())
                    .body();
            Map<String, String> form = Map.of(
                    "_csrf",
                    first(page, "name=\"_csrf\" value=\"([^\"]+)\""),
                    "username",
                    user.group(1),
                    "password",
                    user.group(2));
            String body = String.join(
                    "&",
                    form.entrySet().stream()
                            .map(entry ->
                                    entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                            .toList());
            HttpResponse<String> answer = browser.send(
                    to(address + "/sign-in")
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofString());
            if (answer.statusCode() != 302) {
                throw new IllegalStateException("sign-in answered " + answer.statusCode());
            }
            return browser;
        }
    }

    /** The sample form of a new child. */
    static String written(String sample) {
        return sample.replaceFirst("(\"ExternalId\"\\s*:\\s*\")[^\"]+", "$1" + UUID.randomUUID())
                .replaceFirst("(\"Customer.Surname\"\\s*:\\s*\")[^\"]+", "$1Test" + letters())
                .replaceFirst("(\"Customer.Forename1\"\\s*:\\s*\")[^\"]+", "$1" + letters())
                .replaceFirst("(\"Customer.Alias\"\\s*:\\s*\")[^\"]+", "$1" + letters())
                .replaceFirst("(\"(?:PoliceForceCRN|CIDReference)\"\\s*:\\s*\")[^\"]+", "$1SAMPLE-" + letters())
                .replaceFirst(
                        "(\"Customer.DOB\"\\s*:\\s*\")[^\"]+",
                        "$1"
                                + LocalDate.now()
                                        .minusYears(14)
                                        .minusDays(ThreadLocalRandom.current().nextInt(700)));
    }

    private static String letters() {
        StringBuilder letters = new StringBuilder();
        for (int at = 0; at < 8; at++) {
            letters.append((char) ('a' + ThreadLocalRandom.current().nextInt(26)));
        }
        return letters.toString();
    }

    static <T> T any(List<T> several) {
        return several.get(ThreadLocalRandom.current().nextInt(several.size()));
    }

    /**
     * Flowable CMMN over REST, without sign-in: a case made, a task completed, a worklist read. First bare, as the engine does it at its
     * quickest; then with what ours carries in the same call: the form's fields as variables of the case, the vote's as variables of the
     * task, and as many rows as My work has, each with its case's variables, of which ours shows some.
     */
    static final class PeerLoad {
        private static final int ROWS_OF_MY_WORK = 63;

        private final String address;
        private final String sample;
        private final PeerDatabase database;

        PeerLoad(String address, String sample, PeerDatabase database) {
            this.address = address + "/cmmn-api/cmmn-runtime/";
            this.sample = sample;
            this.database = database;
        }

        void run(int seconds) throws Exception {
            closed("peer: create a case", seconds, () -> created(() -> "{\"caseDefinitionKey\":\"referral\"}"));
            completed("peer: complete a task", seconds, "{\"action\":\"complete\"}");
            listed("peer: worklist of 25", seconds, "&size=25");
            closed("peer: create a case with the form's fields", seconds, () -> created(this::withTheForm));
            completed(
                    "peer: complete a task with the vote's fields",
                    seconds,
                    "{\"action\":\"complete\",\"variables\":[" + variable("ground", "RG") + ","
                            + variable("vote", "FOR") + ","
                            + variable("reasons", "The evidence on both elements is consistent") + "]}");
            listed(
                    "peer: worklist of 63 with their fields",
                    seconds,
                    "&size=" + ROWS_OF_MY_WORK + "&includeProcessVariables=true");
        }

        private Call created(Supplier<String> body) {
            return () -> HTTP.send(json(address + "case-instances", body.get()).build(), BodyHandlers.ofString())
                            .statusCode()
                    == 201;
        }

        private void completed(String name, int seconds, String body) throws Exception {
            String open = HTTP.send(
                            to(address + "tasks?assignee=coordinator&size=100000")
                                    .GET()
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
            ConcurrentLinkedQueue<String> tasks = new ConcurrentLinkedQueue<>(every(open, "\\{\"id\":\"([^\"]+)\""));
            closed(
                    name,
                    seconds,
                    () -> () -> HTTP.send(
                                            json(address + "tasks/" + tasks.remove(), body)
                                                    .build(),
                                            BodyHandlers.ofString())
                                    .statusCode()
                            == 200);
        }

        private void listed(String name, int seconds, String how) throws Exception {
            database.counted();
            closed(
                    name,
                    seconds,
                    () -> () -> HTTP.send(
                                            to(address + "tasks?assignee=coordinator&sort=createTime" + how)
                                                    .GET()
                                                    .build(),
                                            BodyHandlers.ofString())
                                    .statusCode()
                            == 200);
        }

        /** The fields of the sample form of a new child, each a variable. */
        private String withTheForm() {
            return Pattern.compile("\"([^\"]+)\"\\s*:\\s*(\"(?:[^\"\\\\]|\\\\.)*\")")
                    .matcher(written(sample))
                    .results()
                    .map(field -> variable(field.group(1), field.group(2)))
                    .collect(Collectors.joining(",", "{\"caseDefinitionKey\":\"referral\",\"variables\":[", "]}"));
        }

        /** @param value a JSON string, or a word to be made one */
        private static String variable(String name, String value) {
            return "{\"name\":\"" + name + "\",\"type\":\"string\",\"value\":"
                    + (value.startsWith("\"") ? value : "\"" + value + "\"") + "}";
        }
    }
}
