package org.holdfast.casework;

import java.time.Instant;
import java.util.List;
import org.holdfast.audit.Actor;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.partnership.Webhooks;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.Sharing;
import org.springframework.stereotype.Component;

/** Secrets of programs that end, among the work of administrators. */
@Component
class SecretWork implements WorkSource {

    private final Webhooks webhooks;
    private final Sharing sharing;

    SecretWork(Webhooks webhooks, Sharing sharing) {
        this.webhooks = webhooks;
        this.sharing = sharing;
    }

    @Override
    public List<WorkItem> waitingFor(Actor actor, Instant now) {
        if (!sharing.may(actor, Permission.ADMINISTER)) {
            return List.of();
        }
        return webhooks.endings(actor, now).stream()
                .map(ending -> WorkItem.of(
                        null,
                        ending.signs() ? "administration.work.signing-secret-ends" : "administration.work.secret-ends",
                        "/administration/clients/" + ending.client(),
                        UnitedKingdom.endOf(ending.lastDay()),
                        "",
                        ending.name()))
                .toList();
    }

    @Override
    public List<WorkItem> waitingOn(Actor actor, CaseId id, Instant now) {
        return List.of();
    }
}
