package org.holdfast.requests;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.holdfast.partnership.AgencyId;
import org.holdfast.sharing.DataClass;

/**
 * What became of something that an agency told of a child in one of its versions: whoever keeps it, as a locked pack does, shows it by this
 * and not as it was (SHR-4).
 *
 * @param said the version in which it was told last
 * @param at when it was corrected or taken back; when it was told where it stands
 * @param holds what kind of information it is now; where the latest version says anywhere that it tells where the child lives, words that it does not
 *     say any more are taken for that
 * @param restricted whether it is now for those alone who read what the agency restricts; never less than the agency's latest version says
 */
public record ToldSince(AgencyReturn said, Told told, What what, Instant at, boolean restricted, DataClass holds) {

    /** What became of it. */
    public enum What {
        /** The agency's latest version says it. */
        STANDS,
        /** The agency has told it otherwise since, or not any more. */
        CORRECTED,
        /** The agency has taken it back since. */
        TAKEN_BACK
    }

    /** Whether it is this, told by that agency, and is neither restricted nor taken back now. */
    boolean open(AgencyId agency, Told one) {
        return said.agency().equals(agency)
                && told.heading() == one.heading()
                && told.text().equals(one.text())
                && !restricted
                && what != What.TAKEN_BACK;
    }

    /**
     * Everything that agencies ever told of a child, each thing of each agency once.
     *
     * @param versions about one child, the newest of each agency first
     */
    public static List<ToldSince> of(List<AgencyReturn> versions) {
        return versions.stream()
                .collect(Collectors.groupingBy(AgencyReturn::agency, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .flatMap(ofOneAgency -> ofOne(ofOneAgency).stream())
                .toList();
    }

    private static List<ToldSince> ofOne(List<AgencyReturn> versions) {
        List<ToldSince> all = new ArrayList<>();
        Set<List<Object>> seen = new HashSet<>();
        for (int at = 0; at < versions.size(); at++) {
            AgencyReturn version = versions.get(at);
            for (Told told : version.told()) {
                if (seen.add(List.of(told.heading(), told.text()))) {
                    all.add(of(version, told, versions.subList(0, at)));
                }
            }
        }
        return all;
    }

    private static ToldSince of(AgencyReturn version, Told told, List<AgencyReturn> later) {
        if (later.isEmpty()) {
            return new ToldSince(
                    version, told, What.STANDS, version.givenAt(), version.restricts(told), version.holds(told));
        }
        AgencyReturn latest = later.getFirst();
        // words may have moved to where they are restricted: what is no longer said so is restricted with whatever is
        boolean restricted = version.restricts(told)
                || latest.restricted()
                || latest.told(told.heading()).isEmpty();
        DataClass holds = latest.told().stream().anyMatch(Told::whereabouts)
                ? DataClass.HOME_AND_WHEREABOUTS
                : latest.grading() != null ? DataClass.POLICE_INTELLIGENCE : version.holds(told);
        return later.reversed().stream()
                .filter(AgencyReturn::takenBack)
                .findFirst()
                .map(it -> new ToldSince(version, told, What.TAKEN_BACK, it.givenAt(), restricted, holds))
                .orElseGet(() -> new ToldSince(
                        version, told, What.CORRECTED, later.getLast().givenAt(), restricted, holds));
    }
}
