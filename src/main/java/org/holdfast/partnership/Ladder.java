package org.holdfast.partnership;

import java.time.LocalDate;
import java.util.Optional;
import org.holdfast.law.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/**
 * When somebody who owes something is reminded of it, and when it goes to whoever leads their agency; in working days (MTG-3, MTG-5).
 *
 * @param before how many working days before its day the first reminder goes; 0 for none
 * @param every after how many working days they are reminded again once its day has gone by
 * @param escalate how many working days after its day it goes to the lead of the agency; there the ladder ends
 */
public record Ladder(int before, int every, int escalate) {

    /** Where the profile says nothing of it. */
    public static final Ladder USUAL = new Ladder(2, 2, 5);

    /** One rung. */
    public enum Rung {
        BEFORE,
        ON_THE_DAY,
        AFTER,
        ESCALATE
    }

    /**
     * What is to be done today, if anything. Done twice on a day it answers nothing the second time, and what was missed is not made up
     * for: there is one reminder at a time, and none on a day on which nobody works.
     *
     * @param due its day
     * @param reminded when they were last reminded; null for never
     * @param escalated whether it has gone to the lead already
     */
    public Optional<Rung> today(
            LocalDate due, LocalDate today, @Nullable LocalDate reminded, boolean escalated, WorkingCalendar calendar) {
        if (escalated || !calendar.isWorkingDay(today)) {
            return Optional.empty();
        }
        if (today.isBefore(due)) {
            boolean near = calendar.workingDays(today, due) <= before;
            boolean told = reminded != null && calendar.workingDays(reminded, due) <= before;
            return near && !told ? Optional.of(Rung.BEFORE) : Optional.empty();
        }
        if (today.isEqual(due)) {
            return reminded == null || reminded.isBefore(due) ? Optional.of(Rung.ON_THE_DAY) : Optional.empty();
        }
        if (workingDaysAfter(due, today, calendar) >= escalate) {
            return Optional.of(Rung.ESCALATE);
        }
        boolean again =
                reminded == null || reminded.isBefore(due) || workingDaysAfter(reminded, today, calendar) >= every;
        return again ? Optional.of(Rung.AFTER) : Optional.empty();
    }

    private static int workingDaysAfter(LocalDate day, LocalDate today, WorkingCalendar calendar) {
        return calendar.workingDays(day.plusDays(1), today.plusDays(1));
    }
}
