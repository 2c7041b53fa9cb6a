package org.holdfast.referrals;

import java.util.List;
import java.util.UUID;
import org.holdfast.law.Reason;
import org.holdfast.people.ChildId;
import org.holdfast.sharing.CaseId;

/** What became of a form that was handed in (NRM-24). */
public sealed interface Receipt {

    /**
     * It was taken in, now or when it came before.
     *
     * @param route who decides, as a code of the interface (NRM-20)
     * @param number of the sending that holds what was handed in
     * @param warnings what is odd about it and did not stand in its way
     */
    record TakenIn(
            ReferralId id,
            CaseId caseId,
            ChildId childId,
            String route,
            int number,
            Novelty novelty,
            List<Reason> warnings)
            implements Receipt {
        public TakenIn {
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * It could not be taken in, and is kept as it came for the co-ordinator to see to.
     *
     * @param id of what was kept
     * @param faults everything that is wrong with it
     */
    record TurnedAway(UUID id, List<Reason> faults) implements Receipt {
        public TurnedAway {
            faults = List.copyOf(faults);
        }
    }

    /** How new what was handed in is. */
    enum Novelty {
        /** A referral not known before. */
        NEW,
        /** The very same was here already. */
        KNOWN,
        /** A known referral that says something else now; kept beside what was there. */
        UPDATE
    }
}
