package org.holdfast.casework;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What somebody fills in about a child's home authority (MTG-7). The authorities are ONS codes. */
public record HomeDraft(@Nullable String authority, Set<String> others, String because) {
    public HomeDraft {
        others = Set.copyOf(others);
    }
}
