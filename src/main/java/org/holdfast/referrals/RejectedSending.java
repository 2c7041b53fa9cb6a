package org.holdfast.referrals;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.holdfast.law.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Something handed in as a referral that could not be taken in.
 *
 * @param bytes how many are kept
 * @param whole whether all of it is kept; only the beginning is when it was larger than a form can be
 * @param settled what the co-ordinator did about it; null while it waits
 */
public record RejectedSending(
        UUID id,
        Manner manner,
        Instant receivedAt,
        String from,
        int bytes,
        boolean whole,
        List<Reason> faults,
        @Nullable Settled settled,
        int version) {

    public RejectedSending {
        faults = List.copyOf(faults);
    }

    /** That it was dealt with, and how. */
    public record Settled(Instant at, String by, String note) {}
}
