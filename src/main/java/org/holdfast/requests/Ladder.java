package org.holdfast.requests;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.holdfast.law.WorkingCalendar;
import org.holdfast.partnership.ReturnRules;

/** When an answer is due, when an agency is reminded of it, and when its lead is told: on working days only (MTG-3). */
public final class Ladder {
    private Ladder() {}

    /**
     * One step of the ladder.
     *
     * @param key its name in what is kept of it, such as {@code remind.3} or {@code lead.2}
     * @param toLead whether the agency's lead is told
     * @param on the working day on which it falls
     */
    public record Step(String key, boolean toLead, LocalDate on) {}

    /**
     * The day by which an answer is asked for: the rules' number of days before the meeting, moved to the working day before where it falls
     * on another; where that is gone by, the working day after asking, though never after the meeting.
     */
    public static LocalDate dueOn(ReturnRules rules, LocalDate heldOn, LocalDate askedOn, WorkingCalendar calendar) {
        LocalDate due = back(heldOn.minusDays(rules.dueDaysBefore()), calendar);
        if (due.isAfter(askedOn)) {
            return due;
        }
        LocalDate soon = calendar.after(askedOn, 1);
        return soon.isAfter(heldOn) ? heldOn : soon;
    }

    /** The steps in their order: reminders before and on the day it is due, then after it, then the lead. */
    public static List<Step> steps(ReturnRules rules, LocalDate dueOn, WorkingCalendar calendar) {
        List<Step> steps = new ArrayList<>();
        for (int days : rules.remindDays()) {
            LocalDate on = days >= 0 ? back(dueOn.minusDays(days), calendar) : calendar.after(dueOn, -days);
            steps.add(new Step("remind." + days, false, on));
        }
        steps.add(
                new Step("lead." + rules.escalateDaysAfter(), true, calendar.after(dueOn, rules.escalateDaysAfter())));
        steps.sort(Comparator.comparing(Step::on).thenComparing(Step::toLead));
        return steps;
    }

    /**
     * The step to take today: the last one whose day has come, if it was not taken. Earlier ones that were missed are left out, so that
     * nobody is written to twice at once; one that fell before the agency was asked, or on that day, is none.
     *
     * @param taken keys of the steps taken for this due day
     */
    public static Optional<Step> today(
            ReturnRules rules,
            LocalDate dueOn,
            LocalDate askedOn,
            WorkingCalendar calendar,
            Set<String> taken,
            LocalDate today) {
        if (!calendar.isWorkingDay(today)) {
            return Optional.empty();
        }
        List<Step> come = steps(rules, dueOn, calendar).stream()
                .filter(step -> !step.on().isAfter(today))
                .toList();
        if (come.isEmpty()) {
            return Optional.empty();
        }
        Step last = come.getLast();
        return taken.contains(last.key()) || !last.on().isAfter(askedOn) ? Optional.empty() : Optional.of(last);
    }

    private static LocalDate back(LocalDate day, WorkingCalendar calendar) {
        LocalDate on = day;
        while (!calendar.isWorkingDay(on)) {
            on = on.minusDays(1);
        }
        return on;
    }
}
