package org.holdfast.requests;

/** What somebody may want to do about one child in a request. */
public enum QuestionCommand {
    /** The agency tells what it knows. */
    HAND_IN,
    /** The agency says that what it told last is still true. */
    CONFIRM,
    /** The agency says that it knows nothing of the child. */
    SAY_NOTHING_KNOWN,
    /** The agency corrects what it told, by a further version (SHR-4). */
    CORRECT,
    /** The agency takes back what it told (SHR-4). */
    TAKE_BACK,
    /** The agency is reminded, or its lead is told. */
    CHASE,
    /** The child was taken off the agenda, or is not for this agency. */
    WITHDRAW,
    /** The child is for this agency again. */
    ASK_AGAIN,
    /** The meeting is over. */
    CLOSE
}
