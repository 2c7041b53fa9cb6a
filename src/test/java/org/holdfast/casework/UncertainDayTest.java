package org.holdfast.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.holdfast.casework.UncertainDay.Precision;
import org.junit.jupiter.api.Test;

class UncertainDayTest {

    @Test
    void whatIsKnownOnlyToTheMonthStaysAMonth() {
        UncertainDay december = UncertainDay.typed(null, 12, 2017, false).orElseThrow();
        assertThat(december.earliest()).isEqualTo("2017-12-01");
        assertThat(december.latest()).isEqualTo("2017-12-31");
        assertThat(december.precision()).isEqualTo(Precision.MONTH);
    }

    @Test
    void aYearADayAndAStretchAreToldApart() {
        assertThat(UncertainDay.typed(null, null, 2020, false).orElseThrow().precision())
                .isEqualTo(Precision.YEAR);
        assertThat(UncertainDay.typed(29, 2, 2024, true).orElseThrow().precision())
                .isEqualTo(Precision.DAY);
        assertThat(UncertainDay.typed(3, 4, 2024, false)
                        .orElseThrow()
                        .until(UncertainDay.typed(9, 4, 2024, false).orElseThrow())
                        .orElseThrow()
                        .precision())
                .isEqualTo(Precision.STRETCH);
    }

    @Test
    void thereIsNoThirtiethOfFebruaryAndNoDayWithoutItsMonth() {
        assertThat(UncertainDay.typed(30, 2, 2024, false)).isEmpty();
        assertThat(UncertainDay.typed(29, 2, 2023, false)).isEmpty();
        assertThat(UncertainDay.typed(3, null, 2024, false)).isEmpty();
        assertThat(UncertainDay.typed(3, 4, null, false)).isEmpty();
    }

    @Test
    void nothingEndsBeforeItBegins() {
        UncertainDay april = UncertainDay.typed(null, 4, 2024, false).orElseThrow();
        assertThat(april.until(UncertainDay.on(LocalDate.of(2024, 3, 31)))).isEmpty();
        assertThat(april.until(UncertainDay.on(LocalDate.of(2024, 4, 1)))).isPresent();
    }

    @Test
    void aStretchIsFoundByAnyDayItTouches() {
        UncertainDay april = UncertainDay.typed(null, 4, 2024, false).orElseThrow();
        assertThat(april.within(LocalDate.of(2024, 4, 30), null)).isTrue();
        assertThat(april.within(LocalDate.of(2024, 5, 1), null)).isFalse();
        assertThat(april.within(null, LocalDate.of(2024, 4, 1))).isTrue();
        assertThat(april.within(null, LocalDate.of(2024, 3, 31))).isFalse();
    }
}
