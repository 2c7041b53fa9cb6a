package org.holdfast.partnership;

import java.time.Instant;
import java.time.LocalDate;
import org.holdfast.law.UnitedKingdom;
import org.jspecify.annotations.Nullable;

/**
 * One secret of a program, as everybody may know it: not the secret itself.
 *
 * @param number counted from 1 for each program
 * @param lastDay the last day on which it opens anything, in the United Kingdom
 * @param usedAt when the program last got a token with it; null for never
 * @param takenBackAt since when it opens nothing, whatever its last day; null where it was not taken back
 */
public record ClientSecret(
        int number,
        Instant madeAt,
        LocalDate lastDay,
        @Nullable Instant usedAt,
        @Nullable Instant takenBackAt) {

    /** Whether it opens anything at this moment. */
    public boolean opens(Instant now) {
        return takenBackAt == null && !over(lastDay, now);
    }

    /** Whether the last day has passed. */
    static boolean over(LocalDate lastDay, Instant now) {
        return UnitedKingdom.day(now).isAfter(lastDay);
    }
}
