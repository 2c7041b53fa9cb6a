package org.holdfast.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.holdfast.HoldfastTest;
import org.holdfast.TestPartnership;
import org.holdfast.administration.Staff;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Role;
import org.holdfast.law.Outcome;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.meetings.MeetingId;
import org.holdfast.partnership.Agency;
import org.holdfast.partnership.ApiClients;
import org.holdfast.partnership.Partnerships;
import org.holdfast.sharing.CaseId;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;

/** An agency is dissolved while it is asked: nobody works for it, nothing waits for it, and what it gave stays. */
@HoldfastTest
@Import(PanelToAsk.class)
class AgencyEndsTest {

    private final Requests requests;
    private final Returns returns;
    private final Staff staff;
    private final Partnerships partnerships;
    private final ApiClients clients;
    private final PanelToAsk day;
    private final TestPartnership us;
    private final Instant now = Instant.parse("2026-03-02T10:00:00Z");

    AgencyEndsTest(
            Requests requests,
            Returns returns,
            Staff staff,
            Partnerships partnerships,
            ApiClients clients,
            PanelToAsk day,
            TestPartnership.Founder founder) {
        this.requests = requests;
        this.returns = returns;
        this.staff = staff;
        this.partnerships = partnerships;
        this.clients = clients;
        this.day = day;
        this.us = founder.found(now);
    }

    @Test
    void whatIsRenamedActsThroughItsProgramsUnderTheNewName() {
        String token = partnerships.admit(us.program, us.health, "Health system", Set.of(Role.AGENCY_CONTACT), now);
        String other = partnerships.admit(us.program, us.police, "Police system", Set.of(Role.AGENCY_CONTACT), now);
        staff.changeAgency(us.administrator.actor(), us.health.id(), "Testshire Care Trust", null, now)
                .orThrow();
        assertThat(clients.client(token, now).orElseThrow().actor().agencyName())
                .isEqualTo("Testshire Care Trust");
        assertThat(clients.client(other, now).orElseThrow().actor().agencyName())
                .isEqualTo("Testshire Police");
    }

    @Test
    void nobodyWorksForItNothingWaitsForItAndWhatItGaveStays() {
        Actor administrator = us.administrator.actor();
        Actor coordinator = us.coordinator.actor();
        CaseId answered = day.waiting(us, "Ann Testchild", now);
        CaseId unanswered = day.waiting(us, "Bea Testchild", now);
        MeetingId panel = day.planned(us, LocalDate.of(2026, 3, 18), now);
        requests.ask(coordinator, panel, now).orThrow();
        Returns.Sheet sheet = returns.open(
                        us.healthVoter.actor(),
                        returns.waiting(us.healthVoter.actor(), now)
                                .orThrow()
                                .getFirst()
                                .request()
                                .id(),
                        now)
                .orThrow();
        QuestionId question = sheet.lines().stream()
                .map(Returns.Line::question)
                .filter(it -> it.caseId().equals(answered))
                .findFirst()
                .orElseThrow()
                .id();
        returns.nothingKnown(us.healthVoter.actor(), question, now).orThrow();
        String token = partnerships.admit(us.program, us.health, "Health system", Set.of(Role.AGENCY_CONTACT), now);

        assertThat(staff.endAgency(administrator, us.council.id(), "Merged", now))
                .as("nobody ends the agency they work for")
                .isInstanceOf(Outcome.Refused.class);
        assertThat(staff.endAgency(administrator, us.health.id(), " ", now)).isInstanceOf(Outcome.Refused.class);
        staff.endAgency(administrator, us.health.id(), "Merged into another trust", now)
                .orThrow();

        assertThat(partnerships.members(us.program))
                .filteredOn(member -> member.agency().id().equals(us.health.id()))
                .isNotEmpty()
                .noneMatch(member -> member.memberOn(UnitedKingdom.day(now)));
        assertThat(clients.client(token, now)).isEmpty();
        Requests.Board board = requests.board(coordinator, panel, now).orThrow();
        assertThat(board.rows())
                .filteredOn(row -> row.request().agency().equals(us.health.id()))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.cells().get(answered).question().state()).isEqualTo(QuestionState.NOTHING_KNOWN);
                    assertThat(row.cells().get(unanswered).question().state()).isEqualTo(QuestionState.WITHDRAWN);
                });
        requests.ask(coordinator, panel, now.plusSeconds(60)).orThrow();
        assertThat(requests.board(coordinator, panel, now.plusSeconds(90))
                        .orThrow()
                        .rows())
                .filteredOn(row -> row.request().agency().equals(us.health.id()))
                .singleElement()
                .satisfies(
                        row -> assertThat(row.cells().get(answered).question().state())
                                .as("what it gave stays, and it is not asked again")
                                .isEqualTo(QuestionState.NOTHING_KNOWN));
        assertThat(requests.askAlso(coordinator, panel, us.health.id(), now)).isInstanceOf(Outcome.Refused.class);
        assertThat(staff.endAgency(administrator, us.health.id(), "Again", now)).isInstanceOf(Outcome.Refused.class);
        assertThat(staff.comesBack(administrator, us.healthVoter.member().id(), 1, now))
                .as("nobody comes back to an agency that has ended")
                .isInstanceOf(Outcome.Refused.class);
        assertThat(partnerships.agencies(us.program))
                .filteredOn(Agency::ended)
                .extracting(Agency::name)
                .containsExactly("Testshire Health Trust");
    }
}
