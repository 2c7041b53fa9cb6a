import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Kills program and database (SIGKILL) at random moments while referrals come in and drafts are typed, starts them again, and looks for
 * everything that was acknowledged: is it there, as it was sent, once, and is the ledger whole? Started by ./bench crash.
 *
 * <p>Arguments: a folder for the data, the sample referral, how many times.
 */
public class Crash {

    private static final int PORT = 18082;
    private static final String ADDRESS = "http://localhost:" + PORT;
    private static final int SENDERS = 4;
    private static final int WRITERS = 3;

    /** The page of a handwritten referral on which they write, and its field. */
    private static final String QUESTIONS = "how-they-were-treated";

    private static final String FIELD = "living-conditions";

    /** A referral that was sent. */
    private record Sent(String id, String body) {}

    private final Path folder;
    private final String sample;
    private final ProcessBuilder command;
    private final List<Sent> acknowledged = new ArrayList<>();
    private final Map<String, Boolean> unanswered = new ConcurrentHashMap<>();
    private final List<Writer> writers = new ArrayList<>();
    private Process program;
    private String token;
    private Office.Browser governance;
    private int kills;
    private long longest;
    private long answeredAfterAll;
    private final Set<String> lost = new TreeSet<>();
    private long broken;

    public static void main(String[] arguments) throws Exception {
        Crash crash = new Crash(Path.of(arguments[0]).toAbsolutePath(), Files.readString(Path.of(arguments[1])));
        boolean stood;
        try {
            stood = crash.run(Integer.parseInt(arguments[2]));
        } finally {
            crash.killAll();
        }
        System.exit(stood ? 0 : 1);
    }

    private Crash(Path folder, String sample) {
        this.folder = folder;
        this.sample = sample;
        this.command = command();
    }

    private ProcessBuilder command(String... words) {
        List<String> all = new ArrayList<>(List.of("./run"));
        all.addAll(List.of(words));
        all.addAll(List.of("--data", folder.toString(), "--port", "" + PORT));
        return new ProcessBuilder(all)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolveSibling("crash.log").toFile()));
    }

    private boolean run(int cycles) throws Exception {
        start();
        String signIns = Files.readString(folder.resolve("sign-ins.json"));
        token = Load.first(signIns, "\"apiToken\"\\s*:\\s*\"([^\"]+)\"");
        Office office = new Office(ADDRESS, signIns, sample);
        governance = office.browser("ingo.");
        long atFirst = childrenAndSendings();
        for (int each = 0; each < WRITERS; each++) {
            writers.add(new Writer(office.browser("fia."), each));
        }
        for (int cycle = 1; cycle <= cycles; cycle++) {
            int before = acknowledged.size();
            load();
            if (ThreadLocalRandom.current().nextInt(4) == 0) {
                // once more while it starts
                program = command.start();
                Thread.sleep(ThreadLocalRandom.current().nextLong(8000));
                kill();
            }
            long took = start();
            longest = Math.max(longest, took);
            look(acknowledged.subList(before, acknowledged.size()));
            for (Writer writer : writers) {
                if (!writer.look()) {
                    lost.add("what writer " + writer.number + " saved in cycle " + cycle);
                }
            }
            sendAgain();
            ledger();
            System.out.printf(
                    "cycle %d: %d referrals and %d drafts acknowledged so far, %d lost; started again in %,d ms%n",
                    cycle, acknowledged.size(), drafts(), lost.size(), took);
        }
        look(acknowledged);
        // each referral is one child and one sending
        long doubled = childrenAndSendings() - atFirst - 2L * acknowledged.size();
        program.destroy();
        program.waitFor();
        boolean whole = command("check-ledger").start().waitFor() == 0 && broken == 0;
        lost.forEach(each -> System.out.println("LOST: " + each));
        System.out.printf(
                "%d cycles, %d times killed; acknowledged: %d referrals, %d drafts; lost: %d; doubled: %d; %d referrals were in"
                        + " although nobody was told; ledger %s; longest restart %,d ms%n",
                cycles,
                kills,
                acknowledged.size(),
                drafts(),
                lost.size(),
                doubled,
                answeredAfterAll,
                whole ? "whole each time" : "NOT WHOLE",
                longest);
        return lost.isEmpty() && doubled == 0 && whole;
    }

    private long drafts() {
        return writers.stream().mapToLong(writer -> writer.count).sum();
    }

    /** Starts the program and answers after how many milliseconds it was ready. */
    private long start() throws IOException, InterruptedException {
        long from = System.nanoTime();
        program = command.start();
        try (HttpClient http = client()) {
            while (!ready(http)) {
                if (!program.isAlive()
                        || System.nanoTime() - from > Duration.ofMinutes(3).toNanos()) {
                    throw new IllegalStateException("Holdfast does not start; see target/bench/crash.log");
                }
                Thread.sleep(50);
            }
        }
        return (System.nanoTime() - from) / 1_000_000;
    }

    private static boolean ready(HttpClient http) throws InterruptedException {
        try {
            return http.send(Load.to(ADDRESS + "/actuator/health").GET().build(), BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    private static HttpClient client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }

    /** Some seconds of work by all at once, and in the middle of it everything is killed. */
    private void load() throws Exception {
        List<Sent> answered = Collections.synchronizedList(new ArrayList<>());
        List<Thread> work = new ArrayList<>();
        for (int each = 0; each < SENDERS; each++) {
            work.add(Thread.ofPlatform().start(() -> send(answered)));
        }
        for (Writer writer : writers) {
            work.add(Thread.ofPlatform().start(writer::write));
        }
        Thread.sleep(ThreadLocalRandom.current().nextLong(300, 5000));
        kill();
        for (Thread each : work) {
            each.join();
        }
        acknowledged.addAll(answered);
    }

    private void send(List<Sent> answered) {
        try (HttpClient http = client()) {
            while (true) {
                String body = Load.written(sample);
                unanswered.put(body, true);
                HttpResponse<String> answer = send(http, body);
                if (answer.statusCode() != 201) {
                    // the database is gone, and the program says so
                    return;
                }
                answered.add(new Sent(id(answer), body));
                unanswered.remove(body);
            }
        } catch (IOException killed) {
            // as was to be
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpResponse<String> send(HttpClient http, String body) throws IOException, InterruptedException {
        return http.send(
                Load.json(ADDRESS + "/api/v1/home-office-referrals", body)
                        .header("Authorization", "Bearer " + token)
                        .build(),
                BodyHandlers.ofString());
    }

    private static String id(HttpResponse<String> answer) {
        return Load.first(answer.body(), "\"id\"\\s*:\\s*\"([^\"]+)\"");
    }

    /** Whoever was not answered sends again, twice: it is there once, whether or not it was before. */
    private void sendAgain() throws Exception {
        try (HttpClient http = client()) {
            for (String body : unanswered.keySet()) {
                HttpResponse<String> first = send(http, body);
                HttpResponse<String> second = send(http, body);
                if (first.statusCode() > 201
                        || second.statusCode() != 200
                        || !id(first).equals(id(second))) {
                    lost.add("a referral that was sent again: " + first.statusCode() + ", " + second.statusCode());
                } else {
                    answeredAfterAll += first.statusCode() == 200 ? 1 : 0;
                    acknowledged.add(new Sent(id(first), body));
                }
            }
        }
        unanswered.clear();
    }

    private void look(List<Sent> referrals) throws Exception {
        try (HttpClient http = client()) {
            for (Sent each : referrals) {
                HttpResponse<String> there = http.send(
                        Load.to(ADDRESS + "/api/v1/referrals/" + each.id() + "/home-office")
                                .header("Authorization", "Bearer " + token)
                                .GET()
                                .build(),
                        BodyHandlers.ofString());
                if (there.statusCode() != 200 || !there.body().equals(each.body())) {
                    lost.add("the referral " + each.id() + " (" + there.statusCode() + ")");
                }
            }
        }
    }

    private void ledger() {
        governance.get("/ledger/heads");
        governance.post("/ledger/check");
        if (!governance.said().contains("stand as they were written")) {
            broken++;
            System.out.println("THE LEDGER IS NOT WHOLE, or could not be checked");
        }
    }

    /** A first responder who types into a referral of their own, each time another number. */
    private static final class Writer {
        private final Office.Browser browser;
        private final String draft;
        private final int number;
        private int begun;
        private int saved;
        private int count;

        Writer(Office.Browser browser, int number) {
            this.browser = browser;
            this.number = number;
            browser.get("/referrals/new");
            this.draft = browser.went("/referrals/drafts", "/referrals/drafts/([0-9a-f-]{36})");
        }

        void write() {
            try {
                while (true) {
                    begun++;
                    if (!browser.typed("/drafts/referral-" + draft, FIELD, words(begun))
                            .contains("\"elsewhere\"")) {
                        return;
                    }
                    saved = begun;
                    count++;
                }
            } catch (IllegalStateException killed) {
                // as was to be
            }
        }

        private String words(int typed) {
            return "A room of " + number + " with " + typed + " made-up beds";
        }

        /** The draft holds what was acknowledged last, or what was sent after that and not answered. */
        boolean look() {
            String page = browser.get("/referrals/drafts/" + draft + "/questions/" + QUESTIONS);
            if (page.contains(words(begun))) {
                saved = begun;
            } else if (!page.contains(saved == 0 ? FIELD : words(saved))) {
                return false;
            }
            return true;
        }
    }

    /** Children and sendings there are, by the database's own word. */
    private long childrenAndSendings() throws IOException, SQLException {
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:"
                                + Files.readAllLines(postmaster()).get(3).strip() + "/holdfast",
                        "postgres",
                        Files.readString(folder.resolve("database-password")).strip());
                Statement statement = connection.createStatement();
                ResultSet there = statement.executeQuery(
                        "select (select count(*) from people.child) + (select count(*) from referrals.submission)")) {
            there.next();
            return there.getLong(1);
        }
    }

    private Path postmaster() {
        return folder.resolve("postgres/postmaster.pid");
    }

    /** Both, one after the other in either order, or the program alone, whose database is then left behind. */
    private void kill() throws IOException, InterruptedException {
        kills++;
        switch (ThreadLocalRandom.current().nextInt(3)) {
            case 0 -> {
                program.destroyForcibly().waitFor();
                killDatabase();
            }
            case 1 -> {
                killDatabase();
                Thread.sleep(ThreadLocalRandom.current().nextLong(300));
                program.destroyForcibly().waitFor();
            }
            default -> program.destroyForcibly().waitFor();
        }
    }

    /** The database with each of its processes; only one that runs on our folder. */
    private void killDatabase() throws IOException {
        List<String> lines = Files.exists(postmaster()) ? Files.readAllLines(postmaster()) : List.of();
        if (lines.isEmpty()) {
            return;
        }
        ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                .filter(process -> Stream.of(process.info().arguments().orElse(new String[0]))
                        .anyMatch(folder.resolve("postgres").toString()::equals))
                .ifPresent(database -> {
                    List<ProcessHandle> all = Stream.concat(Stream.of(database), database.descendants())
                            .toList();
                    all.forEach(ProcessHandle::destroyForcibly);
                    all.forEach(process ->
                            process.onExit().orTimeout(20, TimeUnit.SECONDS).join());
                });
    }

    private void killAll() throws IOException, InterruptedException {
        if (program != null) {
            program.destroyForcibly().waitFor();
        }
        killDatabase();
    }
}
