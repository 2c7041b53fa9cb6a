package org.holdfast.casework.web;

import java.util.List;
import org.holdfast.sharing.Disclosures;

/** What of this child has gone to whom, the newest first. */
public record CaseDisclosuresView(CaseFrame frame, List<Disclosures.Entry> entries) {
    public CaseDisclosuresView {
        entries = List.copyOf(entries);
    }
}
