package org.holdfast.meetings;

import java.time.Instant;
import org.holdfast.audit.Actor;

/**
 * A module in which notes are typed before they are kept, such as the live room. Each one is a bean, called inside {@code Ledger.within}
 * before the session ends, so that nothing that was typed is missing from the minutes (MTG-4).
 */
public interface NotesInHand {

    /** Keeps what is typed at this moment in a meeting. */
    void keep(Actor actor, MeetingId meeting, Instant now);
}
