package org.holdfast.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody types into the search box is taken as they mean it. */
class SearchTextTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 15);

    @ParameterizedTest
    @CsvSource({
        "12/04/2010, 2010-04-12",
        "12.4.2010, 2010-04-12",
        "12-04-10, 2010-04-12",
        "12 04 2010, 2010-04-12",
        "2010-04-12, 2010-04-12",
        "12 April 2010, 2010-04-12",
        "12th apr 2010, 2010-04-12",
        "04/25/2010, 2010-04-25",
        "April 2010, 2010-04",
        "04/2010, 2010-04",
        "2010, 2010",
        "1/1/99, 1999-01-01",
    })
    void a_date_is_read_however_it_is_written(String typed, String born) {
        SearchText text = SearchText.read("Minh " + typed, TODAY);

        assertThat(text.birthDate().map(BirthDate::written)).contains(born);
        assertThat(text.words()).containsExactly("minh");
        assertThat(text.codes()).isEmpty();
    }

    @Test
    void numbers_are_identifiers_with_or_without_spaces() {
        assertThat(SearchText.read("943 476 5919", TODAY).codes()).containsExactly("9434765919");
        assertThat(SearchText.read("nrm-2026-0042 Minh", TODAY).codes()).containsExactly("NRM20260042");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "2010", "--", "..."})
    void nothing_or_a_year_alone_looks_for_nothing(String typed) {
        assertThat(SearchText.read(typed, TODAY).empty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Minh",
                "testchild minh",
                "Mihn Testchild",
                "Mính Tést",
                "minh test",
                "benny",
                "Beny",
                "12/04/2010",
                "04/12/2010",
                "minh april 2010",
                "minh 2010",
                "9434765919",
                "943 476 5919 minh"
            })
    void a_child_is_found_by_any_name_number_or_date(String typed) {
        assertThat(SearchText.read(typed, TODAY).fit(known())).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Arben", "Minh Example", "minh 2011", "13/04/2010", "9434765918", "minh 9434765918"})
    void and_is_not_found_by_what_speaks_against_them(String typed) {
        assertThat(SearchText.read(typed, TODAY).fit(known())).isEmpty();
    }

    @Test
    void it_is_told_by_what_the_child_was_found() {
        assertThat(SearchText.read("benny 12/04/2010", TODAY)
                        .fit(known())
                        .orElseThrow()
                        .by())
                .containsExactly(Found.By.BIRTH_DATE, Found.By.ALIAS);
    }

    private static ChildDescription known() {
        return new ChildDescription(
                "Minh Testchild",
                List.of("Benny"),
                BirthDate.of(LocalDate.of(2010, 4, 12)),
                Sex.MALE,
                List.of(new Identifier(IdentifierSystem.NHS_NUMBER, "9434765919", null, "Testshire Health Trust")));
    }
}
