package org.holdfast.pages;

import static org.assertj.core.api.Assertions.assertThat;

import gg.jte.Content;
import java.util.List;
import java.util.Map;
import org.holdfast.law.Reason;
import org.junit.jupiter.api.Test;

class ComponentsTest {
    private static final Form TYPED = Form.empty()
            .set("familyName", "Testchild & <Example>")
            .with(List.of(Reason.about("familyName", "pages.date.not-real")));

    @Test
    void a_field_keeps_what_was_typed_and_says_what_is_wrong_with_it() {
        String html = Drawing.draw(
                "pages/input",
                Map.of(
                        "page",
                        Drawing.page(TYPED),
                        "name",
                        "familyName",
                        "label",
                        "Family name",
                        "hint",
                        "As on papers"));
        assertThat(html)
                .contains("value=\"Testchild &amp; &lt;Example>\"")
                .contains("aria-describedby=\"familyName-hint familyName-error\"")
                .contains("Enter a date that exists")
                .contains("<label class=\"govuk-label \" for=\"familyName\">");
    }

    @Test
    void a_page_with_a_fault_says_so_in_its_title_and_leads_to_the_field() {
        String html = Drawing.draw("pages/notFound", "", TYPED);
        assertThat(html)
                .contains("<title>Error: Page not found – Holdfast</title>")
                .contains("<a href=\"#familyName\">Enter a date that exists");
    }

    @Test
    void a_page_shows_who_is_signed_in_and_where_she_is() {
        assertThat(Drawing.draw("pages/notFound", "", Form.empty()))
                .contains("<html lang=\"en\"")
                .contains("Ada Testworker, Exampleshire Council")
                .contains("<input type=\"hidden\" name=\"_csrf\" value=\"token-of-this-session\">")
                .contains("aria-current=\"true\"")
                .doesNotContain("style=")
                .doesNotContain("onclick");
    }

    @Test
    void the_first_choice_is_where_the_error_summary_leads() {
        Form form = Form.empty().set("sex", "F").with(List.of(Reason.about("sex", "pages.date.not-real")));
        Content reveal = output -> output.writeContent("<p>Further</p>");
        String html = Drawing.draw(
                "pages/radios",
                Map.of(
                        "page",
                        Drawing.page(form),
                        "name",
                        "sex",
                        "legend",
                        "Sex",
                        "options",
                        List.of(Option.of("M", "Boy"), Option.of("F", "Girl").revealing(reveal))));
        assertThat(html)
                .contains("id=\"sex\" name=\"sex\" type=\"radio\" value=\"M\"")
                .contains("id=\"sex-F\" name=\"sex\" type=\"radio\" value=\"F\" checked")
                .contains("data-aria-controls=\"sex-F-reveal\"")
                .contains("<div class=\"govuk-radios__conditional\" id=\"sex-F-reveal\"><p>Further</p></div>");
    }
}
