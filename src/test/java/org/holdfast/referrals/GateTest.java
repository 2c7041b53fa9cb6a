package org.holdfast.referrals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.holdfast.Reasons.fields;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.partnership.ScreeningRoute;
import org.junit.jupiter.api.Test;

/** REF-1, REF-2, REF-5: what must be answered before a referral goes forward. */
class GateTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @Test
    void withoutAWordOnSafetyNothingGoesForward() {
        assertThat(Safeguarding.gate(null)).extracting(Reason::rule).containsExactly("REF-2");
        assertThat(Safeguarding.gate(new Safeguarding(Safeguarding.Answer.ALREADY_OPEN, null, "Open since May")))
                .isEmpty();
    }

    @Test
    void aSafeguardingReferralHasADayThatIsPastAndSomebodyItWasMadeTo() {
        assertThat(fields(Safeguarding.judge(Safeguarding.Answer.REFERRAL_MADE, null, " ", TODAY)))
                .containsExactly("safeguarding-on", "safeguarding-account");
        assertThat(fields(Safeguarding.judge(
                        Safeguarding.Answer.REFERRAL_MADE, TODAY.plusDays(1), "Example Council", TODAY)))
                .containsExactly("safeguarding-on");
        assertThat(Safeguarding.judge(Safeguarding.Answer.REFERRAL_MADE, TODAY, " Example Council ", TODAY))
                .isEqualTo(Outcome.done(new Safeguarding(Safeguarding.Answer.REFERRAL_MADE, TODAY, "Example Council")));
    }

    @Test
    void theTwoOtherWaysNeedAnAccountAndNoDay() {
        for (Safeguarding.Answer answer :
                Arrays.asList(Safeguarding.Answer.ALREADY_OPEN, Safeguarding.Answer.NOT_MADE)) {
            assertThat(fields(Safeguarding.judge(answer, null, "", TODAY))).containsExactly("safeguarding-account");
            assertThat(Safeguarding.judge(answer, TODAY, "It is said here", TODAY))
                    .isEqualTo(Outcome.done(new Safeguarding(answer, null, "It is said here")));
        }
        assertThat(fields(Safeguarding.judge(null, null, "", TODAY))).containsExactly("safeguarding");
    }

    @Test
    void notHavingToldTheChildStopsNothingButSilenceDoes() {
        assertThat(ChildTold.judge(ChildTold.Answer.NOT_TOLD, "It would put them in danger"))
                .isEqualTo(Outcome.done(new ChildTold(ChildTold.Answer.NOT_TOLD, "It would put them in danger")));
        assertThat(fields(ChildTold.judge(null, "something"))).containsExactly("told");
        assertThat(fields(ChildTold.judge(ChildTold.Answer.TOLD, null))).containsExactly("told-account");
    }

    @Test
    void aDecisionNotToSubmitSaysWhyWhatElseAndWhenToLookAgain() {
        assertThat(fields(ScreeningDecision.judge(
                        ScreeningRoute.MACE, false, "", null, null, Set.of(ScreeningRoute.MACE), TODAY)))
                .containsExactly("rationale", "further-actions", "look-again");
        assertThat(fields(ScreeningDecision.judge(
                        ScreeningRoute.MACE, false, "Why", "What else", TODAY, Set.of(ScreeningRoute.MACE), TODAY)))
                .containsExactly("look-again");
        assertThat(ScreeningDecision.judge(
                        ScreeningRoute.MACE,
                        false,
                        "Why",
                        "What else",
                        TODAY.plusDays(14),
                        Set.of(ScreeningRoute.MACE),
                        TODAY))
                .isEqualTo(Outcome.done(
                        new ScreeningDecision(ScreeningRoute.MACE, false, "Why", "What else", TODAY.plusDays(14))));
    }

    @Test
    void aDecisionToSubmitNeedsNoMoreThanWhoDecided() {
        assertThat(ScreeningDecision.judge(
                        ScreeningRoute.COORDINATOR,
                        true,
                        null,
                        "left over",
                        TODAY,
                        Set.of(ScreeningRoute.COORDINATOR),
                        TODAY))
                .isEqualTo(Outcome.done(new ScreeningDecision(ScreeningRoute.COORDINATOR, true, "", "", null)));
    }

    @Test
    void onlyTheRoutesOfTheProfileDecide() {
        assertThat(fields(ScreeningDecision.judge(
                        ScreeningRoute.COORDINATOR, true, null, null, null, Set.of(ScreeningRoute.MACE), TODAY)))
                .containsExactly("route");
        assertThat(fields(ScreeningDecision.judge(null, null, null, null, null, Set.of(ScreeningRoute.MACE), TODAY)))
                .containsExactly("route", "submit");
    }
}
