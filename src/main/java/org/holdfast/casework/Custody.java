package org.holdfast.casework;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A time during which the child is locked up (NRM-16).
 *
 * @param until the last day; null while it lasts
 */
public record Custody(
        UUID id,
        Kind kind,
        String place,
        LocalDate from,
        @Nullable LocalDate until,
        int version) {

    /** On what ground. */
    public enum Kind {
        POLICE_CUSTODY,
        REMAND_TO_LOCAL_AUTHORITY,
        REMAND_TO_YOUTH_DETENTION,
        SENTENCE,
        SECURE_ACCOMMODATION,
        IMMIGRATION_DETENTION
    }
}
