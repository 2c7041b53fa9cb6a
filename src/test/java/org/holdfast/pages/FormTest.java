package org.holdfast.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.holdfast.law.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormTest {

    @Test
    void what_was_typed_stays_as_typed() {
        Form form = Form.of(Map.of("name", List.of("  Testchild  "), "blank", List.of("   ")));
        assertThat(form.value("name")).isEqualTo("  Testchild  ");
        assertThat(form.text("name")).isEqualTo("Testchild");
        assertThat(form.text("blank")).isNull();
        assertThat(form.value("never")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"27,3,2009", " 27 , 03 ,2009", "27,March,2009", "27,mar,2009"})
    void a_date_is_read_however_its_month_is_written(String day, String month, String year) {
        assertThat(date(day, month, year).date("born")).isEqualTo(LocalDate.of(2009, 3, 27));
        assertThat(date(day, month, year).dateFault("born")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "29,2,2026,pages.date.not-real",
        "31,4,2026,pages.date.not-real",
        "1,13,2026,pages.date.not-real",
        "1,1,26,pages.date.not-real",
        "x,1,2026,pages.date.not-real",
        "'',1,2026,pages.date.needs-day",
        "1,'',2026,pages.date.needs-month",
        "1,1,'',pages.date.needs-year"
    })
    void what_is_no_date_says_why(String day, String month, String year, String key) {
        Form form = date(day, month, year);
        assertThat(form.date("born")).isNull();
        assertThat(form.dateFault("born")).isEqualTo(Reason.about("born", key));
    }

    @Test
    void no_date_at_all_is_not_a_wrong_date() {
        assertThat(Form.empty().dateFault("born")).isNull();
        assertThat(Form.empty().date("born")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "9:30,09:30",
        "9.30am,09:30",
        "0930,09:30",
        "2pm,14:00",
        "12am,00:00",
        "12 pm,12:00",
        "midday,12:00",
        "23:59,23:59"
    })
    void a_time_is_read_as_people_write_it(String typed, String time) {
        assertThat(Form.empty().set("at", typed).time("at")).isEqualTo(LocalTime.parse(time));
    }

    @ParameterizedTest
    @ValueSource(strings = {"24:00", "9:60", "13pm", "0am", "soon", "", "-1"})
    void what_is_no_time_is_none(String typed) {
        assertThat(Form.empty().set("at", typed).time("at")).isNull();
    }

    @Test
    void a_moment_is_a_time_on_the_clock_in_london_in_summer_and_winter() {
        Form summer = Form.empty().set("met", LocalDate.of(2026, 7, 1)).set("met-time", "9:30");
        Form winter = Form.empty().set("met", LocalDate.of(2026, 12, 1)).set("met-time", "9:30");
        assertThat(summer.moment("met")).isEqualTo("2026-07-01T08:30:00Z");
        assertThat(winter.moment("met")).isEqualTo("2026-12-01T09:30:00Z");
        assertThat(Form.empty()
                        .set("met", Instant.parse("2026-07-01T08:30:00Z"))
                        .moment("met"))
                .isEqualTo("2026-07-01T08:30:00Z");
    }

    @Test
    void a_reference_forgives_spaces_and_punctuation() {
        assertThat(Form.empty().set("nrm", " nrm-2026/00 123 ").code("nrm")).isEqualTo("NRM202600123");
    }

    @Test
    void choices_are_constants_that_exist_and_nothing_else() {
        Form form = Form.of(Map.of("language", List.of("WELSH", "KLINGON"), "other", List.of("KLINGON")));
        assertThat(form.choice("language", Language.class)).isEqualTo(Language.WELSH);
        assertThat(form.choices("language", Language.class)).containsExactly(Language.WELSH);
        assertThat(form.choice("other", Language.class)).isNull();
    }

    @Test
    void faults_are_found_by_their_field_and_never_twice() {
        Reason fault = Reason.about("born", "pages.date.needs-day");
        Form form = Form.empty().with(List.of(fault)).with(List.of(fault, Reason.of("pages.refused.title", "")));
        assertThat(form.faults()).hasSize(2);
        assertThat(form.fault("born")).isEqualTo(fault);
        assertThat(form.fault("name")).isNull();
    }

    @Test
    void faults_stand_in_the_order_of_the_fields() {
        Form sent = Form.empty()
                .set("words", "")
                .set("on", LocalDate.of(2026, 3, 27))
                .set("language", "");
        List<Reason> found = List.of(
                Reason.about("on", "later"),
                Reason.about("means", "nothing chosen, asked after the day"),
                Reason.about("language", "empty"),
                Reason.of("about the whole", ""),
                Reason.about("words", "empty"));
        assertThat(sent.with(found).faults())
                .extracting(Reason::field)
                .containsExactly(null, "words", "on", "means", "language");
    }

    @Test
    void a_form_never_changes() {
        Form form = Form.empty().set("name", "Testchild");
        form.set("name", "another");
        form.with(List.of(Reason.about("name", "pages.date.not-real")));
        assertThat(form.value("name")).isEqualTo("Testchild");
        assertThat(form.hasFaults()).isFalse();
    }

    private static Form date(String day, String month, String year) {
        return Form.empty().set("born-day", day).set("born-month", month).set("born-year", year);
    }
}
