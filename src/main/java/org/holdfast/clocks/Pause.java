package org.holdfast.clocks;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A time that does not count.
 *
 * @param from first day that does not count
 * @param until first day that counts again; null while the pause lasts
 * @param by name of the person who paused
 * @param resumedBy name of the person who resumed; null while the pause lasts, or when the clock ended in it
 */
public record Pause(
        UUID id,
        LocalDate from,
        @Nullable LocalDate until,
        String reason,
        String by,
        Instant recordedAt,
        @Nullable String resumedBy) {

    public boolean open() {
        return until == null;
    }
}
