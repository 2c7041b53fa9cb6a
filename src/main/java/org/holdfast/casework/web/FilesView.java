package org.holdfast.casework.web;

import java.util.List;
import org.holdfast.casework.Attachment;
import org.holdfast.casework.Attachments;
import org.holdfast.pages.Page;

/** The files of a case, the newest first. */
public record FilesView(CaseFrame frame, List<Attachment> files) {

    /** The size of a file as people read it. */
    public static String size(Page page, Attachment file) {
        int kilobytes = Math.max(1, (file.bytes() + 1023) / 1024);
        return kilobytes < 1024
                ? page.text("casework.file.kilobytes", page.number(kilobytes))
                : page.text("casework.file.megabytes", page.number((kilobytes + 1023) / 1024));
    }

    /** How many files a case may hold. */
    public int most() {
        return Attachments.MOST;
    }
}
