package org.holdfast.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.holdfast.law.Span.Age;
import org.holdfast.law.Span.Days;
import org.holdfast.law.Span.Hours;
import org.holdfast.law.Span.Months;
import org.holdfast.law.Span.WorkingDays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanTest {

    private static final WorkingCalendar ENGLAND = WorkingCalendar.of(Nation.ENGLAND);

    @Test
    void fortyFiveDaysEndWithTheLastSecondOfTheFortyFifthDay() {
        Instant due = new Days(45).due(local("2026-01-10T09:15:00"), ENGLAND);
        assertThat(due).isEqualTo(local("2026-02-24T23:59:59"));
        assertThat(UnitedKingdom.inTime(local("2026-02-24T23:59:59").plusMillis(999), due))
                .isTrue();
        assertThat(UnitedKingdom.inTime(local("2026-02-25T00:00:00"), due)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-05-22T23:59:00, ENGLAND, 2026-05-26", // Friday night before the spring bank holiday
        "2026-05-23T00:01:00, ENGLAND, 2026-05-26", // a Saturday
        "2026-04-02T16:00:00, ENGLAND, 2026-04-07", // Maundy Thursday
        "2026-04-02T16:00:00, SCOTLAND, 2026-04-06", // Easter Monday is no bank holiday in Scotland
        "2026-12-24T12:00:00, WALES, 2026-12-29",
        "2026-07-10T12:00:00, NORTHERN_IRELAND, 2026-07-14",
        "2026-07-10T12:00:00, ENGLAND, 2026-07-13",
        "2026-06-12T17:00:00, SCOTLAND, 2026-06-16",
    })
    void oneWorkingDayPassesOverWeekendsAndBankHolidaysOfTheNation(LocalDateTime start, Nation nation, LocalDate due) {
        assertThat(new WorkingDays(1).due(at(start), WorkingCalendar.of(nation)))
                .isEqualTo(UnitedKingdom.endOf(due));
    }

    @Test
    void theLocalDayCountsNotTheDayOfGreenwich() {
        // half past midnight on 1 July in London is still 30 June in Greenwich
        assertThat(new Days(1).due(Instant.parse("2026-06-30T23:30:00Z"), ENGLAND))
                .isEqualTo("2026-07-02T22:59:59Z");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-28T22:00:00, 2026-03-29T22:59:59Z", // the clocks go forward: due in summer time
        "2026-10-24T22:00:00, 2026-10-25T23:59:59Z", // the clocks go back: due in winter time
    })
    void daysEndAtLocalMidnightOnClockChangeNights(LocalDateTime start, Instant due) {
        assertThat(new Days(1).due(at(start), ENGLAND)).isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({"2026-03-28T12:00:00, 2026-03-31T13:00:00", "2026-10-24T12:00:00, 2026-10-27T11:00:00"})
    void hoursAreElapsedHoursOnClockChangeNights(LocalDateTime found, LocalDateTime due) {
        assertThat(new Hours(72).due(at(found), ENGLAND))
                .isEqualTo(at(due))
                .isEqualTo(at(found).plus(Duration.ofHours(72)));
    }

    @Test
    void monthsEndOnTheLastDayWhereTheDayDoesNotExist() {
        assertThat(new Months(3).due(local("2026-11-30T10:00:00"), ENGLAND)).isEqualTo(local("2027-02-28T23:59:59"));
        assertThat(new Months(3).due(local("2027-11-30T10:00:00"), ENGLAND)).isEqualTo(local("2028-02-29T23:59:59"));
    }

    @ParameterizedTest
    @CsvSource({
        "2008-02-29, 2026-03-01", // eighteen in a year without the day
        "2008-02-28, 2026-02-28",
        "2008-03-01, 2026-03-01",
        "2010-07-01, 2028-07-01",
    })
    void attainsEighteenAtTheFirstMomentOfTheBirthday(LocalDate born, LocalDate eighteen) {
        assertThat(LegalAge.attained(born, 18)).isEqualTo(eighteen);
        assertThat(LegalAge.on(eighteen.minusDays(1), born)).isEqualTo(17);
        assertThat(LegalAge.on(eighteen, born)).isEqualTo(18);
        assertThat(new Age(18).due(UnitedKingdom.startOf(born), ENGLAND))
                .isEqualTo(UnitedKingdom.startOf(eighteen).minusSeconds(1));
    }

    @Test
    void fourYearOldsOfALeapDayHaveTheirOwnDay() {
        assertThat(LegalAge.attained(LocalDate.of(2008, 2, 29), 16)).isEqualTo(LocalDate.of(2024, 2, 29));
    }

    @Test
    void isPutOffInItsOwnDays() {
        Instant friday = UnitedKingdom.endOf(LocalDate.of(2026, 5, 22));
        assertThat(new Days(45).putOff(friday, 1, ENGLAND)).isEqualTo(UnitedKingdom.endOf(LocalDate.of(2026, 5, 23)));
        assertThat(new WorkingDays(1).putOff(friday, 1, ENGLAND))
                .isEqualTo(UnitedKingdom.endOf(LocalDate.of(2026, 5, 26)));
        assertThat(new WorkingDays(1).putOff(friday, 0, ENGLAND)).isEqualTo(friday);
        Instant beforeTheClocksChange = UnitedKingdom.endOf(LocalDate.of(2026, 3, 28));
        assertThat(new Days(45).putOff(beforeTheClocksChange, 1, ENGLAND))
                .isEqualTo(UnitedKingdom.endOf(LocalDate.of(2026, 3, 29)));
    }

    private static Instant local(String time) {
        return at(LocalDateTime.parse(time));
    }

    private static Instant at(LocalDateTime time) {
        return time.atZone(UnitedKingdom.ZONE).toInstant();
    }
}
