package org.holdfast.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;
import org.holdfast.law.Reason;
import org.holdfast.pages.Form;
import org.junit.jupiter.api.Test;

/** NRM-24: a referral written by hand asks what the Home Office asks, in its order, and comes out in its keys. */
class HandwrittenFormTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @Test
    void everyPageOfTheFormLiesInASectionInTheFormsOrderAndNoneTwice() {
        List<String> pages = Stream.of(FormSection.values())
                .flatMap(section -> section.pages().stream())
                .toList();
        assertThat(pages).doesNotHaveDuplicates();
        List<String> form = HomeOfficeForm.pages().keySet().stream()
                .map(FormPage::name)
                .filter(page -> !page.equals("pv-want-to-submit-nrm"))
                .toList();
        assertThat(pages.stream().filter(form::contains).toList()).isEqualTo(form);
    }

    @Test
    void everyQuestionOfOursHasItsWords() {
        Properties words = Words.of("referrals-screening");
        for (FormField field : LocalQuestions.fields()) {
            assertThat(words.getProperty("referrals.form.page." + field.page().name()))
                    .isNotBlank();
            assertThat(words.getProperty(field.label())).as(field.label()).isNotBlank();
            field.options()
                    .forEach(option -> assertThat(words.getProperty(field.label(option)))
                            .as(field.label(option))
                            .isNotBlank());
        }
    }

    @Test
    void aQuestionThatFollowsFromAnAnswerIsPutOnlyThen() {
        assertThat(form(Map.of()).pages())
                .doesNotContain(
                        "concerns-future-exploitation", "what-evidence-you-will-submit", "are-exploiters-in-the-uk");
        assertThat(form(Map.of("future-exploitation-concerns", "yes")).pages())
                .contains("concerns-future-exploitation");
        assertThat(form(Map.of("pv-under-age", "no")).pages()).contains("pv-under-age-at-time-of-exploitation");
    }

    @Test
    void anAnswerOnThePageOpensTheQuestionThatFollowsOnIt() {
        HandwrittenForm form = form(Map.of());
        assertThat(form.fields("are-others-involved"))
                .extracting(FormField::name)
                .containsExactly("are-others-involved", "are-others-involved-details");
        assertThat(form.fields("are-others-involved").stream().filter(form::asked))
                .extracting(FormField::name)
                .containsExactly("are-others-involved");
    }

    @Test
    void whatWasTypedUnderAnAnswerThatWasChangedDoesNotGoOut() {
        Map<String, String> typed =
                new HashMap<>(Map.of("are-others-involved", "yes", "are-others-involved-details", "Somebody"));
        assertThat(form(typed).payload(new UUID(0, 1)).values())
                .containsEntry("DetailsOfProfessionalsInvolved", "Somebody");
        typed.put("are-others-involved", "no");
        assertThat(form(typed).payload(new UUID(0, 1)).values())
                .containsEntry("ProfessionalsInvolved", "No")
                .doesNotContainKey("DetailsOfProfessionalsInvolved");
    }

    @Test
    void ourOwnAnswersNeverGoOut() {
        HandwrittenForm form = form(Map.of(
                "safeguarding",
                "not-made",
                "safeguarding-account",
                "Private",
                "court-dates",
                "yes",
                "court-dates-details",
                "On Monday",
                "told",
                "not-told",
                "told-account",
                "Secret"));
        assertThat(form.payload(new UUID(0, 1)).values().values()).doesNotContain("Private", "On Monday", "Secret");
    }

    @Test
    void aDayIsTypedInThreePartsAndGoesOutAsOne() {
        HandwrittenForm form = form(Map.of("pv-dob-day", "4", "pv-dob-month", "May", "pv-dob-year", "2011"));
        assertThat(form.answer("pv-dob")).isEqualTo("2011-05-04");
        assertThat(form.payload(new UUID(0, 1)).values())
                .containsEntry("Customer.DOB", "2011-05-04")
                .containsEntry("Customer.Custom7", "Yes");
    }

    @Test
    void wrongAnswersAreToldPageByPageAndNothingIsAnUnfinishedPageButUnfinished() {
        assertThat(form(Map.of()).faults("pv-dob", TODAY)).isEmpty();
        assertThat(form(Map.of("pv-dob-day", "31", "pv-dob-month", "2", "pv-dob-year", "2011"))
                        .faults("pv-dob", TODAY))
                .extracting(Reason::field)
                .containsExactly("pv-dob");
        assertThat(form(Map.of("pv-dob-day", "3", "pv-dob-month", "3", "pv-dob-year", "2026"))
                        .faults("pv-dob", TODAY))
                .extracting(Reason::key)
                .containsExactly("referrals.hand.day-to-come");
        assertThat(form(Map.of("user-email", "nobody")).faults("verify", TODAY))
                .extracting(Reason::key)
                .containsExactly("referrals.hand.not-an-email");
        assertThat(form(Map.of("family", "x".repeat(15_001))).faults("what-is-their-background", TODAY))
                .extracting(Reason::details)
                .containsExactly(List.of("1"));
        assertThat(form(Map.of("family", "x".repeat(15_000))).faults("what-is-their-background", TODAY))
                .isEmpty();
    }

    @Test
    void aPageIsFinishedWhenWhatTheFormInsistsOnIsThere() {
        assertThat(form(Map.of()).progress("pv-name-referral")).isEqualTo(HandwrittenForm.Progress.NOT_STARTED);
        assertThat(form(Map.of("pv-name-first-name", "Ada")).progress("pv-name-referral"))
                .isEqualTo(HandwrittenForm.Progress.INCOMPLETE);
        assertThat(form(Map.of("pv-name-first-name", "Ada", "pv-name-last-name", "Testchild"))
                        .progress("pv-name-referral"))
                .isEqualTo(HandwrittenForm.Progress.COMPLETED);
        assertThat(form(Map.of()).progress("pv-dob")).isEqualTo(HandwrittenForm.Progress.OPTIONAL);
        assertThat(form(Map.of("pv-dob-day", "4")).progress("pv-dob")).isEqualTo(HandwrittenForm.Progress.INCOMPLETE);
        assertThat(form(Map.of()).progress("types-of-exploitation")).isEqualTo(HandwrittenForm.Progress.NOT_STARTED);
    }

    @Test
    void onlyEssentialsAndTheGateStandInTheWay() {
        assertThat(form(Map.of()).obstacles(TODAY))
                .extracting(Reason::field)
                .containsExactly("pv-under-age", "pv-name-first-name", "safeguarding", "told");
        Map<String, String> essentials = Map.of(
                "pv-under-age", "yes",
                "pv-name-last-name", "Testchild",
                "safeguarding", "already-open",
                "safeguarding-account", "Open since May",
                "told", "not-told",
                "told-account", "It is not safe yet");
        HandwrittenForm form = form(essentials);
        assertThat(form.obstacles(TODAY)).isEmpty();
        assertThat(form.findings()).as("weak, and can still be handed in").isNotEmpty();
    }

    @Test
    void everyFindingLeadsToAPageThatIsPut() {
        HandwrittenForm form = form(Map.of());
        assertThat(form.findings())
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(form.pageOf(finding))
                        .as(finding.code())
                        .hasValueSatisfying(page -> assertThat(form.pages()).contains(page)));
    }

    private static HandwrittenForm form(Map<String, String> typed) {
        Map<String, List<String>> fields = new HashMap<>();
        typed.forEach((name, value) -> fields.put(name, List.of(value)));
        return HandwrittenForm.of(Form.of(fields));
    }
}
