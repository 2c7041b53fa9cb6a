package org.holdfast.meetings.web;

import java.util.UUID;
import org.holdfast.meetings.AgendaItem;
import org.holdfast.meetings.AgendaItemId;
import org.holdfast.meetings.MeetingId;

/** Where the pages of meetings are. */
public final class Paths {
    private Paths() {}

    public static String meeting(MeetingId meeting) {
        return "/meetings/" + meeting.value();
    }

    /** A page below a meeting, such as {@code run} or {@code people}. */
    public static String meeting(MeetingId meeting, String page) {
        return meeting(meeting) + "/" + page;
    }

    public static String item(AgendaItem item) {
        return item(item.meeting(), item.id());
    }

    /** A page below an item, such as {@code notes}. */
    public static String item(AgendaItem item, String page) {
        return item(item) + "/" + page;
    }

    static String item(MeetingId meeting, AgendaItemId item) {
        return item(meeting.value(), item.value());
    }

    static String item(UUID meeting, UUID item) {
        return "/meetings/" + meeting + "/items/" + item;
    }
}
