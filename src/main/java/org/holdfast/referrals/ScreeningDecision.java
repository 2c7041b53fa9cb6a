package org.holdfast.referrals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.partnership.ScreeningRoute;
import org.jspecify.annotations.Nullable;

/**
 * The decision whether a referral is submitted (REF-5).
 *
 * @param route who decided
 * @param submit whether it is to be submitted
 * @param rationale why; always there when it is not submitted
 * @param furtherActions what is done for the child instead; always there when it is not submitted
 * @param lookAgainOn the day it comes back; set when, and only when, it is not submitted
 */
public record ScreeningDecision(
        ScreeningRoute route,
        boolean submit,
        String rationale,
        String furtherActions,
        @Nullable LocalDate lookAgainOn) {

    /** Judges a decision made on a day by one of the routes the profile allows; every fault is named with its field. */
    public static Outcome<ScreeningDecision> judge(
            @Nullable ScreeningRoute route,
            @Nullable Boolean submit,
            @Nullable String rationale,
            @Nullable String furtherActions,
            @Nullable LocalDate lookAgainOn,
            Set<ScreeningRoute> allowed,
            LocalDate today) {
        List<Reason> faults = new ArrayList<>();
        if (route == null || !allowed.contains(route)) {
            faults.add(fault("route", "referrals.screening.no-route"));
        }
        if (submit == null) {
            faults.add(fault("submit", "referrals.screening.undecided"));
        }
        boolean keepsBack = Boolean.FALSE.equals(submit);
        if (keepsBack && blank(rationale)) {
            faults.add(fault("rationale", "referrals.screening.no-rationale"));
        }
        if (keepsBack && blank(furtherActions)) {
            faults.add(fault("further-actions", "referrals.screening.no-further-actions"));
        }
        if (keepsBack && lookAgainOn == null) {
            faults.add(fault("look-again", "referrals.screening.no-day-to-look-again"));
        }
        if (keepsBack && lookAgainOn != null && !lookAgainOn.isAfter(today)) {
            faults.add(fault("look-again", "referrals.screening.day-to-look-again-past"));
        }
        if (route == null || submit == null || !faults.isEmpty()) {
            return Outcome.refused(faults);
        }
        return Outcome.done(new ScreeningDecision(
                route, submit, text(rationale), submit ? "" : text(furtherActions), submit ? null : lookAgainOn));
    }

    private static boolean blank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    private static Reason fault(String field, String key) {
        return new Reason(key, "REF-5", field, List.of());
    }
}
