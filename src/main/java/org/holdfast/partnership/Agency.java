package org.holdfast.partnership;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An agency of the partnership.
 *
 * @param authority ONS code of the council in whose area it works, where the partnership serves several; null where it works in all (MTG-7)
 * @param endedOn the first day on which it is no longer; null while it is
 */
public record Agency(
        AgencyId id,
        String name,
        AgencyKind kind,
        @Nullable String authority,
        @Nullable LocalDate endedOn) {

    /** One that has not ended. */
    public Agency(AgencyId id, String name, AgencyKind kind, @Nullable String authority) {
        this(id, name, kind, authority, null);
    }

    /** Whether it has ended, so that nobody joins it and it is asked nothing. */
    public boolean ended() {
        return endedOn != null;
    }

    /** Whether it speaks for an authority: its own, or any where it works in all. */
    public boolean serves(Authority asked) {
        return Optional.ofNullable(authority).map(asked.code()::equals).orElse(true);
    }
}
