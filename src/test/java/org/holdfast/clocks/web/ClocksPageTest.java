package org.holdfast.clocks.web;

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
import org.holdfast.audit.Ledger;
import org.holdfast.audit.LedgerLine;
import org.holdfast.clocks.ClockKind;
import org.holdfast.clocks.Clocks;
import org.holdfast.sharing.Basis;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.Involvement;
import org.holdfast.sharing.Sharing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

@HoldfastTest
class ClocksPageTest {

    private final TestClock clock;
    private final Clocks clocks;
    private final Ledger ledger;
    private final Sharing sharing;
    private final TestPartnership.Founder founder;
    private final int port;

    private TestPartnership partnership;
    private CaseId caseId;
    private String path;

    ClocksPageTest(
            TestClock clock,
            Clocks clocks,
            Ledger ledger,
            Sharing sharing,
            TestPartnership.Founder founder,
            @LocalServerPort int port) {
        this.clock = clock;
        this.clocks = clocks;
        this.ledger = ledger;
        this.sharing = sharing;
        this.founder = founder;
        this.port = port;
    }

    @BeforeEach
    void aCaseReferredTenDaysAgo() {
        Instant now = clock.set(LocalDate.of(2026, 1, 20), LocalTime.of(10, 0));
        Instant referred = Instant.parse("2026-01-10T09:00:00Z");
        partnership = founder.found(now);
        caseId = new CaseId(UUID.randomUUID());
        path = "/cases/" + caseId.value() + "/clocks";
        sharing.opened(partnership.program, caseId);
        clocks.start(partnership.program, caseId, ClockKind.REASONABLE_GROUNDS, referred, now)
                .orThrow();
        clocks.startTurnsEighteen(partnership.program, caseId, LocalDate.of(2010, 7, 1), now)
                .orThrow();
    }

    @AfterEach
    void realTime() {
        clock.reset();
    }

    @Test
    void theCoordinatorSeesWhySinceWhenDueWhenUnderWhat() {
        Visitor coordinator = Visitor.signedIn(port, partnership.coordinator);
        Visitor.Answer page = coordinator.get(path);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.body())
                .contains("24 February 2026", "due in 35 days", "10 January 2026", "45 days", "Timescales")
                .contains(path + "/reasonable-grounds/pause", path + "/reasonable-grounds/extend")
                .doesNotContain("/reasonable-grounds/resume", "/turns-eighteen/pause")
                .as("rules have numbers for us, and words for users")
                .doesNotContain("NRM-1)");
    }

    @Test
    void theClocksStandInTheOrderOfTheProcessWhicheverWasStartedLast() {
        Instant now = clock.instant();
        clocks.start(partnership.program, caseId, ClockKind.CONCLUSIVE_GROUNDS, now, now)
                .orThrow();
        String body = Visitor.signedIn(port, partnership.coordinator).get(path).body();
        assertThat(body.indexOf(path + "/reasonable-grounds/pause"))
                .isPositive()
                .isLessThan(body.indexOf(path + "/conclusive-grounds/pause"));
    }

    @Test
    void theClockOfChildhoodIsNotOfferedToBeStartedAnew() {
        Visitor coordinator = Visitor.signedIn(port, partnership.coordinator);
        assertThat(coordinator.get(path).body())
                .contains(path + "/reasonable-grounds/restart")
                .doesNotContain(path + "/turns-eighteen/restart");
        assertThat(coordinator.get(path + "/turns-eighteen/restart").status()).isEqualTo(404);
        assertThat(coordinator.get(path + "/reasonable-grounds/restart").body())
                .contains("<a href=\"" + path + "\" class=\"govuk-back-link\"");
    }

    @Test
    void aDayThatDoesNotExistIsSaidBesideIt() {
        Visitor coordinator = Visitor.signedIn(port, partnership.coordinator);
        Visitor.Answer faults = coordinator.post(
                path + "/reasonable-grounds/pause",
                "from-day",
                "31",
                "from-month",
                "2",
                "from-year",
                "2026",
                "reason",
                "In hospital");
        assertThat(faults.status()).isEqualTo(422);
        assertThat(faults.body()).contains("Enter a date that exists", "In hospital");
    }

    @Test
    void aPauseIsGivenWithDayAndReason() {
        Visitor coordinator = Visitor.signedIn(port, partnership.coordinator);
        assertThat(coordinator.get(path + "/reasonable-grounds/pause").status()).isEqualTo(200);
        Visitor.Answer faults = coordinator.post(path + "/reasonable-grounds/pause", "reason", "In hospital");
        assertThat(faults.status()).isEqualTo(422);
        assertThat(faults.body()).contains("Enter a day", "In hospital");
        Visitor.Answer tooEarly = coordinator.post(
                path + "/reasonable-grounds/pause", "from-day", "1", "from-month", "1", "from-year", "2026");
        assertThat(tooEarly.status()).isEqualTo(422);
        assertThat(tooEarly.body()).contains("cannot begin before the clock started", "Say why");

        Visitor.Answer done = coordinator.post(
                path + "/reasonable-grounds/pause",
                "from-day",
                "20",
                "from-month",
                "1",
                "from-year",
                "2026",
                "reason",
                "In hospital");
        assertThat(done.status()).isEqualTo(303);
        assertThat(coordinator.get(done.location()).body())
                .contains("Paused from 20 January 2026 by Corin Coordinator", "In hospital")
                .contains(path + "/reasonable-grounds/resume");
        assertThat(coordinator.get(path + "/reasonable-grounds/pause").status()).isEqualTo(404);
        assertThat(coordinator
                        .post(
                                path + "/reasonable-grounds/pause",
                                "from-day",
                                "20",
                                "from-month",
                                "1",
                                "from-year",
                                "2026",
                                "reason",
                                "again")
                        .body())
                .contains("paused already");
    }

    @Test
    void anExtensionTakesWholeDays() {
        Visitor coordinator = Visitor.signedIn(port, partnership.coordinator);
        String extend = path + "/reasonable-grounds/extend";
        String version = version(coordinator, extend);
        assertThat(coordinator
                        .post(extend, "version", version, "days", "many", "reason", "Late report")
                        .status())
                .isEqualTo(422);
        assertThat(coordinator
                        .post(extend, "version", version, "days", "3", "reason", "Late report")
                        .status())
                .isEqualTo(303);
        assertThat(coordinator.get(path).body()).contains("27 February 2026", "Extended by 3 days");
    }

    @Test
    void theSameFormSentTwiceCountsOnce() {
        Visitor coordinator = Visitor.signedIn(port, partnership.coordinator);
        String extend = path + "/reasonable-grounds/extend";
        String version = version(coordinator, extend);
        String[] sent = {"version", version, "days", "3", "reason", "Late report"};
        assertThat(coordinator.post(extend, sent).status()).isEqualTo(303);
        assertThat(coordinator.post(extend, sent).body()).contains("changed since you opened it");
        assertThat(coordinator.get(path).body()).contains("27 February 2026");

        String restart = path + "/reasonable-grounds/restart";
        String before = version(coordinator, restart);
        assertThat(startedAnew(coordinator, restart, before).status()).isEqualTo(303);
        assertThat(startedAnew(coordinator, restart, before).body()).contains("changed since you opened it");
    }

    /** Of the clock as its form was drawn. */
    private static String version(Visitor visitor, String form) {
        return visitor.get(form).body().replaceAll("(?s).*name=\"version\" value=\"([^\"]*)\".*", "$1");
    }

    @Test
    void onlyWhoeverMayChangeItStartsAClockAnew() {
        Visitor coordinator = Visitor.signedIn(port, partnership.coordinator);
        sharing.involve(
                partnership.program,
                caseId,
                Involvement.of(partnership.socialWorker.member().id(), Basis.ASSIGNED, clock.instant()),
                clock.instant());
        sharing.exclude(
                partnership.program,
                caseId,
                partnership.socialWorker.member().id(),
                "Kin of somebody named in the case",
                clock.instant());
        String restart = path + "/reasonable-grounds/restart";
        for (TestPartnership.Person other :
                List.of(partnership.socialWorker, partnership.administrator, partnership.guardian)) {
            assertThat(startedAnew(Visitor.signedIn(port, other), restart, "").status())
                    .as(other.username())
                    .isEqualTo(404);
        }
        assertThat(coordinator.get(path).body()).contains("24 February 2026").doesNotContain("Started anew by");
        assertThat(ledger.linesAbout(partnership.program, caseId.value(), 50))
                .filteredOn(line -> line.event().equals("access-refused"))
                .extracting(LedgerLine::actorName)
                .contains("Sol Socialworker", "Gil Guardian");

        assertThat(startedAnew(coordinator, path + "/turns-eighteen/restart", "")
                        .body())
                .contains("This clock follows the date of birth");
        assertThat(startedAnew(coordinator, restart, version(coordinator, restart))
                        .status())
                .isEqualTo(303);
        assertThat(coordinator.get(path).body()).contains("Started anew by Corin Coordinator", "19 February 2026");
    }

    private static Visitor.Answer startedAnew(Visitor visitor, String path, String version) {
        return visitor.post(
                path,
                "version",
                version,
                "startedOn-day",
                "5",
                "startedOn-month",
                "1",
                "startedOn-year",
                "2026",
                "reason",
                "The form bears the fifth");
    }

    @Test
    void nobodyElseFindsThePageAndForgedRequestsChangeNothing() {
        Visitor socialWorker = Visitor.signedIn(port, partnership.socialWorker);
        assertThat(socialWorker.get(path).status()).isEqualTo(404);
        assertThat(socialWorker.get(path + "/reasonable-grounds/extend").status())
                .isEqualTo(404);
        assertThat(socialWorker
                        .post(path + "/reasonable-grounds/extend", "days", "3", "reason", "Late report")
                        .status())
                .isEqualTo(404);
        Visitor coordinator = Visitor.signedIn(port, partnership.coordinator);
        assertThat(coordinator
                        .forged(path + "/reasonable-grounds/extend", "days", "3", "reason", "Late report")
                        .status())
                .isNotEqualTo(303);
        assertThat(coordinator.get(path + "/turns-eighteen/extend").status()).isEqualTo(404);
        assertThat(coordinator.post(path + "/reasonable-grounds/stop").status()).isEqualTo(404);
        assertThat(coordinator.get(path).body()).contains("24 February 2026");
    }
}
