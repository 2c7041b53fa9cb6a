package org.holdfast.meetings;

import org.holdfast.audit.Actor;

/**
 * A module that puts questions to the vote on an item. Each one is a bean, called inside {@code Ledger.within}: an item is neither put off
 * nor put back past a vote that is open, which would go on without it (NRM-4).
 */
public interface ItemVote {

    /** Whether a vote on this item is open. */
    boolean open(Actor actor, AgendaItemId item);
}
