package org.holdfast.meetings;

/** What somebody may want to do with one item of the agenda. */
public enum AgendaItemCommand {
    MOVE,
    WITHDRAW,
    /** The meeting turns to it. */
    CALL,
    /** Back on the list, to be called again later in the same meeting. */
    PUT_BACK,
    DECLARE_CONFLICT,
    WRITE_NOTES,
    PROPOSE_ACTION,
    /** The panel's decision is issued; a second one at the same meeting is conclusive after reasonable grounds (NRM-2). */
    DECIDE,
    /** Ends an item on which nothing is decided. */
    CONCLUDE,
    ADJOURN
}
