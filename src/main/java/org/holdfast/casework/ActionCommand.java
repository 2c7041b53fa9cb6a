package org.holdfast.casework;

/** What can be done with an action. Each one is kept, and all but taking it say why or how in a note. */
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
    REOPEN,
    /** Somebody of the team to which it was given takes it on. */
    TAKE
}
