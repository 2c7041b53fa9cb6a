package org.holdfast.records.web;

import org.holdfast.records.DisposalCommand;
import org.holdfast.records.Disposals;

/** A disposal, proposed or done. */
public record DisposalView(Disposals.Seen seen) {

    public String path() {
        return "/records/disposals/" + seen.disposal().id();
    }

    public boolean may(DisposalCommand command) {
        return seen.available().contains(command);
    }
}
