package org.holdfast.meetings;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.holdfast.sharing.FieldReader;
import org.jspecify.annotations.Nullable;

/**
 * What one reader may read of the minutes of a meeting. Page, paper, preview, dispatch and interface all cut the minutes with
 * {@link #of(MinutesText)} and with nothing else: whoever reads them, in whatever form, reads the same (MTG-2, MTG-4, SHR-3).
 *
 * @param items to which the reader is invited and from whose case the reader is not kept out; who looks at each: several where somebody
 *     looks over another's shoulder, and then {@link Restriction} has to let all of them
 * @param fields what the reader reads of the fields of the case of each
 */
public record MinutesReader(Map<UUID, Set<Restriction.Reader>> items, Map<UUID, FieldReader> fields) {

    public MinutesReader {
        items = Map.copyOf(items);
        fields = Map.copyOf(fields);
    }

    /** A reader of whom nothing is known but how they stand towards what is restricted: they read no field that is for some and not for others. */
    public MinutesReader(Map<UUID, Set<Restriction.Reader>> items) {
        this(items, Map.of());
    }

    /** The minutes as this reader may read them. */
    public MinutesText of(MinutesText whole) {
        return whole.with(whole.items().stream()
                .filter(item -> reads(item.item()))
                .map(item -> readsRestricted(item.item()) ? item : item.withoutRestricted())
                .map(item -> item.as(fields.getOrDefault(item.item(), FieldReader.NOBODY)))
                .toList());
    }

    /** The addenda that this reader may read: those to the items above, and those to the meeting as a whole. */
    public List<Addendum> of(List<Addendum> all) {
        return all.stream()
                .filter(addendum ->
                        addendum.item() == null || reads(addendum.item().value()))
                .toList();
    }

    boolean reads(UUID item) {
        return items.containsKey(item);
    }

    /** Whether the reader reads what was marked restricted at an item. */
    boolean readsRestricted(UUID item) {
        @Nullable Set<Restriction.Reader> looking = items.get(item);
        return looking != null && looking.stream().allMatch(it -> Restriction.reads(it, Note.Part.RESTRICTED));
    }

    /** What both may read: somebody who looks over another's shoulder sees no more than either. */
    MinutesReader and(MinutesReader other) {
        Map<UUID, Set<Restriction.Reader>> both = new HashMap<>();
        items.forEach((item, mine) -> {
            @Nullable Set<Restriction.Reader> theirs = other.items.get(item);
            if (theirs != null) {
                Set<Restriction.Reader> looking = new HashSet<>(mine);
                looking.addAll(theirs);
                both.put(item, looking);
            }
        });
        Map<UUID, FieldReader> theirFields = new HashMap<>();
        both.keySet()
                .forEach(item -> theirFields.put(
                        item,
                        fields.getOrDefault(item, FieldReader.NOBODY)
                                .and(other.fields.getOrDefault(item, FieldReader.NOBODY))));
        return new MinutesReader(both, theirFields);
    }
}
