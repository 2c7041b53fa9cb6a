package org.holdfast.casework;

import java.time.Instant;
import java.util.UUID;
import org.holdfast.audit.Actor;
import org.holdfast.partnership.AgencyId;
import org.holdfast.sharing.DataClass;
import org.holdfast.sharing.FieldReader;
import org.jspecify.annotations.Nullable;

/**
 * A file that belongs to the case.
 *
 * @param name safe to show and to save under
 * @param bytes its size
 * @param about what it is and of what day; empty, like the name, where the file is held back from the reader
 * @param holds what kind of information it tells, as whoever added it said
 * @param agencyId the agency that gave it; null for one of long ago, of which the name alone is known
 * @param withdrawnAt when the agency that gave it took it back; null while it stands
 */
public record Attachment(
        UUID id,
        String name,
        AttachmentKind kind,
        int bytes,
        String about,
        DataClass holds,
        Instant addedAt,
        String addedBy,
        String addedByAgency,
        @Nullable UUID agencyId,
        @Nullable Instant withdrawnAt,
        @Nullable String withdrawnBecause,
        int version) {

    /** As somebody reads it: that there is a file, of what kind and from whom, is never held back. */
    Attachment as(FieldReader reader) {
        return readBy(reader)
                ? this
                : new Attachment(
                        id,
                        "",
                        kind,
                        bytes,
                        "",
                        holds,
                        addedAt,
                        addedBy,
                        addedByAgency,
                        agencyId,
                        withdrawnAt,
                        withdrawnBecause,
                        version);
    }

    boolean readBy(FieldReader reader) {
        return reader.reads(holds, agencyId == null ? null : new AgencyId(agencyId));
    }

    /** Whether somebody's agency gave it, and so may take it back (SHR-4). */
    public boolean givenBy(Actor actor) {
        return agencyId == null ? addedByAgency.equals(actor.agencyName()) : agencyId.equals(actor.agency());
    }
}
