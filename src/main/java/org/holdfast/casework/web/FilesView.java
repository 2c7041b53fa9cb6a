package org.holdfast.casework.web;

import java.util.List;
import java.util.Optional;
import org.holdfast.casework.Attachment;
import org.holdfast.casework.Attachments;
import org.holdfast.pages.Page;
import org.holdfast.partnership.AgencyId;

/** The files of a case, the newest first. */
public record FilesView(CaseFrame frame, List<Attachment> files) {

    /** Whether the reader may open it. */
    public boolean reads(Attachment file) {
        return heldBack(file).isEmpty();
    }

    /** What it is, or that it is held back. */
    public String title(Page page, Attachment file) {
        return heldBack(file).map(page::text).orElse(file.about());
    }

    private Optional<String> heldBack(Attachment file) {
        return frame.fields().heldBack(file.holds(), file.agencyId() == null ? null : new AgencyId(file.agencyId()));
    }

    /** How many files a case may hold. */
    public int most() {
        return Attachments.MOST;
    }
}
