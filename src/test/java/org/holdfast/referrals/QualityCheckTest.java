package org.holdfast.referrals;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** REF-3: what a decision maker will miss, said before it is too late to ask. */
class QualityCheckTest {

    private static final String ACCOUNT =
            "On three evenings a week he carried packages between two flats on Example Street and was watched by two men.";

    @Test
    void anEmptyReferralMissesEverythingInTheOrderADecisionMakerAsks() {
        assertThat(codes(Map.of()))
                .containsExactly(
                        "who-missing",
                        "age-missing",
                        "what-missing",
                        "when-missing",
                        "where-missing",
                        "by-whom-missing",
                        "action-missing",
                        "purpose-missing",
                        "indicators-missing",
                        "evidence-missing",
                        "court-dates-missing");
    }

    @Test
    void aFullReferralHasNoFindings() {
        assertThat(QualityCheck.of(full())).isEmpty();
    }

    @Test
    void aFewWordsAreWeakAndUnknownSaysNothing() {
        assertThat(codes(with("ExploiterDetails", "An older boy"))).containsExactly("by-whom-weak");
        assertThat(codes(with("ExploiterDetails", "Unknown."))).containsExactly("by-whom-missing");
        assertThat(codes(with("ExploiterDetails", "N/A"))).containsExactly("by-whom-missing");
    }

    @Test
    void datesWithoutAFigureAreWeak() {
        assertThat(codes(with("ExploitationDates", "For some time, it may have been during the summer")))
                .containsExactly("when-weak");
        assertThat(codes(with("ExploitationDates", "From about November until Christmas")))
                .isEmpty();
        assertThat(codes(with("ExploitationDates", "في عام ٢٠٢٥"))).isEmpty();
    }

    @Test
    void anUnknownTownIsNoPlace() {
        Map<String, String> answers = full();
        answers.put("City1", "Unknown");
        answers.remove("ExploitationUKAddress");
        assertThat(codes(answers)).containsExactly("where-missing");
        answers.put("City2", "Hull");
        assertThat(codes(answers)).containsExactly("where-weak");
    }

    @Test
    void hereAndAbroadNeedsATownAndACountry() {
        Map<String, String> answers = full();
        answers.put("ExploitationLocationPresented", "BOTH");
        assertThat(QualityCheck.of(answers))
                .containsExactly(new Finding(Finding.Matter.WHERE, Finding.Weight.WEAK, List.of("Country1")));
    }

    @Test
    void anUntickedBoxIsAbsentAndOneTickedBoxIsAPurpose() {
        Map<String, String> answers = full();
        answers.remove("ComponentForcedCrime");
        assertThat(codes(answers)).containsExactly("purpose-missing");
        answers.put("ComponentChildExploitation", "Yes");
        assertThat(codes(answers)).isEmpty();
    }

    @Test
    void beingNotSureOfAgeIsWeakAndNoDateOfBirthMissing() {
        assertThat(codes(with("AdultOrChild", "Unknown"))).containsExactly("age-weak");
        Map<String, String> answers = full();
        answers.remove("Customer.DOB");
        assertThat(codes(answers)).containsExactly("age-missing");
    }

    @Test
    void aProfessionalAccountWithoutAnyDocumentOrReferenceIsWeakEvidence() {
        Map<String, String> answers = full();
        answers.remove("EvidenceSubmitted");
        assertThat(codes(answers)).containsExactly("evidence-weak");
        answers.put("Document1.Name", "statement.pdf");
        assertThat(codes(answers)).isEmpty();
    }

    @Test
    void anAccountInAScriptWithoutSpacesIsAnAccount() {
        assertThat(codes(with("ExploiterDetails", "他被两个自称是朋友的成年男子控制每天必须把包裹送到另一个城镇")))
                .isEmpty();
    }

    @Test
    void oneNameIsANameButLessToFindAChildBy() {
        Map<String, String> answers = full();
        answers.remove("Customer.Surname");
        assertThat(QualityCheck.of(answers))
                .containsExactly(new Finding(Finding.Matter.WHO, Finding.Weight.WEAK, List.of("Customer.Surname")));
    }

    private static List<String> codes(Map<String, String> answers) {
        return QualityCheck.of(answers).stream().map(Finding::code).toList();
    }

    private static Map<String, String> with(String key, String answer) {
        Map<String, String> answers = full();
        answers.put(key, answer);
        return answers;
    }

    private static Map<String, String> full() {
        return new HashMap<>(Map.ofEntries(
                Map.entry("AdultOrChild", "Child"),
                Map.entry("Customer.Forename1", "Ada"),
                Map.entry("Customer.Surname", "Testchild"),
                Map.entry("Customer.DOB", "2011-05-04"),
                Map.entry("Customer.Nationality", "British"),
                Map.entry("ExploitationAverageDay", ACCOUNT),
                Map.entry("ExploitationTreatment", ACCOUNT),
                Map.entry("ExploitationDates", "From June 2025 until 4 January 2026"),
                Map.entry("ExploitationLocationPresented", "UK"),
                Map.entry("City1", "Hull"),
                Map.entry("ExploitationUKAddress", "Example Street"),
                Map.entry("ExploiterDetails", ACCOUNT),
                Map.entry("HowExploitationStarted", ACCOUNT),
                Map.entry("ComponentForcedCrime", "Yes"),
                Map.entry("IdentifiedModernSlaveryIndicators", "Yes"),
                Map.entry("IdentifiedModernSlaveryIndicatorsDetails", ACCOUNT),
                Map.entry("EvidenceSubmitted", "Statement of the youth worker"),
                Map.entry("DetailsAboutInterview", ACCOUNT),
                Map.entry("ProfessionalInsight", ACCOUNT),
                Map.entry(QualityCheck.COURT_DATES, "None")));
    }
}
