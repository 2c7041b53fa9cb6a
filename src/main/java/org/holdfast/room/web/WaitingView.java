package org.holdfast.room.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.holdfast.meetings.AgendaItemState;
import org.holdfast.meetings.MeetingState;
import org.holdfast.meetings.Sessions;
import org.holdfast.room.Cursor;

/** What somebody invited to one item sees while they wait: their own slot, and nothing of the others. */
public record WaitingView(Sessions.Standing standing, boolean toConfirm, UUID window, Cursor cursor, Instant now) {

    public String meeting() {
        return "/meetings/" + standing.meeting().id().value();
    }

    public String events() {
        return meeting() + "/room/events?window=" + window + "&after=" + cursor.written();
    }

    public List<Sessions.Standing.Line> own() {
        return standing.lines();
    }

    public boolean open() {
        return standing.meeting().state() == MeetingState.OPEN;
    }

    public boolean called(Sessions.Standing.Line line) {
        return line.item().state() == AgendaItemState.DISCUSSING;
    }

    public boolean over(Sessions.Standing.Line line) {
        return line.item().state().settled();
    }

    /** Whole minutes until an item is expected; 0 where it may be any moment. */
    public long minutesTo(Instant expected) {
        return Math.max(0, Math.ceilDiv(Duration.between(now, expected).toSeconds(), 60L));
    }
}
