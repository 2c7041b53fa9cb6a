package org.holdfast.meetings;

import java.util.Set;
import org.holdfast.partnership.MeetingKind;

/**
 * The room at one item: who may vote, who leads, whether there is a quorum, what may be done now. What a decision is made on.
 *
 * @param available what the actor who asked may do with the item now
 */
public record Panel(
        Meeting meeting, MeetingKind kind, AgendaItem item, Quorum quorum, Set<AgendaItemCommand> available) {
    public Panel {
        available = Set.copyOf(available);
    }
}
