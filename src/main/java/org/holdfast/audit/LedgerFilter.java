package org.holdfast.audit;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which lines of a ledger somebody wants to read.
 *
 * @param caseId lines about this case only; null for all
 * @param actor lines of this person only; null for all
 * @param acts empty for all
 * @param from the first moment; null for the beginning
 * @param until the first moment after it; null for no end
 */
public record LedgerFilter(
        @Nullable UUID caseId,
        @Nullable UUID actor,
        Set<Act> acts,
        @Nullable Instant from,
        @Nullable Instant until) {

    /** Every line. */
    public static final LedgerFilter ALL = new LedgerFilter(null, null, Set.of(), null, null);

    public LedgerFilter {
        acts = Set.copyOf(acts);
    }

    /** The same of one case. */
    public LedgerFilter about(UUID one) {
        return new LedgerFilter(one, actor, acts, from, until);
    }
}
