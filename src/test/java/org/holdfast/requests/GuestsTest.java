package org.holdfast.requests;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.holdfast.HoldfastTest;
import org.holdfast.TestClock;
import org.holdfast.TestPartnership;
import org.holdfast.Visitor;
import org.holdfast.audit.Ledger;
import org.holdfast.audit.LedgerLine;
import org.holdfast.law.Outcome;
import org.holdfast.meetings.MeetingId;
import org.holdfast.partnership.Agency;
import org.holdfast.partnership.AgencyKind;
import org.holdfast.requests.Guests.Shown;
import org.holdfast.sharing.Basis;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.Involvement;
import org.holdfast.sharing.Sharing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** MTG-3, SHR-3: a school without accounts answers on a link, by the mailbox it was sent to and by nothing else. */
@HoldfastTest
class GuestsTest {

    private static final String MAILBOX = "office@example-street.example";

    private final Guests guests;
    private final Requests requests;
    private final Ledger ledger;
    private final TestClock clock;
    private final TestPartnership us;
    private final Agency school;
    private final Agency nursery;
    private final CaseId ann;
    private final CaseId bea;
    private final MeetingId panel;
    private final int port;
    private final GreenMail server = new GreenMail(new ServerSetup(0, null, "smtp"));
    private final Instant now = Instant.parse("2026-03-02T10:00:00Z");
    private final PostedGuests posted;
    private final JdbcClient sql;
    private Guests sending;

    GuestsTest(
            Guests guests,
            Requests requests,
            Ledger ledger,
            Sharing sharing,
            Returns returns,
            TestClock clock,
            PostedGuests posted,
            PanelToAsk day,
            JdbcClient sql,
            TestPartnership.Founder founder,
            @LocalServerPort int port) {
        this.guests = guests;
        this.requests = requests;
        this.ledger = ledger;
        this.clock = clock;
        this.port = port;
        this.sql = sql;
        this.posted = posted;
        us = founder.found(now);
        school = us.agency("Example Street Academy", AgencyKind.EDUCATION);
        nursery = us.agency("Other Street Nursery", AgencyKind.EDUCATION);
        ann = day.waiting(us, "Ann Testchild", now);
        bea = day.waiting(us, "Bea Testchild", now);
        sharing.involve(us.coordinator.actor(), ann, Involvement.of(school.id(), Basis.AGENCY, now), now);
        sharing.involve(us.coordinator.actor(), bea, Involvement.of(nursery.id(), Basis.AGENCY, now), now);
        panel = day.planned(us, LocalDate.of(2026, 3, 18), now);
        requests.ask(us.coordinator.actor(), panel, now).orThrow();
    }

    @BeforeEach
    void aMailServer() {
        server.start();
        sending = posted.through(server.getSmtp().getPort());
        clock.set(now);
    }

    @AfterEach
    void itStops() {
        server.stop();
        clock.reset();
    }

    private static String key(String page, String field) {
        Matcher key =
                Pattern.compile("name=\"" + field + "\" value=\"([^\"]+)\"").matcher(page);
        assertThat(key.find()).isTrue();
        return key.group(1);
    }

    @Test
    void pressedTwiceTheMailboxIsProvenTheAnswerKeptAndTheLinkClosedOnce() throws Exception {
        String path = "/g/" + invited();
        sending.sendCode(path.substring(3), now);
        String[] proof = {
            "code", code(2), "press", key(new Visitor(port).get(path).body(), "press")
        };
        assertThat(new Visitor(port).post(path + "/prove", proof).location()).isEqualTo(path);
        Visitor office = new Visitor(port);
        assertThat(office.post(path + "/prove", proof).location())
                .as("the first answer never came, and with it the pass")
                .isEqualTo(path);
        assertThat(new Visitor(port)
                        .post(path + "/prove", "code", proof[1], "press", "another")
                        .location())
                .as("the code is used up for everybody else")
                .isEmpty();

        String sheet = office.get(path).body();
        Matcher child = Pattern.compile(path + "/children/[0-9a-f-]{36}").matcher(sheet);
        assertThat(child.find()).isTrue();
        String[] nothing = {"once", key(sheet, "once")};
        office.postTwiceAtOnce(child.group() + "/nothing-known", nothing)
                .forEach(answer -> assertThat(answer.location()).isEqualTo(path));
        assertThat(office.post(child.group() + "/nothing-known", nothing).location())
                .isEqualTo(path);
        String form = office.get(child.group()).body();
        String[] known = {
            "once",
            key(form, "once"),
            "version",
            key(form, "version"),
            "as-of-day",
            "2",
            "as-of-month",
            "3",
            "as-of-year",
            "2026",
            "source",
            "Register",
            "known",
            "She came every day"
        };
        for (int time = 0; time < 2; time++) {
            Visitor.Answer answer = office.post(child.group(), known);
            assertThat(answer.location()).as(answer.body()).isEqualTo(path);
        }
        String[] done = {"once", key(office.get(path).body(), "once")};
        for (int time = 0; time < 2; time++) {
            assertThat(office.post(path + "/done", done).location()).isEqualTo("/g/thanks");
        }
        assertThat(office.post(path + "/done", "once", "another").status()).isEqualTo(404);
        assertThat(ledger.changesAfter(us.coordinator.actor(), 0, 1000).stream()
                        .filter(line -> line.actorName().equals(MAILBOX))
                        .map(LedgerLine::event))
                .containsExactly("guest-code-sent", "guest-came-in", "return-given", "return-given", "guest-done");
        assertThat(ledger.within(
                        us.coordinator.actor(),
                        () -> sql.sql(
                                        "select count(*) from app.press where answer like '/g/%' and answer <> '/g/thanks'")
                                .query(Long.class)
                                .single()))
                .as("the secret of the link is kept nowhere")
                .isZero();
    }

    @Test
    void theSchoolProvesItsMailboxSeesTheChildAskedAboutAndNoOtherAndIsDone() throws Exception {
        String token = invited();
        assertThat(text(1)).as("no name of a child, agency or meeting").doesNotContain("Testchild", "Academy", "panel");
        Visitor forwarded = new Visitor(port);
        Visitor.Answer before = forwarded.get("/g/" + token);
        assertThat(before.status()).isEqualTo(200);
        assertThat(before.body())
                .contains("<title>Information request</title>")
                .doesNotContain("Testchild", "Academy", MAILBOX, "Testshire");
        assertThat(forwarded.post("/g/" + token + "/prove", "code", "123456").body())
                .as("without the mailbox there is no code")
                .doesNotContain("Testchild");

        sending.sendCode(token, now);
        String code = code(2);
        Visitor office = new Visitor(port);
        assertThat(office.post("/g/" + token + "/prove", "code", code.substring(0, 3) + " " + code.substring(3))
                        .status())
                .isEqualTo(303);
        String sheet = office.get("/g/" + token).body();
        assertThat(sheet).contains("Ann Testchild").doesNotContain("Bea Testchild");
        assertThat(forwarded.get("/g/" + token).body())
                .as("another browser is still nowhere")
                .doesNotContain("Testchild");
        assertThat(forwarded.post("/g/" + token + "/prove", "code", code).body())
                .as("a code is used once")
                .doesNotContain("Testchild");

        Matcher child = Pattern.compile("/g/[^/]+/children/[0-9a-f-]{36}").matcher(sheet);
        assertThat(child.find()).isTrue();
        assertThat(office.post(child.group(), "version", "0", "known", "").status())
                .as("what is missing is told")
                .isEqualTo(422);
        assertThat(office.post(
                                child.group(),
                                "version",
                                "0",
                                "known",
                                "In school every day.",
                                "source",
                                "Register",
                                "as-of-day",
                                "2",
                                "as-of-month",
                                "3",
                                "as-of-year",
                                "2026")
                        .status())
                .isEqualTo(303);
        AgencyReturn told =
                requests.returnsOf(us.coordinator.actor(), ann).returns().getFirst();
        assertThat(told.agency()).isEqualTo(school.id());
        assertThat(told.givenBy()).isEqualTo(MAILBOX);
        assertThat(ledger.linesAbout(us.coordinator.actor(), ann.value(), 50))
                .as("as a guest of that agency")
                .anySatisfy(line -> {
                    assertThat(line.event()).isEqualTo("return-given");
                    assertThat(line.actorName()).isEqualTo(MAILBOX);
                    assertThat(line.agency()).isEqualTo(school.id().value());
                });
        assertThat(ledger.linesAbout(us.coordinator.actor(), bea.value(), 50))
                .noneSatisfy(line -> assertThat(line.actorName()).isEqualTo(MAILBOX));

        assertThat(office.post("/g/" + token + "/done").location()).isEqualTo("/g/thanks");
        assertThat(office.get("/g/thanks").body()).contains("Thank you");
        Visitor.Answer after = office.get("/g/" + token);
        assertThat(after.status()).isEqualTo(404);
        assertThat(after.body())
                .as("over looks like never given")
                .isEqualTo(new Visitor(port).get("/g/" + "x".repeat(43)).body());
    }

    @Test
    void aCodeIsTriedFiveTimesSentAgainAfterAMinuteAndLastsAQuarterOfAnHour() throws Exception {
        String token = invited();
        sending.sendCode(token, now);
        assertThat(sending.sendCode(token, now.plusSeconds(59)))
                .as("the mailbox is not flooded")
                .isEqualTo(new Shown.Before(true, "requests.guest.wait"));
        String code = code(2);
        for (int wrong = 1; wrong < Guests.TRIES; wrong++) {
            assertThat(guests.prove(token, "x", "", now))
                    .isEqualTo(new Shown.Before(true, "requests.guest.wrong-code"));
        }
        assertThat(guests.prove(token, "x", "", now)).isEqualTo(new Shown.Before(false, "requests.guest.void-code"));
        assertThat(guests.prove(token, code, "", now)).isEqualTo(new Shown.Before(false, "requests.guest.no-code"));

        Instant later = now.plus(Guests.BETWEEN_CODES);
        sending.sendCode(token, later);
        assertThat(guests.prove(token, code(3), "", later.plus(Guests.CODE_LASTS)))
                .isEqualTo(new Shown.Before(false, "requests.guest.no-code"));
        for (int more = 2; more < Guests.CODES; more++) {
            later = later.plus(Guests.BETWEEN_CODES);
            sending.sendCode(token, later);
        }
        assertThat(sending.sendCode(token, later.plus(Guests.BETWEEN_CODES)))
                .as("after so many codes the link is closed")
                .isEqualTo(new Shown.Shut());
        assertThat(guests.open(token, "", later)).isEqualTo(new Shown.Shut());
    }

    @Test
    void aLinkEndsWithItsMeetingOrIsTakenBackAndIsGoodForOneRequestOnly() throws Exception {
        String token = invited();
        assertThat(guests.open(token, "", now)).isEqualTo(new Shown.Before(false, ""));
        assertThat(guests.open(token, "", Instant.parse("2026-03-19T00:00:00Z")))
                .as("the meeting is over")
                .isEqualTo(new Shown.Shut());
        sending.sendCode(token, now);
        String pass = ((Shown.Begun) guests.prove(token, code(2), "", now)).pass();
        assertThat(guests.open(token, pass, now)).isInstanceOf(Shown.Inside.class);
        assertThat(guests.open(token, pass, now.plus(Guests.PASS_LASTS)))
                .as("after two hours the mailbox is proven anew")
                .isInstanceOf(Shown.Before.class);
        QuestionId policeQuestion = requests.board(us.coordinator.actor(), panel, now).orThrow().rows().stream()
                .filter(row -> row.request().agency().equals(us.police.id()))
                .findFirst()
                .orElseThrow()
                .cells()
                .get(ann)
                .question()
                .id();
        assertThat(guests.nothingKnown(token, pass, policeQuestion, now))
                .as("a question to another agency")
                .isEqualTo(new Shown.Shut());
        Guest guest = guests.of(us.coordinator.actor(), List.of(request())).getFirst();
        guests.withdraw(us.coordinator.actor(), request(), guest.id(), now).orThrow();
        assertThat(guests.open(token, pass, now.plus(Duration.ofSeconds(1)))).isEqualTo(new Shown.Shut());
        assertThat(guests.invite(us.socialWorker.actor(), request(), MAILBOX, now))
                .isEqualTo(Outcome.refused(Sharing.NOT_FOUND));
        assertThat(guests.invite(us.coordinator.actor(), request(), MAILBOX, now))
                .as("without a mail server it says so, and leaves no link open")
                .isInstanceOf(Outcome.Refused.class);
    }

    private RequestId request() {
        return requestOf(school);
    }

    private RequestId requestOf(Agency agency) {
        return requests.board(us.coordinator.actor(), panel, now).orThrow().rows().stream()
                .map(Requests.Row::request)
                .filter(it -> it.agency().equals(agency.id()))
                .map(Request::id)
                .findFirst()
                .orElseThrow();
    }

    private String invited() throws Exception {
        sending.invite(us.coordinator.actor(), request(), MAILBOX, now).orThrow();
        Matcher link = Pattern.compile("https://holdfast\\.example/g/([A-Za-z0-9_-]{43})")
                .matcher(text(1));
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private String code(int message) throws Exception {
        Matcher code = Pattern.compile("\\b\\d{6}\\b").matcher(text(message));
        assertThat(code.find()).isTrue();
        return code.group();
    }

    private String text(int message) throws Exception {
        assertThat(server.waitForIncomingEmail(10_000, message)).isTrue();
        MimeMessage arrived = server.getReceivedMessages()[message - 1];
        assertThat(arrived.getAllRecipients()[0].toString()).contains(MAILBOX);
        return (String) arrived.getContent();
    }

    @Test
    void whoeverIsInByOneLinkReachesNoOtherAndWhatTheyWriteIsWordsOnly() throws Exception {
        String ours = "/g/" + invited();
        sending.sendCode(ours.substring(3), now);
        String code = code(2);
        sending.invite(us.coordinator.actor(), requestOf(nursery), MAILBOX, now).orThrow();
        Matcher second = Pattern.compile("/g/[A-Za-z0-9_-]{43}").matcher(text(3));
        assertThat(second.find()).isTrue();
        String others = second.group();
        Visitor office = new Visitor(port);
        assertThat(office.post(others + "/prove", "code", code).body())
                .as("a code of one link opens no other")
                .doesNotContain("Testchild");
        office.post(ours + "/prove", "code", code);
        sending.sendCode(others.substring(3), now);
        Visitor nurse = new Visitor(port);
        nurse.post(others + "/prove", "code", code(4));
        assertThat(nurse.get(others).body()).contains("Bea Testchild");
        Visitor thief = new Visitor(port);
        thief.withCookie("g", office.cookie("g"));
        assertThat(thief.get(ours).body())
                .as("the pass is good where it was made")
                .contains("Ann Testchild");
        assertThat(thief.get(others).body()).doesNotContain("Testchild");
        assertThat(thief.post(others + "/done").body()).doesNotContain("Thank you");

        String nobodys = UUID.randomUUID().toString();
        String anothers = requests.board(us.coordinator.actor(), panel, now).orThrow().rows().stream()
                .filter(row -> row.request().agency().equals(nursery.id()))
                .findFirst()
                .orElseThrow()
                .cells()
                .get(bea)
                .question()
                .id()
                .value()
                .toString();
        Visitor.Answer missing = office.get(ours + "/children/" + nobodys);
        assertThat(missing.status()).isEqualTo(404);
        assertThat(office.get(ours + "/children/" + anothers)).isEqualTo(missing);
        for (String form : List.of("", "/nothing-known")) {
            Visitor.Answer never = office.post(ours + "/children/" + nobodys + form, "version", "0", "known", "x");
            assertThat(never.status()).isEqualTo(404);
            assertThat(office.post(ours + "/children/" + anothers + form, "version", "0", "known", "x"))
                    .isEqualTo(never);
            assertThat(thief.post(others + "/children/" + anothers + form, "version", "0", "known", "x")
                            .body())
                    .doesNotContain("Testchild");
        }
        assertThat(requests.returnsOf(us.coordinator.actor(), bea).returns()).isEmpty();

        Matcher child = Pattern.compile("/g/[^/]+/children/[0-9a-f-]{36}")
                .matcher(office.get(ours).body());
        assertThat(child.find()).isTrue();
        String script = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>";
        Visitor.Answer kept = office.post(
                child.group(),
                "version",
                "0",
                "known",
                script,
                "source",
                script,
                "as-of-day",
                "2",
                "as-of-month",
                "3",
                "as-of-year",
                "2026",
                "agency",
                nursery.id().value().toString(),
                "givenBy",
                "Forged Author",
                "question",
                anothers);
        assertThat(kept.status()).isEqualTo(303);
        AgencyReturn told =
                requests.returnsOf(us.coordinator.actor(), ann).returns().getFirst();
        assertThat(told.agency()).isEqualTo(school.id());
        assertThat(told.givenBy()).isEqualTo(MAILBOX);
        assertThat(requests.returnsOf(us.coordinator.actor(), bea).returns()).isEmpty();
        for (String body : List.of(
                office.get(child.group()).body(),
                Visitor.signedIn(port, us.coordinator)
                        .get("/cases/" + ann.value() + "/returns")
                        .body())) {
            assertThat(body)
                    .contains("&lt;script&gt;alert(1)")
                    .doesNotContain("<script>alert", "<img src=x", "Forged Author");
        }
        assertThat(ledger.linesAbout(us.coordinator.actor(), bea.value(), 100).stream()
                        .filter(line -> line.actorName().equals(MAILBOX))
                        .map(LedgerLine::agency))
                .as("as a guest of the nursery, and of no other")
                .containsOnly(nursery.id().value());
    }
}
