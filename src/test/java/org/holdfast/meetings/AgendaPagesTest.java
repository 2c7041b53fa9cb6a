package org.holdfast.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.holdfast.HoldfastTest;
import org.holdfast.TestPartnership;
import org.holdfast.Visitor;
import org.holdfast.law.Nation;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.law.WorkingCalendar;
import org.holdfast.sharing.CaseId;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** The agenda of a meeting at a browser without script (MTG-2). */
@HoldfastTest
@Import(PanelDay.class)
class AgendaPagesTest {
    private final Instant now = Instant.now().minus(Duration.ofDays(1));
    private final TestPartnership us;
    private final PanelDay day;
    private final int port;

    AgendaPagesTest(TestPartnership.Founder founder, PanelDay day, @LocalServerPort int port) {
        this.us = founder.found(now);
        this.day = day;
        this.port = port;
    }

    @Test
    void aPlaceOnTheAgendaThatIsNoNumberMovesNothingAndIsTold() {
        CaseId first = day.waiting(us, "Ann Testchild", 30, now);
        CaseId last = day.waiting(us, "Bea Testchild", 10, now);
        MeetingId panel =
                day.planned(us, WorkingCalendar.of(Nation.ENGLAND).after(UnitedKingdom.day(Instant.now()), 1), now);
        Meetings.Agenda agenda = day.agenda(us.coordinator, panel, now);
        String meeting = "/meetings/" + panel.value();
        String item = agenda.entries().getLast().item().id().value().toString();
        Visitor coordinator = Visitor.signedIn(port, us.coordinator);
        Visitor.Answer refused = coordinator.post(
                meeting + "/items/" + item + "/move",
                "version",
                String.valueOf(agenda.meeting().version()),
                "position",
                "first");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body())
                .contains("Enter the place on the agenda as a number")
                .contains("href=\"#position-" + item + "\"")
                .contains("value=\"first\"");
        assertThat(day.agenda(us.coordinator, panel, now).entries())
                .extracting(it -> it.item().caseId())
                .containsExactly(first, last);
        assertThat(coordinator
                        .post(
                                meeting + "/items/" + item + "/move",
                                "version",
                                String.valueOf(agenda.meeting().version()),
                                "position",
                                "1")
                        .status())
                .isEqualTo(303);
        assertThat(day.agenda(us.coordinator, panel, now).entries())
                .extracting(it -> it.item().caseId())
                .containsExactly(last, first);
    }

    @Test
    void whoeverCoordinatesNotesTheApologiesOfOthersAndAMemberSendsTheirOwn() {
        MeetingId panel =
                day.planned(us, WorkingCalendar.of(Nation.ENGLAND).after(UnitedKingdom.day(Instant.now()), 1), now);
        String meeting = "/meetings/" + panel.value();
        assertThat(Visitor.signedIn(port, us.coordinator).get(meeting).body())
                .contains("Note apologies")
                .doesNotContain("Send apologies");
        assertThat(Visitor.signedIn(port, us.healthVoter).get(meeting).body())
                .contains("Send apologies")
                .doesNotContain("Note apologies");
    }
}
