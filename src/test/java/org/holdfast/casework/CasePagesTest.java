package org.holdfast.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.holdfast.HoldfastTest;
import org.holdfast.Refusals;
import org.holdfast.TestClock;
import org.holdfast.TestPartnership;
import org.holdfast.Visitor;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Ledger;
import org.holdfast.audit.LedgerLine;
import org.holdfast.audit.Role;
import org.holdfast.clocks.ClockKind;
import org.holdfast.clocks.Clocks;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.people.BirthDate;
import org.holdfast.people.ChildFacts;
import org.holdfast.people.ChildId;
import org.holdfast.people.ChildName;
import org.holdfast.people.NewChild;
import org.holdfast.people.People;
import org.holdfast.people.Sex;
import org.holdfast.people.WarningKind;
import org.holdfast.sharing.Basis;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.DataClass;
import org.holdfast.sharing.Involvement;
import org.holdfast.sharing.Sharing;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The child's page and its parts, My work and search, as people use them. */
@HoldfastTest
class CasePagesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private final Cases cases;
    private final Circles circles;
    private final Plans plans;
    private final Chronologies chronologies;
    private final Sharing sharing;
    private final Courts courts;
    private final Attachments attachments;
    private final Clocks clocks;
    private final People people;
    private final Ledger ledger;
    private final TestClock clock;
    private final TestPartnership.Founder founder;
    private final int port;

    private TestPartnership here;
    private Instant now;
    private ChildId child;
    private CaseId id;

    @SuppressWarnings("NullAway.Init") // a new partnership and case for each test
    CasePagesTest(
            Cases cases,
            Circles circles,
            Plans plans,
            Chronologies chronologies,
            Sharing sharing,
            Courts courts,
            Attachments attachments,
            Clocks clocks,
            People people,
            Ledger ledger,
            TestClock clock,
            TestPartnership.Founder founder,
            @LocalServerPort int port) {
        this.cases = cases;
        this.circles = circles;
        this.plans = plans;
        this.chronologies = chronologies;
        this.sharing = sharing;
        this.courts = courts;
        this.attachments = attachments;
        this.clocks = clocks;
        this.people = people;
        this.ledger = ledger;
        this.clock = clock;
        this.founder = founder;
        this.port = port;
    }

    @BeforeEach
    void aCaseIsOpenAndTheSocialWorkerLeadsIt() {
        now = clock.set(TODAY, LocalTime.NOON);
        here = founder.found(now);
        child = people.create(
                here.coordinator.actor(),
                NewChild.of(
                        ChildFacts.of(
                                ChildName.asKnown("Minh Testchild"), BirthDate.of(LocalDate.of(2011, 2, 3)), Sex.MALE),
                        "a referral"),
                now);
        id = cases.open(here.coordinator.actor(), child, now);
        cases.happened(here.coordinator.actor(), id, Milestone.REFERRED, now, now);
        cases.happened(here.coordinator.actor(), id, Milestone.ACCEPTED_FOR_LOCAL_DECISION, now, now);
        circles.lead(here.coordinator.actor(), id, here.socialWorker.member().id(), 1, now)
                .orThrow();
    }

    @Test
    void aChildHasOneCaseHoweverOftenItIsOpened() {
        assertThat(cases.open(here.coordinator.actor(), child, now)).isEqualTo(id);
        assertThat(cases.caseOf(here.coordinator.actor(), child)).contains(id);
        assertThat(cases.childOf(here.coordinator.actor(), id)).isEqualTo(child);
        assertThat(cases.stage(here.coordinator.actor(), id)).isEqualTo(Stage.AWAITING_REASONABLE_GROUNDS);
    }

    @Test
    void everyPartOfTheCaseShowsToWhoeverLeadsItAndToNobodyWithoutNeedToKnow() {
        Visitor worker = Visitor.signedIn(port, here.socialWorker);
        Visitor stranger = Visitor.signedIn(port, here.policeVoter);
        for (String part : List.of(
                "",
                "/chronology",
                "/plan",
                "/court",
                "/updates",
                "/voice",
                "/files",
                "/people",
                "/looks",
                "/chronology/new",
                "/plan/new",
                "/actions/new",
                "/court/dates/new",
                "/court/offences/new",
                "/court/custody/new",
                "/voice/new",
                "/people/new")) {
            Visitor.Answer answer = worker.get(path(part));
            assertThat(answer.status()).as(part).isEqualTo(200);
            assertThat(answer.body()).as(part).contains("Minh Testchild").contains("Sol Socialworker");
            Visitor.Answer refused = stranger.get(path(part));
            assertThat(refused.status()).as(part).isEqualTo(404);
            assertThat(refused.body()).doesNotContain("Minh");
        }
    }

    @Test
    void whoIsKeptOutCanOpenNothingWhateverTheirRole() {
        TestPartnership.Person second = here.join(here.council, "Second Coordinator", Role.PANEL_COORDINATOR);
        Visitor kept = Visitor.signedIn(port, second);
        assertThat(kept.get(path("")).status()).isEqualTo(200);

        Visitor coordinator = Visitor.signedIn(port, here.coordinator);
        coordinator.get(path("/people"));
        Visitor.Answer done = coordinator.post(
                path("/people/exclude"),
                "excluded",
                second.member().id().value().toString(),
                "reason",
                "lives next door to the family");
        assertThat(done.status()).isEqualTo(303);

        assertThat(kept.get(path("")).status()).isEqualTo(404);
        assertThat(kept.get("/work").body()).doesNotContain("Minh Testchild");
    }

    @Test
    void anEventIsWrittenWithWhatIsKnownOfItsDate() {
        Visitor worker = Visitor.signedIn(port, here.socialWorker);
        worker.get(path("/chronology/new"));
        Visitor.Answer faulty = worker.post(
                path("/chronology/new"),
                "lane",
                "MISSING",
                "when-day",
                "31",
                "when-month",
                "2",
                "when-year",
                "2026",
                "what",
                "Away from home <b>overnight</b>",
                "agency",
                "Testshire Police");
        assertThat(faulty.status()).isEqualTo(422);
        assertThat(faulty.body())
                .contains("Away from home &lt;b&gt;overnight&lt;/b&gt;")
                .contains("Enter a date that exists");
        Visitor.Answer written = worker.post(
                path("/chronology/new"),
                "lane",
                "MISSING",
                "when-month",
                "March",
                "when-year",
                "2026",
                "about",
                "yes",
                "significant",
                "yes",
                "what",
                "Away from home overnight",
                "agency",
                "Testshire Police",
                "source",
                "missing report");
        assertThat(written.status()).isEqualTo(303);

        String list = worker.get(path("/chronology")).body();
        assertThat(list)
                .contains("about March 2026", "Away from home overnight", "<svg", "Accepted for a local decision");
        assertThat(worker.get(path("/chronology?lane=HOME")).body()).contains("No event matches");
        assertThat(worker.get(path("/chronology.csv?lane=MISSING")).body())
                .contains("2026-03-01,2026-03-31,yes,\"Missing\",\"Away from home overnight\",\"Testshire Police\"");
    }

    @Test
    void aLineIsCorrectedOnlyByWhoeverGaveItAndWhatItSaidIsKept() {
        TestPartnership.Person contact = here.join(here.police, "Cam Contact", Role.AGENCY_CONTACT);
        sharing.involve(here.coordinator.actor(), id, Involvement.of(here.police.id(), Basis.AGENCY, now), now);
        UUID ours = chronologies
                .write(here.socialWorker.actor(), id, event("Away from home overnight"), now)
                .orThrow();
        UUID theirs = chronologies
                .write(contact.actor(), id, event("Found at the station"), now)
                .orThrow();
        assertThat(chronologies.rewrite(contact.actor(), id, ours, event("Ran away"), 1, now))
                .isInstanceOfSatisfying(
                        Outcome.Refused.class,
                        refused -> assertThat(refused.reasons())
                                .extracting(reason -> ((Reason) reason).key())
                                .containsExactly("casework.entry.not-yours"));
        assertThat(Refusals.of(ledger, contact.actor())).containsExactly("access-refused FOR_OTHERS");
        String list = Visitor.signedIn(port, contact).get(path("/chronology")).body();
        assertThat(list).contains("/chronology/" + theirs).doesNotContain("/chronology/" + ours);

        chronologies
                .rewrite(contact.actor(), id, theirs, event("Found at the bus station"), 1, now)
                .orThrow();
        chronologies
                .rewrite(here.coordinator.actor(), id, theirs, event("Found at Example bus station"), 2, now)
                .orThrow();
        assertThat(chronologies.earlier(here.coordinator.actor(), id, theirs, now))
                .extracting(entry -> entry.written().what())
                .containsExactly("Found at the bus station", "Found at the station");
        assertThat(Visitor.signedIn(port, contact)
                        .get(path("/chronology/" + theirs))
                        .body())
                .contains("Found at Example bus station", "What it said before", "Found at the bus station");
    }

    private static EntryDraft event(String what) {
        return new EntryDraft(Lane.MISSING, UncertainDay.on(TODAY.minusDays(3)), what, "Example agency", "", false);
    }

    @Test
    void inTwoTabsTheSecondGetsItsWordsBackWithWhatTheFirstSaved() {
        var draft = new CourtDateDraft(TODAY.plusDays(20), "Example Youth Court", "Plea", null, null);
        var date = courts.set(here.socialWorker.actor(), id, draft, now).orThrow();
        Visitor worker = Visitor.signedIn(port, here.socialWorker);
        String form = path("/court/dates/" + date);
        assertThat(worker.get(form).body()).contains("value=\"Plea\"");
        assertThat(worker.post(form, court(1, "Trial")).status()).isEqualTo(303);

        worker.get(path("/court"));
        Visitor.Answer second = worker.post(form, court(1, "Sentence"));
        assertThat(second.status()).isEqualTo(422);
        assertThat(second.body()).contains("What it says now", "Trial", "value=\"Sentence\"");
        assertThat(courts.dates(here.socialWorker.actor(), id))
                .extracting(CourtDate::hearing)
                .containsExactly("Trial");

        assertThat(worker.post(form, court(2, "Sentence")).status()).isEqualTo(303);
        assertThat(courts.dates(here.socialWorker.actor(), id))
                .extracting(CourtDate::hearing)
                .containsExactly("Sentence");
    }

    private static String[] court(int version, String hearing) {
        LocalDate on = TODAY.plusDays(20);
        return new String[] {
            "version", "" + version,
            "on-day", "" + on.getDayOfMonth(),
            "on-month", "" + on.getMonthValue(),
            "on-year", "" + on.getYear(),
            "court", "Example Youth Court",
            "hearing", hearing
        };
    }

    @Test
    void aCourtDateBeforeTheDecisionIsDueStandsOnThePageAndOnMyWork() {
        clocks.start(here.coordinator.actor(), id, ClockKind.REASONABLE_GROUNDS, now, now)
                .orThrow();
        courts.set(
                        here.socialWorker.actor(),
                        id,
                        new CourtDateDraft(TODAY.plusDays(20), "Example Youth Court", "Plea", null, null),
                        now)
                .orThrow();
        Visitor worker = Visitor.signedIn(port, here.socialWorker);
        assertThat(worker.get(path("")).body()).contains("An urgent panel can bring the decision forward");
        assertThat(worker.get("/work").body())
                .contains("Bring the decision forward: the child is at Example Youth Court", "Minh Testchild");
        assertThat(Visitor.signedIn(port, here.coordinator).get("/work").body())
                .contains("Bring the decision forward: the child is at Example Youth Court");
    }

    @Test
    void aChildOnNoAgendaWaitsForTheCoordinatorToPutThemOnOneAndForNobodyElse() {
        clocks.start(here.coordinator.actor(), id, ClockKind.REASONABLE_GROUNDS, now, now)
                .orThrow();
        String agendas = "href=\"/meetings/for/" + id.value() + "\"";
        Visitor coordinator = Visitor.signedIn(port, here.coordinator);
        assertThat(coordinator.get("/work").body()).contains(agendas, "for the reasonable grounds decision");
        assertThat(coordinator.get(path("")).body()).contains(agendas);
        Visitor worker = Visitor.signedIn(port, here.socialWorker);
        assertThat(worker.get("/work").body())
                .contains("Reasonable grounds decision")
                .doesNotContain(agendas);
        assertThat(worker.get(path("")).body())
                .contains("Reasonable grounds decision")
                .doesNotContain(agendas)
                .as("a page leads to other pages")
                .doesNotContain("href=\"" + path("") + "\">Reasonable grounds decision");
        cases.happened(here.coordinator.actor(), id, Milestone.PANEL_PLANNED, now, now);
        assertThat(coordinator.get("/work").body())
                .contains("Reasonable grounds decision")
                .doesNotContain(agendas);
    }

    @Test
    void aDayThatIsNoneIsToldWhereTheChronologyOrTheLooksAreNarrowedToIt() {
        Visitor worker = Visitor.signedIn(port, here.socialWorker);
        for (String part : List.of("chronology", "looks")) {
            Visitor.Answer wrong = worker.get(path("/" + part) + "?from-day=31&from-month=2&from-year=2026");
            assertThat(wrong.status()).as(part).isEqualTo(422);
            assertThat(wrong.body()).contains("Enter a date that exists", "value=\"31\"");
            assertThat(worker.get(path("/" + part)
                                    + "?from-day=2&from-month=3&from-year=2026&to-day=1&to-month=3&to-year=2026")
                            .body())
                    .contains("The period must not end before it begins");
            assertThat(worker.get(path("/" + part) + "?from-day=&from-month=&from-year=")
                            .status())
                    .isEqualTo(200);
        }
    }

    @Test
    void aHomeRecordedMeanwhileIsShownAndWhatWasTypedCanThenBeSaved() {
        String council = "E06000010";
        Visitor worker = Visitor.signedIn(port, here.socialWorker);
        Visitor coordinator = Visitor.signedIn(port, here.coordinator);
        assertThat(worker.post(path("/home"), "version", "0", "authority", council, "because", "Lives there")
                        .status())
                .isEqualTo(303);
        Visitor.Answer meanwhile = coordinator.post(
                path("/home"), "version", "0", "authority", council, "because", "Goes to school there");
        assertThat(meanwhile.status()).isEqualTo(422);
        assertThat(meanwhile.body())
                .contains("Lives there")
                .contains("Goes to school there")
                .contains("name=\"version\" value=\"1\"");
        assertThat(coordinator
                        .post(path("/home"), "version", "1", "authority", council, "because", "Goes to school there")
                        .status())
                .isEqualTo(303);
    }

    @Test
    void anActionComesToItsOwnersWorkAndLeavesItWhenDone() {
        var member = here.socialWorker.member();
        var action = plans.agree(
                        here.coordinator.actor(),
                        id,
                        new ActionDraft(
                                "Arrange a new school place",
                                "School keeps Minh safe in the day",
                                member.id(),
                                member.name(),
                                member.agency().id(),
                                member.agency().name(),
                                TODAY.plusDays(5)),
                        now)
                .orThrow();
        Visitor worker = Visitor.signedIn(port, here.socialWorker);
        assertThat(worker.get("/work").body()).contains("Action: Arrange a new school place");
        String page = path("/actions/" + action);
        worker.get(page);
        assertThat(worker.post(page + "/move", "version", "1", "command", "COMPLETE", "note", "")
                        .status())
                .isEqualTo(422);
        assertThat(worker.post(page + "/move", "version", "1", "command", "COMPLETE", "note", "Starts on Monday")
                        .status())
                .isEqualTo(303);
        assertThat(worker.get("/work").body()).doesNotContain("Arrange a new school place");
        assertThat(worker.get(path("/plan")).body()).contains("Starts on Monday");
    }

    @Test
    void section45IsRecordedStepByStepAndScheduleFourRulesNothing() {
        Visitor worker = Visitor.signedIn(port, here.socialWorker);
        worker.get(path("/court/offences/new"));
        assertThat(worker.post(
                                path("/court/offences/new"),
                                "allegation",
                                "Robbery of a telephone",
                                "when-month",
                                "9",
                                "when-year",
                                "2026",
                                "proceedings",
                                "CHARGED",
                                "kind",
                                "robbery",
                                "lawyer",
                                "NOT_YET_ASKED")
                        .status())
                .isEqualTo(303);
        Offence offence =
                courts.offences(here.socialWorker.actor(), id, Instant.now()).getFirst();
        assertThat(worker.get(path("/court")).body()).contains("Listed in Schedule 4", "Not considered yet");
        String defence = path("/court/offences/" + offence.id() + "/defence");
        for (String page : List.of(path("/court/offences/" + offence.id()), defence)) {
            long before = looks();
            assertThat(worker.get(page).status()).isEqualTo(200);
            assertThat(looks())
                    .as("whoever reads of an offence is on the ledger of the case")
                    .isGreaterThan(before);
        }
        assertThat(worker.post(
                                defence,
                                "version",
                                "1",
                                "step",
                                "RAISE",
                                "stepOn-day",
                                "20",
                                "stepOn-month",
                                "11",
                                "stepOn-year",
                                "2026",
                                "byWhom",
                                "the child's solicitor")
                        .status())
                .isEqualTo(303);
        assertThat(courts.offences(here.socialWorker.actor(), id, Instant.now())
                        .getFirst()
                        .defence())
                .isEqualTo(Defence.RAISED);
    }

    @Test
    void whatWasTypedOfAWarningStaysWhereItWasTyped() {
        Visitor worker = Visitor.signedIn(port, here.socialWorker);
        for (WarningKind kind : List.of(WarningKind.RISK_TO_CHILD, WarningKind.HANDLE_WITH_CARE)) {
            people.warn(here.socialWorker.actor(), child, kind, "Ring before you come", TODAY.plusDays(30), now)
                    .orThrow();
        }
        String warnings = path("/warnings/");
        Matcher found = Pattern.compile(warnings + "([0-9a-f-]{36})/review")
                .matcher(worker.get(path("/people")).body());
        assertThat(found.find()).isTrue();
        Visitor.Answer wrong = worker.post(
                warnings + found.group(1) + "/review", "again-day", "31", "again-month", "2", "again-year", "2027");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).containsOnlyOnce("value=\"31\"");
    }

    @Test
    void theAnswerToOneQuestionIsToldOfAtThatQuestion() {
        Visitor coordinator = Visitor.signedIn(port, here.coordinator);
        String questions = path("/questions");
        coordinator.get(questions);
        for (String text : List.of("Is anything new?", "Who saw the child last?")) {
            assertThat(coordinator
                            .post(
                                    questions,
                                    "text",
                                    text,
                                    "askedBy",
                                    "Example Competent Authority",
                                    "askedOn-day",
                                    "1",
                                    "askedOn-month",
                                    "11",
                                    "askedOn-year",
                                    "2026")
                            .status())
                    .isEqualTo(303);
        }
        List<String> asked = Pattern.compile(questions + "/([0-9a-f-]{36})/answer")
                .matcher(coordinator.get(questions).body())
                .results()
                .map(one -> one.group(1))
                .toList();
        assertThat(asked).hasSize(2).doesNotHaveDuplicates();
        String body = coordinator
                .post(questions + "/" + asked.getLast() + "/answer", "words-" + asked.getLast(), "")
                .body();
        assertThat(body)
                .contains("href=\"#words-" + asked.getLast() + "\"")
                .doesNotContain("href=\"#words-" + asked.getFirst() + "\"")
                .containsOnlyOnce("id=\"words-" + asked.getFirst() + "\"")
                .containsOnlyOnce("id=\"words-" + asked.getLast() + "\"");
        assertThat(coordinator
                        .post(
                                questions + "/" + asked.getLast() + "/answer",
                                "words-" + asked.getLast(),
                                "A doctor, on Monday.")
                        .status())
                .isEqualTo(303);
    }

    private Actor ofAgency(UUID agency, String name) {
        Actor one = here.coordinator.actor();
        return new Actor(one.partnership(), one.kind(), one.member(), one.name(), agency, name, one.roles());
    }

    private long looks() {
        return ledger.linesAbout(here.coordinator.actor(), id.value(), 200).stream()
                .filter(line -> line.event().equals("case-seen"))
                .count();
    }

    @Test
    void whatTheChildSaidStandsFirstInTheirOwnWords() {
        Visitor worker = Visitor.signedIn(port, here.socialWorker);
        worker.get(path("/voice/new"));
        assertThat(worker.post(
                                path("/voice/new"),
                                "on-day",
                                "20",
                                "on-month",
                                "11",
                                "on-year",
                                "2026",
                                "means",
                                "FACE_TO_FACE",
                                "words",
                                "I want to stay with my aunt.\nI don't like the phone calls.",
                                "language",
                                "Vietnamese",
                                "interpreter",
                                "Ina Interpreter",
                                "heardBy",
                                "Sol Socialworker",
                                "chosen",
                                "BY_THE_CHILD",
                                "representative",
                                "Gil Guardian")
                        .status())
                .isEqualTo(303);
        assertThat(worker.get(path("")).body()).contains("I want to stay with my aunt.");
        assertThat(worker.get(path("/voice")).body()).contains("Somebody whom the child chose", "Ina Interpreter");
    }

    @Test
    void anUpdateIsOneLineAndAMistakeIsPutRightByAnother() {
        Visitor worker = Visitor.signedIn(port, here.socialWorker);
        String body = worker.get(path("/updates")).body();
        Matcher time = Pattern.compile("name=\"at-time\" type=\"text\" value=\"([^\"]+)\"")
                .matcher(body);
        assertThat(time.find()).isTrue();
        assertThat(worker.post(
                                path("/updates"),
                                "what",
                                "School says he was in class all week",
                                "source",
                                "Head of year",
                                "kind",
                                "CONTACT",
                                "relevant",
                                "yes",
                                "at-day",
                                "21",
                                "at-month",
                                "11",
                                "at-year",
                                "2026",
                                "at-time",
                                "9:30")
                        .status())
                .isEqualTo(303);
        assertThat(worker.get(path("/updates")).body())
                .contains("School says he was in class all week", "Bears on the decision");
        assertThat(worker.get(path("/chronology")).body()).contains("School says he was in class all week");
    }

    @Test
    void whoeverReadsALineThatFewerMayReadReadsThatItIsOne() {
        var lead = here.socialWorker.actor();
        for (DataClass tells : new DataClass[] {null, DataClass.HEALTH}) {
            String what = tells == null ? "Plain" : "Marked";
            chronologies
                    .write(
                            lead,
                            id,
                            new EntryDraft(
                                    Lane.FAMILY, UncertainDay.on(TODAY), what, "Testshire Council", "", false, tells),
                            now)
                    .orThrow();
            chronologies
                    .log(
                            lead,
                            id,
                            new UpdateDraft(now, CaseUpdate.Kind.CONTACT, what, "a call", false, null, tells),
                            now)
                    .orThrow();
        }
        Visitor worker = Visitor.signedIn(port, here.socialWorker);
        for (String part : List.of("/chronology", "/updates")) {
            String page = worker.get(path(part)).body();
            assertThat(before(page, ">Marked</p>"))
                    .as(part)
                    .endsWith(
                            "<span class=\"govuk-visually-hidden\">Fewer may read this line. It tells of: </span>Health"
                                    + "</strong>");
            assertThat(before(page, ">Plain</p>")).as(part).doesNotEndWith("</strong>");
        }
        assertThat(worker.get(path("/chronology.csv")).body().lines())
                .anyMatch(line -> line.contains("\"Marked\"") && line.endsWith("\"Health\""))
                .anyMatch(line -> line.contains("\"Plain\"") && line.endsWith("\"\""));
    }

    /** What stands on a page before the paragraph with these words. */
    private static String before(String page, String words) {
        assertThat(page).contains(words);
        String before = page.substring(0, page.indexOf(words));
        return before.substring(0, before.lastIndexOf('<')).strip();
    }

    @Test
    void searchShowsYourOwnChildrenAndOfOthersOnlyThatSomebodyIsKnown() {
        String own = Visitor.signedIn(port, here.socialWorker)
                .search("testchild mihn")
                .body();
        assertThat(own).contains("Minh Testchild", path(""));
        String restricted = Visitor.signedIn(port, here.policeVoter)
                .search("Minh Testchild")
                .body();
        assertThat(restricted)
                .contains("Known to the partnership", "Testshire Council")
                .contains("/access/" + id.value())
                .doesNotContain(path(""))
                .doesNotContain(child.value().toString())
                .doesNotContain("3 February 2011")
                .doesNotContain("Sol Socialworker");
        assertThat(Visitor.signedIn(port, here.administrator).search("Minh").status())
                .isEqualTo(404);
    }

    @Test
    void aLongTextIsKeptWhileItIsTypedAndIsNoDraftAnyMoreOnceItIsSent() {
        Visitor worker = Visitor.signedIn(port, here.socialWorker);
        String form = path("/chronology/new");
        String draft = worker.get(form).body().replaceAll("(?s).*data-draft=\"([^\"]+)\".*", "$1");
        worker.post("/drafts/" + draft, "what", "Half a sentence about");
        assertThat(worker.get(form).body()).contains("Half a sentence about");
        assertThat(Visitor.signedIn(port, here.coordinator).get(form).body())
                .as("it is nobody else's")
                .doesNotContain("Half a sentence");
        assertThat(worker.post(form, "lane", "MISSING", "when-year", "soon", "what", "A whole sentence")
                        .status())
                .isEqualTo(422);
        assertThat(worker.get(form).body()).contains("Half a sentence about");
        assertThat(worker.post(
                                form,
                                "lane",
                                "MISSING",
                                "when-year",
                                "2026",
                                "what",
                                "A whole sentence",
                                "agency",
                                "Testshire Police",
                                "source",
                                "missing report")
                        .status())
                .isEqualTo(303);
        assertThat(worker.get(form).body()).doesNotContain("Half a sentence");
    }

    @Test
    void whatWasSearchedForStandsInNoAddressAndTheWayBackShowsItsAnswerAgain() {
        Visitor worker = Visitor.signedIn(port, here.socialWorker);
        worker.get("/search");
        String first = worker.post("/search", "q", "Minh Testchild").location();
        String second = worker.post("/search", "q", "Somebody Else").location();
        assertThat(first + second).doesNotContain("Minh", "Else");
        assertThat(worker.get(second).body()).contains("Somebody Else").doesNotContain("Minh Testchild");
        assertThat(worker.get(first).body()).contains("Minh Testchild", path(""));
        assertThat(Visitor.signedIn(port, here.coordinator).get(first).body())
                .as("what one person searched for is nothing to another")
                .doesNotContain("Minh");
    }

    @Test
    void everyLookIsOnTheLedgerAndShownToWhoeverLeads() {
        Visitor.signedIn(port, here.coordinator).get(path("/chronology"));
        Visitor.signedIn(port, here.policeVoter).get(path(""));
        assertThat(ledger.linesAbout(here.coordinator.actor(), id.value(), 50))
                .extracting(LedgerLine::event)
                .contains("case-opened", "milestone-reached", "case-seen", "access-refused");
        assertThat(Visitor.signedIn(port, here.socialWorker).get(path("/looks")).body())
                .contains("Corin Coordinator", "Pola Policevoter", "Refused");
    }

    @Test
    void theInterfaceGivesStageAndClocks() throws Exception {
        clocks.start(here.coordinator.actor(), id, ClockKind.REASONABLE_GROUNDS, now, now)
                .orThrow();
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1" + path("")))
                                .header("Authorization", "Bearer " + here.apiToken)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body())
                .contains("\"stage\":\"AWAITING_REASONABLE_GROUNDS\"", "\"route\":\"LOCAL\"")
                .contains(
                        "\"rule\":\"NRM-1\"", "\"startedAt\":\"2026-11-21T12:00", "\"dueAt\":\"2027-01-05T23:59:59Z\"");
    }

    @Test
    void anotherPartnershipsCaseDoesNotExist() {
        TestPartnership elsewhere = founder.found(now);
        assertThat(Visitor.signedIn(port, elsewhere.coordinator).get(path("")).status())
                .isEqualTo(404);
    }

    @Test
    void aFileIsTakenByItsContentAndHandedOutAsADownloadOnly() {
        byte[] pdf = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n".getBytes(StandardCharsets.US_ASCII);
        Attachment file = attachments
                .add(here.socialWorker.actor(), id, "..\\report.exe", pdf, "School report", now)
                .orThrow();
        assertThat(file.name()).isEqualTo("report.pdf");
        byte[] page = "<html><script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII);
        assertThat(attachments.add(here.socialWorker.actor(), id, "letter.pdf", page, "Letter", now))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(attachments.add(here.socialWorker.actor(), id, "again.pdf", pdf, "The same", now))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(Visitor.signedIn(port, here.socialWorker)
                        .get(path("/files/" + file.id()))
                        .body())
                .startsWith("%PDF-1.7");
        assertThat(Visitor.signedIn(port, here.policeVoter)
                        .get(path("/files/" + file.id()))
                        .status())
                .isEqualTo(404);
        assertThat(attachments.withdraw(
                        ofAgency(here.police.id().value(), "Testshire Council"),
                        id,
                        file.id(),
                        "of the same name",
                        1,
                        now))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(ledger.linesAbout(here.coordinator.actor(), id.value(), 1))
                .as("that it was not theirs to take back stands on the ledger")
                .singleElement()
                .satisfies(line -> assertThat(line.detail()).contains("FOR_OTHERS"));
        assertThat(attachments.withdraw(
                        ofAgency(here.council.id().value(), "Greater Testshire"),
                        id,
                        file.id(),
                        "sent in error",
                        1,
                        now))
                .as("the council under its new name")
                .isInstanceOf(Outcome.Done.class);
        assertThat(Visitor.signedIn(port, here.socialWorker)
                        .get(path("/files/" + file.id()))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whoLeavesTheCircleCanNoLongerOpenTheCase() {
        var voter = here.policeVoter.member();
        circles.join(
                        here.socialWorker.actor(),
                        id,
                        new PartyDraft(
                                Capacity.POLICE_OFFICER,
                                voter.name(),
                                voter.id(),
                                null,
                                voter.agency().name(),
                                "",
                                TODAY),
                        now)
                .orThrow();
        Visitor officer = Visitor.signedIn(port, here.policeVoter);
        assertThat(officer.get(path("")).status()).isEqualTo(200);
        Party party = circles.circle(here.socialWorker.actor(), id).parties().stream()
                .filter(one -> one.capacity() == Capacity.POLICE_OFFICER)
                .findFirst()
                .orElseThrow();
        circles.leave(here.socialWorker.actor(), id, party.id(), party.version(), now)
                .orThrow();
        assertThat(officer.get(path("")).status()).isEqualTo(404);
    }

    private String path(String part) {
        return "/cases/" + id.value() + part;
    }
}
