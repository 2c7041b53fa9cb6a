package org.holdfast.assurance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.holdfast.decisions.DecisionId;
import org.holdfast.decisions.Determination;
import org.holdfast.partnership.MemberId;
import org.holdfast.sharing.CaseId;
import org.jspecify.annotations.Nullable;

/**
 * A request that a negative decision be reconsidered, and what came of it (NRM-14). The decision stays on record as it is.
 *
 * @param determination what the decision was when it was asked
 * @param readmitted members of the first panel who may decide again, each with the reason
 * @param outcomeWords why it stands, was declined or withdrawn, or what the competent authority answered
 * @param laterDecision the decision that took the place of the first
 */
public record Reconsideration(
        ReconsiderationId id,
        CaseId caseId,
        DecisionId decision,
        Determination determination,
        ReconsiderationState state,
        Asker asker,
        String askerName,
        Grounds grounds,
        String words,
        LocalDate askedOn,
        Instant recordedAt,
        UUID recordedById,
        String recordedBy,
        List<Readmitted> readmitted,
        String outcomeWords,
        @Nullable Instant settledAt,
        String settledBy,
        @Nullable DecisionId laterDecision,
        int version) {

    /** A member of the first panel who may decide again, and why. */
    public record Readmitted(MemberId member, String name, String reason, Instant at, String by) {}

    public Reconsideration {
        readmitted = List.copyOf(readmitted);
    }
}
