package org.holdfast.packs;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.holdfast.sharing.DataClass;

/**
 * What a panel reads before it meets. What is written here in a fixed order is what the fingerprint of a locked version is taken from.
 *
 * @param name of the kind of meeting
 * @param items in the order of the agenda
 */
public record Pack(UUID meeting, String name, LocalDate on, List<PackItem> items) {
    public Pack {
        items = List.copyOf(items);
    }

    public Optional<PackItem> item(UUID id) {
        return items.stream().filter(it -> it.item().equals(id)).findFirst();
    }

    /** What kinds of information it holds; of a line that was locked before that was kept, the kind that it may be. */
    Set<DataClass> holds() {
        return items.stream()
                .flatMap(item -> item.parts().stream())
                .flatMap(part -> part.lines().stream()
                        .map(line -> line.holds() == null ? part.section().mayHold() : line.holds()))
                .collect(Collectors.toSet());
    }

    Pack with(List<PackItem> other) {
        return new Pack(meeting, name, on, other);
    }

    /**
     * What stands here and did not stand in an earlier version: what came after the cut-off. What is missing is left out, since that is
     * always shown as it is now.
     */
    public Pack since(Pack earlier) {
        return with(items.stream()
                .map(now ->
                        earlier.item(now.item()).map(then -> added(now, then)).orElse(now))
                .filter(it -> !it.parts().isEmpty())
                .toList());
    }

    private static PackItem added(PackItem now, PackItem then) {
        return now.with(now.parts().stream()
                .filter(part -> part.section() != PackSection.MISSING)
                .map(part -> new PackPart(
                        part.section(),
                        part.lines().stream()
                                .filter(line ->
                                        then.lines(part.section()).stream().noneMatch(line::says))
                                .toList()))
                .filter(part -> !part.lines().isEmpty())
                .toList());
    }
}
