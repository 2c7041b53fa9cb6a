package org.holdfast.assurance;

/** What can be done about a request for reconsideration (NRM-14). */
public enum ReconsiderationCommand {
    /** Put it on the agenda of a panel. */
    LIST,
    /** Record why a member of the first panel may decide again. */
    READMIT,
    /** The fresh panel lets the decision stand, without deciding anew. */
    LET_STAND,
    /** A later decision was issued. */
    REPLACE,
    /** Send it on to the competent authority. */
    SEND_ON,
    /** Record what the competent authority answered. */
    RECORD_ANSWER,
    /** Do not take it up. */
    DECLINE,
    /** Whoever asked takes it back. */
    WITHDRAW
}
