package org.holdfast.referrals;

import java.time.Instant;
import java.util.List;
import org.holdfast.audit.Actor;
import org.holdfast.casework.WorkItem;
import org.holdfast.casework.WorkSource;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.Sharing;
import org.springframework.stereotype.Component;

/** Updates of referrals that nobody has read yet: work for the co-ordinator (NRM-15). */
@Component
class ReferralUpdates implements WorkSource {

    private final ScreeningStore store;
    private final Sharing sharing;

    ReferralUpdates(ScreeningStore store, Sharing sharing) {
        this.store = store;
        this.sharing = sharing;
    }

    @Override
    public List<WorkItem> waitingFor(Actor actor, Instant now) {
        return sharing.may(actor, Permission.HANDLE_REFERRAL)
                ? items(store.waiting(actor, ReferralWork.WAITING))
                : List.of();
    }

    @Override
    public List<WorkItem> waitingOn(Actor actor, CaseId id, Instant now) {
        return items(store.ofCase(actor.partnership(), id));
    }

    private static List<WorkItem> items(List<ScreeningStore.Waiting> referrals) {
        return referrals.stream()
                .filter(ScreeningStore.Waiting::updated)
                .map(ScreeningStore.Waiting::row)
                .map(row -> WorkItem.of(
                        row.caseId(),
                        "referrals.update.work",
                        "/referrals/" + row.id().value(),
                        null,
                        "NRM-15",
                        row.writerName()))
                .toList();
    }
}
