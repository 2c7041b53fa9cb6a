package org.holdfast.meetings;

import java.time.Instant;
import org.holdfast.audit.Actor;
import org.holdfast.sharing.CaseId;

/**
 * A module that follows the agendas, such as the asking of agencies. Each one is a bean, called in the transaction that changed something:
 * an item was listed or taken off, somebody was invited or not any more, the meeting moved to another day or was called off.
 */
public interface AgendaFollower {

    /** Something changed about the items of a case, on whichever agenda. */
    void changed(Actor by, CaseId caseId, Instant now);
}
