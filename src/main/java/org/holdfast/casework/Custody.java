package org.holdfast.casework;

import java.time.LocalDate;
import java.util.UUID;
import org.holdfast.sharing.DataClass;
import org.holdfast.sharing.FieldReader;
import org.jspecify.annotations.Nullable;

/**
 * A time during which the child is locked up (NRM-16).
 *
 * @param place empty where it is held back from the reader
 * @param until the last day; null while it lasts
 */
public record Custody(
        UUID id,
        Kind kind,
        String place,
        LocalDate from,
        @Nullable LocalDate until,
        int version) {

    /** As somebody reads it: that the child is locked up is never held back, where is. */
    Custody as(FieldReader reader) {
        return reader.reads(DataClass.HOME_AND_WHEREABOUTS) ? this : new Custody(id, kind, "", from, until, version);
    }

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
