package org.holdfast.records;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A legal hold: for as long as it stands, nothing about the child is destroyed (SHR-8).
 *
 * @param liftedAt null while it stands
 */
public record Hold(
        UUID id,
        String reason,
        Instant placedAt,
        String placedBy,
        @Nullable Instant liftedAt,
        @Nullable String liftedBy,
        @Nullable String liftedBecause,
        int version) {

    public boolean stands() {
        return liftedAt == null;
    }
}
