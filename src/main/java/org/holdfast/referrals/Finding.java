package org.holdfast.referrals;

import java.util.List;
import org.holdfast.law.Reason;

/**
 * Something a decision maker will look for and not find, or find thin (REF-3). It never stops a referral.
 *
 * @param keys payload keys of the answers it is about, so that a page can lead there
 */
public record Finding(Matter matter, Weight weight, List<String> keys) {

    public Finding {
        keys = List.copyOf(keys);
    }

    /** What a decision maker needs to know. */
    public enum Matter {
        WHO,
        AGE,
        WHAT,
        WHEN,
        WHERE,
        BY_WHOM,
        ACTION,
        PURPOSE,
        INDICATORS,
        EVIDENCE,
        COURT_DATES
    }

    /** How it falls short. */
    public enum Weight {
        MISSING,
        WEAK
    }

    /** The code the interface returns: {@code where-missing}. */
    public String code() {
        return ReferralCommand.code(matter) + "-" + ReferralCommand.code(weight);
    }

    /** Message key of what falls short. */
    public String key() {
        return "referrals.finding." + code();
    }

    /** The finding as a warning that goes with what was taken in; it is about the first of its answers. */
    public Reason warning() {
        return new Reason(key(), "REF-3", keys.isEmpty() ? null : keys.getFirst(), List.of());
    }

    /** Message key of why the decision maker needs it. */
    public String why() {
        return "referrals.finding." + ReferralCommand.code(matter) + ".why";
    }
}
