package org.holdfast.casework.web;

import java.util.List;
import java.util.UUID;
import org.holdfast.casework.CaseUpdate;
import org.jspecify.annotations.Nullable;

/**
 * The updates log, with its one-line entry on top.
 *
 * @param corrected the line that the entry will put right; null for none
 */
public record UpdatesView(
        CaseFrame frame, List<CaseUpdate> updates, @Nullable CaseUpdate corrected) {

    /** The line that another one puts right, if it is in the log. */
    public @Nullable CaseUpdate line(@Nullable UUID id) {
        return updates.stream()
                .filter(update -> update.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    /** Whether a later line puts this one right. */
    public boolean superseded(CaseUpdate update) {
        return updates.stream().anyMatch(other -> update.id().equals(other.corrects()));
    }
}
