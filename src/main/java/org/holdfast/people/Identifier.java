package org.holdfast.people;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A number or reference that some system gave the child.
 *
 * @param value in the form that {@link IdentifierSystem#read} gives
 * @param from the day since which it holds, if that is known
 * @param source who gave it to us, such as the name of an agency or of the Home Office form
 */
public record Identifier(
        IdentifierSystem system, String value, @Nullable LocalDate from, String source) {

    /** Whether both are the same number of the same system, however it is spaced. */
    boolean same(Identifier other) {
        return system == other.system && IdentifierSystem.compact(value).equals(IdentifierSystem.compact(other.value));
    }
}
