package org.holdfast.pages;

import java.util.List;
import org.holdfast.law.Reason;
import org.jspecify.annotations.Nullable;

/**
 * What the rules did not allow.
 *
 * @param back the page of ours that it was asked on; null where that is not known
 */
public record Refusal(List<Reason> reasons, @Nullable String back) {
    public Refusal {
        reasons = List.copyOf(reasons);
    }
}
