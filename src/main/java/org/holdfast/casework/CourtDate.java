package org.holdfast.casework;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A day in court.
 *
 * @param hearing what it is for: first appearance, plea, trial, sentence, family court
 * @param outcome what came of it; null while that is not known
 * @param cancelledBecause why it does not take place; null when it stands
 */
public record CourtDate(
        UUID id,
        LocalDate on,
        String court,
        String hearing,
        @Nullable String outcome,
        @Nullable String cancelledBecause,
        int version) {

    /** Whether it is still to come on the day given, that day included. */
    public boolean ahead(LocalDate today) {
        return cancelledBecause == null && outcome == null && !on.isBefore(today);
    }
}
