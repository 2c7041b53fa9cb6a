package org.holdfast.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What everybody who meets the child must know at once, shown on every page of the case until it ends.
 *
 * @param reviewOn the day by which somebody asks whether it still holds
 * @param endedOn null while it holds
 */
public record Warning(
        UUID id,
        String text,
        LocalDate reviewOn,
        Instant recordedAt,
        String recordedBy,
        @Nullable LocalDate endedOn,
        @Nullable String endedBecause,
        int version) {

    /** Whether it still holds and its review is due. */
    public boolean reviewDue(LocalDate today) {
        return endedOn == null && !reviewOn.isAfter(today);
    }
}
