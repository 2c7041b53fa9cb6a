package org.holdfast.packs;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.holdfast.meetings.Restriction;
import org.holdfast.sharing.DataClass;
import org.holdfast.sharing.FieldReader;

/**
 * What one reader may read of a pack. Page, paper, kept versions and what came after the cut-off are all cut with {@link #of} and with nothing
 * else, so that whoever reads, in whatever form, reads the same (NRM-23, SHR-3, SHR-4).
 *
 * @param items whose pack the person may read, and how the person stands towards each where something is restricted
 * @param returns for each item, what became of everything that agencies ever told of the child
 * @param fields for each item, what the reader reads of the fields of the case
 * @param sentences what stands in the place of each kind of information that is held back
 */
public record PackReader(
        Map<UUID, Restriction.Reader> items,
        Map<UUID, List<PackReturn>> returns,
        Map<UUID, FieldReader> fields,
        Map<DataClass, String> sentences) {

    public PackReader {
        items = Map.copyOf(items);
        returns = Map.copyOf(returns);
        fields = Map.copyOf(fields);
        sentences = Map.copyOf(sentences);
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
        FieldReader fieldReader = fields.getOrDefault(item.item(), FieldReader.NOBODY);
        return item.with(item.parts().stream()
                .map(part -> new PackPart(
                        part.section(),
                        (part.section() == PackSection.RETURNS
                                        ? PackReturn.cut(
                                                part.lines(), returns.getOrDefault(item.item(), List.of()), reader)
                                        : part.lines().stream()
                                                .flatMap(line -> line.readBy(reader).stream())
                                                .toList())
                                .stream()
                                        .map(line -> line.as(fieldReader, part.section(), sentences))
                                        .distinct()
                                        .toList()))
                .toList());
    }
}
