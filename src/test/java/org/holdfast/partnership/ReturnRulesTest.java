package org.holdfast.partnership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.holdfast.law.Nation;
import org.holdfast.law.WorkingCalendar;
import org.junit.jupiter.api.Test;

/** When agencies are asked, and by when they answer (MTG-3). */
class ReturnRulesTest {

    private static final WorkingCalendar ENGLAND = WorkingCalendar.of(Nation.ENGLAND);
    private static final ReturnRules RULES = ReturnRules.USUAL;
    private final LocalDate wednesday = LocalDate.of(2026, 3, 18);
    private final LocalDate asked = LocalDate.of(2026, 3, 4);

    @Test
    void answersAreDueSomeDaysBeforeTheMeetingOnAWorkingDay() {
        assertThat(RULES.dueOn(wednesday, asked, ENGLAND)).isEqualTo("2026-03-13");
        assertThat(RULES.dueOn(wednesday.minusDays(2), asked, ENGLAND))
                .as("five days before a Monday is a Wednesday")
                .isEqualTo("2026-03-11");
        assertThat(RULES.dueOn(LocalDate.of(2026, 4, 10), asked, ENGLAND))
                .as("five days before is Easter Sunday, and Good Friday is none either")
                .isEqualTo("2026-04-02");
    }

    @Test
    void whoIsAskedLateAnswersTheNextWorkingDayAndNeverAfterTheMeeting() {
        assertThat(RULES.dueOn(wednesday, wednesday.minusDays(2), ENGLAND)).isEqualTo("2026-03-17");
        assertThat(RULES.dueOn(wednesday, wednesday, ENGLAND)).isEqualTo(wednesday);
    }

    @Test
    void agenciesAreAskedByThemselvesOnlyWhereTheProfileSaysSoAndFromThatDayOn() {
        ReturnRules asking = new ReturnRules(14, 5, RULES.ladder(), 28);
        assertThat(asking.asksBy(wednesday, wednesday.minusDays(15))).isFalse();
        assertThat(asking.asksBy(wednesday, wednesday.minusDays(14))).isTrue();
        assertThat(asking.asksBy(wednesday, wednesday.minusDays(3))).isTrue();
        assertThat(RULES.asksBy(wednesday, wednesday)).isFalse();
    }
}
