package org.holdfast.records.web;

import java.util.List;
import org.holdfast.records.Disposals;
import org.holdfast.records.SubjectRequests;

/** One child's records as such. */
public record ChildView(Disposals.OfChild records, List<SubjectRequests.Line> requests) {

    public ChildView {
        requests = List.copyOf(requests);
    }

    public String path() {
        return "/records/cases/" + records.caseId().value();
    }
}
