package org.holdfast.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.holdfast.law.Nation;
import org.holdfast.law.WorkingCalendar;
import org.holdfast.partnership.ChairRule;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Minutes that take three working days may take a week, where a holiday lies between (MTG-4). */
class MinutesClockTest {

    private static final LocalDate WEDNESDAY_BEFORE_CHRISTMAS = LocalDate.of(2026, 12, 23);

    @Test
    void theMeetingsOwnDayWeekendsAndBankHolidaysDoNotCount() {
        assertThat(clock(null).dueOn()).isEqualTo(LocalDate.of(2026, 12, 30));
        assertThat(clock(null).state(LocalDate.of(2026, 12, 30))).isEqualTo(MinutesClock.State.RUNNING);
        assertThat(clock(null).state(LocalDate.of(2026, 12, 31))).isEqualTo(MinutesClock.State.OVERDUE);
    }

    @Test
    void whatWentOutOnTheLastMinuteOfTheLastDayWentOutInTime() {
        LocalDate anyDay = LocalDate.of(2027, 2, 1);
        assertThat(clock(Instant.parse("2026-12-30T23:59:59Z")).state(anyDay)).isEqualTo(MinutesClock.State.IN_TIME);
        assertThat(clock(Instant.parse("2026-12-31T00:00:00Z")).state(anyDay)).isEqualTo(MinutesClock.State.LATE);
    }

    private static MinutesClock clock(@Nullable Instant sentAt) {
        return MinutesClock.of(
                WEDNESDAY_BEFORE_CHRISTMAS,
                PanelExample.kind(new ChairRule(Set.of(), false)),
                WorkingCalendar.of(Nation.ENGLAND),
                sentAt);
    }
}
