package org.holdfast.records;

/** What somebody asks. */
public enum RequestKind {
    /** For what is held about the child (UK GDPR article 15). */
    ACCESS,
    /** That something that is held be put right (article 16). */
    CORRECTION
}
