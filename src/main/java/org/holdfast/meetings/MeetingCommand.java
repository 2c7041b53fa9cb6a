package org.holdfast.meetings;

import java.util.Set;

/** What somebody may want to do with a meeting as a whole, and in which part they may want it. */
public enum MeetingCommand {
    /** Day, time, place and chair. */
    CHANGE_PLAN(Part.COORDINATOR),
    INVITE(Part.COORDINATOR),
    UNINVITE(Part.COORDINATOR),
    LIST_ITEM(Part.COORDINATOR),
    MOVE_ITEM(Part.COORDINATOR),
    WITHDRAW_ITEM(Part.COORDINATOR),
    /** The session begins. */
    OPEN(Part.COORDINATOR, Part.CHAIR),
    RECORD_APOLOGIES(Part.COORDINATOR, Part.CHAIR, Part.ATTENDEE),
    /** Who arrives, joins by phone, leaves. */
    RECORD_PRESENCE(Part.COORDINATOR, Part.CHAIR),
    /** The confidentiality statement, read and confirmed on arrival. */
    CONFIRM_STATEMENT(Part.COORDINATOR, Part.CHAIR, Part.ATTENDEE),
    /** Declared before or at the item (NRM-22). */
    DECLARE_CONFLICT(Part.COORDINATOR, Part.CHAIR, Part.ATTENDEE),
    /** Call an item, put it back, conclude it, decide it, adjourn it. */
    RUN_ITEM(Part.COORDINATOR, Part.CHAIR),
    WRITE_NOTES(Part.COORDINATOR, Part.CHAIR, Part.WRITER),
    /** The session ends and the minutes are drafted. */
    FINISH(Part.COORDINATOR, Part.CHAIR),
    /** The chair approves the minutes as read (MTG-4). */
    APPROVE_MINUTES(Part.CHAIR),
    /** A dated correction beside the approved minutes (MTG-4). */
    ADD_ADDENDUM(Part.COORDINATOR, Part.CHAIR),
    /** Approved minutes go out to those who were invited (SHR-2). */
    SEND_MINUTES(Part.COORDINATOR),
    CANCEL(Part.COORDINATOR);

    private final Set<Part> by;

    MeetingCommand(Part... by) {
        this.by = Set.of(by);
    }

    /** Whether somebody with these parts may want it at all. */
    boolean isFor(Set<Part> parts) {
        return by.stream().anyMatch(parts::contains);
    }

    /** The part an actor has in one meeting. A person may have several. */
    public enum Part {
        /** Runs the partnership's meetings. */
        COORDINATOR,
        /** Chairs this meeting, or is its deputy chair. */
        CHAIR,
        /** Writes notes beside whoever runs the meeting: the note taker, voting members and their deputies. */
        WRITER,
        /** Is invited to this meeting, in whatever capacity. */
        ATTENDEE
    }
}
