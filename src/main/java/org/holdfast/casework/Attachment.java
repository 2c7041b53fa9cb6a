package org.holdfast.casework;

import java.time.Instant;
import java.util.UUID;
import org.holdfast.audit.Actor;
import org.jspecify.annotations.Nullable;

/**
 * A file that belongs to the case.
 *
 * @param name safe to show and to save under
 * @param bytes its size
 * @param about what it is and of what day
 * @param agencyId the agency that gave it; null for one of long ago, of which the name alone is known
 * @param withdrawnAt when the agency that gave it took it back; null while it stands
 */
public record Attachment(
        UUID id,
        String name,
        AttachmentKind kind,
        int bytes,
        String about,
        Instant addedAt,
        String addedBy,
        String addedByAgency,
        @Nullable UUID agencyId,
        @Nullable Instant withdrawnAt,
        @Nullable String withdrawnBecause,
        int version) {

    /** Whether somebody's agency gave it, and so may take it back (SHR-4). */
    public boolean givenBy(Actor actor) {
        return agencyId == null ? addedByAgency.equals(actor.agencyName()) : agencyId.equals(actor.agency());
    }
}
