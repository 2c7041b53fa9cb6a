package org.holdfast.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A date of birth says how surely it is known (NRM-20). */
class BirthDateTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);

    static Stream<BirthDate> everyKind() {
        return Stream.of(
                BirthDate.of(LocalDate.of(2010, 4, 12)),
                new BirthDate.InMonth(YearMonth.of(2010, 4)),
                new BirthDate.InYear(Year.of(2010)),
                new BirthDate.Estimated(LocalDate.of(2009, 1, 1), LocalDate.of(2010, 12, 31)),
                BirthDate.unknown(),
                new BirthDate.Disputed(BirthDate.of(LocalDate.of(2010, 4, 12))),
                new BirthDate.Disputed(BirthDate.unknown()),
                new BirthDate.Assessed(LocalDate.of(2008, 1, 1)));
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void every_kind_is_written_and_read_again(BirthDate birthDate) {
        assertThat(BirthDate.read(birthDate.written())).isEqualTo(birthDate);
    }

    @Test
    void the_age_is_as_sure_as_the_date() {
        assertThat(BirthDate.of(LocalDate.of(2010, 6, 15)).ageOn(TODAY)).contains(new BirthDate.Age(16, 16));
        assertThat(BirthDate.of(LocalDate.of(2010, 6, 16)).ageOn(TODAY)).contains(new BirthDate.Age(15, 15));
        assertThat(new BirthDate.InMonth(YearMonth.of(2010, 6)).ageOn(TODAY)).contains(new BirthDate.Age(15, 16));
        assertThat(new BirthDate.InYear(Year.of(2010)).ageOn(TODAY)).contains(new BirthDate.Age(15, 16));
        assertThat(BirthDate.unknown().ageOn(TODAY)).isEmpty();
    }

    @Test
    void who_was_born_on_29_February_is_a_year_older_on_1_March() {
        BirthDate leapDay = BirthDate.of(LocalDate.of(2008, 2, 29));

        assertThat(leapDay.ageOn(LocalDate.of(2026, 2, 28))).contains(new BirthDate.Age(17, 17));
        assertThat(leapDay.ageOn(LocalDate.of(2026, 3, 1))).contains(new BirthDate.Age(18, 18));
    }

    @Test
    void a_disputed_date_is_no_day_to_reckon_with_and_an_assessed_one_is() {
        LocalDate claimed = LocalDate.of(2010, 4, 12);

        assertThat(new BirthDate.Disputed(BirthDate.of(claimed)).certainDay()).isEmpty();
        assertThat(new BirthDate.Disputed(BirthDate.of(claimed)).earliest()).contains(claimed);
        assertThat(new BirthDate.Assessed(claimed).certainDay()).contains(claimed);
    }
}
