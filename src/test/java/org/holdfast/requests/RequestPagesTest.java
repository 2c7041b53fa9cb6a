package org.holdfast.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.holdfast.HoldfastTest;
import org.holdfast.TestPartnership;
import org.holdfast.Visitor;
import org.holdfast.audit.Role;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.meetings.MeetingId;
import org.holdfast.sharing.CaseId;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** The pages of requests at a browser without script: asked with one press, answered, kept while half typed, and seen at a glance. */
@HoldfastTest
@Import(PanelToAsk.class)
class RequestPagesTest {
    private static final String ID = "[0-9a-f-]{36}";

    private final TestPartnership us;
    private final TestPartnership.Person nurse;
    private final CaseId ann;
    private final CaseId bea;
    private final MeetingId panel;

    @LocalServerPort
    private int port;

    RequestPagesTest(PanelToAsk day, TestPartnership.Founder founder) {
        Instant now = Instant.now();
        us = founder.found(now);
        nurse = us.join(us.health, "Nell Nurse", Role.AGENCY_CONTACT);
        ann = day.waiting(us, "Ann Testchild", now);
        bea = day.waiting(us, "Bea Testchild", now);
        panel = day.planned(us, UnitedKingdom.day(now).plusDays(20), now);
    }

    @Test
    void whatWasSentLaterWinsOverAnOlderDraftWhichIsNamedAndNotLost() {
        Visitor coordinator = Visitor.signedIn(port, us.coordinator);
        coordinator.post("/meetings/" + panel.value() + "/requests");
        Visitor contact = Visitor.signedIn(port, nurse);
        String sheet = found(contact.get("/requests").body(), "/requests/" + ID);
        String page = contact.get(sheet).body();
        String child = found(page.substring(page.indexOf("Ann Testchild")), sheet + "/children/" + ID);
        contact.post("/drafts/return-" + child.substring(child.lastIndexOf('/') + 1), "known", "Half of an old sentence");

        LocalDate today = UnitedKingdom.day(Instant.now());
        Visitor colleague = Visitor.signedIn(port, us.healthVoter);
        assertThat(colleague
                        .post(
                                child,
                                "version",
                                "0",
                                "known",
                                "Seen this morning",
                                "source",
                                "Example records",
                                "as-of-day",
                                "" + today.getDayOfMonth(),
                                "as-of-month",
                                "" + today.getMonthValue(),
                                "as-of-year",
                                "" + today.getYear())
                        .status())
                .isEqualTo(303);

        String again = contact.get(child).body();
        assertThat(again).contains("You had typed this and not sent it", "Half of an old sentence", "name=\"version\" value=\"1\"");
        assertThat(again.substring(again.indexOf("id=\"known\"")))
                .contains("Seen this morning")
                .doesNotContain("Half of an old sentence");
    }

    @Test
    void askingTwiceAsksOnce() {
        Visitor coordinator = Visitor.signedIn(port, us.coordinator);
        String meeting = "/meetings/" + panel.value();
        assertThat(coordinator.postTwiceAtOnce(meeting + "/requests"))
                .extracting(Visitor.Answer::status)
                .containsExactly(303, 303);
        assertThat(coordinator.get(meeting + "/requests").body()).containsOnlyOnce("asked (Nell Nurse)");
    }

    @Test
    void theCoordinatorAsksWithOnePressTheNurseAnswersAndTheBoardShowsIt() {
        Visitor coordinator = Visitor.signedIn(port, us.coordinator);
        String meeting = "/meetings/" + panel.value();
        assertThat(coordinator.get(meeting).body()).contains("Ask agencies for information");
        assertThat(coordinator.get(meeting + "/requests").body()).contains("No agency has been asked yet");
        assertThat(coordinator.post(meeting + "/requests").status()).isEqualTo(303);
        String board = coordinator.get(meeting + "/requests").body();
        assertThat(board)
                .contains("Agencies asked for the first time: 4")
                .contains("Testshire Health Trust", "Ann Testchild", "Bea Testchild")
                .contains("0 of 2 answered")
                .contains("asked (Nell Nurse)");

        Visitor contact = Visitor.signedIn(port, nurse);
        assertThat(contact.get("/work").body()).contains("2 of 2 children");
        String list = contact.get("/requests").body();
        String sheet = found(list, "/requests/" + ID);
        String page = contact.get(sheet).body();
        assertThat(page)
                .contains("Ann Testchild", "Bea Testchild")
                .contains("Schedule 1, paragraph 18")
                .contains("Corin Coordinator");
        assertThat(contact.get("/cases/" + ann.value()).status())
                .as("the request opens itself only")
                .isEqualTo(404);
        String child = found(page.substring(page.indexOf("Ann Testchild")), sheet + "/children/" + ID);

        // half typed, kept raw, and refused with what was typed
        assertThat(contact.post("/drafts/return-" + child.substring(child.lastIndexOf('/') + 1), "known", "Half a sent")
                        .status())
                .isIn(200, 303);
        assertThat(contact.get(child).body()).contains("Half a sent");
        Visitor.Answer faulty = contact.post(
                child,
                "version",
                "0",
                "known",
                "Seen twice",
                "restricted-known",
                "yes",
                "as-of-day",
                "31",
                "as-of-month",
                "2",
                "as-of-year",
                "2026");
        assertThat(faulty.status()).isEqualTo(422);
        assertThat(faulty.body())
                .contains("Enter why this part is restricted", "Enter where this comes from")
                .contains("Seen twice")
                .contains("value=\"31\"");
        LocalDate today = UnitedKingdom.day(Instant.now());
        assertThat(contact.post(
                                child,
                                "version",
                                "0",
                                "known",
                                "Seen twice",
                                "restricted-known",
                                "yes",
                                "because-known",
                                "Live inquiry",
                                "working-well",
                                "Keeps appointments",
                                "source",
                                "Example records",
                                "as-of-day",
                                "" + today.getDayOfMonth(),
                                "as-of-month",
                                "" + today.getMonthValue(),
                                "as-of-year",
                                "" + today.getYear())
                        .status())
                .isEqualTo(303);
        assertThat(contact.post(sheet + "/nothing-known").status())
                .as("nil for the rest in one press")
                .isEqualTo(303);
        assertThat(contact.get("/work").body()).doesNotContain("of 2 children");
        assertThat(contact.get(child).body())
                .as("answered: it can be corrected, and the draft is gone")
                .contains("Correct what your agency told of Ann Testchild")
                .contains("Seen twice")
                .doesNotContain("Half a sent");
        assertThat(contact.get(child + "/versions").body()).contains("Version 1");

        assertThat(coordinator.get(meeting + "/requests").body())
                .contains("2 of 2 answered", "Nothing known", "All answered");
        assertThat(coordinator.get("/cases/" + ann.value() + "/returns").body())
                .contains("Seen twice", "Restricted", "Live inquiry");
        assertThat(coordinator.get("/cases/" + ann.value()).body()).contains("What agencies told (1)");
        assertThat(Visitor.signedIn(port, us.socialWorker)
                        .get("/cases/" + ann.value() + "/returns")
                        .status())
                .isEqualTo(404);

        // another agency does not find it, and a program sees what the board shows
        Visitor police = Visitor.signedIn(port, us.policeVoter);
        assertThat(police.get(sheet).status()).isEqualTo(404);
        assertThat(police.post(child + "/nothing-known").status()).isEqualTo(404);
        assertThat(new Visitor(port)
                        .api("GET", "/api/v1" + meeting + "/requests", us.apiToken)
                        .body())
                .contains("NOTHING_KNOWN", "ANSWERED", bea.value().toString());
        assertThat(coordinator.forged(meeting + "/requests").status()).isEqualTo(403);
    }

    private static String found(String body, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(body);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group();
    }
}
