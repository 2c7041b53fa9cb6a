package org.holdfast.casework;

import java.time.Instant;
import java.util.UUID;
import org.holdfast.partnership.AgencyId;
import org.holdfast.sharing.DataClass;
import org.holdfast.sharing.FieldReader;
import org.jspecify.annotations.Nullable;

/**
 * One line of the updates log: a contact or a new fact after the referral, so that a question of the competent authority can be answered
 * at any time (NRM-15). Never edited; a mistake is put right by a further line.
 *
 * @param at when it happened
 * @param source who said so, or where it comes from
 * @param relevant whether it bears on the pending decision
 * @param corrects the line that this one puts right, if it does
 * @param tells what it tells besides harm and risk, as whoever wrote it said; null for nothing of the kind
 * @param givenBy the agency that remains its owner (SHR-4); null where that was not kept
 * @param heldBack what stands in the place of its words, where they are held back from the reader; null where they are read
 */
public record CaseUpdate(
        UUID id,
        Instant at,
        Kind kind,
        String what,
        String source,
        boolean relevant,
        @Nullable UUID corrects,
        Instant recordedAt,
        String recordedBy,
        String recordedByAgency,
        @Nullable DataClass tells,
        @Nullable AgencyId givenBy,
        @Nullable String heldBack) {

    /** What kind of information it is, which decides who reads it. */
    DataClass holds() {
        return tells == null ? Lane.CONTACT.holds() : tells;
    }

    /** As somebody reads it: what is held back says that it is, when, and who logged it; not what, and not from whom. */
    CaseUpdate as(FieldReader reader) {
        return reader.heldBack(holds(), givenBy)
                .map(sentence -> new CaseUpdate(
                        id,
                        at,
                        kind,
                        "",
                        "",
                        relevant,
                        corrects,
                        recordedAt,
                        recordedBy,
                        recordedByAgency,
                        tells,
                        givenBy,
                        sentence))
                .orElse(this);
    }

    /** What sort of line it is. */
    public enum Kind {
        CONTACT,
        NEW_FACT,
        QUESTION,
        ANSWER
    }
}
