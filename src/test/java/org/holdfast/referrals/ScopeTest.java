package org.holdfast.referrals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.referrals.Scope.SaidToBe.ADULT;
import static org.holdfast.referrals.Scope.SaidToBe.ADULT_EXPLOITED_AS_CHILD;
import static org.holdfast.referrals.Scope.SaidToBe.CHILD;
import static org.holdfast.referrals.Scope.SaidToBe.NOT_SURE;

import java.time.LocalDate;
import org.holdfast.law.LawBook;
import org.holdfast.law.LocalScope;
import org.holdfast.referrals.Scope.Adult;
import org.holdfast.referrals.Scope.Because;
import org.holdfast.referrals.Scope.Birth;
import org.holdfast.referrals.Scope.BirthDateUnknown;
import org.holdfast.referrals.Scope.Central;
import org.holdfast.referrals.Scope.Facts;
import org.holdfast.referrals.Scope.Local;
import org.holdfast.referrals.Scope.SaidToBe;
import org.junit.jupiter.api.Test;

/** NRM-20: who decides about this child. */
class ScopeTest {

    private static final LocalDate REFERRED = LocalDate.of(2026, 3, 2);
    private static final LocalScope LAW = LawBook.LOCAL_SCOPE.on(REFERRED);

    @Test
    void aChildOfFifteenIsDecidedHere() {
        assertThat(scope(CHILD, Birth.on(LocalDate.of(2011, 1, 1)))).isEqualTo(new Local());
    }

    @Test
    void oneHundredAndOneDaysBeforeEighteenIsInScopeAndOneHundredIsNot() {
        LocalDate bornForHundred = REFERRED.plusDays(100).minusYears(18);
        assertThat(scope(CHILD, Birth.on(bornForHundred))).isEqualTo(new Central(Because.NEARLY_EIGHTEEN));
        assertThat(scope(CHILD, Birth.on(bornForHundred.plusDays(1)))).isEqualTo(new Local());
    }

    @Test
    void onTheEighteenthBirthdayItIsAnAdultAndTheDayBeforeStillAChild() {
        assertThat(scope(CHILD, Birth.on(REFERRED.minusYears(18)))).isEqualTo(new Adult(false));
        assertThat(scope(CHILD, Birth.on(REFERRED.minusYears(18).plusDays(1))))
                .isEqualTo(new Central(Because.NEARLY_EIGHTEEN));
    }

    @Test
    void aChildBornOn29FebruaryTurns18On1March() {
        Birth leap = Birth.on(LocalDate.of(2008, 2, 29));
        assertThat(on(LocalDate.of(2026, 2, 28), leap)).isEqualTo(new Central(Because.NEARLY_EIGHTEEN));
        assertThat(on(LocalDate.of(2026, 3, 1), leap)).isEqualTo(new Adult(false));
        assertThat(on(LocalDate.of(2026, 3, 1).minusDays(100), leap)).isEqualTo(new Central(Because.NEARLY_EIGHTEEN));
        assertThat(on(LocalDate.of(2026, 3, 1).minusDays(101), leap)).isEqualTo(new Local());
    }

    @Test
    void aReferralOn29FebruaryCountsThatDay() {
        LocalDate leapDay = LocalDate.of(2028, 2, 29);
        assertThat(on(leapDay, Birth.on(leapDay.plusDays(101).minusYears(18)))).isEqualTo(new Local());
        assertThat(on(leapDay, Birth.on(leapDay.plusDays(100).minusYears(18))))
                .isEqualTo(new Central(Because.NEARLY_EIGHTEEN));
    }

    @Test
    void anUnknownDateOfBirthIsAnAnswerOfItsOwn() {
        assertThat(scope(CHILD, Birth.UNKNOWN)).isEqualTo(new BirthDateUnknown());
        assertThat(scope(NOT_SURE, Birth.UNKNOWN)).isEqualTo(new BirthDateUnknown());
    }

    @Test
    void aYearOfBirthSufficesWhereEveryDayOfItLeadsToTheSame() {
        assertThat(scope(CHILD, year(2011))).isEqualTo(new Local());
        assertThat(scope(CHILD, year(2007))).isEqualTo(new Adult(false));
        assertThat(scope(CHILD, year(2008))).isEqualTo(new BirthDateUnknown());
    }

    @Test
    void ageDisputeAndDisqualificationGoToTheCompetentAuthority() {
        Birth fifteen = Birth.on(LocalDate.of(2011, 1, 1));
        assertThat(Scope.of(new Facts(CHILD, fifteen, REFERRED, true, false, true), LAW))
                .isEqualTo(new Central(Because.AGE_DISPUTED));
        assertThat(Scope.of(new Facts(ADULT, Birth.UNKNOWN, REFERRED, true, false, true), LAW))
                .as("somebody says this is a child")
                .isEqualTo(new Central(Because.AGE_DISPUTED));
        assertThat(Scope.of(new Facts(CHILD, fifteen, REFERRED, false, true, true), LAW))
                .isEqualTo(new Central(Because.PUBLIC_ORDER_DISQUALIFICATION));
        assertThat(Scope.of(new Facts(CHILD, Birth.UNKNOWN, REFERRED, false, true, true), LAW))
                .isEqualTo(new Central(Because.PUBLIC_ORDER_DISQUALIFICATION));
    }

    @Test
    void withoutALocalPanelEveryChildIsTrackedAndAnAdultIsStillAnAdult() {
        Birth fifteen = Birth.on(LocalDate.of(2011, 1, 1));
        assertThat(Scope.of(new Facts(CHILD, fifteen, REFERRED, false, false, false), LAW))
                .isEqualTo(new Central(Because.NO_LOCAL_PANEL));
        assertThat(Scope.of(new Facts(ADULT, Birth.UNKNOWN, REFERRED, false, false, false), LAW))
                .isEqualTo(new Adult(false));
    }

    @Test
    void anAdultExploitedAsAChildIsTakenInAndNotDecidedHere() {
        assertThat(scope(ADULT_EXPLOITED_AS_CHILD, Birth.on(LocalDate.of(2000, 1, 1))))
                .isEqualTo(new Adult(true));
        assertThat(scope(ADULT, Birth.UNKNOWN)).isEqualTo(new Adult(false));
    }

    @Test
    void theInterfaceNamesTheRoute() {
        assertThat(new Local().route()).isEqualTo("LOCAL");
        assertThat(new Central(Because.AGE_DISPUTED).route()).isEqualTo("CENTRAL");
        assertThat(new Adult(true).route()).isEqualTo("ADULT");
        assertThat(new BirthDateUnknown().route()).isEqualTo("BIRTH_DATE_UNKNOWN");
    }

    private static Scope scope(SaidToBe saidToBe, Birth birth) {
        return Scope.of(new Facts(saidToBe, birth, REFERRED, false, false, true), LAW);
    }

    private static Scope on(LocalDate referred, Birth birth) {
        return Scope.of(new Facts(CHILD, birth, referred, false, false, true), LAW);
    }

    private static Birth year(int year) {
        return Birth.between(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }
}
