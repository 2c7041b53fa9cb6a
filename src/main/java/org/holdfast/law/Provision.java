package org.holdfast.law;

import java.time.LocalDate;
import java.util.Set;

/**
 * One thing that law or guidance lays down, with all its values through time.
 *
 * @param id stable short name, used in stored facts and links
 * @param rule the handbook's rule
 * @param title what it is, in one line
 * @param reading how the value is to be read: from when it counts, to whom it applies
 * @param nations where it applies
 * @param values the values with the days from which they hold
 */
public record Provision<T>(String id, String rule, String title, String reading, Set<Nation> nations, Dated<T> values) {

    public Provision {
        nations = Set.copyOf(nations);
    }

    /** The value in force on a day; for a clock, the day on which it started. */
    public T on(LocalDate day) {
        return values.on(day);
    }
}
