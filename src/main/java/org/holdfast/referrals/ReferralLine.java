package org.holdfast.referrals;

import java.time.Instant;
import org.holdfast.sharing.CaseId;
import org.jspecify.annotations.Nullable;

/**
 * A referral as a line of a list.
 *
 * @param child the child's name as known; empty while it is a draft
 * @param scope message key of who decides and why (NRM-20); null while it is a draft
 * @param updates how many updates came after the first sending
 */
public record ReferralLine(
        ReferralId id,
        ReferralState state,
        @Nullable CaseId caseId,
        String child,
        @Nullable String scope,
        Instant receivedAt,
        String writer,
        int updates) {}
