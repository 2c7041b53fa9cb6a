package org.holdfast.law;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.law.Nation.ENGLAND;
import static org.holdfast.law.Nation.NORTHERN_IRELAND;
import static org.holdfast.law.Nation.SCOTLAND;
import static org.holdfast.law.Nation.WALES;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WorkingCalendarTest {

    @ParameterizedTest
    @CsvSource({
        "ENGLAND, '2026-01-01 2026-04-03 2026-04-06 2026-05-04 2026-05-25 2026-08-31 2026-12-25 2026-12-28'",
        "WALES, '2026-01-01 2026-04-03 2026-04-06 2026-05-04 2026-05-25 2026-08-31 2026-12-25 2026-12-28'",
        "SCOTLAND, '2026-01-01 2026-01-02 2026-04-03 2026-05-04 2026-05-25 2026-06-15 2026-08-03 2026-11-30 2026-12-25 2026-12-28'",
        "NORTHERN_IRELAND, '2026-01-01 2026-03-17 2026-04-03 2026-04-06 2026-05-04 2026-05-25 2026-07-13 2026-08-31 2026-12-25 2026-12-28'",
    })
    void everyWeekdayWithoutWorkIn2026(Nation nation, String days) {
        WorkingCalendar calendar = WorkingCalendar.of(nation);
        assertThat(LocalDate.of(2026, 1, 1)
                        .datesUntil(LocalDate.of(2027, 1, 1))
                        .filter(day -> day.getDayOfWeek().getValue() < 6 && !calendar.isWorkingDay(day)))
                .containsExactlyElementsOf(
                        List.of(days.split(" ")).stream().map(LocalDate::parse).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "2021-12-27, true", // Christmas Day 2021 was a Saturday
        "2021-12-28, true", // Boxing Day a Sunday
        "2022-12-26, true", // Boxing Day 2022 a Monday
        "2022-12-27, true", // Christmas Day a Sunday
        "2022-12-28, false",
        "2022-01-03, true", // New Year's Day 2022 a Saturday
        "2028-01-03, true",
    })
    void holidaysOnAWeekendHaveASubstitute(LocalDate day, boolean holiday) {
        assertThat(WorkingCalendar.of(ENGLAND).bankHoliday(day).isPresent()).isEqualTo(holiday);
    }

    @Test
    void scotlandHasTwoDaysAtNewYearWhereverTheyFall() {
        WorkingCalendar scotland = WorkingCalendar.of(SCOTLAND);
        assertThat(scotland.after(LocalDate.of(2021, 12, 31), 1)).isEqualTo(LocalDate.of(2022, 1, 5));
        assertThat(WorkingCalendar.of(ENGLAND).after(LocalDate.of(2021, 12, 31), 1))
                .isEqualTo(LocalDate.of(2022, 1, 4));
    }

    @ParameterizedTest
    @EnumSource(Nation.class)
    void proclaimedDaysCountEverywhere(Nation nation) {
        WorkingCalendar calendar = WorkingCalendar.of(nation);
        assertThat(calendar.isWorkingDay(LocalDate.of(2022, 9, 19))).isFalse();
        assertThat(calendar.isWorkingDay(LocalDate.of(2023, 5, 8))).isFalse();
        assertThat(calendar.isWorkingDay(LocalDate.of(2022, 5, 30))).isTrue();
        assertThat(calendar.isWorkingDay(LocalDate.of(2022, 6, 2))).isFalse();
        assertThat(calendar.isWorkingDay(LocalDate.of(2022, 6, 3))).isFalse();
    }

    @Test
    void theWorldCupDayIsScotlandsAlone() {
        LocalDate day = LocalDate.of(2026, 6, 15);
        assertThat(WorkingCalendar.of(SCOTLAND).bankHoliday(day)).isPresent();
        assertThat(List.of(ENGLAND, WALES, NORTHERN_IRELAND))
                .allMatch(nation -> WorkingCalendar.of(nation).isWorkingDay(day));
    }

    @Test
    void countsWorkingDaysBetweenTwoDays() {
        assertThat(WorkingCalendar.of(ENGLAND).workingDays(LocalDate.of(2026, 12, 24), LocalDate.of(2026, 12, 30)))
                .isEqualTo(2); // Thursday 24th and Tuesday 29th
    }
}
