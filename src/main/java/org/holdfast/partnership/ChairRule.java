package org.holdfast.partnership;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Who may chair. That the chair is not the child's lead social worker (NRM-22) and no tie-breaker (NRM-4) holds everywhere and is no setting.
 *
 * @param from kinds of agency the chair may come from; empty where any may lead
 * @param independent the chair's agency does not vote on the item
 */
public record ChairRule(Set<AgencyKind> from, boolean independent) {
    public ChairRule {
        from = Collections.unmodifiableSet(new LinkedHashSet<>(from));
    }

    /** Whether a person from this kind of agency may lead. */
    public boolean allows(AgencyKind agency) {
        return from.isEmpty() || from.contains(agency);
    }
}
