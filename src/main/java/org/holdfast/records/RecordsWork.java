package org.holdfast.records;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.holdfast.audit.Actor;
import org.holdfast.casework.WorkItem;
import org.holdfast.casework.WorkSource;
import org.holdfast.sharing.CaseId;
import org.springframework.stereotype.Component;

/** Requests to be answered and disposals to be approved, among the work of whoever keeps the records. */
@Component
class RecordsWork implements WorkSource {

    private final SubjectRequests requests;
    private final Disposals disposals;

    RecordsWork(SubjectRequests requests, Disposals disposals) {
        this.requests = requests;
        this.disposals = disposals;
    }

    @Override
    public List<WorkItem> waitingFor(Actor actor, Instant now) {
        List<WorkItem> work = new ArrayList<>();
        requests.lines(actor, now)
                .forEach(line -> work.add(WorkItem.of(
                        null,
                        line.request().kind() == RequestKind.ACCESS ? "records.work.access" : "records.work.correction",
                        "/records/requests/" + line.request().id(),
                        line.due(),
                        "SHR-8",
                        line.request().asker())));
        disposals
                .waitingFor(actor, now)
                .forEach(disposal -> work.add(WorkItem.of(
                        null,
                        "records.work.approve",
                        "/records/disposals/" + disposal.id(),
                        null,
                        "SHR-8",
                        disposal.proposedBy())));
        return work;
    }

    @Override
    public List<WorkItem> waitingOn(Actor actor, CaseId id, Instant now) {
        return List.of();
    }
}
