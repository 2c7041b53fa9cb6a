package org.holdfast.meetings.web;

import org.holdfast.meetings.AgendaItemState;
import org.holdfast.meetings.MeetingState;
import org.holdfast.meetings.MinutesClock;
import org.holdfast.meetings.MinutesItemState;

/** What the tag of a state means to a reader; its colour follows. */
public final class Tags {
    private Tags() {}

    public static String meaning(MeetingState state) {
        return switch (state) {
            case PLANNED -> "new";
            case OPEN -> "urgent";
            case FINISHED -> "waiting";
            case APPROVED -> "done";
            case CANCELLED -> "quiet";
        };
    }

    public static String meaning(AgendaItemState state) {
        return switch (state) {
            case LISTED -> "new";
            case DISCUSSING -> "urgent";
            case DECIDED, CONCLUDED -> "done";
            case ADJOURNED -> "waiting";
            case WITHDRAWN -> "quiet";
        };
    }

    public static String meaning(MinutesItemState state) {
        return switch (state) {
            case WAITING -> "waiting";
            case SENT_BACK -> "urgent";
            case APPROVED -> "done";
        };
    }

    public static String meaning(MinutesClock.State state) {
        return switch (state) {
            case RUNNING -> "waiting";
            case OVERDUE, LATE -> "overdue";
            case IN_TIME -> "done";
        };
    }
}
