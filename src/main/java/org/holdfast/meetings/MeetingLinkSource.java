package org.holdfast.meetings;

import java.time.Instant;
import java.util.List;
import org.holdfast.audit.Actor;

/**
 * A module with something to do or to see for a meeting as a whole, such as the asking of agencies or the pack. Each one is a bean, called
 * inside {@code Ledger.within}; that the actor may see the meeting has been asked.
 */
public interface MeetingLinkSource {

    /** What this actor finds on the meeting's page, in the order in which it is shown; empty when there is nothing. */
    List<ItemLink> linksOf(Actor actor, MeetingId meeting, Instant now);
}
