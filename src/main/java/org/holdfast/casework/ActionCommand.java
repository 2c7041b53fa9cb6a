package org.holdfast.casework;

/** What can be done with an action. Each one says why or how in a note, and is kept. */
public enum ActionCommand {
    /** It was done, with this result. */
    COMPLETE,
    /** Events made it needless. */
    OVERTAKE,
    /** It was not done and will not be, because. */
    LEAVE_UNDONE,
    /** Its owner was asked where it stands. */
    CHASE,
    /** It goes to somebody who can see to it. */
    ESCALATE,
    /** It is to be done after all. */
    REOPEN
}
