package org.holdfast.meetings;

import java.util.Set;
import org.holdfast.partnership.AgencyId;
import org.jspecify.annotations.Nullable;

/**
 * Who reads what an agency gave and marked as restricted (MTG-4, SHR-4): the co-ordinator, the chair, voters without a conflict of interest,
 * and the agency that gave it. The one function that pages, pack and minutes share.
 */
public final class Restriction {
    private Restriction() {}

    /**
     * How somebody stands towards one case.
     *
     * @param agency to which they belong
     * @param coordinates whether they run the partnership's meetings
     * @param excluded whether they are kept out of the case (NRM-22)
     * @param seats in which capacities they are invited to items of the case at which they declared no conflict
     */
    public record Reader(AgencyId agency, boolean coordinates, boolean excluded, Set<Capacity> seats) {
        public Reader {
            seats = Set.copyOf(seats);
        }
    }

    /**
     * Whether the reader reads it.
     *
     * @param givenBy the agency whose information it is; null where it was said in the meeting and belongs to no one agency
     */
    public static boolean reads(Reader reader, @Nullable AgencyId givenBy) {
        if (reader.excluded()) {
            return false;
        }
        return reader.coordinates()
                || reader.seats().stream().anyMatch(seat -> seat.chairs() || seat.votes())
                || reader.agency().equals(givenBy);
    }
}
