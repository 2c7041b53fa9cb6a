package org.holdfast.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.decisions.Definition.SLAVERY;
import static org.holdfast.decisions.Definition.TRAFFICKING;
import static org.holdfast.decisions.Element.ACTION;
import static org.holdfast.decisions.Element.MEANS;
import static org.holdfast.decisions.Element.PURPOSE;
import static org.holdfast.decisions.Element.SERVICE;
import static org.holdfast.decisions.TestDecision.evidence;
import static org.holdfast.decisions.TestDecision.met;

import java.util.List;
import org.holdfast.law.Reason;
import org.junit.jupiter.api.Test;

/** Element by element, with the evidence for each finding (NRM-7). */
class AssessmentsTest {

    @Test
    void forAChildNoMeansNeedBeShown() {
        assertThat(TRAFFICKING.required(true)).containsExactly(ACTION, PURPOSE);
        assertThat(SLAVERY.required(true)).containsExactly(SERVICE);
        assertThat(TRAFFICKING.required(false)).containsExactly(ACTION, MEANS, PURPOSE);
        assertThat(SLAVERY.required(false)).containsExactly(MEANS, SERVICE);
    }

    @Test
    void aChildsTraffickingIsMetByActionAndPurpose() {
        List<Assessment> found = List.of(met(TRAFFICKING, ACTION), met(TRAFFICKING, PURPOSE));
        assertThat(new Assessments(true, found).met()).isTrue();
        assertThat(new Assessments(true, found).faults()).isEmpty();
        assertThat(new Assessments(false, found).met()).isFalse();
        assertThat(keys(new Assessments(false, found))).contains("decisions.finding-missing.trafficking.means");
    }

    @Test
    void whereNeitherIsMetBothHaveToBeLookedAt() {
        assertThat(keys(Assessments.none(true)))
                .containsExactly(
                        "decisions.finding-missing.trafficking.action",
                        "decisions.finding-missing.trafficking.purpose",
                        "decisions.finding-missing.slavery.service");
        Assessment notMet =
                new Assessment(TRAFFICKING, ACTION, Finding.NOT_MET, "", "", 1, List.of(evidence(Side.AGAINST)));
        assertThat(keys(new Assessments(true, List.of(notMet))))
                .containsExactly(
                        "decisions.finding-missing.trafficking.purpose", "decisions.finding-missing.slavery.service");
    }

    @Test
    void aDefinitionBegunIsFinished() {
        List<Assessment> found = List.of(
                met(SLAVERY, SERVICE),
                new Assessment(TRAFFICKING, ACTION, Finding.UNCLEAR, "", "Who drove the car", 1, List.of()));
        assertThat(keys(new Assessments(true, found))).containsExactly("decisions.finding-missing.trafficking.purpose");
    }

    @Test
    void everyFindingStandsOnSomething() {
        assertThat(keys(finding(Finding.MET, "", evidence(Side.AGAINST))))
                .contains("decisions.evidence-missing.trafficking.action");
        assertThat(keys(finding(Finding.NOT_MET, ""))).contains("decisions.not-met-unexplained.trafficking.action");
        assertThat(keys(finding(Finding.NOT_MET, "No sign of it was found")))
                .doesNotContain("decisions.not-met-unexplained.trafficking.action");
        assertThat(keys(finding(Finding.UNCLEAR, ""))).contains("decisions.missing-unnamed.trafficking.action");
    }

    private static Assessments finding(Finding finding, String missing, Evidence... evidence) {
        return new Assessments(
                true, List.of(new Assessment(TRAFFICKING, ACTION, finding, "", missing, 1, List.of(evidence))));
    }

    private static List<String> keys(Assessments assessments) {
        return assessments.faults().stream().map(Reason::key).toList();
    }
}
