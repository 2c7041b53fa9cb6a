package org.holdfast.partnership;

import org.holdfast.law.Span;
import org.jspecify.annotations.Nullable;

/**
 * Who reconsiders a negative decision of the panel, and until when that can be asked (NRM-14). Neither is confirmed for local decisions,
 * so both are settings.
 *
 * @param askedWithin time from the issue of the decision; null for no limit
 */
public record Reconsidering(By by, @Nullable Span askedWithin) {

    /** Who reconsiders. */
    public enum By {
        /** A fresh panel of the partnership. */
        LOCAL_PANEL,
        /** The Home Office's competent authority; the request is sent on and its answer recorded. */
        COMPETENT_AUTHORITY
    }

    /** A fresh local panel, at any time. */
    public static final Reconsidering LOCALLY = new Reconsidering(By.LOCAL_PANEL, null);
}
