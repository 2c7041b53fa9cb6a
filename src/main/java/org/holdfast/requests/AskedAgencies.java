package org.holdfast.requests;

import java.util.HashSet;
import java.util.Set;
import org.holdfast.meetings.Attendee;
import org.holdfast.meetings.Capacity;
import org.holdfast.meetings.Roll;
import org.holdfast.partnership.AgencyId;

/**
 * Which agencies are asked about a child: those of whom somebody comes to the item to judge or to advise, and those that work with the
 * child already. Nobody is asked for being an agency of the partnership, as being asked tells that the child is known (SHR-3).
 */
final class AskedAgencies {
    private AskedAgencies() {}

    /**
     * The agencies asked about the child of an item.
     *
     * @param involved agencies that work with the child
     * @param chosen agencies that the co-ordinator asks beside them
     */
    static Set<AgencyId> about(Roll.Entry entry, Set<AgencyId> involved, Set<AgencyId> chosen) {
        Set<AgencyId> asked = new HashSet<>(involved);
        asked.addAll(chosen);
        entry.invited().stream()
                .filter(attendee -> knowsOfChildren(attendee.capacity()))
                .map(Attendee::agency)
                .forEach(asked::add);
        return asked;
    }

    /** Whether somebody comes in this capacity with what their agency knows of a child. */
    static boolean knowsOfChildren(Capacity capacity) {
        return switch (capacity) {
            case VOTING, DEPUTY, ADVISER, GUARDIAN_SERVICE, SOCIAL_WORKER -> true;
            case CHAIR, DEPUTY_CHAIR, INTERPRETER, NOTE_TAKER, OBSERVER -> false;
        };
    }
}
