package org.holdfast.meetings;

import java.util.Set;
import org.holdfast.audit.Actor;
import org.holdfast.partnership.MemberId;

/**
 * A module that knows who has decided on a matter before and so may neither vote on it again nor lead it (NRM-14). Each one is a bean,
 * called inside {@code Ledger.within}.
 */
public interface FreshPanel {

    /** Who decided before on what this item is about, without those for whom a reason is recorded; empty where it does not matter. */
    Set<MemberId> decidedBefore(Actor actor, AgendaItem item);
}
