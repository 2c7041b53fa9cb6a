package org.holdfast.letters;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How far words in another language can be trusted.
 *
 * @param by who translated or checked them; empty for a machine
 * @param on the day of it; null where nobody wrote it down
 */
public record Translation(
        Status status, String by, @Nullable LocalDate on) {

    /** From least to most. */
    public enum Status {
        /** Made by a machine and checked by nobody. */
        MACHINE,
        /** Made or checked by somebody who reads the language. */
        HUMAN,
        /** Certified by a translator who answers for it. */
        CERTIFIED,
        /** Nothing was translated. */
        ORIGINAL
    }

    /** Words that stand as they were written. */
    public static final Translation ORIGINAL = new Translation(Status.ORIGINAL, "", null);

    public boolean machine() {
        return status == Status.MACHINE;
    }

    /** The less sure of two. */
    public Translation weaker(Translation other) {
        return status.compareTo(other.status) <= 0 ? this : other;
    }
}
