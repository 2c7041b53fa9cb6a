package org.holdfast.referrals;

import java.util.List;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Whether and how the child was told of the referral (REF-1). The child's consent is not needed, so no answer stops a referral; an
 * unanswered question does.
 *
 * @param account how the child was told and what they said, when and by whom they will be told, or why not
 */
public record ChildTold(Answer answer, String account) {

    /** Whether the child was told. */
    public enum Answer {
        TOLD,
        TO_BE_TOLD,
        NOT_TOLD;

        public String code() {
            return ReferralCommand.code(this);
        }
    }

    /** Judges what was answered; every fault is named with its field. */
    public static Outcome<ChildTold> judge(@Nullable Answer answer, @Nullable String account) {
        if (answer == null) {
            return Outcome.refused(new Reason("referrals.told.unanswered", "REF-1", "told", List.of()));
        }
        if (account == null || account.isBlank()) {
            return Outcome.refused(
                    new Reason("referrals.told.no-account." + answer.code(), "REF-1", "told-account", List.of()));
        }
        return Outcome.done(new ChildTold(answer, account.strip()));
    }
}
