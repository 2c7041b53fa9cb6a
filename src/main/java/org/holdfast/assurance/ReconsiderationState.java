package org.holdfast.assurance;

/** Where a request for reconsideration stands (NRM-14). */
public enum ReconsiderationState {
    /** Asked for; to be listed for a fresh panel or sent on. */
    ASKED,
    /** On its way to a fresh panel. */
    LISTED,
    /** With the competent authority, where that reconsiders. */
    SENT_ON,
    /** Reconsidered: the negative decision stands. */
    STANDS,
    /** Reconsidered: a later decision has taken the place of the negative one. */
    REPLACED,
    /** Not taken up, for a reason that is on record. */
    DECLINED,
    /** Taken back by whoever asked. */
    WITHDRAWN;

    /** Whether something is still to come of it. */
    public boolean open() {
        return this == ASKED || this == LISTED || this == SENT_ON;
    }
}
