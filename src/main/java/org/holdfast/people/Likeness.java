package org.holdfast.people;

import java.util.List;
import org.holdfast.law.Reason;

/**
 * How alike two descriptions of a child are, and why.
 *
 * @param percent how surely they are one child, 0 to 100; never more than a reason for a person to look
 * @param reasons what speaks for and against it, the names first
 */
public record Likeness(Verdict verdict, int percent, List<Reason> reasons) {

    /** What to do with it. */
    public enum Verdict {
        /** Take it to be the same child unless somebody knows better. */
        LIKELY,
        /** Somebody has to look. */
        POSSIBLE,
        /** Nothing speaks for it. */
        UNLIKELY
    }

    public Likeness {
        reasons = List.copyOf(reasons);
    }
}
