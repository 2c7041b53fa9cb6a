package org.holdfast.packs;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.holdfast.meetings.Restriction;
import org.holdfast.partnership.AgencyId;
import org.holdfast.requests.ToldSince;

/**
 * Something that an agency told, as it stands in the pack, with what became of it: a locked version says what stood, and whoever reads it
 * reads no more of it than the agency lets them today (SHR-4, NRM-23).
 *
 * @param label as it stands in the pack
 * @param since what became of it
 * @param remark in the words of the program, that it was corrected or taken back; empty where it stands
 */
public record PackReturn(String label, ToldSince since, String remark) {

    /** Those of the lines of a pack that say what agencies told, as one reader reads them now. */
    static List<PackLine> cut(List<PackLine> lines, List<PackReturn> returns, Restriction.Reader reader) {
        return lines.stream()
                .flatMap(line ->
                        of(line, returns).map(it -> it.cut(line, reader)).orElseGet(() -> line.readBy(reader)).stream())
                .distinct()
                .toList();
    }

    /** A child's part for whoever is outside the partnership: nothing restricted, and what agencies told only where their return goes too. */
    static PackItem leaving(PackItem item, List<PackReturn> returns, Set<AgencyId> going, Set<AgencyId> agreed) {
        return item.with(item.parts().stream()
                .map(part -> new PackPart(
                        part.section(),
                        part.lines().stream()
                                .flatMap(line -> part.section() == PackSection.RETURNS
                                        ? leaving(line, returns, going, agreed)
                                        : line.readBy(Restriction.Reader.PASSING_BY).stream())
                                .distinct()
                                .toList()))
                .toList());
    }

    private static Stream<PackLine> leaving(
            PackLine line, List<PackReturn> returns, Set<AgencyId> going, Set<AgencyId> agreed) {
        Optional<PackReturn> told = of(line, returns);
        if (told.isEmpty()) {
            return Stream.empty();
        }
        AgencyId owner = told.get().since().said().agency();
        Restriction.Reader reader = agreed.contains(owner)
                ? new Restriction.Reader(owner, false, false, Set.of())
                : Restriction.Reader.PASSING_BY;
        return going.contains(owner) ? told.get().cut(line, reader).stream() : Stream.empty();
    }

    private static Optional<PackReturn> of(PackLine line, List<PackReturn> returns) {
        List<PackReturn> same = returns.stream()
                .filter(it -> it.since().told().text().equals(line.text()))
                .toList();
        // where a heading was worded differently when the pack was locked, the words alone tell
        return same.stream()
                .filter(it -> it.label().equals(line.label()))
                .findFirst()
                .or(() -> same.stream().findFirst());
    }

    private Optional<PackLine> cut(PackLine line, Restriction.Reader reader) {
        AgencyId owner = since.said().agency();
        boolean reads = !since.restricted() || Restriction.reads(reader, owner);
        PackLine known = line.holding(since.holds(), owner);
        return switch (since.what()) {
            case STANDS ->
                reads ? Optional.of(known.restrictedTo(since.restricted() ? owner.value() : null)) : Optional.empty();
            case CORRECTED -> {
                if (reads) {
                    yield Optional.of(known.restrictedTo(since.restricted() ? owner.value() : null)
                            .remarked(remark));
                }
                yield line.restrictedOf() == null ? Optional.of(PackLine.warning(remark)) : Optional.empty();
            }
            case TAKEN_BACK -> Optional.of(PackLine.warning(remark));
        };
    }
}
