import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Votes through the pages, each voter from their own sign-in. Prepares as many panels as asked for, each with one child whose reasonable
 * grounds are put to the vote, by the same forms that people fill in; only the votes are measured.
 */
final class Votes {

    /** A vote that waits to be given. */
    private record Open(String decision, Office.Browser voter) {}

    private final Office office;

    Votes(Office office) {
        this.office = office;
    }

    /** The votes of the first fifth of the panels warm the program up, as the first seconds of every other measurement do. */
    void run(int panels) throws Exception {
        Office.Browser coordinator = office.browser("corin.");
        List<Office.Browser> voters =
                List.of(office.browser("cato."), office.browser("pola."), office.browser("hale."));
        List<String> meetings = new ArrayList<>();
        for (int panel = 0; panel < panels; panel++) {
            meetings.add(planned(coordinator, panel));
        }
        List<Open> open = new ArrayList<>();
        for (String meeting : meetings) {
            String decision = putToTheVote(coordinator, meeting);
            voters.forEach(voter -> open.add(new Open(decision, voter)));
        }
        int warm = open.size() / 5;
        given(open.subList(0, warm));
        Load.print("vote (POST, own sign-in)", given(open.subList(warm, open.size())));
    }

    private Load.Seen given(List<Open> waiting) throws InterruptedException {
        Queue<Open> open = new ConcurrentLinkedQueue<>(waiting);
        int votes = open.size();
        long[] nanos = new long[votes];
        AtomicInteger at = new AtomicInteger();
        AtomicLong failed = new AtomicLong();
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
        Arrays.sort(nanos);
        return new Load.Seen(nanos, failed.get(), seconds);
    }

    /** A panel of today, since a meeting opens on its day, each a minute after the last; that its people sit in others is confirmed. */
    private String planned(Office.Browser coordinator, int panel) {
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
        confirmed[plan.length + 3] = Load.first(coordinator.said(), "name=\"told\" value=\"([^\"]*)\"");
        return coordinator.went("/meetings/new", "/meetings/([0-9a-f-]{36})", confirmed);
    }

    private String putToTheVote(Office.Browser coordinator, String meeting) throws Exception {
        String caseId = office.listed(coordinator, meeting);
        coordinator.went("/meetings/" + meeting + "/open", "(/run)");
        String room = coordinator.get("/meetings/" + meeting + "/room");
        for (String attendee : Load.every(room, "/attendance/([0-9a-f-]{36})")) {
            coordinator.went("/meetings/" + meeting + "/attendance/" + attendee, "(.*)", "do", "IN_PERSON");
        }
        String item = Load.first(coordinator.get("/cases/" + caseId), "/items/([0-9a-f-]{36})");
        coordinator.went("/meetings/" + meeting + "/items/" + item + "/call", "(/meetings/)");
        String decision = coordinator.went("/decisions?item=" + item, "/decisions/([0-9a-f-]{36})");
        for (String element : Load.every(
                coordinator.get("/decisions/" + decision), "href=\"/decisions/[^/\"]+/elements/([a-z/-]+)\"")) {
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
}
