package org.holdfast.partnership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.holdfast.law.Nation;
import org.holdfast.law.WorkingCalendar;
import org.junit.jupiter.api.Test;

/** Who owes something is reminded before, on and after its day, and then their lead hears of it: once each, on working days. */
class LadderTest {

    private static final WorkingCalendar ENGLAND = WorkingCalendar.of(Nation.ENGLAND);
    private static final Ladder LADDER = new Ladder(2, 2, 5);
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate DUE = LocalDate.of(2026, 11, 30);

    @Test
    void theLadderIsClimbedOnceWhoeverComesBy() {
        List<String> climbed = new ArrayList<>();
        LocalDate reminded = null;
        boolean escalated = false;
        for (LocalDate day = MONDAY; day.isBefore(DUE.plusWeeks(3)); day = day.plusDays(1)) {
            for (int round = 0; round < 3; round++) {
                var rung = LADDER.today(DUE, day, reminded, escalated, ENGLAND);
                if (rung.isPresent()) {
                    climbed.add(day + " " + rung.get());
                    reminded = day;
                    escalated = rung.get() == Ladder.Rung.ESCALATE;
                }
            }
        }
        assertThat(climbed)
                .containsExactly(
                        "2026-11-26 BEFORE",
                        "2026-11-30 ON_THE_DAY",
                        "2026-12-02 AFTER",
                        "2026-12-04 AFTER",
                        "2026-12-07 ESCALATE");
    }

    @Test
    void whatWasMissedIsNotMadeUpForAndADayPutOffBeginsTheLadderAgain() {
        assertThat(LADDER.today(DUE, DUE.plusDays(1), null, false, ENGLAND)).contains(Ladder.Rung.AFTER);
        assertThat(LADDER.today(DUE, DUE.plusMonths(1), null, false, ENGLAND)).contains(Ladder.Rung.ESCALATE);
        assertThat(LADDER.today(DUE.plusWeeks(2), DUE.plusWeeks(2).minusDays(4), DUE.plusDays(2), false, ENGLAND))
                .contains(Ladder.Rung.BEFORE);
    }

    @Test
    void nobodyIsRemindedOnAHoliday() {
        LocalDate christmas = LocalDate.of(2026, 12, 25);
        assertThat(LADDER.today(christmas, christmas, null, false, ENGLAND)).isEmpty();
        assertThat(LADDER.today(christmas, LocalDate.of(2026, 12, 29), null, false, ENGLAND))
                .contains(Ladder.Rung.AFTER);
    }

    @Test
    void withoutARungBeforeTheDayNobodyIsRemindedBeforeIt() {
        assertThat(new Ladder(0, 2, 5).today(DUE, LocalDate.of(2026, 11, 27), null, false, ENGLAND))
                .isEmpty();
    }
}
