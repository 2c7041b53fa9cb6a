package org.holdfast.pages;

import gg.jte.Content;
import org.jspecify.annotations.Nullable;

/**
 * One choice of radios, checkboxes or a select.
 *
 * @param value what the form sends
 * @param label what the person reads
 * @param hint a line of help under the label
 * @param reveal further questions that show once this is chosen; without script they always show
 */
public record Option(
        String value,
        String label,
        @Nullable String hint,
        @Nullable Content reveal) {

    public static Option of(String value, String label) {
        return new Option(value, label, null, null);
    }

    public static Option of(String value, String label, @Nullable String hint) {
        return new Option(value, label, hint, null);
    }

    public Option hinted(@Nullable String newHint) {
        return new Option(value, label, newHint, reveal);
    }

    public Option revealing(Content newReveal) {
        return new Option(value, label, hint, newReveal);
    }
}
