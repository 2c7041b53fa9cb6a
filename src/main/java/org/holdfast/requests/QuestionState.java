package org.holdfast.requests;

/** Where it stands with what an agency is asked about one child. Which command leads where is in {@link QuestionLife}. */
public enum QuestionState {
    /** Asked, and not answered yet. */
    ASKED,
    /** The agency has told what it knows. */
    ANSWERED,
    /** The agency has said that it knows nothing of the child. */
    NOTHING_KNOWN,
    /** Not asked any more: the child was taken off the agenda, or it is not for this agency. */
    WITHDRAWN,
    /** The meeting was held without an answer. */
    UNANSWERED;

    /** Whether the agency has said something, be it that it knows nothing. */
    public boolean settled() {
        return this == ANSWERED || this == NOTHING_KNOWN;
    }
}
