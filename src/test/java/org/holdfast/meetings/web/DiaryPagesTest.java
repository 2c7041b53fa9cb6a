package org.holdfast.meetings.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.holdfast.HoldfastTest;
import org.holdfast.TestPartnership;
import org.holdfast.Visitor;
import org.holdfast.law.Nation;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.law.WorkingCalendar;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The diary at a browser without script: told of a clash, planned all the same, the quarter planned, seen and taken along. */
@HoldfastTest
class DiaryPagesTest {
    private static final Pattern TOLD = Pattern.compile("name=\"told\" value=\"([0-9a-f]+)\"");

    private final TestPartnership us;
    private final LocalDate today = UnitedKingdom.day(Instant.now());
    private final LocalDate workingDay = WorkingCalendar.of(Nation.WALES).after(today, 1);

    @LocalServerPort
    private int port;

    DiaryPagesTest(TestPartnership.Founder founder) {
        this.us = founder.found("cardiff", Instant.now().minus(Duration.ofDays(1)));
    }

    @Test
    void aMeetingOnABankHolidayIsPlannedOnlyAfterItWasTold() {
        Visitor coordinator = Visitor.signedIn(port, us.coordinator);
        LocalDate christmas = LocalDate.of(today.plusDays(7).getYear(), 12, 25);
        LocalDate day = christmas.isBefore(today) ? christmas.plusYears(1) : christmas;
        Visitor.Answer told = coordinator.post("/meetings/new", plan(day));
        assertThat(told.status()).isEqualTo(422);
        assertThat(told.body()).contains("is a bank holiday").contains("value=\"Example Street 1\"");
        assertThat(coordinator
                        .post("/meetings/new", plan(day, "despite", "yes", "told", "0"))
                        .status())
                .as("something else was told")
                .isEqualTo(422);
        String[] chairless = plan(day);
        chairless[chairless.length - 1] = "";
        assertThat(coordinator.post("/meetings/new", chairless).body())
                .as("whatever else is wrong is told at once")
                .contains("is a bank holiday", "Read what does not fit", "Choose who chairs the meeting");
        Matcher mark = TOLD.matcher(told.body());
        assertThat(mark.find()).isTrue();
        assertThat(coordinator
                        .post("/meetings/new", plan(day, "despite", "yes", "told", mark.group(1)))
                        .status())
                .isEqualTo(303);
    }

    @Test
    void whoIsWantedInTwoMeetingsOfOneKindIsToldInASentenceThatReads() {
        Visitor coordinator = Visitor.signedIn(port, us.coordinator);
        LocalDate day = WorkingCalendar.of(Nation.WALES).after(today, 20);
        assertThat(coordinator.post("/meetings/new", plan(day)).status()).isEqualTo(303);
        assertThat(coordinator.post("/meetings/new", plan(day)).body())
                .contains("Chara Chair is wanted in two meetings at the same time, both NRM panel");
    }

    @Test
    void theQuarterIsPlannedAtOnceAndSeenByThoseWhoRunItOnly() {
        Visitor coordinator = Visitor.signedIn(port, us.coordinator);
        assertThat(coordinator.get("/meetings/quarter").body())
                .contains("NRM panel is expected about now and not planned")
                .contains("Plan the whole quarter");
        assertThat(coordinator.get("/meetings/ahead").body())
                .contains("Every 2 weeks")
                .doesNotContain("Actions meeting");
        assertThat(coordinator.post("/meetings/ahead", plan(workingDay)).location())
                .isEqualTo("/meetings/quarter");
        Visitor chair = Visitor.signedIn(port, us.chair);
        assertThat(chair.get("/meetings/quarter").body())
                .contains("<svg")
                .contains("Cases due and what the panels take")
                .doesNotContain("Plan the whole quarter");
        String csv = coordinator.get("/meetings/quarter.csv").body();
        assertThat(csv.lines().toList()).hasSize(14).first().asString().startsWith("week from,meetings,cases due");
        assertThat(csv).contains(workingDay + " NRM panel");
        Visitor social = Visitor.signedIn(port, us.socialWorker);
        assertThat(social.get("/meetings/quarter").status()).isEqualTo(404);
        assertThat(social.get("/meetings").body()).doesNotContain("/meetings/quarter");
        assertThat(chair.post("/meetings/ahead", plan(workingDay)).status()).isEqualTo(404);
    }

    @Test
    void anUrgentPanelIsCalledWithItsReasonWhichStandsOnItsPage() {
        Visitor coordinator = Visitor.signedIn(port, us.coordinator);
        assertThat(coordinator.get("/meetings/urgent").body()).contains("Meets within 48 hours of being called");
        assertThat(coordinator
                        .post(
                                "/meetings/urgent",
                                plan(WorkingCalendar.of(Nation.WALES).after(today, 5), "because", "In court"))
                        .body())
                .contains("Called as urgent, NRM panel meets within 48 hours");
    }

    private String[] plan(LocalDate day, String... more) {
        String[] plan = {
            "kind",
            "panel",
            "on-day",
            "" + day.getDayOfMonth(),
            "on-month",
            "" + day.getMonthValue(),
            "on-year",
            "" + day.getYear(),
            "starts",
            "9.30am",
            "room",
            "Example Street 1",
            "chair",
            us.chair.member().id().value().toString()
        };
        String[] all = java.util.Arrays.copyOf(plan, plan.length + more.length);
        System.arraycopy(more, 0, all, plan.length, more.length);
        return all;
    }
}
