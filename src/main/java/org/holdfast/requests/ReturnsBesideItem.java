package org.holdfast.requests;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.holdfast.audit.Actor;
import org.holdfast.law.Outcome;
import org.holdfast.meetings.AgendaItemId;
import org.holdfast.meetings.ItemLink;
import org.holdfast.meetings.ItemPanelSource;
import org.holdfast.meetings.Panel;
import org.holdfast.meetings.Sessions;
import org.holdfast.pages.Dates;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.Sharing;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What agencies told, beside the item in the meeting. */
@Component
class ReturnsBesideItem implements ItemPanelSource {

    private final Sharing sharing;
    private final RequestStore store;
    private final ObjectProvider<Sessions> sessions;
    private final ReturnsReaders readers;

    ReturnsBesideItem(
            Sharing sharing, RequestStore store, ObjectProvider<Sessions> sessions, ReturnsReaders readers) {
        this.readers = readers;
        this.sharing = sharing;
        this.store = store;
        this.sessions = sessions;
    }

    @Override
    public List<ItemLink> linksOf(Actor actor, AgendaItemId item, Instant now) {
        if (sessions.getObject().panel(actor, item, now) instanceof Outcome.Done<Panel>(Panel panel)) {
            CaseId caseId = panel.item().caseId();
            int told = store.latest(actor.partnership(), Set.of(caseId)).size();
            if (told > 0
                    && !sharing.visible(actor, Permission.SEE_PACK, Set.of(caseId), now)
                            .isEmpty()
                    && readers.reads(actor, caseId, now)) {
                return List.of(new ItemLink(
                        "requests.link.returns",
                        List.of(Dates.number(told)),
                        "/cases/" + caseId.value() + "/returns",
                        "",
                        List.of()));
            }
        }
        return List.of();
    }
}
