package org.holdfast.assurance;

import java.util.HashSet;
import java.util.Set;
import org.holdfast.audit.Actor;
import org.holdfast.decisions.Decisions;
import org.holdfast.meetings.AgendaItem;
import org.holdfast.meetings.FreshPanel;
import org.holdfast.meetings.Purpose;
import org.holdfast.partnership.MemberId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** A reconsideration is heard by others than those who made the decision, but for those with a recorded reason (NRM-14). */
@Component
class FirstPanel implements FreshPanel {

    private final ObjectProvider<Decisions> decisions;
    private final ReconsiderationStore store;

    FirstPanel(ObjectProvider<Decisions> decisions, ReconsiderationStore store) {
        this.decisions = decisions;
        this.store = store;
    }

    @Override
    public Set<MemberId> decidedBefore(Actor actor, AgendaItem item) {
        if (item.purpose() != Purpose.RECONSIDERATION) {
            return Set.of();
        }
        return store.ofCase(actor.partnership(), item.caseId()).stream()
                .filter(one ->
                        one.state() != ReconsiderationState.DECLINED && one.state() != ReconsiderationState.WITHDRAWN)
                .findFirst()
                .map(asked -> {
                    Set<MemberId> first = new HashSet<>(decisions.getObject().panelOf(actor, asked.decision()));
                    asked.readmitted().forEach(one -> first.remove(one.member()));
                    return first;
                })
                .orElse(Set.of());
    }
}
