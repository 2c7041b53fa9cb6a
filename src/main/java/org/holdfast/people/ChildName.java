package org.holdfast.people;

import org.jspecify.annotations.Nullable;

/**
 * A child's name. The whole name as the child is known comes first, because single names, patronymics and other orders are normal.
 *
 * @param asKnown the whole name, in the order the child uses
 * @param given given names, where they can be told apart
 * @param family family name, where there is one
 * @param nativeScript the name as the child writes it, in its own script
 * @param pronunciation how to say it
 */
public record ChildName(
        String asKnown,
        @Nullable String given,
        @Nullable String family,
        @Nullable String nativeScript,
        @Nullable String pronunciation) {

    public ChildName {
        asKnown = asKnown.strip();
        if (asKnown.isEmpty()) {
            throw new IllegalArgumentException("a child is known by some name");
        }
    }

    /** A whole name that is not taken apart. */
    public static ChildName asKnown(String name) {
        return new ChildName(name, null, null, null, null);
    }

    /** A name of given names and a family name; either may be blank. */
    public static ChildName of(@Nullable String given, @Nullable String family) {
        String first = given == null ? "" : given.strip();
        String last = family == null ? "" : family.strip();
        return new ChildName(
                (first + " " + last).strip(), first.isEmpty() ? null : first, last.isEmpty() ? null : last, null, null);
    }
}
