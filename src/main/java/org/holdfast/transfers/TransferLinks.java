package org.holdfast.transfers;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.holdfast.audit.Actor;
import org.holdfast.casework.CaseLink;
import org.holdfast.casework.CaseLinkSource;
import org.holdfast.casework.WorkItem;
import org.holdfast.casework.WorkSource;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.Sharing;
import org.springframework.stereotype.Component;

/** Transfers on the child's page, and offers of others among the work of whoever answers them. */
@Component
class TransferLinks implements CaseLinkSource, WorkSource {

    private final Transfers transfers;
    private final Sharing sharing;

    TransferLinks(Transfers transfers, Sharing sharing) {
        this.transfers = transfers;
        this.sharing = sharing;
    }

    @Override
    public List<CaseLink> linksOf(Actor actor, CaseId id, Instant now) {
        List<CaseLink> links = new ArrayList<>();
        for (Paper paper : transfers.received(actor, id, now)) {
            links.add(new CaseLink(
                    "transfers.link.paper",
                    List.of(paper.title(), paper.from()),
                    "/transfers/papers/" + paper.id(),
                    paper.receivedAt(),
                    "transfers.paper.came"));
        }
        if (sharing.visible(actor, Permission.TRANSFER, Set.of(id), now).isEmpty()) {
            return links;
        }
        for (Transfer transfer : transfers.of(actor, id)) {
            boolean sent = transfer.from().equals(actor.partnership());
            links.add(new CaseLink(
                    sent ? "transfers.link.to" : "transfers.link.from",
                    List.of(sent ? transfer.toName() : transfer.fromName()),
                    "/transfers/" + transfer.id(),
                    transfer.offeredAt(),
                    "transfers.transfer-state." + transfer.state().name().toLowerCase(Locale.ROOT)));
        }
        if (transfers.couldBeOffered(actor, id)) {
            links.add(new CaseLink("transfers.link.offer", List.of(), "/cases/" + id.value() + "/transfer", null, ""));
        }
        return links;
    }

    @Override
    public List<WorkItem> waitingFor(Actor actor, Instant now) {
        return Stream.concat(
                        transfers.waiting(actor, now).stream()
                                .map(it -> WorkItem.of(
                                        null,
                                        "transfers.work.answer",
                                        "/transfers/" + it.id(),
                                        null,
                                        "SHR-6",
                                        it.fromName())),
                        transfers.askedOf(actor, now).stream()
                                .map(it -> WorkItem.of(
                                        null,
                                        "transfers.work.word",
                                        "/transfers/" + it.id() + "/word",
                                        null,
                                        "SHR-4",
                                        it.toName())))
                .toList();
    }

    @Override
    public List<WorkItem> waitingOn(Actor actor, CaseId id, Instant now) {
        return List.of();
    }
}
