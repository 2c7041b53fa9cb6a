package org.holdfast.assurance;

import java.time.Instant;
import java.util.List;
import org.holdfast.audit.Actor;
import org.holdfast.law.Outcome;
import org.holdfast.meetings.AgendaItemId;
import org.holdfast.meetings.ItemLink;
import org.holdfast.meetings.ItemPanelSource;
import org.holdfast.meetings.Panel;
import org.holdfast.meetings.Purpose;
import org.holdfast.meetings.Sessions;
import org.holdfast.pages.Page;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.Sharing;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The request beside the item while a fresh panel is on it (NRM-14). */
@Component
class ReconsiderationLinks implements ItemPanelSource {

    private final Sharing sharing;
    private final ReconsiderationStore store;
    private final ObjectProvider<Sessions> sessions;

    ReconsiderationLinks(Sharing sharing, ReconsiderationStore store, ObjectProvider<Sessions> sessions) {
        this.sharing = sharing;
        this.store = store;
        this.sessions = sessions;
    }

    @Override
    public List<ItemLink> linksOf(Actor actor, AgendaItemId item, Instant now) {
        if (!sharing.may(actor, Permission.SEE_RECONSIDERATION)
                || !(sessions.getObject().panel(actor, item, now) instanceof Outcome.Done<Panel>(Panel panel))
                || panel.item().purpose() != Purpose.RECONSIDERATION) {
            return List.of();
        }
        CaseId caseId = panel.item().caseId();
        return store.ofCase(actor.partnership(), caseId).stream()
                .limit(1)
                .map(asked -> new ItemLink(
                        "assurance.link.reconsideration",
                        List.of(),
                        "/reconsiderations/" + asked.id().value(),
                        Page.labelKey(asked.state()),
                        List.of()))
                .toList();
    }
}
