package org.holdfast.meetings;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.holdfast.audit.Actor;
import org.holdfast.audit.Readings;
import org.holdfast.casework.Cases;
import org.holdfast.people.ChildId;
import org.holdfast.people.People;
import org.holdfast.sharing.CaseId;
import org.springframework.stereotype.Component;

/** The names of the children that cases are about, as known now. The caller has asked who may see them. */
@Component
class CaseNames {

    private final Cases cases;
    private final People people;

    CaseNames(Cases cases, People people) {
        this.cases = cases;
        this.people = people;
    }

    Map<CaseId, String> of(Actor actor, Collection<CaseId> asked, Instant now) {
        return Readings.each("meetings.names", actor, asked, unread -> {
            Map<CaseId, ChildId> children = cases.childrenOf(actor, unread);
            Map<ChildId, String> known = people.names(actor, Set.copyOf(children.values()), now);
            Map<CaseId, String> names = new HashMap<>();
            children.forEach((caseId, child) -> names.put(caseId, known.getOrDefault(child, "")));
            return names;
        });
    }
}
