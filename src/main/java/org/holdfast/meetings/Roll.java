package org.holdfast.meetings;

import java.util.List;
import java.util.Set;
import org.holdfast.partnership.MeetingKind;
import org.holdfast.partnership.MemberId;

/**
 * A meeting with everything that stands on its agenda and who is invited to what, for the program's own work such as asking agencies. It
 * holds items that the actor may not see, so it is never shown as it is.
 *
 * @param entries in the order of the agenda, without those taken off
 */
public record Roll(Meeting meeting, MeetingKind kind, List<Entry> entries) {

    /**
     * One item with whoever is invited to it.
     *
     * @param conflicted who declared a conflict of interest at it (NRM-22)
     */
    public record Entry(AgendaItem item, List<Attendee> invited, Set<MemberId> conflicted) {
        public Entry {
            invited = List.copyOf(invited);
            conflicted = Set.copyOf(conflicted);
        }
    }

    public Roll {
        entries = List.copyOf(entries);
    }
}
