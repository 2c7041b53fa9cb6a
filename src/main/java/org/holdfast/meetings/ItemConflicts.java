package org.holdfast.meetings;

import java.util.Set;
import org.holdfast.partnership.MemberId;

/**
 * Who stands too near to one child to judge their case (NRM-22, GOV-6).
 *
 * @param declared who declared a conflict of interest at this item
 * @param excluded who is excluded from the case altogether
 * @param leading the child's lead social worker, who may not chair
 * @param decidedBefore who decided on the same before and has no recorded reason to do so again (NRM-14)
 */
public record ItemConflicts(
        Set<MemberId> declared, Set<MemberId> excluded, Set<MemberId> leading, Set<MemberId> decidedBefore) {

    /** Nobody. */
    public static final ItemConflicts NONE = new ItemConflicts(Set.of(), Set.of(), Set.of(), Set.of());

    public ItemConflicts {
        declared = Set.copyOf(declared);
        excluded = Set.copyOf(excluded);
        leading = Set.copyOf(leading);
        decidedBefore = Set.copyOf(decidedBefore);
    }
}
