package org.holdfast.referrals;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.holdfast.audit.Actor;
import org.holdfast.casework.CaseLink;
import org.holdfast.casework.CaseLinkSource;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.Sharing;
import org.springframework.stereotype.Component;

/** The referrals of a child on the child's page. */
@Component
class ReferralLinks implements CaseLinkSource {

    private final ScreeningStore store;
    private final Sharing sharing;

    ReferralLinks(ScreeningStore store, Sharing sharing) {
        this.store = store;
        this.sharing = sharing;
    }

    @Override
    public List<CaseLink> linksOf(Actor actor, CaseId id, Instant now) {
        if (sharing.visible(actor, Permission.SEE_REFERRAL, Set.of(id), now).isEmpty()) {
            return List.of();
        }
        boolean open =
                !sharing.visible(actor, Permission.SEE_CASE, Set.of(id), now).isEmpty();
        return store.ofCase(actor.partnership(), id).reversed().stream()
                .map(ScreeningStore.Waiting::row)
                .filter(row -> open || row.writer().equals(actor.member()))
                .map(row -> new CaseLink(
                        "referrals.link",
                        List.of(row.writerName()),
                        "/referrals/" + row.id().value(),
                        row.receivedAt(),
                        "referrals.state." + row.state().code()))
                .toList();
    }
}
