package org.holdfast.oversight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.holdfast.HoldfastTest;
import org.holdfast.TestClock;
import org.holdfast.TestPartnership;
import org.holdfast.Visitor;
import org.holdfast.audit.Act;
import org.holdfast.audit.Heads;
import org.holdfast.audit.Ledger;
import org.holdfast.audit.LedgerEvent;
import org.holdfast.casework.Cases;
import org.holdfast.casework.Milestone;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.people.BirthDate;
import org.holdfast.people.ChildFacts;
import org.holdfast.people.ChildId;
import org.holdfast.people.ChildName;
import org.holdfast.people.NewChild;
import org.holdfast.people.People;
import org.holdfast.people.Sex;
import org.holdfast.sharing.CaseId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** GOV-7: whoever governs information reads who has looked, and what is out of the ordinary; nobody else does. */
@HoldfastTest
class OversightTest {

    record TestLooked(UUID caseId, String part) implements LedgerEvent {
        @Override
        public Act act() {
            return Act.LOOKED;
        }
    }

    private final Ledger ledger;
    private final Heads heads;
    private final UnusualLooks unusual;
    private final Cases cases;
    private final People people;
    private final TestClock clock;
    private final TestPartnership us;
    private final int port;
    private final LocalDate monday = LocalDate.of(2026, 3, 2);

    private UUID albas;
    private Instant night;

    OversightTest(
            Ledger ledger,
            Heads heads,
            UnusualLooks unusual,
            Cases cases,
            People people,
            TestClock clock,
            TestPartnership.Founder founder,
            @LocalServerPort int port) {
        this.ledger = ledger;
        this.heads = heads;
        this.unusual = unusual;
        this.cases = cases;
        this.people = people;
        this.clock = clock;
        this.us = founder.found(Instant.parse("2026-03-02T09:00:00Z"));
        this.port = port;
    }

    @BeforeEach
    void aSocialWorkerReadsAtNight() {
        night = clock.set(monday, LocalTime.of(23, 30));
        ChildId alba = people.create(
                us.coordinator.actor(),
                NewChild.of(
                        ChildFacts.of(
                                ChildName.of("Alba", "Socialworker"), BirthDate.of(monday.minusYears(15)), Sex.FEMALE),
                        "test"),
                night);
        CaseId opened = cases.open(us.coordinator.actor(), alba, night);
        cases.happened(us.coordinator.actor(), opened, Milestone.REFERRED, night, night);
        albas = opened.value();
        for (int line = 0; line < 11; line++) {
            looks(albas);
        }
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @Test
    void theReportShowsTheNightAndTheNameAndWhatCameOfIt() {
        clock.set(monday.plusDays(1), LocalTime.of(9, 0));
        Visitor ingo = Visitor.signedIn(port, us.informationGovernance);
        String page = ingo.get("/ledger/unusual").body();
        assertThat(page)
                .contains("Sol Socialworker")
                .contains("11 lines outside usual hours")
                .contains("a child with the same family name")
                .contains("None of this says that anybody did wrong");
        String about =
                "/ledger/unusual?who=" + us.socialWorker.member().id().value() + "&day=2026-03-02&kind=OUTSIDE_HOURS";
        assertThat(ingo.get(about).body()).contains("What came of it");
        assertThat(note(ingo, "", "On duty that night.").status()).isEqualTo(422);
        assertThat(note(ingo, "EXPLAINED", "On duty that night, <b>rota</b> seen.")
                        .status())
                .isEqualTo(303);
        assertThat(ingo.get("/ledger/unusual").body())
                .contains("Explained")
                .contains("On duty that night, &lt;b&gt;rota&lt;/b&gt; seen.");
        assertThat(ledger.linesAbout(us.coordinator.actor(), albas, 50)).isNotEmpty();
    }

    @Test
    void linesAreReadAcrossCasesByPersonActAndDayAndTakenAsAFile() {
        Visitor ingo = Visitor.signedIn(port, us.informationGovernance);
        String sol = "?who=" + us.socialWorker.member().id().value();
        assertThat(ingo.get("/ledger" + sol).body())
                .contains("Alba Socialworker")
                .contains("test looked, part overview")
                .doesNotContain("Corin Coordinator</th>");
        assertThat(ingo.get("/ledger" + sol + "&act=REFUSED").body()).contains("No line fits");
        assertThat(ingo.get("/ledger" + sol + "&from-day=3&from-month=3&from-year=2026")
                        .body())
                .contains("No line fits");
        assertThat(ingo.get("/ledger" + sol + "&from-day=31&from-month=2&from-year=2026")
                        .status())
                .as("no such day")
                .isEqualTo(422);
        Visitor.Answer file = ingo.get("/ledger.csv" + sol);
        assertThat(file.body())
                .startsWith("line,when,who,agency,act,what,case\r\n")
                .contains("\"Sol Socialworker\",\"Testshire Council\",LOOKED,\"test looked, part overview\"," + albas)
                .doesNotContain("Alba");
    }

    @Test
    void theCaseHolderSeesWhoLookedAtTheirCaseAndTakesItAway() {
        Visitor corin = Visitor.signedIn(port, us.coordinator);
        assertThat(corin.get("/cases/" + albas + "/looks?act=LOOKED").body())
                .contains("test looked, part overview")
                .contains("/looks.csv?act=LOOKED");
        assertThat(corin.get("/cases/" + albas + "/looks.csv?act=LOOKED").body())
                .contains("\"Sol Socialworker\"");
        assertThat(ledger.linesAbout(us.coordinator.actor(), albas, 1)
                        .getFirst()
                        .act())
                .isEqualTo(Act.EXPORTED);
    }

    @Test
    void nobodyJudgesTheirOwnLooking() {
        assertThat(unusual.note(
                        us.informationGovernance.actor(),
                        new NoteDraft(
                                us.informationGovernance.member().id().value(),
                                monday,
                                UnusualKind.MANY_CASES,
                                null,
                                NoteOutcome.EXPLAINED,
                                "All is well"),
                        night))
                .isEqualTo(Outcome.refused(Reason.of("oversight.note.about-oneself", "GOV-7")));
    }

    @Test
    void signedHeadsAreShownTakenAndCheckedWhileTheProgramRuns() {
        heads.sign(us.program, night);
        Visitor ingo = Visitor.signedIn(port, us.informationGovernance);
        String hash = heads.kept(us.program, 1).getFirst().head().hash();
        assertThat(ingo.get("/ledger/heads").body()).contains(hash).contains("Public key");
        assertThat(ingo.get("/ledger/heads.txt").body())
                .startsWith("Holdfast ledger head\n")
                .contains("hash: " + hash);
        assertThat(ingo.post("/ledger/check").body()).contains("lines stand as they were written");
    }

    @Test
    void whoDoesNotGovernInformationFindsNothing() {
        for (TestPartnership.Person person : List.of(us.coordinator, us.manager, us.administrator)) {
            Visitor visitor = Visitor.signedIn(port, person);
            for (String path :
                    List.of("/ledger", "/ledger.csv", "/ledger/unusual", "/ledger/heads", "/ledger/heads.txt")) {
                assertThat(visitor.get(path).status())
                        .as(person.username() + path)
                        .isEqualTo(404);
            }
        }
    }

    private Visitor.Answer note(Visitor ingo, String outcome, String text) {
        return ingo.post(
                "/ledger/unusual",
                "who",
                us.socialWorker.member().id().value().toString(),
                "day",
                "2026-03-02",
                "kind",
                "OUTSIDE_HOURS",
                "case",
                "",
                "outcome",
                outcome,
                "text",
                text);
    }

    private void looks(UUID caseId) {
        ledger.within(us.socialWorker.actor(), () -> {
            ledger.record(us.socialWorker.actor(), night, new TestLooked(caseId, "OVERVIEW"));
            return "";
        });
    }
}
