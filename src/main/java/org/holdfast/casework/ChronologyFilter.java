package org.holdfast.casework;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a chronology is wanted.
 *
 * @param lanes the kinds wanted; empty for all
 * @param agency the agency whose information is wanted; empty for all
 * @param from first day wanted; null for no beginning
 * @param to last day wanted; null for no end
 * @param significantOnly the short version
 */
public record ChronologyFilter(
        Set<Lane> lanes,
        String agency,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        boolean significantOnly) {

    public static final ChronologyFilter EVERYTHING = new ChronologyFilter(Set.of(), "", null, null, false);

    public ChronologyFilter {
        lanes = Set.copyOf(lanes);
    }

    /** The lines wanted, newest first. */
    public List<ChronologyLine> of(List<ChronologyLine> lines) {
        // recorded one after the other: of one day, too, the newest comes first
        return lines.reversed().stream()
                .filter(line -> lanes.isEmpty() || lanes.contains(line.lane()))
                .filter(line -> agency.isEmpty() || agency.equals(line.agency()))
                .filter(line -> line.when().within(from, to))
                .filter(line -> !significantOnly || line.significant())
                .sorted(NEWEST_FIRST)
                .toList();
    }

    private static final Comparator<ChronologyLine> NEWEST_FIRST = Comparator.comparing(
                    (ChronologyLine line) -> line.when().latest())
            .thenComparing(line -> line.when().earliest())
            .reversed()
            .thenComparing(ChronologyLine::lane);
}
