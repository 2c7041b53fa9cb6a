package org.holdfast.meetings;

/** How far an item of the agenda has come. Which command leads where is in {@link AgendaItemLife}. */
public enum AgendaItemState {
    LISTED,
    /** The meeting is on it now. */
    DISCUSSING,
    /** The panel decided; what it decided is in the decision. */
    DECIDED,
    /** Talked through; there was nothing to decide. */
    CONCLUDED,
    /** Put off to the next meeting of this kind, with the reason. */
    ADJOURNED,
    /** Taken off the agenda, with the reason. */
    WITHDRAWN;

    /** Whether this meeting is done with the item. */
    public boolean settled() {
        return switch (this) {
            case LISTED, DISCUSSING -> false;
            case DECIDED, CONCLUDED, ADJOURNED, WITHDRAWN -> true;
        };
    }
}
