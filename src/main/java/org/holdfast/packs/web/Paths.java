package org.holdfast.packs.web;

import java.util.UUID;
import org.holdfast.meetings.MeetingId;

/** Where the pages of a pack are. */
final class Paths {
    private Paths() {}

    static String meeting(MeetingId meeting) {
        return "/meetings/" + meeting.value();
    }

    static String pack(MeetingId meeting) {
        return meeting(meeting) + "/pack";
    }

    /** A page below the pack, such as {@code access}. */
    static String pack(MeetingId meeting, String page) {
        return pack(meeting) + "/" + page;
    }

    /** Under which the half-typed notes of a child are kept. */
    static String draft(UUID item) {
        return "pack-note-" + item;
    }
}
