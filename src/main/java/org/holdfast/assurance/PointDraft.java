package org.holdfast.assurance;

import org.jspecify.annotations.Nullable;

/**
 * A point as the competent authority would make it.
 *
 * @param section the part of the form it is about; empty where it is about the whole
 */
public record PointDraft(@Nullable PointKind kind, String section, String text) {

    /** Whether nothing at all was filled in. */
    public boolean blank() {
        return kind == null && section.isBlank() && text.isBlank();
    }
}
