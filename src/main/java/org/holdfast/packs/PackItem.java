package org.holdfast.packs;

import java.util.List;
import java.util.UUID;
import org.holdfast.sharing.DataClass;

/**
 * One child's part of the pack.
 *
 * @param child the child's name as known
 * @param purpose what the panel is asked to do
 */
public record PackItem(UUID item, UUID caseId, String child, String purpose, List<PackPart> parts) {
    public PackItem {
        parts = List.copyOf(parts);
    }

    /** The lines of a section; none where there is no such section. */
    public List<PackLine> lines(PackSection section) {
        return parts.stream()
                .filter(part -> part.section() == section)
                .flatMap(part -> part.lines().stream())
                .toList();
    }

    /** Whether a line is such information. */
    boolean holds(DataClass kind) {
        return parts.stream()
                .anyMatch(part -> part.lines().stream()
                        .anyMatch(line -> (line.holds() == null ? part.section().mayHold() : line.holds()) == kind));
    }

    PackItem with(List<PackPart> other) {
        return new PackItem(item, caseId, child, purpose, other);
    }
}
