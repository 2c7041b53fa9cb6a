package org.holdfast.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CourtBeforeDecisionTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final LocalDate DUE = LocalDate.of(2026, 12, 20);

    @Test
    void aCourtDateBeforeTheDecisionIsDueIsAWarning() {
        CourtDate court = date("2026-12-19", null, null);
        assertThat(CourtBeforeDecision.of(List.of(court), List.of(DUE), TODAY))
                .contains(new CourtBeforeDecision(court, DUE));
    }

    @Test
    void onTheDueDayItselfItIsNone() {
        assertThat(CourtBeforeDecision.of(List.of(date("2026-12-20", null, null)), List.of(DUE), TODAY))
                .isEmpty();
    }

    @Test
    void todaysHearingCountsAndYesterdaysDoesNot() {
        assertThat(CourtBeforeDecision.of(List.of(date("2026-11-21", null, null)), List.of(DUE), TODAY))
                .isPresent();
        assertThat(CourtBeforeDecision.of(List.of(date("2026-11-20", null, null)), List.of(DUE), TODAY))
                .isEmpty();
    }

    @Test
    void theNextHearingCountsAndWhatWasHeardOrCancelledDoesNot() {
        CourtDate heard = date("2026-11-22", "adjourned to the trial", null);
        CourtDate cancelled = date("2026-11-23", null, "the prosecution asked for time");
        CourtDate trial = date("2026-12-01", null, null);
        CourtDate later = date("2026-12-05", null, null);
        assertThat(CourtBeforeDecision.of(
                        List.of(later, heard, cancelled, trial), List.of(DUE.plusDays(45), DUE), TODAY))
                .contains(new CourtBeforeDecision(trial, DUE));
    }

    @Test
    void withoutADecisionToMakeThereIsNothingToBringForward() {
        assertThat(CourtBeforeDecision.of(List.of(date("2026-12-01", null, null)), List.of(), TODAY))
                .isEmpty();
    }

    private static CourtDate date(String on, @Nullable String outcome, @Nullable String cancelled) {
        return new CourtDate(
                new UUID(0, on.hashCode()), LocalDate.parse(on), "Example Youth Court", "Trial", outcome, cancelled, 1);
    }
}
