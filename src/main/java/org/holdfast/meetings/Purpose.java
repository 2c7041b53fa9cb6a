package org.holdfast.meetings;

/** What the meeting is asked to do with the case. */
public enum Purpose {
    /** Decide reasonable grounds, and conclusive grounds too where the evidence suffices (NRM-1, NRM-2). */
    REASONABLE_GROUNDS,
    /** Decide conclusive grounds after an earlier positive reasonable grounds decision (NRM-3). */
    CONCLUSIVE_GROUNDS,
    /** Decide again what the competent authority returned; the earlier decision stays until a new one takes its place (NRM-11). */
    DECISION_AGAIN,
    /** Reconsider a negative decision before a fresh panel (NRM-14). */
    RECONSIDERATION,
    /** Talk it through; nothing is decided by vote. */
    DISCUSSION;

    /** Whether votes are cast and a quorum is needed. */
    public boolean decides() {
        return this != DISCUSSION;
    }

    /** Whether something is decided that has been decided before, so that the case need not wait for a panel in order to be listed. */
    public boolean again() {
        return this == DECISION_AGAIN || this == RECONSIDERATION;
    }
}
