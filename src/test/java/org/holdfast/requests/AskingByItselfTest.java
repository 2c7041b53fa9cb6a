package org.holdfast.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.holdfast.HoldfastTest;
import org.holdfast.TestClock;
import org.holdfast.TestPartnership;
import org.holdfast.Visitor;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.meetings.MeetingId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Where the profile says how many days before, agencies are asked by themselves, and the co-ordinator sees that they were (MTG-3). */
@HoldfastTest
@Import(PanelToAsk.class)
class AskingByItselfTest {

    /** A Monday; the panel is on the Thursday three weeks later, and the fortnight before it begins on a Thursday. */
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);

    private static final LocalDate PANEL_DAY = LocalDate.of(2026, 3, 26);
    private static final LocalDate ASKED = LocalDate.of(2026, 3, 12);

    private final AskingByItself asking;
    private final Reminders reminders;
    private final Requests requests;
    private final PanelToAsk day;
    private final TestClock clock;
    private final TestPartnership.Founder founder;

    @LocalServerPort
    private int port;

    AskingByItselfTest(
            AskingByItself asking,
            Reminders reminders,
            Requests requests,
            PanelToAsk day,
            TestClock clock,
            TestPartnership.Founder founder) {
        this.asking = asking;
        this.reminders = reminders;
        this.requests = requests;
        this.day = day;
        this.clock = clock;
        this.founder = founder;
    }

    @AfterEach
    void realTimeAgain() {
        clock.reset();
    }

    @Test
    void agenciesAreAskedAFortnightBeforeOnceAndTheCoordinatorSeesIt() {
        Instant now = at(MONDAY, 9);
        TestPartnership us = founder.found("cardiff", now);
        day.waiting(us, "Ann Testchild", now);
        MeetingId panel = day.planned(us, PANEL_DAY, now);
        String board = "/meetings/" + panel.value() + "/requests";

        rounds(us, MONDAY, ASKED.minusDays(1));
        assertThat(rows(us, panel, at(ASKED.minusDays(1), 20))).isZero();
        clock.set(ASKED.minusDays(1), LocalTime.of(20, 0));
        assertThat(Visitor.signedIn(port, us.coordinator).get(board).body())
                .contains("agencies are asked by themselves from 12 March 2026 on");

        asking.make(us.program, at(ASKED, 7));
        assertThat(rows(us, panel, at(ASKED, 8))).as("nobody is at work yet").isZero();
        asking.make(us.program, at(ASKED, 9));
        int asked = rows(us, panel, at(ASKED, 10));
        assertThat(asked).isEqualTo(4);
        rounds(us, ASKED, ASKED.plusDays(1));
        assertThat(rows(us, panel, at(ASKED.plusDays(2), 8))).isEqualTo(asked);
        clock.set(ASKED, LocalTime.of(11, 0));
        Visitor coordinator = Visitor.signedIn(port, us.coordinator);
        assertThat(coordinator.get(board).body()).contains("Agencies were asked by themselves");
        assertThat(coordinator.get("/work").body())
                .contains("asked for by itself: 4 of 4 agencies still to answer")
                .contains("people to whom nothing is sent yet: 5");

        // Nobody asked in person: that an agency has no lead is told to whoever co-ordinates.
        for (LocalDate on = ASKED; on.isBefore(PANEL_DAY); on = on.plusDays(1)) {
            reminders.make(us.program, at(on, 9));
        }
        clock.set(PANEL_DAY.minusDays(1), LocalTime.of(11, 0));
        assertThat(Visitor.signedIn(port, us.coordinator).get("/messages").body())
                .contains("An agency is late and has no lead");
    }

    @Test
    void whereTheProfileSaysNothingOfItNobodyIsAskedByItself() {
        Instant now = at(MONDAY, 9);
        TestPartnership us = founder.found("hull", now);
        day.waiting(us, "Ann Testchild", now);
        MeetingId panel = day.planned(us, PANEL_DAY, now);
        rounds(us, MONDAY, PANEL_DAY);
        assertThat(rows(us, panel, at(PANEL_DAY, 8))).isZero();
    }

    private void rounds(TestPartnership us, LocalDate from, LocalDate until) {
        for (LocalDate on = from; !on.isAfter(until); on = on.plusDays(1)) {
            asking.make(us.program, at(on, 9));
        }
    }

    private int rows(TestPartnership us, MeetingId panel, Instant now) {
        return requests.board(us.coordinator.actor(), panel, now)
                .orThrow()
                .rows()
                .size();
    }

    private static Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 0).atZone(UnitedKingdom.ZONE).toInstant();
    }
}
