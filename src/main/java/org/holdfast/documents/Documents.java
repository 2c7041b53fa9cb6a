package org.holdfast.documents;

import org.springframework.stereotype.Component;

/**
 * Writes papers out. The same paper always gives the same bytes: no time of writing and no chance goes into them, so that a fingerprint of
 * what was sent can be checked later.
 */
@Component
public final class Documents {

    Documents() {}

    /**
     * The paper as PDF for everybody's reader: tagged for screen readers (PDF/UA-1), to be kept (PDF/A-3), its typefaces inside. Page numbers,
     * footer and watermark are outside what is read aloud.
     */
    public byte[] pdf(Document document) {
        return new PdfPaper(document).write();
    }

    /** The paper as OpenDocument text (ODF 1.3), to be gone on with in an office program. */
    public byte[] odt(Document document) {
        return new OpenDocumentPaper(document).write();
    }
}
