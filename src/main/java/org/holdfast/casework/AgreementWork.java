package org.holdfast.casework;

import java.time.Instant;
import java.util.List;
import org.holdfast.audit.Actor;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.sharing.Agreements;
import org.holdfast.sharing.CaseId;
import org.springframework.stereotype.Component;

/** Agreements to be reviewed, among the work of whoever keeps them (SHR-1). */
@Component
class AgreementWork implements WorkSource {

    private final Agreements agreements;

    AgreementWork(Agreements agreements) {
        this.agreements = agreements;
    }

    @Override
    public List<WorkItem> waitingFor(Actor actor, Instant now) {
        return agreements.toReview(actor, now).stream()
                .map(it -> WorkItem.of(
                        null,
                        "sharing.work.review-agreement",
                        "/agreements/" + it.id().value(),
                        UnitedKingdom.endOf(it.reviewOn()),
                        "SHR-1",
                        it.title()))
                .toList();
    }

    @Override
    public List<WorkItem> waitingOn(Actor actor, CaseId id, Instant now) {
        return List.of();
    }
}
