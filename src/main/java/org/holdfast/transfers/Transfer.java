package org.holdfast.transfers;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.holdfast.audit.PartnershipId;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.LawfulBasis;
import org.jspecify.annotations.Nullable;

/**
 * A case that one partnership offers to another (SHR-6).
 *
 * @param goes what goes along
 * @param papers which papers go along, by the keys of {@link PaperChoice}
 * @param notice null once it is settled
 * @param answer why it was declined or taken back
 * @param rows how many were handed over; null while none were
 * @param settledAt when the sender took the receipt; null before
 */
public record Transfer(
        UUID id,
        PartnershipId from,
        String fromName,
        PartnershipId to,
        String toName,
        CaseId caseId,
        Set<Goes> goes,
        Set<String> papers,
        String because,
        LawfulBasis lawfulBasis,
        @Nullable Notice notice,
        TransferState state,
        Instant offeredAt,
        String offeredBy,
        @Nullable Instant answeredAt,
        @Nullable String answeredBy,
        String answer,
        @Nullable Integer rows,
        @Nullable Instant settledAt,
        int version) {

    public Transfer {
        goes = Set.copyOf(goes);
        papers = Set.copyOf(papers);
    }
}
