package org.holdfast.packs;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.holdfast.meetings.Restriction;
import org.holdfast.partnership.AgencyId;
import org.jspecify.annotations.Nullable;

/**
 * What one reader may read of a pack. Page, paper and what came after the cut-off are all cut with {@link #of} and with nothing else, so that
 * whoever reads, in whatever form, reads the same (NRM-23, SHR-3, SHR-4).
 *
 * @param items whose pack the person may read, and how the person stands towards each where something is restricted
 */
public record PackReader(Map<UUID, Restriction.Reader> items) {

    public PackReader {
        items = Map.copyOf(items);
    }

    /** The pack as this reader may read it: without a trace of what is not for them. */
    public Pack of(Pack whole) {
        return whole.with(whole.items().stream()
                .filter(item -> items.containsKey(item.item()))
                .map(this::cut)
                .toList());
    }

    private PackItem cut(PackItem item) {
        Restriction.Reader reader = Objects.requireNonNull(items.get(item.item()));
        return item.with(item.parts().stream()
                .map(part -> new PackPart(
                        part.section(),
                        part.lines().stream()
                                .filter(line -> open(reader, line.restrictedOf()))
                                .toList()))
                .toList());
    }

    private static boolean open(Restriction.Reader reader, @Nullable UUID restrictedOf) {
        return restrictedOf == null || Restriction.reads(reader, new AgencyId(restrictedOf));
    }
}
