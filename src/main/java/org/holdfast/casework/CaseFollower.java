package org.holdfast.casework;

import java.time.Instant;
import org.holdfast.audit.Actor;
import org.holdfast.sharing.CaseId;

/**
 * A module that follows where cases go, such as that of agendas. Each one is a bean, called in the transaction in which a case leaves the
 * hands of the partnership.
 */
public interface CaseFollower {

    /** Why a case is no longer for a panel here. */
    enum Left {
        /** The competent authority decides it (NRM-18, NRM-20). */
        CENTRAL,
        /** Its referral was withdrawn, or the young person did not agree that it goes on (NRM-20). */
        WITHDRAWN,
        /** It belongs to another case of the same child (REF-4). */
        DUPLICATE
    }

    void left(Actor by, CaseId id, Left why, Instant now);
}
