package org.holdfast.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.holdfast.law.Reason;
import org.holdfast.partnership.AgencyId;
import org.junit.jupiter.api.Test;

/** When an agreement holds, for whom and for what, and what has to be said before it is recorded (SHR-1). */
class AgreementTest {

    private static final AgencyId COUNCIL = new AgencyId(new UUID(0, 1));
    private static final AgencyId POLICE = new AgencyId(new UUID(0, 2));
    private static final AgencyId SCHOOL = new AgencyId(new UUID(0, 3));
    private static final LocalDate STARTS = LocalDate.of(2026, 3, 1);
    private static final LocalDate ENDS = LocalDate.of(2027, 3, 1);
    private static final LocalDate REVIEW = LocalDate.of(2026, 12, 1);

    @Test
    void itHoldsFromItsFirstDayToTheDayBeforeItsEnd() {
        Agreement agreement = agreement(ENDS);
        assertThat(agreement.inForce(STARTS.minusDays(1))).isFalse();
        assertThat(agreement.ended(STARTS.minusDays(1))).isFalse();
        assertThat(agreement.inForce(STARTS)).isTrue();
        assertThat(agreement.inForce(ENDS.minusDays(1))).isTrue();
        assertThat(agreement.inForce(ENDS)).isFalse();
        assertThat(agreement.ended(ENDS)).isTrue();
    }

    @Test
    void oneWithoutAnEndHoldsOn() {
        assertThat(agreement(null).inForce(ENDS.plusYears(20))).isTrue();
        assertThat(agreement(null).ended(ENDS.plusYears(20))).isFalse();
    }

    @Test
    void itCoversWhoSignedForWhatWasAgreedWhileItHolds() {
        Agreement agreement = agreement(ENDS);
        assertThat(agreement.covers(POLICE, Purpose.SAFETY_PLANNING, STARTS)).isTrue();
        assertThat(agreement.covers(SCHOOL, Purpose.SAFETY_PLANNING, STARTS)).isFalse();
        assertThat(agreement.covers(POLICE, Purpose.GROUNDS_DECISION, STARTS)).isFalse();
        assertThat(agreement.covers(POLICE, Purpose.SAFETY_PLANNING, ENDS)).isFalse();
    }

    @Test
    void itsReviewIsWorkFromThirtyDaysBeforeUntilItEnds() {
        Agreement agreement = agreement(ENDS);
        assertThat(agreement.reviewNear(REVIEW.minusDays(31))).isFalse();
        assertThat(agreement.reviewNear(REVIEW.minusDays(30))).isTrue();
        assertThat(agreement.reviewNear(REVIEW.plusDays(1))).isTrue();
        assertThat(agreement.reviewNear(ENDS)).isFalse();
    }

    @Test
    void agenciesNeedAnAgreementForAllButWhatTheLawItselfHasSomebodyTold() {
        assertThat(Purpose.ofAgreements())
                .containsExactly(
                        Purpose.GROUNDS_DECISION, Purpose.SAFETY_PLANNING, Purpose.CASE_WORK, Purpose.HANDING_OVER);
    }

    @Test
    void aWholeDraftHasNoFault() {
        assertThat(faults(draft(STARTS, ENDS, REVIEW, ""), false)).isEmpty();
        assertThat(faults(draft(STARTS, null, REVIEW, "The school left."), true))
                .isEmpty();
    }

    @Test
    void everythingThatIsMissingIsSaidAtOnceBesideItsField() {
        AgreementDraft blank = new AgreementDraft(" ", Set.of(), Set.of(), Set.of(), null, null, null, null, " ", " ");
        assertThat(blank.faults(Set.of(COUNCIL, POLICE), true))
                .extracting(Reason::field, Reason::key)
                .containsExactly(
                        tuple("title", "sharing.agreement.title-missing"),
                        tuple("parties", "sharing.agreement.parties-missing"),
                        tuple("purposes", "sharing.agreement.purposes-missing"),
                        tuple("classes", "sharing.agreement.classes-missing"),
                        tuple("basis", "sharing.agreement.basis-missing"),
                        tuple("starts", "sharing.agreement.starts-missing"),
                        tuple("review", "sharing.agreement.review-missing"),
                        tuple("document", "sharing.agreement.document-missing"),
                        tuple("because", "sharing.agreement.because-missing"));
        assertThat(keys(blank.faults(Set.of(COUNCIL, POLICE), false)))
                .as("a new agreement changes nothing and needs no reason")
                .doesNotContain("sharing.agreement.because-missing");
    }

    @Test
    void endAndReviewComeAfterTheFirstDay() {
        assertThat(faults(draft(STARTS, STARTS, REVIEW, ""), false)).containsExactly("sharing.agreement.ends-before");
        assertThat(faults(draft(STARTS, STARTS.plusDays(1), STARTS.plusDays(1), ""), false))
                .isEmpty();
        assertThat(faults(draft(STARTS, null, STARTS, ""), false)).containsExactly("sharing.agreement.review-before");
        assertThat(faults(draft(null, ENDS, REVIEW, ""), false))
                .as("without a first day nothing can be said of the others")
                .containsExactly("sharing.agreement.starts-missing");
    }

    @Test
    void itTakesTwoAgenciesOfThePartnership() {
        AgreementDraft draft = draft(STARTS, ENDS, REVIEW, "");
        assertThat(keys(draft.faults(Set.of(COUNCIL), false))).containsExactly("sharing.agreement.parties-missing");
        assertThat(keys(with(draft, Set.of(COUNCIL), draft.purposes(), "x").faults(Set.of(COUNCIL, POLICE), false)))
                .containsExactly("sharing.agreement.parties-missing");
    }

    @Test
    void whatNeedsNoAgreementIsNotAgreedOn() {
        AgreementDraft draft = draft(STARTS, ENDS, REVIEW, "");
        assertThat(faults(with(draft, draft.parties(), Set.of(Purpose.ASSURANCE), "x"), false))
                .containsExactly("sharing.agreement.purposes-missing");
    }

    @Test
    void aTitleHasFiveHundredCharactersAtMost() {
        AgreementDraft draft = draft(STARTS, ENDS, REVIEW, "");
        assertThat(faults(with(draft, draft.parties(), draft.purposes(), "x".repeat(500)), false))
                .isEmpty();
        assertThat(faults(with(draft, draft.parties(), draft.purposes(), "x".repeat(501)), false))
                .containsExactly("sharing.too-long");
    }

    private static List<String> faults(AgreementDraft draft, boolean changes) {
        return keys(draft.faults(Set.of(COUNCIL, POLICE, SCHOOL), changes));
    }

    private static List<String> keys(List<Reason> reasons) {
        return reasons.stream().map(Reason::key).toList();
    }

    private static AgreementDraft draft(LocalDate starts, LocalDate ends, LocalDate review, String because) {
        return new AgreementDraft(
                "Testshire agreement",
                Set.of(COUNCIL, POLICE),
                Set.of(Purpose.SAFETY_PLANNING),
                Set.of(DataClass.HEALTH),
                LawfulBasis.PUBLIC_TASK,
                starts,
                ends,
                review,
                "Example Street archive",
                because);
    }

    private static AgreementDraft with(
            AgreementDraft draft, Set<AgencyId> parties, Set<Purpose> purposes, String title) {
        return new AgreementDraft(
                title,
                parties,
                purposes,
                draft.dataClasses(),
                draft.lawfulBasis(),
                draft.startsOn(),
                draft.endsOn(),
                draft.reviewOn(),
                draft.document(),
                draft.because());
    }

    private static Agreement agreement(LocalDate ends) {
        return new Agreement(
                new AgreementId(new UUID(0, 9)),
                1,
                "Testshire agreement",
                Set.of(COUNCIL, POLICE),
                Set.of(Purpose.SAFETY_PLANNING),
                Set.of(DataClass.HEALTH),
                LawfulBasis.PUBLIC_TASK,
                STARTS,
                ends,
                REVIEW,
                "Example Street archive",
                "",
                "Corin Coordinator",
                Instant.parse("2026-02-20T10:00:00Z"));
    }
}
