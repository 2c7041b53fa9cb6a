package org.holdfast.referrals;

import java.time.Instant;
import java.time.LocalDate;
import org.holdfast.audit.Actor;
import org.jspecify.annotations.Nullable;

/**
 * One step of a referral's life, as it is read back.
 *
 * @param seq its place, from 1; 0 while it is not yet kept
 * @param on when it happened, where that is not when it was recorded
 * @param choice which of several ways, as a code; null where there is only one
 * @param account reasons in words; may be empty
 * @param further what else is to be done; may be empty
 * @param until a day it points to, such as the day to look again
 */
public record StepTaken(
        int seq,
        ReferralCommand command,
        ReferralState from,
        ReferralState to,
        @Nullable LocalDate on,
        @Nullable String choice,
        String account,
        String further,
        @Nullable LocalDate until,
        Instant at,
        String by,
        String agency) {

    /** A step that is taken now, with nothing said about it yet. */
    static StepTaken now(Actor by, ReferralCommand command, ReferralState from, ReferralState to, Instant now) {
        return new StepTaken(0, command, from, to, null, null, "", "", null, now, by.name(), by.agencyName());
    }

    StepTaken on(@Nullable LocalDate day) {
        return new StepTaken(seq, command, from, to, day, choice, account, further, until, at, by, agency);
    }

    StepTaken because(String reasons) {
        return new StepTaken(seq, command, from, to, on, choice, reasons, further, until, at, by, agency);
    }

    StepTaken choosing(@Nullable String code, String reasons) {
        return new StepTaken(seq, command, from, to, on, code, reasons, further, until, at, by, agency);
    }

    StepTaken then(String actions, @Nullable LocalDate day) {
        return new StepTaken(seq, command, from, to, on, choice, account, actions, day, at, by, agency);
    }

    /** Message key of what its choice means; null without one. */
    public @Nullable String choiceKey() {
        String chosen = choice;
        if (chosen == null) {
            return null;
        }
        return switch (command) {
            case RECORD_SAFEGUARDING -> "referrals.form.safeguarding." + chosen;
            case RECORD_CHILD_TOLD -> "referrals.form.told." + chosen;
            case DECIDE_TO_SUBMIT, DECIDE_NOT_TO_SUBMIT -> "referrals.screening.route." + chosen;
            case RECORD_CENTRAL_DECISION -> "referrals.central-decision." + chosen;
            case KEEP_CENTRAL, MOVE_TO_CENTRAL, MOVE_TO_LOCAL -> "referrals.route-reason." + chosen;
            case COMPARE_CHILDREN, LINK_AS_DUPLICATE -> "referrals.likeness." + chosen;
            case STAY_AT_EIGHTEEN -> "referrals.eighteen.support." + chosen;
            case DISCARD,
                    SUBMIT,
                    ASK_TO_SUBMIT,
                    LOOK_AGAIN,
                    RECORD_SENT,
                    ACCEPT,
                    FIND_IN_SCOPE,
                    ASK_AT_EIGHTEEN,
                    WITHDRAW_AT_EIGHTEEN,
                    WITHDRAW -> null;
        };
    }
}
