package org.holdfast.partnership;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.holdfast.law.WorkingCalendar;
import org.jspecify.annotations.Nullable;

/**
 * When somebody who owes something is reminded of it, and when it goes to whoever leads their agency; all in working days (MTG-3, MTG-5).
 *
 * @param reminders on which working days they are reminded, the earliest first: 3 is three before its day, 0 that day, -1 the one after
 * @param escalate how many working days after its day it goes to the lead of the agency; there the ladder ends
 */
public record Ladder(List<Integer> reminders, int escalate) {

    /** Where the profile says nothing of actions. */
    public static final Ladder USUAL = every(2, 2, 5);

    public Ladder {
        reminders = List.copyOf(reminders);
    }

    /** A ladder that reminds once before the day, on the day, and again and again until it goes to the lead. */
    public static Ladder every(int before, int every, int escalate) {
        List<Integer> reminders = new ArrayList<>(before > 0 ? List.of(before, 0) : List.of(0));
        for (int after = every; after < escalate; after += every) {
            reminders.add(-after);
        }
        return new Ladder(reminders, escalate);
    }

    /**
     * One rung.
     *
     * @param key its name in what is kept of it, such as {@code remind.3} or {@code lead.2}
     * @param toLead whether the agency's lead is told
     * @param on the working day on which it falls
     */
    public record Step(String key, boolean toLead, LocalDate on) {}

    /** How many working days before its day the first reminder goes; 0 for none. */
    public int before() {
        return reminders.stream().mapToInt(days -> Math.max(0, days)).max().orElse(0);
    }

    /** The rungs in their order. */
    public List<Step> steps(LocalDate due, WorkingCalendar calendar) {
        List<Step> steps = new ArrayList<>();
        for (int days : reminders) {
            steps.add(new Step(
                    "remind." + days, false, days >= 0 ? back(due, days, calendar) : calendar.after(due, -days)));
        }
        steps.add(new Step("lead." + escalate, true, calendar.after(due, escalate)));
        steps.sort(Comparator.comparing(Step::on).thenComparing(Step::toLead));
        return steps;
    }

    /**
     * The rung to take today, if any: the last one whose day has come, unless they were told on that day or later. Taken twice on a day it
     * answers nothing the second time; what was missed is not made up for, so that nobody is written to twice at once; and nothing goes on
     * a day on which nobody works.
     *
     * @param due its day
     * @param told when they last heard of it, by asking or by a reminder; null for never
     */
    public Optional<Step> today(LocalDate due, @Nullable LocalDate told, LocalDate today, WorkingCalendar calendar) {
        if (!calendar.isWorkingDay(today)) {
            return Optional.empty();
        }
        return steps(due, calendar).stream()
                .filter(step -> !step.on().isAfter(today))
                .reduce((_, later) -> later)
                .filter(last -> told == null || told.isBefore(last.on()));
    }

    /** So many working days before a day; with 0 the day itself, or the working day before it where nobody works on it. */
    static LocalDate back(LocalDate day, int days, WorkingCalendar calendar) {
        LocalDate on = day;
        int left = days;
        while (left > 0 || !calendar.isWorkingDay(on)) {
            on = on.minusDays(1);
            if (calendar.isWorkingDay(on) && left > 0) {
                left--;
            }
        }
        return on;
    }
}
