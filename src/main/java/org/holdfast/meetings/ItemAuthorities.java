package org.holdfast.meetings;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.holdfast.casework.Home;
import org.holdfast.partnership.Agency;
import org.holdfast.partnership.AgencyId;
import org.holdfast.partnership.Authority;
import org.holdfast.partnership.Profile;
import org.jspecify.annotations.Nullable;

/**
 * Which authorities one child concerns in a panel of several (MTG-7).
 *
 * @param home the child's home authority, which leads; null while nobody recorded it
 * @param concerned each must be there with the agencies that the profile names; without a recorded home all that the partnership serves
 * @param agencies the agencies of the partnership, by id
 */
public record ItemAuthorities(@Nullable Authority home, List<Authority> concerned, Map<AgencyId, Agency> agencies) {

    /** Of a partnership with one authority: nobody asks. */
    public static final ItemAuthorities ONE = new ItemAuthorities(null, List.of(), Map.of());

    public ItemAuthorities {
        concerned = List.copyOf(concerned);
        agencies = Map.copyOf(agencies);
    }

    /** Those of one case. */
    static ItemAuthorities of(Profile profile, Optional<Home> recorded, Map<AgencyId, Agency> agencies) {
        Set<String> codes = new HashSet<>();
        recorded.ifPresent(it -> {
            codes.add(it.authority());
            codes.addAll(it.others());
        });
        return new ItemAuthorities(
                recorded.flatMap(it -> profile.authority(it.authority())).orElse(null),
                profile.authorities().stream()
                        .filter(it -> codes.isEmpty() || codes.contains(it.code()))
                        .toList(),
                agencies);
    }

    /** Whether an agency speaks for the authority. */
    boolean serves(AgencyId agency, Authority authority) {
        Agency known = agencies.get(agency);
        return known == null || known.serves(authority);
    }

    /** Puts those of the home authority before those of other authorities; who works in all stands with the home. */
    Comparator<Attendee> homeFirst() {
        Authority first = home;
        return Comparator.comparing(it -> first != null && !serves(it.agency(), first));
    }
}
