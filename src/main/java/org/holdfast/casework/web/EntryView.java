package org.holdfast.casework.web;

import java.util.List;
import org.holdfast.casework.ChronologyEntry;
import org.holdfast.casework.UncertainDay;
import org.holdfast.pages.Page;
import org.jspecify.annotations.Nullable;

/**
 * Writing a line of the chronology.
 *
 * @param action where the form is sent
 * @param agencies agencies of the partnership, to choose from
 * @param meanwhile the line as somebody else has saved it; null when nobody has
 * @param earlier what it said before it was corrected, the newest first
 */
public record EntryView(
        CaseFrame frame,
        String action,
        List<String> agencies,
        @Nullable ChronologyEntry meanwhile,
        List<ChronologyEntry> earlier) {

    public EntryView {
        earlier = List.copyOf(earlier);
    }

    /** When the saved line happened, in words. */
    public String when(Page page) {
        return meanwhile == null ? "" : when(page, meanwhile);
    }

    /** When a line happened, in words. */
    public String when(Page page, ChronologyEntry entry) {
        UncertainDay when = entry.written().when();
        return when == null ? "" : Typed.words(page, when);
    }
}
