package org.holdfast.meetings;

/** What the meeting is asked to do with the case. */
public enum Purpose {
    /** Decide reasonable grounds, and conclusive grounds too where the evidence suffices (NRM-1, NRM-2). */
    REASONABLE_GROUNDS,
    /** Decide conclusive grounds after an earlier positive reasonable grounds decision (NRM-3). */
    CONCLUSIVE_GROUNDS,
    /** Talk it through; nothing is decided by vote. */
    DISCUSSION;

    /** Whether votes are cast and a quorum is needed. */
    public boolean decides() {
        return this != DISCUSSION;
    }
}
