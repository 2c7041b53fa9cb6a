import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A room of 40 listeners and 10 typists against the running Holdfast: how long from a keystroke being sent until each of the others sees
 * it. Signed in, authorised and on the ledger like anybody. Started by {@code ./bench room}.
 *
 * <p>Arguments: {@code ADDRESS SIGN-INS.json SAMPLE.json SECONDS}.
 */
public class Room {

    static final int LISTENERS = 40;
    static final int TYPISTS = 10;
    /** Between two keystrokes of one typist: the script sends what was typed every quarter of a second. */
    static final int EVERY_MILLIS = 250;

    private static final Pattern MARK = Pattern.compile("k(\\d+)x(\\d+)\\.");

    /** Every few seconds something happens in the meeting, so that every window draws its page anew. */
    static final int HAPPENS_EVERY_MILLIS = 5000;

    private final String address;
    private final Office office;
    private final String token;
    private final Map<Long, Long> sentAt = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Long> seen = new ConcurrentLinkedQueue<>();
    private final ConcurrentLinkedQueue<Long> drawn = new ConcurrentLinkedQueue<>();
    private final AtomicLong failed = new AtomicLong();
    private volatile boolean over;

    Room(String address, String signIns, String sample) {
        this.address = address;
        this.office = new Office(address, signIns, sample);
        this.token = Load.first(signIns, "\"apiToken\"\\s*:\\s*\"([^\"]+)\"");
    }

    public static void main(String[] arguments) throws Exception {
        new Room(arguments[0], Files.readString(Path.of(arguments[1])), Files.readString(Path.of(arguments[2])))
                .run(Integer.parseInt(arguments[3]));
    }

    /** A window that somebody has open: it listens, and draws its page anew when it hears that something changed. */
    private final class Window {
        private final Office.Browser browser;
        private final String page;
        private final AtomicBoolean drawing = new AtomicBoolean();
        private volatile boolean again;

        Window(Office.Browser browser, String page) {
            this.browser = browser;
            this.page = page;
        }

        /** As the script does it: not all at the same moment, and while one is on its way another is asked for once at most. */
        void changed() {
            if (drawing.compareAndSet(false, true)) {
                Thread.ofVirtual().start(this::draw);
            } else {
                again = true;
            }
        }

        private void draw() {
            try {
                do {
                    again = false;
                    Thread.sleep(ThreadLocalRandom.current().nextInt(300));
                    long from = System.nanoTime();
                    if (!browser.drawnAnew(page).contains("id=\"room\"")) {
                        failed.incrementAndGet();
                    }
                    drawn.add(System.nanoTime() - from);
                } while (again && !over);
            } catch (InterruptedException | RuntimeException e) {
                if (!over) {
                    failed.incrementAndGet();
                    System.err.println(e);
                }
            } finally {
                drawing.set(false);
            }
        }

        InputStream stream(String path) throws IOException, InterruptedException {
            HttpResponse<InputStream> answer =
                    browser.http().send(to(path).GET().build(), BodyHandlers.ofInputStream());
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
        Office.Browser coordinator = office.browser("corin.");
        List<String> items = calledOnce(coordinator, meeting);

        List<String> readers = List.of("corin.", "chara.", "cato.", "pola.", "hale.", "gil.");
        CountDownLatch listening = new CountDownLatch(LISTENERS);
        for (int each = 0; each < LISTENERS; each++) {
            Window window = new Window(
                    office.browser(readers.get(each % readers.size())),
                    meeting + "/room?item=" + items.get(each % items.size()));
            InputStream stream = window.stream(meeting + "/room/events?window=" + UUID.randomUUID());
            Thread.ofVirtual().start(() -> listen(window, stream, listening));
        }
        listening.await(60, TimeUnit.SECONDS);
        List<Thread> typists = new ArrayList<>();
        long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        for (int each = 0; each < TYPISTS; each++) {
            int typist = each;
            Office.Browser browser = office.browser(each % 2 == 0 ? "corin." : "chara.");
            String item = items.get(each / 2 % items.size());
            typists.add(Thread.ofVirtual().start(() -> type(browser, meeting, item, typist, end)));
        }
        happens(coordinator, meeting, items.getLast(), end);
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
        long[] pages = drawn.stream().mapToLong(Long::longValue).sorted().toArray();
        System.out.printf(
                "something happened every %d s and %d windows drew their page %d times: p50 %.1f ms, p99 %.1f ms%n",
                HAPPENS_EVERY_MILLIS / 1000, LISTENERS, pages.length, at(pages, 0.5), at(pages, 0.99));
    }

    /** The last child's item is called and put back again. */
    private void happens(Office.Browser coordinator, String meeting, String item, long end) throws Exception {
        String path = meeting + "/items/" + item;
        for (boolean called = false; System.nanoTime() < end; called = !called) {
            coordinator.went(path + (called ? "/put-back" : "/call"), "(/meetings/)");
            Thread.sleep(HAPPENS_EVERY_MILLIS);
        }
    }

    /** As many children as the pack is measured with; all but the last called and put off, so that notes can be written at each. */
    private List<String> calledOnce(Office.Browser coordinator, String meeting) throws Exception {
        List<String> items = office.agendaOf(coordinator, meeting, Office.CHILDREN);
        for (int round = 0; round < 2; round++) {
            for (String item : items.subList(0, items.size() - 1)) {
                coordinator.post(meeting + "/items/" + item + "/call");
                coordinator.post(meeting + "/items/" + item + "/adjourn", "adjournedFor", "OUT_OF_TIME");
            }
        }
        return items;
    }

    private void type(Office.Browser browser, String meeting, String item, int typist, long end) {
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
                String answer = browser.typed(
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
                if (stroke == 0 && answer.contains("\"Changed\"")) {
                    // the demonstration has written here before: go on from that
                    revision = Load.first(answer, "\"revision\":(\\d+)");
                    sentAt.remove(key(typist, stroke));
                } else if (!answer.contains("\"Accepted\"")) {
                    failed.incrementAndGet();
                }
                long left = EVERY_MILLIS - (System.nanoTime() - sent) / 1_000_000;
                if (left > 0) {
                    Thread.sleep(left);
                }
            }
        } catch (InterruptedException | RuntimeException e) {
            failed.incrementAndGet();
            System.err.println(e);
        }
    }

    /** Notes for each keystroke when this listener sees it first: in the first text that holds it. */
    private void listen(Window window, InputStream stream, CountDownLatch listening) {
        int[] known = new int[TYPISTS];
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null && !over; line = lines.readLine()) {
                if (line.startsWith("retry")) {
                    listening.countDown();
                } else if (line.equals("event: changed")) {
                    window.changed();
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
}
