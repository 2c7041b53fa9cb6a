package org.holdfast.casework.web;

import org.holdfast.casework.Overviews.Overview;
import org.holdfast.sharing.DataClass;

/** The child's page: what a worker must know in one look. */
public record OverviewView(CaseFrame frame, Overview seen) {

    /** Whether where the child lives or is does not stand on this page: held back from the reader, or protected and shown only where it is kept. */
    public boolean homeNotShown() {
        return !frame.fields().inPassing().reads(DataClass.HOME_AND_WHEREABOUTS);
    }
}
