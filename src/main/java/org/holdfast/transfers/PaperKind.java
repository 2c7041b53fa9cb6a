package org.holdfast.transfers;

/** What was written for one partnership and can go to another as a paper (SHR-6). */
public enum PaperKind {
    /** The pack of a panel as it was locked, this child's part. */
    PACK,
    /** What an agency told, in its latest version (SHR-4). */
    RETURN,
    /** Approved minutes, this child's part. */
    MINUTES,
    /** A released letter, as it was sealed. */
    LETTER
}
