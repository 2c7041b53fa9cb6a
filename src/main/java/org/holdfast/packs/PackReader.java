package org.holdfast.packs;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What one reader may read of a pack. Page, paper and what came after the cut-off are all cut with {@link #of} and with nothing else, so that
 * whoever reads, in whatever form, reads the same (NRM-23, SHR-3, SHR-4).
 *
 * @param items whose pack the person may read
 * @param restricted those of them at which the person also reads what was restricted
 * @param agency the reader's own, which reads what it restricted itself
 */
public record PackReader(Set<UUID> items, Set<UUID> restricted, UUID agency) {

    public PackReader {
        items = Set.copyOf(items);
        restricted = Set.copyOf(restricted);
    }

    /** The pack as this reader may read it: without a trace of what is not for them. */
    public Pack of(Pack whole) {
        return whole.with(whole.items().stream()
                .filter(item -> items.contains(item.item()))
                .map(this::cut)
                .toList());
    }

    private PackItem cut(PackItem item) {
        return item.with(item.parts().stream()
                .map(part -> new PackPart(part.section(), open(item, part.lines())))
                .toList());
    }

    private List<PackLine> open(PackItem item, List<PackLine> lines) {
        return lines.stream()
                .filter(line -> line.restrictedOf() == null
                        || restricted.contains(item.item())
                        || agency.equals(line.restrictedOf()))
                .toList();
    }
}
