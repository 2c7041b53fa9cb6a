package org.holdfast.assurance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.holdfast.sharing.CaseId;
import org.jspecify.annotations.Nullable;

/**
 * A question of the competent authority about a case that is still to be decided, and the answer that was sent (NRM-15).
 *
 * @param askedBy who asked, as it is read
 * @param dueOn by when it is to be answered; null where nobody said
 * @param answer empty while it is open
 */
public record Question(
        UUID id,
        CaseId caseId,
        String text,
        String askedBy,
        LocalDate askedOn,
        @Nullable LocalDate dueOn,
        String recordedBy,
        String answer,
        @Nullable Instant answeredAt,
        String answeredBy) {

    public boolean open() {
        return answeredAt == null;
    }
}
