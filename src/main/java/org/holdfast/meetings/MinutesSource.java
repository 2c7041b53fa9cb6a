package org.holdfast.meetings;

import java.util.Optional;
import org.holdfast.audit.Actor;

/**
 * A module that has something to say about an item in the minutes, such as what was decided and how it was voted. Each one is a bean,
 * called inside {@code Ledger.within}; who may read the item has been asked.
 */
public interface MinutesSource {

    /** Its part of the minutes of an item; empty when there is nothing to say. */
    Optional<MinutesPart> of(Actor actor, AgendaItem item);
}
