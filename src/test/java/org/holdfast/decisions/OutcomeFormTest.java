package org.holdfast.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.holdfast.decisions.TestDecision.counted;
import static org.holdfast.decisions.TestDecision.decision;
import static org.holdfast.decisions.TestDecision.issued;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
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

    @Test
    void aPositiveOutcomeGoesWithItsDayItsExploitationAndTheThresholdThatWasPut() {
        Ballot putOff = counted(Ground.CG, Ballot.Result.PUT_OFF);
        Decision found = decision(
                State.DETERMINED,
                List.of(counted(Ground.RG, Ballot.Result.FOR), putOff),
                TestDecision.determined().votes());
        OutcomeForm form = form(issued(found, Determination.POSITIVE_RG));
        assertThat(form.outcome()).isEqualTo(Determination.POSITIVE_RG);
        assertThat(form.reasonableGroundsOn()).isEqualTo(TestDecision.DAY);
        assertThat(form.conclusiveGroundsOn())
                .as("what was put off was not decided")
                .isNull();
        assertThat(form.tests()).containsExactly(new OutcomeForm.Test(Ground.RG, TestDecision.WORDING.text()));
        assertThat(form.exploitation()).containsExactly(Exploitation.CRIMINAL);
        assertThat(form.countyLines()).isTrue();
        assertThat(form.supersedes()).isNull();
    }

    @Test
    void aNegativeOutcomeGoesWithItsReasonsAndSaysNothingOfExploitation() {
        Account account = TestDecision.account();
        Account negative = new Account(
                account.childsView(),
                account.credibility(),
                account.bestInterests(),
                account.reasoning(),
                account.exploitation(),
                account.countyLines(),
                Set.of(NegativeReason.CREDIBILITY),
                account.plan(),
                account.version());
        Decision refused = decision(
                State.DETERMINED,
                TestDecision.trafficking(),
                negative,
                List.of(counted(Ground.CG, Ballot.Result.AGAINST)),
                List.of());
        OutcomeForm form = form(issued(refused, Determination.NEGATIVE_CG));
        assertThat(form.negativeReasons()).containsExactly(NegativeReason.CREDIBILITY);
        assertThat(form.exploitation()).isEmpty();
        assertThat(form.countyLines()).isFalse();
        assertThat(form.conclusiveGroundsOn()).isEqualTo(TestDecision.DAY);
        assertThat(form.reasonableGroundsOn()).isNull();
    }

    @Test
    void whatIsNotIssuedDoesNotLeave() {
        assertThatIllegalArgumentException().isThrownBy(() -> form(TestDecision.determined()));
    }

    private static OutcomeForm form(Decision decision) {
        return OutcomeForm.of(decision, new OutcomeForm.About("NRM000", "Testa Testchild", null), "Testshire");
    }

    private static List<String> components(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }
}
