package org.holdfast.meetings;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What one reader may read of the minutes of a meeting. Page, paper, preview, dispatch and interface all cut the minutes with
 * {@link #of(MinutesText)} and with nothing else: whoever reads them, in whatever form, reads the same (MTG-2, MTG-4, SHR-3).
 *
 * @param items to which the reader is invited and from whose case the reader is not kept out
 * @param restricted whether the reader reads what was marked restricted
 */
public record MinutesReader(Set<UUID> items, boolean restricted) {

    public MinutesReader {
        items = Set.copyOf(items);
    }

    /** The minutes as this reader may read them. */
    public MinutesText of(MinutesText whole) {
        return whole.with(whole.items().stream()
                .filter(item -> items.contains(item.item()))
                .map(item -> restricted ? item : item.withoutRestricted())
                .toList());
    }

    /** The addenda that this reader may read: those to the items above, and those to the meeting as a whole. */
    public List<Addendum> of(List<Addendum> all) {
        return all.stream()
                .filter(addendum -> addendum.item() == null
                        || items.contains(addendum.item().value()))
                .toList();
    }

    /** What both may read: somebody who looks over another's shoulder sees no more than either. */
    MinutesReader and(MinutesReader other) {
        Set<UUID> both = new HashSet<>(items);
        both.retainAll(other.items);
        return new MinutesReader(both, restricted && other.restricted);
    }
}
