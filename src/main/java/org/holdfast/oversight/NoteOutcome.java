package org.holdfast.oversight;

/** What somebody who looked at it came to. */
public enum NoteOutcome {
    /** There was a good reason. */
    EXPLAINED,
    /** Still being looked at. */
    ASKED,
    /** Taken further, under the agency's own procedure. */
    TAKEN_FURTHER
}
