package org.holdfast.casework;

import java.time.Instant;
import java.util.List;
import org.holdfast.audit.Actor;
import org.holdfast.sharing.CaseId;

/**
 * A module that knows of work that waits. Each one is a bean; My work and the child's page gather them. They are called inside
 * {@code Ledger.within} and answer in a fixed number of queries however many cases there are. The gatherer drops what is about a case
 * that the actor may not see in any way.
 */
public interface WorkSource {

    /** Everything that waits for this actor, in any order. */
    List<WorkItem> waitingFor(Actor actor, Instant now);

    /** Everything that is to be done on one case, whomever it waits for, in any order. */
    List<WorkItem> waitingOn(Actor actor, CaseId id, Instant now);
}
