package org.holdfast.meetings;

import java.util.Set;
import java.util.UUID;
import org.holdfast.partnership.AgencyId;
import org.jspecify.annotations.Nullable;

/**
 * Who reads what is marked as restricted (MTG-4, SHR-4). The one function that decides it: for what an agency gave and for what was said in
 * the meeting, on pages and on the second screen, in the pack, in minutes of any form, in what is sent out and in what is heard as it
 * happens.
 *
 * <ul>
 *   <li>Whoever is kept out of the case, or declared a conflict at the item, reads none of it (NRM-22).
 *   <li>The co-ordinator, the chair and whoever votes read it (MTG-4). Being there is not enough (NRM-23).
 *   <li>The agency that gave it remains its owner and reads it (SHR-4).
 *   <li>The note-taker reads what was said in the meeting, having written it, and not what agencies gave (MTG-4).
 *   <li>The Home Office is no reader: nothing restricted stands on its form (SHR-5).
 * </ul>
 */
public final class Restriction {
    private Restriction() {}

    /**
     * How somebody stands towards one case.
     *
     * @param agency to which they belong
     * @param coordinates whether they run the partnership's meetings
     * @param excluded whether they are kept out of the case, or from the item by a conflict that they declared (NRM-22)
     * @param seats in which capacities they are invited to items of the case at which they declared no conflict
     */
    public record Reader(AgencyId agency, boolean coordinates, boolean excluded, Set<Capacity> seats) {

        /** Whoever passes the second screen. */
        public static final Reader PASSING_BY = new Reader(new AgencyId(new UUID(0, 0)), false, false, Set.of());

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
                || (givenBy == null
                        ? reader.seats().contains(Capacity.NOTE_TAKER)
                        : reader.agency().equals(givenBy));
    }

    /** Whether the reader reads a part of what is noted in the meeting. */
    public static boolean reads(Reader reader, Note.Part part) {
        return switch (part) {
            case OPEN -> true;
            case RESTRICTED -> reads(reader, (AgencyId) null);
        };
    }
}
