package org.holdfast.partnership;

import org.holdfast.law.Span;
import org.jspecify.annotations.Nullable;

/**
 * What a partnership has agreed with the competent authority about the decisions it sends there (NRM-11). No guidance that we could read
 * confirms any of it, so each is a setting, and nothing is assumed where it is not given.
 *
 * @param sampled percentage of the outcome forms that the competent authority looks at
 * @param answeredWithin how long it takes to answer; null where nothing is agreed
 * @param pointsWithin how long the partnership takes to answer its points; null where nothing is agreed
 * @param mayRequire whether it may require that the panel decides again
 */
public record Assuring(
        int sampled,
        @Nullable Span answeredWithin,
        @Nullable Span pointsWithin,
        boolean mayRequire) {

    /** Every form is looked at, without a time limit and without power over the decision. */
    public static final Assuring NOTHING_AGREED = new Assuring(100, null, null, false);

    /** Whether some forms are never looked at. */
    public boolean samples() {
        return sampled < 100;
    }
}
