package org.holdfast.people;

import java.util.List;

/**
 * A child whom a search found. Whether the reader may see any of it is asked of {@code sharing} by whoever shows it.
 *
 * @param name to be shown
 * @param by what it was found by
 */
public record Found(ChildId child, String name, BirthDate birthDate, List<By> by) {

    /** By what a child was found. */
    public enum By {
        NAME,
        ALIAS,
        IDENTIFIER,
        BIRTH_DATE
    }

    public Found {
        by = List.copyOf(by);
    }
}
