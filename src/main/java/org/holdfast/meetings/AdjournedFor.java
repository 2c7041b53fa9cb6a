package org.holdfast.meetings;

/** Why an item was put off to the next meeting. */
public enum AdjournedFor {
    /** A core agency has nobody who may vote, or nobody may chair (NRM-6). */
    NO_QUORUM,
    /** As many votes for as against: a tie is no decision (NRM-4). */
    TIE,
    MORE_EVIDENCE,
    OUT_OF_TIME,
    /** The case does not go on here: withdrawn, decided elsewhere, or the young person does not go on (NRM-20). */
    CASE_ENDED
}
