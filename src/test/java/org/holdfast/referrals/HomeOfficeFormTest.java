package org.holdfast.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HomeOfficeFormTest {

    @Test
    void theChildRouteHas51PagesBehindTheSignInPageAnd112Fields() {
        assertThat(HomeOfficeForm.pages()).hasSize(52);
        assertThat(HomeOfficeForm.pages().keySet())
                .extracting(FormPage::number)
                .containsExactlyElementsOf(
                        java.util.stream.IntStream.rangeClosed(0, 51).boxed().toList());
        assertThat(HomeOfficeForm.fields())
                .filteredOn(field -> !field.name().equals(HomeOfficeForm.REFER_OR_NOTIFY))
                .as("what somebody is asked")
                .hasSize(112);
        assertThat(HomeOfficeForm.fields()).extracting(FormField::name).doesNotHaveDuplicates();
    }

    @Test
    void everyFieldIsFoundByItsName() {
        assertThat(all())
                .allSatisfy(
                        field -> assertThat(HomeOfficeForm.field(field.name())).contains(field));
    }

    @Test
    void aKeyIsSharedOnlyByQuestionsOfWhichOneIsPut() {
        Map<String, List<FormField>> byKey = new HashMap<>();
        all().forEach(field -> field.keys()
                .forEach(key ->
                        byKey.computeIfAbsent(key, any -> new ArrayList<>()).add(field)));
        byKey.values().removeIf(fields -> fields.size() == 1);
        assertThat(byKey.keySet())
                .containsExactlyInAnyOrder("ExploitationDates", "ReportedBeforeFurtherInfo", "OtherVictimsFurtherInfo");
        byKey.forEach((key, fields) -> {
            List<String> deciding = List.of("yes", "no", "not-sure", "i-dont-know");
            for (String answer : deciding) {
                Map<String, String> answers = new HashMap<>();
                HomeOfficeForm.fields().stream()
                        .filter(field -> field.kind() == FormField.Kind.RADIO)
                        .forEach(field -> answers.put(field.name(), answer));
                assertThat(fields.stream()
                                .filter(field -> field.shownWhen().holds(answers))
                                .count())
                        .as(key + " when " + answer)
                        .isLessThanOrEqualTo(1);
            }
        });
    }

    @Test
    void everyConditionNamesAnEarlierQuestionAndAnswersItOffers() {
        List<String> before = new ArrayList<>();
        for (FormField field : all()) {
            switch (field.shownWhen()) {
                case ShownWhen.Always always -> {}
                case ShownWhen.Answered(String asked, var with) -> {
                    assertThat(before).as(field.name()).contains(asked);
                    if (!asked.equals("upload-file")) {
                        assertThat(options(asked)).as(field.name()).containsAll(with);
                    }
                }
                case ShownWhen.Unless(String asked, String answered) -> {
                    assertThat(before).as(field.name()).contains(asked);
                    assertThat(options(asked)).as(field.name()).contains(answered);
                }
            }
            before.add(field.name());
        }
    }

    @Test
    void everyOptionSaysWhatIsWrittenToEveryKey() {
        assertThat(all()).filteredOn(field -> field.kind().offersOptions()).allSatisfy(field -> {
            assertThat(field.options()).as(field.name()).isNotEmpty();
            if (field.impliedBy() == null) {
                assertThat(field.options())
                        .allSatisfy(option -> assertThat(option.written()).hasSameSizeAs(field.keys()));
            }
        });
    }

    @Test
    void everyPageQuestionAndAnswerHasItsWords() throws IOException {
        Properties words = new Properties();
        try (var in = new InputStreamReader(
                HomeOfficeFormTest.class.getResourceAsStream("/messages/referrals-form.properties"),
                StandardCharsets.UTF_8)) {
            words.load(in);
        }
        List<String> needed = new ArrayList<>();
        all().forEach(field -> {
            needed.add("referrals.form.page." + field.page().name());
            needed.add(field.label());
            field.options().forEach(option -> needed.add(field.label(option)));
        });
        assertThat(words.stringPropertyNames()).containsAll(needed);
    }

    @Test
    void misleadingKeysComeOutWithTheirTrueMeaning() throws IOException {
        Properties words = new Properties();
        try (var in = new InputStreamReader(
                HomeOfficeFormTest.class.getResourceAsStream("/messages/referrals-form.properties"),
                StandardCharsets.UTF_8)) {
            words.load(in);
        }
        assertThat(words.getProperty(meaning("ComponentChildExploitation", "Yes")))
                .isEqualTo("Child sexual exploitation");
        assertThat(words.getProperty(meaning("ComponentSexuallyassaulted", "Yes")))
                .isEqualTo("Held somewhere and assaulted");
        assertThat(words.getProperty(meaning("FirstChanceToReport", "Yes"))).isEqualTo("Reported before");
        assertThat(words.getProperty(meaning("FirstChanceToReport", "No"))).isEqualTo("Not reported before");
        assertThat(words.getProperty(meaning("MoreThanOneExploitationSituations", "DontKnow")))
                .isEqualTo("Not known");
        assertThat(words.getProperty(meaning("Customer.Custom17", "Other")))
                .isEqualTo("Identifies as neither male nor female");
    }

    private static String meaning(String key, String value) {
        FormField field = all().stream()
                .filter(candidate -> candidate.keys().contains(key))
                .findFirst()
                .orElseThrow();
        return field.label(field.optionWritten(0, value).orElseThrow());
    }

    private static List<String> options(String field) {
        return HomeOfficeForm.field(field).orElseThrow().options().stream()
                .map(FormField.Option::answer)
                .toList();
    }

    private static List<FormField> all() {
        return Stream.concat(HomeOfficeForm.fields().stream(), HomeOfficeForm.otherFields().stream())
                .toList();
    }
}
