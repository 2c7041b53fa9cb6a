package org.holdfast.assurance;

/** Where one point of the competent authority stands. */
public enum PointState {
    /** Still to be answered. */
    OPEN,
    /** Answered; the competent authority has yet to say whether that will do. */
    ANSWERED,
    /** The answer was sent back; to be answered anew. */
    SENT_BACK,
    /** The competent authority accepted the answer. */
    ACCEPTED;

    /** Whether the partnership has to answer it. */
    public boolean toAnswer() {
        return this == OPEN || this == SENT_BACK;
    }
}
