package org.holdfast.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.holdfast.meetings.AgendaProposal.Because;
import org.holdfast.sharing.CaseId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AgendaProposalTest {
    private static final LocalDate MEETING = LocalDate.of(2026, 12, 4);
    private static final LocalDate NEXT = LocalDate.of(2027, 1, 8);

    @Test
    void theEarlierDecisionIsTakenFirst() {
        DueCase later = due(1, NEXT.plusDays(9), null, null, false);
        DueCase earlier = due(2, NEXT.plusDays(2), null, null, false);
        assertThat(order(later, earlier)).containsExactly(earlier, later);
    }

    @Test
    void aCourtDateBeforeTheDecisionBringsTheCaseForward() {
        DueCase inCourt = due(1, NEXT.plusDays(30), MEETING.plusDays(3), null, false);
        DueCase due = due(2, MEETING.plusDays(10), null, null, false);
        assertThat(order(due, inCourt)).containsExactly(inCourt, due);
        assertThat(reasons(inCourt)).containsExactly(Because.COURT_DATE_FIRST, Because.DUE);
    }

    @Test
    void aCourtDateAfterTheDecisionChangesNothing() {
        DueCase inCourt = due(1, MEETING.plusDays(10), MEETING.plusDays(11), null, false);
        assertThat(reasons(inCourt)).containsExactly(Because.DUE_BEFORE_NEXT_MEETING);
        assertThat(propose(inCourt).getFirst().wantedBy()).isEqualTo(MEETING.plusDays(10));
    }

    @Test
    void whoTurnsEighteenBeforeTheDecisionIsDueIsTakenBeforeTheBirthday() {
        DueCase birthday = due(1, NEXT.plusDays(20), null, MEETING.plusDays(5), false);
        DueCase due = due(2, MEETING.plusDays(6), null, null, false);
        assertThat(order(due, birthday)).containsExactly(birthday, due);
        assertThat(reasons(birthday)).contains(Because.TURNS_EIGHTEEN_FIRST);
    }

    @Test
    void aChildInCustodyWaitsOnlyForWhatCannotWaitForTheNextMeeting() {
        DueCase custody = due(1, NEXT.plusDays(20), null, null, true);
        DueCase canWait = due(2, NEXT.plusDays(1), null, null, false);
        DueCase cannotWait = due(3, NEXT.minusDays(1), null, null, false);
        assertThat(order(canWait, custody, cannotWait)).containsExactly(cannotWait, custody, canWait);
    }

    @Test
    void anOverdueDecisionAndACarriedOneSaySo() {
        DueCase carried = new DueCase(
                new CaseId(new UUID(0, 1)),
                Purpose.CONCLUSIVE_GROUNDS,
                MEETING.minusDays(1),
                null,
                null,
                false,
                new AgendaItemId(new UUID(0, 9)));
        assertThat(reasons(carried)).containsExactly(Because.CARRIED_OVER, Because.OVERDUE);
    }

    @Property
    void nothingIsLostOrDoubledAndTheOrderDoesNotDependOnHowCasesCame(
            @ForAll @Size(max = 12) List<@IntRange(min = -20, max = 80) Integer> days) {
        List<DueCase> cases = new java.util.ArrayList<>();
        for (int day : days) {
            cases.add(due(
                    cases.size(),
                    MEETING.plusDays(day),
                    day % 3 == 0 ? MEETING.plusDays(day / 2) : null,
                    day % 5 == 0 ? MEETING.plusDays(day + 1) : null,
                    day % 7 == 0));
        }
        List<AgendaProposal> proposals = AgendaProposal.of(cases, MEETING, NEXT);
        assertThat(proposals).extracting(AgendaProposal::due).containsExactlyInAnyOrderElementsOf(cases);
        assertThat(AgendaProposal.of(cases.reversed(), MEETING, NEXT)).isEqualTo(proposals);
        assertThat(proposals).allSatisfy(it -> {
            assertThat(it.wantedBy()).isBeforeOrEqualTo(it.due().due());
            assertThat(it.reasons()).isNotEmpty();
        });
    }

    private static DueCase due(
            int id, LocalDate due, @Nullable LocalDate court, @Nullable LocalDate eighteen, boolean custody) {
        return new DueCase(
                new CaseId(new UUID(0, id)), Purpose.REASONABLE_GROUNDS, due, court, eighteen, custody, null);
    }

    private static List<DueCase> order(DueCase... cases) {
        return propose(cases).stream().map(AgendaProposal::due).toList();
    }

    private static List<AgendaProposal> propose(DueCase... cases) {
        return AgendaProposal.of(List.of(cases), MEETING, NEXT);
    }

    private static List<Because> reasons(DueCase due) {
        return propose(due).getFirst().reasons().stream()
                .map(AgendaProposal.Why::because)
                .toList();
    }
}
