package org.holdfast.meetings;

/** How far the chair has come with what the minutes say of one item. Which command leads where is in {@link MinutesItemLife}. */
public enum MinutesItemState {
    /** The chair has not approved it as it now stands. */
    WAITING,
    /** The chair sent it back with a remark. */
    SENT_BACK,
    /** The chair approved it, word for word as it stands. */
    APPROVED
}
