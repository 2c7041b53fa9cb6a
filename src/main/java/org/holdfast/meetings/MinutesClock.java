package org.holdfast.meetings;

import java.time.Instant;
import java.time.LocalDate;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.law.WorkingCalendar;
import org.holdfast.partnership.MeetingKind;
import org.jspecify.annotations.Nullable;

/**
 * How long the minutes of a finished meeting may take to go out: so many working days as the profile gives, counted from the day after the
 * meeting, to the end of the last (MTG-4). Worked out, never kept.
 *
 * @param dueOn the last day in time
 * @param sentAt when they first went out; null while they have not
 */
public record MinutesClock(LocalDate dueOn, @Nullable Instant sentAt) {

    /** How the clock stands. */
    public enum State {
        RUNNING,
        OVERDUE,
        IN_TIME,
        LATE
    }

    static MinutesClock of(LocalDate heldOn, MeetingKind kind, WorkingCalendar calendar, @Nullable Instant sentAt) {
        return new MinutesClock(calendar.after(heldOn, kind.minutesWithinWorkingDays()), sentAt);
    }

    public Instant dueAt() {
        return UnitedKingdom.endOf(dueOn);
    }

    public State state(LocalDate today) {
        if (sentAt != null) {
            return UnitedKingdom.day(sentAt).isAfter(dueOn) ? State.LATE : State.IN_TIME;
        }
        return today.isAfter(dueOn) ? State.OVERDUE : State.RUNNING;
    }
}
