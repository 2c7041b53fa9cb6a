package org.holdfast;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.holdfast.audit.Act;
import org.holdfast.audit.LedgerFilter;
import org.holdfast.audit.LedgerLine;
import org.holdfast.audit.Role;
import org.holdfast.documents.PdfCheck;
import org.holdfast.partnership.Partnerships;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * What somebody with bad intent would try, over HTTP: forged forms, words that want to be script or formula, addresses that lead outside,
 * bodies that are too much. Who may reach which address at all is walked by {@link RoutesTest}.
 */
@HoldfastTest
@TestInstance(Lifecycle.PER_CLASS)
class AttacksTest {

    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final String SCRIPT = "hfprobe\"'><script>alert(1)</script><img src=x onerror=alert(2)>";
    private static final String FORMULA = "=HYPERLINK(\"https://elsewhere.example/\",\"hfprobe\")";
    private static final Pattern OUT_OF_ITS_QUOTES = Pattern.compile("=\"[^\"]*hfprobe\"");
    private static final Pattern INLINE =
            Pattern.compile("<script(?![^>]*\\bsrc=)|<style|<[a-z][^>]*\\son[a-z]+=\"|<[a-z][^>]*\\sstyle=\"");

    /** Fields that no form of ours has, in case something binds what it is not asked to. */
    private static final String[] NOT_ASKED_FOR = {
        "partnership", "00000000-0000-0000-0000-00000000dead",
        "partnershipId", "00000000-0000-0000-0000-00000000dead",
        "actor", "Forged Author",
        "by", "Forged Author",
        "writtenBy", "Forged Author",
        "roles", "ADMINISTRATOR",
        "agencyId", "00000000-0000-0000-0000-00000000dead",
        "class.module.classLoader.x", "x"
    };

    private final Journey.Doors doors;
    private final Partnerships partnerships;
    private final TestClock clock;
    private final RequestMappingHandlerMapping mapping;
    private final int port;

    private Journey child;
    private Visitor coordinator;
    private int coras;

    AttacksTest(
            Journey.Doors doors,
            Partnerships partnerships,
            TestClock clock,
            RequestMappingHandlerMapping requestMappingHandlerMapping,
            @LocalServerPort int port) {
        this.doors = doors;
        this.partnerships = partnerships;
        this.clock = clock;
        this.mapping = requestMappingHandlerMapping;
        this.port = port;
    }

    @BeforeAll
    void aChildWaitsForAPanel() {
        child = new Journey(doors, "hull", MONDAY.minusDays(10));
        child.on(MONDAY).referralArrives("Alba", LocalDate.of(2011, 6, 1)).safeguarded();
        child.on(MONDAY.plusDays(2)).accepted().withAPlan().panelPlannedFor(MONDAY.plusDays(21));
        clock.set(MONDAY.plusDays(3), LocalTime.of(10, 0));
    }

    /** Nobody crawls as Cora: whoever does presses every button there is. One ends one's other sessions, another has a colleague kept out; so she is new each time. */
    @BeforeEach
    void coraSignsIn() {
        TestPartnership.Person cora =
                child.us.join(child.us.council, "Cora Cocoordinator " + ++coras, Role.PANEL_COORDINATOR);
        coordinator = Visitor.signedIn(port, cora);
    }

    @AfterAll
    void realTime() {
        clock.reset();
    }

    private static final String[] BEGINNINGS = {
        "/work",
        "/referrals",
        "/meetings",
        "/search",
        "/outbox",
        "/messages",
        "/actions",
        "/reconsiderations",
        "/assurance",
        "/help"
    };

    @Test
    void noWordThatIsTypedAnywhereBecomesPartOfAPage() {
        Set<String> before = roles();
        Set<String> tried = new TreeSet<>();
        int shown = 0;
        for (TestPartnership.Person person : List.of(child.us.coordinator, child.us.chair)) {
            Visitor visitor = Visitor.signedIn(port, person);
            for (Crawler.FoundForm form :
                    new Crawler(visitor).from(beginnings()).forms()) {
                visitor.get("/help");
                Visitor.Answer answer = visitor.post(form.action(), form.filled(SCRIPT, NOT_ASKED_FOR));
                assertThat(answer.status()).as(form.toString()).isLessThan(500);
                safe(form.action(), answer.body());
                tried.add(form.action());
            }
            for (Map.Entry<String, String> page :
                    new Crawler(visitor).from(beginnings()).pages().entrySet()) {
                safe(page.getKey(), page.getValue());
                shown += page.getValue().contains("hfprobe") ? 1 : 0;
            }
        }
        assertThat(tried).as("forms there are").hasSizeGreaterThan(20);
        assertThat(shown).as("pages that show what was typed").isGreaterThan(5);
        assertThat(roles()).as("roles as before").isEqualTo(before);
        assertThat(doors.ledger.lines(child.coordinator, LedgerFilter.ALL, Long.MAX_VALUE, 5_000))
                .extracting(LedgerLine::actorName)
                .doesNotContain("Forged Author");
    }

    @Test
    void noFileThatIsTakenAwayHoldsAFormulaOrABrokenDocument() {
        Visitor visitor = Visitor.signedIn(port, child.us.coordinator);
        for (Crawler.FoundForm form : new Crawler(visitor).from(beginnings()).forms()) {
            visitor.get("/help");
            assertThat(visitor.post(form.action(), form.filled(FORMULA)).status())
                    .as(form.toString())
                    .isLessThan(500);
        }
        List<String> files =
                new ArrayList<>(new Crawler(visitor).from(beginnings()).files());
        files.add("/cases/" + child.caseId.value() + "/chronology.csv");
        files.add("/cases/" + child.caseId.value() + "/looks.csv");
        Visitor ingo = Visitor.signedIn(port, child.us.informationGovernance);
        for (String file : files) {
            Visitor.Answer answer = visitor.get(file);
            assertThat(answer.status()).as(file).isEqualTo(200);
            if (file.contains(".csv")) {
                noFormula(file, answer.body());
            }
            if (file.contains(".pdf")) {
                PdfCheck.assertOnlyWords(visitor.file(file));
            }
        }
        noFormula("/ledger.csv", ingo.get("/ledger.csv").body());
        assertThat(files.stream().filter(file -> file.contains(".csv")).count()).isGreaterThan(2);
    }

    @Test
    void everyAnswerCarriesTheHeadersThatKeepABrowserSafe() {
        Visitor nobody = new Visitor(port);
        for (String path : routes(RequestMethod.GET)) {
            for (Visitor visitor : List.of(nobody, coordinator)) {
                visitor.get(path);
                headers(path, visitor);
            }
        }
        for (String path : List.of("/no-such-page", "/cases/not-an-id", "/assets/0000000000000000/none.css")) {
            coordinator.get(path);
            headers(path, coordinator);
        }
    }

    @Test
    void noFormOfAnotherSiteIsObeyed() {
        long before = lines();
        int refused = 0;
        for (String path : routes(RequestMethod.POST)) {
            // behind a link the address itself is the secret; a program has its token, or the secret with which it asks
            // for one
            if (Stream.of("/api/", "/scim/", "/oauth2/token", "/v/", "/g/").anyMatch(path::startsWith)) {
                continue;
            }
            Visitor.Answer answer = coordinator.forged(path, "reason", "x");
            assertThat(answer.status()).as(path).isEqualTo(403);
            refused++;
        }
        assertThat(lines()).as("each refusal, and nothing that was done").isEqualTo(before + refused);
        assertThat(doors.ledger.lines(child.coordinator, LedgerFilter.ALL, Long.MAX_VALUE, refused))
                .allSatisfy(line -> {
                    assertThat(line.event()).isEqualTo("form-refused");
                    assertThat(line.act()).isEqualTo(Act.REFUSED);
                    assertThat(line.detail()).contains("OTHER_PROOF").doesNotContain(child.caseId.toString());
                });
    }

    @Test
    void whatAnotherSiteSendsIsRefusedWhateverProofItCarriesAndStandsOnTheLedger() {
        coordinator.get("/help");
        String path = "/cases/" + child.caseId.value() + "/home-authority";
        assertThat(coordinator.postFromAnotherSite("/sign-out").status()).isEqualTo(403);
        assertThat(coordinator.get("/work").status()).as("still signed in").isEqualTo(200);
        assertThat(coordinator.postFromAnotherSite(path).status()).isEqualTo(403);
        assertThat(doors.ledger.lines(child.coordinator, LedgerFilter.ALL, Long.MAX_VALUE, 1))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.event()).isEqualTo("form-refused");
                    assertThat(line.detail())
                            .contains("OTHER_SITE")
                            .contains("/cases/-/home-authority")
                            .doesNotContain(child.caseId.value().toString());
                });
        long before = lines();
        new Visitor(port).forged("/cases/new", "reason", "x");
        assertThat(lines()).as("of nobody there is no line").isEqualTo(before);
    }

    @Test
    void aSessionThatSomebodyElseChoseIsNotTheOneSignedInWith() {
        Visitor visitor = new Visitor(port);
        visitor.get("/sign-in");
        String planted = visitor.session();
        visitor.post("/sign-in", "username", child.us.chair.username(), "password", TestPartnership.PASSWORD);
        assertThat(planted).isNotEmpty();
        assertThat(visitor.session()).isNotEmpty().isNotEqualTo(planted);
        assertThat(raw("GET /work HTTP/1.1\r\nHost: localhost\r\nCookie: holdfast=" + planted
                        + "\r\nConnection: close\r\n\r\n"))
                .as("the planted session is nobody's")
                .startsWith("HTTP/1.1 302");
    }

    @Test
    void noAddressLeadsOutOfTheProgram() {
        for (String path : List.of(
                "/assets/0123456789abcdef/..%2f..%2fapplication.properties",
                "/assets/0123456789abcdef/%2e%2e/%2e%2e/application.properties",
                "/assets/../application.properties",
                "/../../../../etc/passwd",
                "/%2e%2e/%2e%2e/etc/passwd",
                "/assets/0123456789abcdef/..%5c..%5cetc%5cpasswd",
                "/assets/0123456789abcdef/holdfast.css%00.txt",
                "/WEB-INF/web.xml",
                "/actuator/env",
                "/actuator/heapdump",
                "/messages/../ledger/heads")) {
            String answer = raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
            assertThat(answer)
                    .as(path)
                    .doesNotContain("root:")
                    .doesNotContain("spring.")
                    .doesNotContain("HTTP/1.1 5");
            assertThat(answer.substring(9, 12)).as(path).isIn("302", "400", "404");
        }
    }

    @Test
    void noFileNameLeadsOutOfTheProgramOrIntoAHeader() {
        byte[] pdf = "%PDF-1.4\n%hfprobe\n".getBytes(StandardCharsets.US_ASCII);
        String files = "/cases/" + child.caseId.value() + "/files";
        int number = 0;
        for (String name : List.of(
                "../../../../tmp/evil.pdf",
                "C:\\\\evil.pdf",
                "evil%0d%0aX-Evil: yes.pdf",
                "<b>evil</b>.pdf",
                ".htaccess")) {
            byte[] content = Arrays.copyOf(pdf, pdf.length + ++number);
            coordinator.get(files);
            Visitor.Answer answer = coordinator.upload(files, "file", name, content, "about", "Letter " + number);
            assertThat(answer.status()).as(name).isEqualTo(303);
        }
        String page = coordinator.get(files).body();
        assertThat(page).doesNotContain("<b>evil").doesNotContain("../");
        Matcher links = Pattern.compile(files + "/[0-9a-f-]{36}").matcher(page);
        Set<String> paths = links.results().map(found -> found.group()).collect(Collectors.toCollection(TreeSet::new));
        int opened = 0;
        for (String path : paths) {
            if (coordinator.get(path).status() == 200) {
                opened++;
                headers(path, coordinator);
                String disposition =
                        coordinator.headers().firstValue("Content-Disposition").orElse("");
                assertThat(disposition)
                        .startsWith("attachment")
                        .doesNotContain("/")
                        .doesNotContain("..");
                assertThat(coordinator.headers().firstValue("X-Evil")).isEmpty();
            }
        }
        assertThat(opened).isEqualTo(number);
    }

    @Test
    void signingInLeadsNowhereElse() {
        for (String path : List.of(
                "//elsewhere.example/",
                "/%2felsewhere.example",
                "/\\elsewhere.example",
                "/work?x=https://elsewhere.example")) {
            String location =
                    location(raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"));
            assertThat(location).as(path).doesNotContain("elsewhere");
        }
        for (String kept : List.of(
                "//elsewhere.example",
                "/\t/elsewhere.example",
                "/\\elsewhere.example",
                "https://elsewhere.example",
                "/ /elsewhere.example")) {
            Visitor visitor = new Visitor(port);
            visitor.get("/sign-in");
            Visitor.Answer in = visitor.post(
                    "/sign-in",
                    "username",
                    child.us.chair.username(),
                    "password",
                    TestPartnership.PASSWORD,
                    "kept-path",
                    kept);
            assertThat(in.location() + in.body()).as(kept).doesNotContain("elsewhere");
        }
        assertThat(location(raw("GET /drafts HTTP/1.1\r\nHost: elsewhere.example\r\nConnection: close\r\n\r\n")))
                .as("a made-up name of the host")
                .doesNotContain("elsewhere");
    }

    @Test
    void aBodyThatIsTooMuchIsTurnedAwayAndNobodyWaitsForASlowOne() throws IOException {
        String files = "/cases/" + child.caseId.value() + "/files";
        coordinator.get(files);
        assertThat(coordinator
                        .upload(files, "file", "large.pdf", new byte[26 * 1024 * 1024], "about", "Too large")
                        .status())
                .isBetween(400, 499);
        coordinator.get("/help");
        assertThat(coordinator
                        .post("/drafts/too-much", "story", "x".repeat(9 * 1024 * 1024))
                        .status())
                .isBetween(400, 499);
        String header = "X-Long: " + "x".repeat(64 * 1024);
        assertThat(raw("GET /help HTTP/1.1\r\nHost: localhost\r\n" + header + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 4");
        String session = "Cookie: holdfast=" + coordinator.session() + "\r\n";
        // three times as many of each as there are connections to the database
        List<String> begun = List.of(
                "POST /sign-in HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                        + "Content-Length: 100000\r\n\r\nusername=",
                "GET /help HTTP/1.1\r\nHost: localhost\r\nX-Slow: ",
                "POST " + files + " HTTP/1.1\r\nHost: localhost\r\n" + session
                        + "Content-Type: multipart/form-data; boundary=b\r\nContent-Length: 100000\r\n\r\n--b\r\n",
                "POST /api/v1/referrals HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + child.us.apiToken
                        + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"a\":");
        List<Socket> slow = new ArrayList<>();
        try {
            for (int each = 0; each < 60; each++) {
                for (String beginning : begun) {
                    Socket socket = new Socket("localhost", port);
                    socket.getOutputStream().write(beginning.getBytes(StandardCharsets.US_ASCII));
                    socket.getOutputStream().flush();
                    slow.add(socket);
                }
            }
            assertThat(new Visitor(port).get("/help").status()).isEqualTo(200);
            assertThat(coordinator.get("/work").status()).isEqualTo(200);
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void aFileThatUnpacksWithoutEndOrNamesFilesOfOursIsNotTaken() throws IOException {
        String files = "/cases/" + child.caseId.value() + "/files";
        coordinator.get(files);
        assertThat(coordinator
                        .upload(files, "file", "bomb.docx", bomb(), "about", "A bomb")
                        .status())
                .isEqualTo(422);
        String external = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>";
        coordinator.get(files);
        assertThat(coordinator
                        .upload(
                                files,
                                "file",
                                "entity.xml",
                                external.getBytes(StandardCharsets.UTF_8),
                                "about",
                                "Entity")
                        .status())
                .isEqualTo(422);
        String deep = "[".repeat(200_000);
        coordinator.get("/referrals/upload");
        Visitor.Answer answer = coordinator.upload(
                "/referrals/upload",
                "file",
                "deep.json",
                deep.getBytes(StandardCharsets.UTF_8),
                "referredOn-day",
                "1",
                "referredOn-month",
                "3",
                "referredOn-year",
                "2026");
        assertThat(answer.status()).isBetween(400, 499);
        assertThat(answer.body()).doesNotContain("Exception").doesNotContain("root:");
    }

    @Test
    void whatIsMissingAndWhatIsForbiddenReadTheSame() {
        TestPartnership others = doors.founder.found(Instant.now());
        Visitor stranger = Visitor.signedIn(port, others.coordinator);
        for (String path :
                List.of("/cases/*", "/cases/*/chronology.csv", "/cases/*/looks", "/referrals/*", "/meetings/*")) {
            String there = path.startsWith("/referrals")
                    ? child.referral.value().toString()
                    : path.startsWith("/meetings")
                            ? child.meeting.value().toString()
                            : child.caseId.value().toString();
            String nowhere = UUID.randomUUID().toString();
            Visitor.Answer forbidden = stranger.get(path.replace("*", there));
            String forbiddenHeaders = said(stranger);
            Visitor.Answer missing = stranger.get(path.replace("*", nowhere));
            assertThat(forbidden.status()).as(path).isEqualTo(404).isEqualTo(missing.status());
            assertThat(plain(forbidden.body(), there)).as(path).isEqualTo(plain(missing.body(), nowhere));
            assertThat(forbiddenHeaders).as(path).isEqualTo(said(stranger));
        }
    }

    private String[] beginnings() {
        List<String> beginnings = new ArrayList<>(Arrays.asList(BEGINNINGS));
        beginnings.add("/cases/" + child.caseId.value());
        beginnings.add("/referrals/" + child.referral.value());
        beginnings.add("/meetings/" + child.meeting.value());
        return beginnings.toArray(String[]::new);
    }

    private static void safe(String path, String body) {
        assertThat(body)
                .as(path)
                .doesNotContain("<script>alert(1)")
                .doesNotContain("<img src=x")
                .doesNotContainPattern(OUT_OF_ITS_QUOTES)
                .doesNotContain("Forged Author");
        assertThat(INLINE.matcher(body).find())
                .as(path + " holds script or style that the policy forbids")
                .isFalse();
    }

    private static void noFormula(String path, String csv) {
        Matcher cell = Pattern.compile("(?:^|,)(?:\"((?:[^\"]|\"\")*)\"|([^,\"\\r\\n]*))", Pattern.MULTILINE)
                .matcher(csv);
        while (cell.find()) {
            String content = cell.group(1) == null ? cell.group(2) : cell.group(1);
            assertThat(content.matches("(?s)[=+@\\t\\r-].*") && !content.matches("-?\\d+"))
                    .as(path + ": " + content)
                    .isFalse();
        }
    }

    private static void headers(String path, Visitor visitor) {
        var headers = visitor.headers();
        assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
                .as(path)
                .contains("default-src '")
                .contains("frame-ancestors 'none'")
                .doesNotContain("unsafe");
        assertThat(headers.firstValue("X-Content-Type-Options")).as(path).contains("nosniff");
        assertThat(headers.firstValue("X-Frame-Options")).as(path).contains("DENY");
        assertThat(headers.firstValue("Referrer-Policy")).as(path).contains("no-referrer");
        assertThat(headers.firstValue("Permissions-Policy")).as(path).isPresent();
        assertThat(headers.firstValue("Server")).as(path).isEmpty();
        assertThat(headers.firstValue("X-Powered-By")).as(path).isEmpty();
        if (!path.startsWith("/assets")) {
            assertThat(headers.firstValue("Cache-Control").orElse("")).as(path).contains("no-store");
        }
    }

    /** Every address there is for a method, with ids that nobody has. */
    private Set<String> routes(RequestMethod method) {
        return mapping.getHandlerMethods().entrySet().stream()
                .filter(entry -> entry.getValue().getBeanType().getPackageName().startsWith("org.holdfast"))
                .filter(entry ->
                        entry.getKey().getMethodsCondition().getMethods().contains(method))
                .flatMap(entry -> entry.getKey().getPatternValues().stream())
                // it holds on to its answer
                .filter(pattern -> !pattern.endsWith("/stream") && !pattern.endsWith("/events"))
                .map(pattern -> pattern.replaceAll("\\{[^/]*}", new UUID(1, 1).toString()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> roles() {
        return partnerships.members(child.us.program).stream()
                .map(member -> member.name() + member.roles())
                .collect(Collectors.toSet());
    }

    private long lines() {
        return doors.ledger.length(child.coordinator);
    }

    private static String plain(String body, String id) {
        return body.replace(id, "").replaceAll("(value|content)=\"[^\"]*\"", "");
    }

    private static String said(Visitor visitor) {
        return visitor.headers().map().entrySet().stream()
                .filter(header ->
                        !Set.of("date", "set-cookie").contains(header.getKey().toLowerCase()))
                .map(Object::toString)
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private static String location(String answer) {
        Matcher location = Pattern.compile("(?im)^Location: (.*)$").matcher(answer);
        return location.find() ? location.group(1).strip() : "";
    }

    /** A letter of which one part alone unpacks to more than any letter has. */
    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.write("<Types/>".getBytes(StandardCharsets.US_ASCII));
            zip.putNextEntry(new ZipEntry("word/media/one.bmp"));
            byte[] nothing = new byte[1 << 20];
            for (int megabyte = 0; megabyte < 300; megabyte++) {
                zip.write(nothing);
            }
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write("<document/>".getBytes(StandardCharsets.US_ASCII));
        }
        return bytes.toByteArray();
    }

    /** Sends bytes as they are, as no browser would, and reads all that comes back. */
    private String raw(String request) {
        try (Socket socket = new Socket("localhost", port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
