package org.holdfast.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.holdfast.law.Reason;
import org.junit.jupiter.api.Test;

/** A slip in the year is told before anything waits for a day that nobody meant (NRM-16, MTG-5). */
class ForeseeableDaysTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);

    @Test
    void aCourtDateLiesWithinFiveYearsAndNoLongerBackThanAChildhood() {
        assertThat(court(TODAY.plusYears(5))).isEmpty();
        assertThat(court(TODAY.plusYears(5).plusDays(1))).containsExactly("casework.far-ahead");
        assertThat(court(TODAY.minusYears(18))).isEmpty();
        assertThat(court(TODAY.minusYears(18).minusDays(1))).containsExactly("casework.court.long-ago");
    }

    @Test
    void anActionIsAgreedAndAPlanReviewedWithinFiveYears() {
        LocalDate far = TODAY.plusYears(5).plusDays(1);
        assertThat(keys(new ActionDraft("Visit", "To see", null, "Sol", null, "Council", far).faults(TODAY)))
                .containsExactly("casework.far-ahead");
        assertThat(keys(new ActionDraft("Visit", "To see", null, "Sol", null, "Council", TODAY).faults(TODAY)))
                .isEmpty();
        assertThat(keys(new PlanDraft(Plan.Kind.SAFETY, "Safe", "here", TODAY, far).faults(TODAY)))
                .containsExactly("casework.far-ahead");
    }

    private static List<String> court(LocalDate on) {
        return keys(new CourtDateDraft(on, "Example Youth Court", "Plea", null, null).faults(TODAY));
    }

    private static List<String> keys(List<Reason> reasons) {
        return reasons.stream().map(Reason::key).toList();
    }
}
