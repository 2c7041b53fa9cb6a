package org.holdfast.casework;

/** Where an action stands. */
public enum ActionState {
    /** Somebody is to do it. */
    OPEN,
    /** It was not done in time and went to somebody who can see to it; it still is to be done. */
    ESCALATED,
    /** Done, with a result. */
    DONE,
    /** Events made it needless. */
    OVERTAKEN,
    /** Not done, and why. */
    NOT_DONE;

    /** Whether it still is to be done. */
    public boolean open() {
        return this == OPEN || this == ESCALATED;
    }
}
