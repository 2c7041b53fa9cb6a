package org.holdfast.meetings;

import java.time.Instant;
import java.util.List;
import org.holdfast.audit.Actor;

/**
 * A module with something to do or to see at an item while the meeting is on it, such as the decision and its votes. Each one is a bean,
 * called inside {@code Ledger.within}; who may see the item has been asked.
 */
public interface ItemPanelSource {

    /** What this actor finds beside the item, in the order in which it is shown; empty when there is nothing. */
    List<ItemLink> linksOf(Actor actor, AgendaItemId item, Instant now);
}
