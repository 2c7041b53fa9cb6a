package org.holdfast.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatesTest {
    private final Page page = Drawing.page(Form.empty());

    @ParameterizedTest
    @CsvSource({
        "09:05,9:05am",
        "14:00,2pm",
        "00:30,12:30am",
        "12:15,12:15pm",
        "12:00,midday",
        "00:00,midnight",
        "23:59:59,11:59pm"
    })
    void times_are_said_as_people_say_them(String time, String said) {
        assertThat(page.time(LocalTime.parse(time))).isEqualTo(said);
    }

    @Test
    void instants_are_told_by_the_clock_in_london() {
        assertThat(page.dateTime(Instant.parse("2026-06-30T23:05:00Z"))).isEqualTo("1 July 2026 at 12:05am");
        assertThat(page.dateTime(Instant.parse("2026-11-21T09:05:00Z"))).isEqualTo("21 November 2026 at 9:05am");
        assertThat(page.dateTime(null)).isEqualTo("–");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-21,due today",
        "2026-11-22,due tomorrow",
        "2026-11-23,due in 2 days",
        "2026-12-03,due in 12 days",
        "2026-11-20,1 day overdue",
        "2026-11-18,3 days overdue"
    })
    void a_deadline_says_how_far_it_is(LocalDate day, String said) {
        assertThat(page.due(day)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-21T01:00:00Z,today",
        "2026-11-20T23:59:00Z,yesterday",
        "2026-11-16T12:00:00Z,5 days ago",
        "2026-10-16T12:00:00Z,16 October 2026"
    })
    void what_happened_says_how_long_ago(Instant instant, String said) {
        assertThat(page.ago(instant)).isEqualTo(said);
    }

    @Test
    void days_and_numbers_have_one_form_each() {
        LocalDate day = LocalDate.of(2026, 9, 1);
        assertThat(page.date(day)).isEqualTo("1 September 2026");
        assertThat(page.shortDate(day)).isEqualTo("1 Sep 2026");
        assertThat(page.longDate(day)).isEqualTo("Tuesday 1 September 2026");
        assertThat(page.number(4211)).isEqualTo("4,211");
    }

    @Test
    void in_welsh_months_are_welsh() {
        assertThat(Drawing.page(Form.empty(), Language.WELSH).date(LocalDate.of(2026, 11, 21)))
                .isEqualTo("21 Tachwedd 2026");
    }
}
