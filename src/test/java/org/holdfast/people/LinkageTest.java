package org.holdfast.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.people.Likeness.Verdict.LIKELY;
import static org.holdfast.people.Likeness.Verdict.POSSIBLE;
import static org.holdfast.people.Likeness.Verdict.UNLIKELY;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.holdfast.law.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The same child is found however the name is spelled and ordered and however the date is written (REF-4). All are made up. */
class LinkageTest {

    static Stream<Arguments> oneChild() {
        String born = "2010-04-12";
        return Stream.of(
                same("the same words", "Minh Testchild", born, "Minh Testchild", born, "names-same", "birth-same"),
                same("other order", "Nguyen Thi Mai", born, "Mai Nguyen Thi", born, "names-other-order", "birth-same"),
                same("marks and capitals", "Nguyễn Thị Mai", born, "NGUYEN THI MAI", born, "names-same", "birth-same"),
                same("other ears", "Mohammed Yusuf", born, "Muhamad Youssef", born, "names-spelling", "birth-same"),
                same("middle name left out", "Nguyen Thi Mai", born, "Nguyen Mai", born, "names-part", "birth-same"),
                same(
                        "written together",
                        "Abdul Rahman Test",
                        born,
                        "Abdulrahman Test",
                        born,
                        "names-spelling",
                        "birth-same"),
                same("a slip", "Arben Testaj", born, "Abren Testaj", born, "names-spelling", "birth-same"),
                same("hyphen", "Ana-Maria Example", born, "Ana Maria Example", born, "names-same", "birth-same"),
                same("apostrophe", "Shaun O'Example", born, "Shaun OExample", born, "names-same", "birth-same"),
                same("Arabic script", "محمد", born, "Mohammed", born, "names-spelling", "birth-same"),
                same("Cyrillic script", "Олександр Тест", born, "Oleksandr Test", born, "names-same", "birth-same"),
                same("Ethiopic script", "ሰላም", born, "Selam", born, "names-same", "birth-same"),
                same("swapped", "Minh Testchild", born, "Minh Testchild", "2010-12-04", "names-same", "birth-swapped"),
                same(
                        "one digit",
                        "Minh Testchild",
                        born,
                        "Minh Testchild",
                        "2010-04-17",
                        "names-same",
                        "birth-one-digit"),
                same(
                        "two digits",
                        "Minh Testchild",
                        born,
                        "Minh Testchild",
                        "2010-04-21",
                        "names-same",
                        "birth-digits-swapped"),
                same(
                        "the month only",
                        "Minh Testchild",
                        born,
                        "Minh Testchild",
                        "2010-04",
                        "names-same",
                        "birth-agrees"));
    }

    @ParameterizedTest
    @MethodSource("oneChild")
    void one_child_described_twice_is_likely_the_same(
            String name, String born, String otherName, String otherBorn, List<String> reasons) {
        Likeness likeness = Linkage.compare(described(name, born), described(otherName, otherBorn));

        assertThat(likeness.verdict()).as("%s", likeness).isEqualTo(LIKELY);
        assertThat(reasons(likeness)).containsExactlyElementsOf(reasons);
        assertThat(Linkage.compare(described(otherName, otherBorn), described(name, born))
                        .verdict())
                .isEqualTo(LIKELY);
    }

    @ParameterizedTest
    @MethodSource("oneChild")
    void and_the_one_is_found_by_the_keys_of_the_other(
            String name, String born, String otherName, String otherBorn, List<String> reasons) {
        Set<String> kept = SearchKeys.kept(described(name, born));

        assertThat(SearchKeys.linking(described(otherName, otherBorn))).anyMatch(kept::contains);
    }

    @Test
    void two_children_of_one_name_with_different_dates_of_birth_are_not_taken_for_one() {
        Likeness likeness =
                Linkage.compare(described("Minh Testchild", "2010-04-12"), described("Minh Testchild", "2014-09-30"));

        assertThat(likeness.verdict()).isNotEqualTo(LIKELY);
        assertThat(reasons(likeness)).containsExactly("names-same", "birth-different");
    }

    @Test
    void two_children_born_on_one_day_are_not_taken_for_one() {
        assertThat(verdict("Minh Testchild", "2010-04-12", "Arben Example", "2010-04-12"))
                .isEqualTo(UNLIKELY);
    }

    @Test
    void a_name_alone_is_possible_and_no_more() {
        assertThat(verdict("Minh Testchild", "unknown", "Minh Testchild", "2010-04-12"))
                .isEqualTo(POSSIBLE);
    }

    @Test
    void twins_are_looked_at_by_a_person() {
        assertThat(verdict("Mai Testchild", "2010-04-12", "Lan Testchild", "2010-04-12"))
                .isEqualTo(POSSIBLE);
    }

    @Test
    void one_number_decides_whatever_the_rest_says() {
        Likeness likeness = Linkage.compare(
                numbered("Minh Testchild", "2010-04-12", IdentifierSystem.NHS_NUMBER, "9434765919"),
                numbered("Somebody Else", "2008-01-01", IdentifierSystem.NHS_NUMBER, "943 476 5919"));

        assertThat(likeness.verdict()).isEqualTo(LIKELY);
        assertThat(reasons(likeness)).contains("identifier-same.nhs-number");
    }

    @Test
    void the_same_value_of_two_systems_says_nothing() {
        Likeness likeness = Linkage.compare(
                numbered("Minh Testchild", "2010-04-12", IdentifierSystem.SOCIAL_CARE_ID, "42"),
                numbered("Somebody Else", "2008-01-01", IdentifierSystem.YOUTH_JUSTICE_ID, "42"));

        assertThat(likeness.verdict()).isEqualTo(UNLIKELY);
        assertThat(reasons(likeness)).noneMatch(reason -> reason.startsWith("identifier"));
    }

    @Test
    void an_alias_finds_the_child_and_says_so() {
        ChildDescription known = new ChildDescription(
                "Arben Testaj", List.of("Benny Example"), BirthDate.read("2010-04-12"), Sex.MALE, List.of());

        Likeness likeness = Linkage.compare(described("Benny Example", "2010-04-12"), known);

        assertThat(likeness.verdict()).isEqualTo(LIKELY);
        assertThat(reasons(likeness)).contains("names-alias");
    }

    @Test
    void partial_dates_agree_where_they_can_be_one() {
        BirthDate year = new BirthDate.InYear(Year.of(2010));
        BirthDate later = new BirthDate.Estimated(LocalDate.of(2013, 1, 1), LocalDate.of(2014, 1, 1));

        assertThat(reasons(Linkage.compare(born(year), born(new BirthDate.InMonth(YearMonth.of(2010, 4))))))
                .contains("birth-agrees");
        assertThat(reasons(Linkage.compare(born(year), born(later)))).contains("birth-different");
    }

    private static Likeness.Verdict verdict(String name, String born, String otherName, String otherBorn) {
        return Linkage.compare(described(name, born), described(otherName, otherBorn))
                .verdict();
    }

    private static ChildDescription described(String name, String born) {
        return new ChildDescription(name, List.of(), BirthDate.read(born), Sex.UNKNOWN, List.of());
    }

    private static ChildDescription numbered(String name, String born, IdentifierSystem system, String value) {
        return described(name, born).withIdentifiers(List.of(new Identifier(system, value, null, "Testshire Council")));
    }

    private static ChildDescription born(BirthDate birthDate) {
        return described("Minh Testchild", birthDate.written());
    }

    private static List<String> reasons(Likeness likeness) {
        return likeness.reasons().stream()
                .map(Reason::key)
                .map(key -> key.substring("people.likeness.".length()))
                .toList();
    }

    private static Arguments same(
            String title, String name, String born, String otherName, String otherBorn, String... reasons) {
        return argumentSet(title, name, born, otherName, otherBorn, List.of(reasons));
    }
}
