package org.holdfast.meetings.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.holdfast.HoldfastTest;
import org.holdfast.TestClock;
import org.holdfast.TestPartnership;
import org.holdfast.Visitor;
import org.holdfast.law.Nation;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.law.WorkingCalendar;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages of meetings, at a browser without script. */
@HoldfastTest
class MeetingPagesTest {
    private final TestClock clock;
    private final TestPartnership us;
    /** The next day on which people work: nobody plans a panel for a Saturday. */
    private final LocalDate panelDay = WorkingCalendar.of(Nation.ENGLAND).after(UnitedKingdom.day(Instant.now()), 1);

    @LocalServerPort
    private int port;

    MeetingPagesTest(TestClock clock, TestPartnership.Founder founder) {
        this.clock = clock;
        this.us = founder.found(Instant.now().minus(Duration.ofDays(1)));
    }

    @AfterEach
    void realTimeAgain() {
        clock.reset();
    }

    @Test
    void aMeetingIsPlannedPeopleAreInvitedItIsHeldAndItsMinutesAreApproved() {
        Visitor coordinator = Visitor.signedIn(port, us.coordinator);
        Visitor.Answer faulty = coordinator.post("/meetings/new", "kind", "panel", "on-day", "31", "on-month", "2");
        assertThat(faulty.status()).isEqualTo(422);
        assertThat(faulty.body())
                .contains("There is a problem")
                .contains("Enter a room, or how to join online")
                .contains("value=\"31\"");

        Visitor.Answer planned = plan(coordinator);
        assertThat(planned.status()).isEqualTo(303);
        String meeting = planned.location();
        assertThat(coordinator.get(meeting).body())
                .contains("NRM panel")
                .contains("Chara Chair")
                .contains("There is nothing on the agenda");
        assertThat(coordinator
                        .post(
                                meeting + "/people",
                                "member",
                                us.policeVoter.member().id().value().toString(),
                                "capacity",
                                "VOTING")
                        .status())
                .isEqualTo(303);
        assertThat(coordinator.get(meeting + "/people").body()).contains("Pola Policevoter");
        assertThat(coordinator.get("/meetings").body()).contains("NRM panel").contains(meeting);

        Visitor police = Visitor.signedIn(port, us.policeVoter);
        assertThat(police.get("/meetings").body()).contains(meeting);
        assertThat(police.get(meeting).body()).contains("Voting member").doesNotContain("Open the meeting");
        assertThat(police.post(meeting + "/open").body()).contains("This is for whoever runs or chairs the meeting");
        assertThat(police.get(meeting + "/people").status()).isEqualTo(404);
        Visitor manager = Visitor.signedIn(port, us.manager);
        assertThat(manager.get(meeting).status()).isEqualTo(404);

        assertThat(coordinator.post(meeting + "/open").status()).isEqualTo(422);
        clock.set(panelDay, LocalTime.of(10, 0));
        coordinator = Visitor.signedIn(port, us.coordinator);
        assertThat(coordinator.post(meeting + "/open").status()).isEqualTo(303);
        assertThat(coordinator.get(meeting + "/run").location()).isEqualTo(meeting + "/room");
        assertThat(coordinator.get(meeting + "/room").body()).contains("There is nothing on the agenda");
        assertThat(coordinator.get(meeting + "/minutes").status()).isEqualTo(422);
        assertThat(coordinator.post(meeting + "/finish").location()).isEqualTo(meeting + "/minutes");
        assertThat(coordinator.get(meeting + "/minutes").body())
                .contains("Draft")
                .doesNotContain("Approve the minutes<");

        Visitor chair = Visitor.signedIn(port, us.chair);
        String draft = chair.get(meeting + "/minutes").body();
        String hash = draft.replaceAll("(?s).*name=\"hash\" value=\"([0-9a-f]{64})\".*", "$1");
        assertThat(chair.post(meeting + "/minutes/approve", "hash", hash).status())
                .isEqualTo(303);
        assertThat(chair.get(meeting + "/minutes").body()).contains("Approved by Chara Chair");
    }

    @Test
    void ofTwoTabsOnOnePlanTheSecondKeepsWhatWasTypedAndShowsWhatStandsThereNow() {
        Visitor coordinator = Visitor.signedIn(port, us.coordinator);
        String meeting = plan(coordinator).location();
        String version = version(coordinator.get(meeting + "/plan"));
        assertThat(change(coordinator, meeting, version, "Room of the first tab")
                        .status())
                .isEqualTo(303);
        Visitor.Answer second = change(coordinator, meeting, version, "Room of the second tab");
        assertThat(second.status()).isEqualTo(422);
        assertThat(second.body())
                .contains("Somebody else changed the meeting since you opened the page")
                .contains("What the plan says now")
                .contains("Room of the first tab")
                .contains("value=\"Room of the second tab\"");
        assertThat(change(coordinator, meeting, version(second), "Room of the second tab")
                        .status())
                .isEqualTo(303);
        assertThat(coordinator.get(meeting).body()).contains("Room of the second tab");

        Visitor.Answer off = coordinator.post(meeting + "/cancel", "version", version, "because", "Too few can come");
        assertThat(off.status()).isEqualTo(422);
        assertThat(off.body()).contains("Too few can come</textarea>");
        assertThat(coordinator
                        .post(meeting + "/cancel", "version", version(off), "because", "Too few can come")
                        .status())
                .isEqualTo(303);
    }

    @Test
    void whatIsRefusedLeadsBackToThePageItWasAskedOnAndToNoPageElsewhere() {
        Visitor coordinator = Visitor.signedIn(port, us.coordinator);
        String meeting = plan(coordinator).location();
        String back = "Go back to the page you came from</a>";
        Visitor.Answer refused = coordinator.postOn(meeting, meeting + "/open");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("href=\"" + meeting + "\">" + back);
        assertThat(coordinator.post(meeting + "/open").body())
                .contains("Go back to the page you came from")
                .doesNotContain(back);
        assertThat(coordinator
                        .postOn("http://elsewhere.example" + meeting, meeting + "/open")
                        .body())
                .doesNotContain(back);
        assertThat(coordinator.postOn(meeting + "/open", meeting + "/open").body())
                .doesNotContain(back);
        assertThat(coordinator.postOn("nowhere at all", meeting + "/open").body())
                .doesNotContain(back);
    }

    private static String version(Visitor.Answer form) {
        return form.body().replaceAll("(?s).*name=\"version\" value=\"(\\d+)\".*", "$1");
    }

    private Visitor.Answer change(Visitor visitor, String meeting, String version, String room) {
        return visitor.post(meeting + "/plan", filledIn(room, "version", version));
    }

    @Test
    void onlyACoordinatorPlansAndNothingHappensWithoutTheHiddenField() {
        Visitor chair = Visitor.signedIn(port, us.chair);
        assertThat(chair.get("/meetings").body()).doesNotContain("Plan a meeting");
        assertThat(chair.get("/meetings/new").status()).isEqualTo(404);
        assertThat(plan(chair).status()).isEqualTo(404);
        Visitor coordinator = Visitor.signedIn(port, us.coordinator);
        assertThat(coordinator.forged("/meetings/new", "kind", "panel").status())
                .isEqualTo(403);
    }

    private Visitor.Answer plan(Visitor visitor) {
        return visitor.post("/meetings/new", filledIn("Example Street 1", "kind", "panel"));
    }

    private String[] filledIn(String room, String field, String value) {
        return new String[] {
            field,
            value,
            "on-day",
            "" + panelDay.getDayOfMonth(),
            "on-month",
            "" + panelDay.getMonthValue(),
            "on-year",
            "" + panelDay.getYear(),
            "starts",
            "9.30am",
            "room",
            room,
            "chair",
            us.chair.member().id().value().toString()
        };
    }
}
