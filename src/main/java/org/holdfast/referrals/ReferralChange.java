package org.holdfast.referrals;

/** What an update says differently from what was there before it. */
public record ReferralChange(ReferralField before, ReferralField after) {}
