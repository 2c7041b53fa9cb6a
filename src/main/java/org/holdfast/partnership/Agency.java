package org.holdfast.partnership;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An agency of the partnership.
 *
 * @param authority ONS code of the council in whose area it works, where the partnership serves several; null where it works in all (MTG-7)
 */
public record Agency(
        AgencyId id, String name, AgencyKind kind, @Nullable String authority) {

    /** Whether it speaks for an authority: its own, or any where it works in all. */
    public boolean serves(Authority asked) {
        return Optional.ofNullable(authority).map(asked.code()::equals).orElse(true);
    }
}
