package org.holdfast.referrals;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.jspecify.annotations.Nullable;

/**
 * How the child's immediate safety is addressed (REF-2). Without it a referral does not go forward.
 *
 * @param answer which of the three ways
 * @param on the day of the safeguarding referral; set when one was made
 * @param account to whom it was made or who works with the child, or why no safeguarding referral is made
 */
public record Safeguarding(Answer answer, @Nullable LocalDate on, String account) {

    /** The three ways past the gate. */
    public enum Answer {
        /** A safeguarding referral was made. */
        REFERRAL_MADE,
        /** The child is already open to children's services. */
        ALREADY_OPEN,
        /** None is made, for the reason given. */
        NOT_MADE;

        public String code() {
            return ReferralCommand.code(this);
        }
    }

    /** Judges what was answered at the gate on a day; every fault is named with its field. */
    public static Outcome<Safeguarding> judge(
            @Nullable Answer answer, @Nullable LocalDate on, @Nullable String account, LocalDate today) {
        if (answer == null) {
            return Outcome.refused(fault("safeguarding", "referrals.safeguarding.unanswered"));
        }
        List<Reason> faults = new ArrayList<>();
        LocalDate day = answer == Answer.REFERRAL_MADE ? on : null;
        if (answer == Answer.REFERRAL_MADE && day == null) {
            faults.add(fault("safeguarding-on", "referrals.safeguarding.no-day"));
        }
        if (day != null && day.isAfter(today)) {
            faults.add(fault("safeguarding-on", "referrals.safeguarding.day-to-come"));
        }
        if (account == null || account.isBlank()) {
            faults.add(fault("safeguarding-account", "referrals.safeguarding.no-account." + answer.code()));
        }
        return faults.isEmpty() && account != null
                ? Outcome.done(new Safeguarding(answer, day, account.strip()))
                : Outcome.refused(faults);
    }

    /** The gate itself: nothing recorded, no way forward. */
    public static List<Reason> gate(@Nullable Safeguarding recorded) {
        return recorded != null ? List.of() : List.of(Reason.of("referrals.safeguarding.gate", "REF-2"));
    }

    private static Reason fault(String field, String key) {
        return new Reason(key, "REF-2", field, List.of());
    }
}
