package org.holdfast.casework;

import java.time.Instant;
import java.util.UUID;
import org.holdfast.partnership.MemberId;
import org.holdfast.sharing.CaseId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody without a tie to a child asked to see the case, or took emergency access (SHR-3).
 *
 * @param member who
 * @param memberName by name
 * @param until when what it opened ends; null where it opened nothing
 * @param decidedBy who decided or reviewed, by name; empty before
 * @param words what that person said
 */
public record AccessRequest(
        UUID id,
        CaseId caseId,
        MemberId member,
        String memberName,
        String agencyName,
        AccessState state,
        String reason,
        Instant askedAt,
        @Nullable Instant until,
        String decidedBy,
        String words,
        @Nullable Instant decidedAt) {

    AccessRequest decided(AccessState to, String by, String said, @Nullable Instant end, Instant now) {
        return new AccessRequest(id, caseId, member, memberName, agencyName, to, reason, askedAt, end, by, said, now);
    }
}
