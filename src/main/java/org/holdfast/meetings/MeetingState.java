package org.holdfast.meetings;

/** How far a meeting has come. Which command leads where is in {@link MeetingLife}. */
public enum MeetingState {
    /** Has a day, a chair and an agenda that may still change. */
    PLANNED,
    /** In session. */
    OPEN,
    /** Over; the minutes are drafted and wait for the chair. */
    FINISHED,
    /** The chair has approved the minutes; from here on only addenda (MTG-4). */
    APPROVED,
    /** Called off before it began, with the reason. */
    CANCELLED
}
