package org.holdfast.partnership;

import java.util.List;

/**
 * How a kind of meeting asks agencies for information (MTG-3). Days before something are calendar days, and what falls on a day without work
 * is moved to the working day before it; days after the answer was due are working days.
 *
 * @param dueDaysBefore how long before the meeting the answers are due
 * @param remindDays when agencies are reminded: 3 is three days before the answer is due, 0 that day, -1 the working day after
 * @param escalateDaysAfter how many working days after it was due the agency's lead is told; later than any reminder
 * @param openDaysAfter how long after the meeting whoever answers still sees what they were asked
 */
public record ReturnRules(int dueDaysBefore, List<Integer> remindDays, int escalateDaysAfter, int openDaysAfter) {

    /** Where a profile says nothing of its own about a meeting that decides grounds. */
    public static final ReturnRules USUAL = new ReturnRules(5, List.of(3, 0, -1), 2, 28);

    public ReturnRules {
        remindDays = List.copyOf(remindDays);
    }
}
