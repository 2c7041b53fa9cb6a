package org.holdfast.referrals;

import org.holdfast.casework.Milestone;

/** What the single competent authority decided about a child on the central route; only tracked here (NRM-18). */
public enum CentralDecision {
    REASONABLE_GROUNDS_POSITIVE(Milestone.REASONABLE_GROUNDS_POSITIVE),
    REASONABLE_GROUNDS_NEGATIVE(Milestone.REASONABLE_GROUNDS_NEGATIVE),
    CONCLUSIVE_POSITIVE(Milestone.CONCLUSIVE_POSITIVE),
    CONCLUSIVE_NEGATIVE(Milestone.CONCLUSIVE_NEGATIVE);

    private final Milestone milestone;

    CentralDecision(Milestone milestone) {
        this.milestone = milestone;
    }

    Milestone milestone() {
        return milestone;
    }

    public String code() {
        return ReferralCommand.code(this);
    }

    /** Message key of its words. */
    public String key() {
        return "referrals.central-decision." + code();
    }
}
