package org.holdfast.referrals;

import java.util.UUID;

/** One referral, however often its form was sent. */
public record ReferralId(UUID value) {}
