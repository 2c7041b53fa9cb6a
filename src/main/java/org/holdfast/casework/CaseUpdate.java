package org.holdfast.casework;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One line of the updates log: a contact or a new fact after the referral, so that a question of the competent authority can be answered
 * at any time (NRM-15). Never edited; a mistake is put right by a further line.
 *
 * @param at when it happened
 * @param source who said so, or where it comes from
 * @param relevant whether it bears on the pending decision
 * @param corrects the line that this one puts right, if it does
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
        String recordedByAgency) {

    /** What sort of line it is. */
    public enum Kind {
        CONTACT,
        NEW_FACT,
        QUESTION,
        ANSWER
    }
}
