package org.holdfast.casework.web;

import java.util.List;
import org.holdfast.casework.Attachment;
import org.holdfast.casework.Attachments;

/** The files of a case, the newest first. */
public record FilesView(CaseFrame frame, List<Attachment> files) {

    /** How many files a case may hold. */
    public int most() {
        return Attachments.MOST;
    }
}
