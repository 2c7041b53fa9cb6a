package org.holdfast.packs;

import java.util.List;

/** One section of a child's pack. */
public record PackPart(PackSection section, List<PackLine> lines) {
    public PackPart {
        lines = List.copyOf(lines);
    }
}
