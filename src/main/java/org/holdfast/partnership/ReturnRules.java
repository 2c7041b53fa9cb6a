package org.holdfast.partnership;

import java.time.LocalDate;
import java.util.List;
import org.holdfast.law.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/**
 * How a kind of meeting asks agencies for information (MTG-3). Days before the meeting are calendar days.
 *
 * @param askDaysBefore how long before the meeting agencies are asked by themselves; null where the co-ordinator asks
 * @param dueDaysBefore how long before the meeting the answers are due
 * @param ladder when agencies are reminded, and when their lead is told
 * @param openDaysAfter how long after the meeting whoever answers still sees what they were asked
 */
public record ReturnRules(@Nullable Integer askDaysBefore, int dueDaysBefore, Ladder ladder, int openDaysAfter) {

    /** Where a profile says nothing of its own about a meeting that decides grounds. */
    public static final ReturnRules USUAL = new ReturnRules(null, 5, new Ladder(List.of(3, 0, -1), 2), 28);

    /**
     * The day by which an answer is asked for: so many days before the meeting, moved to the working day before where nobody works on it;
     * where that is gone by, the working day after asking, though never after the meeting.
     */
    public LocalDate dueOn(LocalDate heldOn, LocalDate askedOn, WorkingCalendar calendar) {
        LocalDate due = Ladder.back(heldOn.minusDays(dueDaysBefore), 0, calendar);
        if (due.isAfter(askedOn)) {
            return due;
        }
        LocalDate soon = calendar.after(askedOn, 1);
        return soon.isAfter(heldOn) ? heldOn : soon;
    }

    /** Whether agencies are to be asked by themselves today or were to be before. */
    public boolean asksBy(LocalDate heldOn, LocalDate today) {
        return askDaysBefore != null && !heldOn.minusDays(askDaysBefore).isAfter(today);
    }
}
