package org.holdfast.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The firewall: what reaches the Home Office is on this list, and nothing else does (SHR-5). */
class OutcomeFormTest {

    @Test
    void theFormHoldsTheseFactsAndNoOthers() {
        assertThat(components(OutcomeForm.class))
                .containsExactly(
                        "partnership",
                        "homeOfficeReference",
                        "child",
                        "dateOfBirth",
                        "decision",
                        "supersedes",
                        "outcome",
                        "reasonableGroundsOn",
                        "conclusiveGroundsOn",
                        "negativeReasons",
                        "exploitation",
                        "countyLines",
                        "tests",
                        "issuedAt");
        assertThat(components(OutcomeForm.Test.class)).containsExactly("ground", "wording");
    }

    @Test
    void nobodysWordsAndNoVoterAreOnIt() {
        Decision determined = TestDecision.determined();
        Decision issued = TestDecision.issued(determined, Determination.POSITIVE_RG);
        OutcomeForm form =
                OutcomeForm.of(issued, new OutcomeForm.About("NRM000", "Testa Testchild", null), "Testshire");
        String written = form.toString();
        for (Vote vote : issued.votes()) {
            assertThat(written)
                    .doesNotContain(vote.memberName())
                    .doesNotContain(vote.agencyName())
                    .doesNotContain(vote.reasons())
                    .doesNotContain(vote.id().toString());
        }
        Account account = issued.account();
        for (String words :
                List.of(account.childsView(), account.bestInterests(), account.credibility(), account.reasoning())) {
            assertThat(written).doesNotContain(words);
        }
        for (Assessment assessment : issued.assessments().all()) {
            for (Evidence evidence : assessment.evidence()) {
                assertThat(written).doesNotContain(evidence.what()).doesNotContain(evidence.source());
            }
        }
        assertThat(written).doesNotContain(issued.caseId().value().toString());
    }

    private static List<String> components(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }
}
