package org.holdfast.meetings;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.holdfast.law.WorkingCalendar;
import org.holdfast.partnership.Cadence;
import org.holdfast.partnership.MeetingKind;
import org.holdfast.partnership.Profile;

/** On which days a kind of meeting falls by its cadence, and on which of these nothing is planned (MTG-1). */
final class Rhythm {
    private Rhythm() {}

    /**
     * The days of a steady cadence from a first one on: every so many days or weeks, or in so many months on the same weekday of the month,
     * such as the second Tuesday. A day on which nobody meets moves to the next one on which people do; a daily meeting leaves it out.
     *
     * @param until the first day that is no longer asked about
     */
    static List<LocalDate> days(
            Cadence cadence, LocalDate first, LocalDate until, Profile profile, WorkingCalendar calendar) {
        List<LocalDate> days = new ArrayList<>();
        if (cadence instanceof Cadence.Every(int count, Cadence.Unit unit)) {
            boolean moves = step(cadence, first) > 1;
            for (int n = 0; !nth(first, n * count, unit).isAfter(until); n++) {
                LocalDate day = nth(first, n * count, unit);
                while (moves && !meets(day, profile, calendar)) {
                    day = day.plusDays(1);
                }
                if (day.isBefore(until) && meets(day, profile, calendar) && !days.contains(day)) {
                    days.add(day);
                }
            }
        }
        return days;
    }

    /** Those of the days near which no meeting is held: within half a step. */
    static List<LocalDate> free(List<LocalDate> days, Cadence cadence, Collection<LocalDate> held) {
        return days.stream()
                .filter(day ->
                        held.stream().noneMatch(it -> Math.abs(ChronoUnit.DAYS.between(it, day)) <= near(cadence, day)))
                .toList();
    }

    /**
     * Where the cadence leaves a hole: each day by which a meeting was expected after the one before, with none held from half a step before
     * it to half a step after it. Where none was ever held it is expected from the first day asked about.
     *
     * @param held days of its meetings, past ones among them, those called off not
     */
    static List<Quarter.Gap> gaps(
            MeetingKind kind,
            Collection<LocalDate> held,
            LocalDate from,
            LocalDate until,
            Profile profile,
            WorkingCalendar calendar) {
        Cadence cadence = kind.cadence();
        List<LocalDate> sorted = held.stream().sorted().toList();
        List<Quarter.Gap> gaps = new ArrayList<>();
        LocalDate expected = sorted.stream()
                .filter(it -> it.isBefore(from))
                .reduce((_, later) -> later)
                .flatMap(cadence::after)
                .filter(it -> !it.isBefore(from))
                .orElse(from);
        for (Optional<LocalDate> day = steady(cadence, expected);
                day.filter(it -> it.isBefore(until)).isPresent(); ) {
            LocalDate wanted = day.get();
            Optional<LocalDate> near = sorted.stream()
                    .filter(it -> Math.abs(ChronoUnit.DAYS.between(it, wanted)) <= near(cadence, wanted))
                    .reduce((_, later) -> later);
            if (near.isEmpty() && (step(cadence, wanted) > 1 || meets(wanted, profile, calendar))) {
                gaps.add(new Quarter.Gap(kind, wanted));
            }
            day = cadence.after(near.orElse(wanted));
        }
        return gaps;
    }

    private static Optional<LocalDate> steady(Cadence cadence, LocalDate day) {
        return cadence instanceof Cadence.Every ? Optional.of(day) : Optional.empty();
    }

    private static long near(Cadence cadence, LocalDate day) {
        return step(cadence, day) / 2;
    }

    private static long step(Cadence cadence, LocalDate day) {
        return cadence.after(day)
                .map(next -> ChronoUnit.DAYS.between(day, next))
                .orElse(0L);
    }

    private static LocalDate nth(LocalDate first, int steps, Cadence.Unit unit) {
        return switch (unit) {
            case DAYS -> first.plusDays(steps);
            case WEEKS -> first.plusWeeks(steps);
            case MONTHS -> sameWeekday(first, first.plusMonths(steps));
        };
    }

    /** The day of the other's month that is the same weekday of it: the second Tuesday for the second Tuesday, the last for a fifth. */
    private static LocalDate sameWeekday(LocalDate first, LocalDate month) {
        DayOfWeek weekday = first.getDayOfWeek();
        int ordinal = (first.getDayOfMonth() - 1) / 7 + 1;
        LocalDate day = month.with(TemporalAdjusters.dayOfWeekInMonth(ordinal, weekday));
        return day.getMonth() == month.getMonth() ? day : month.with(TemporalAdjusters.lastInMonth(weekday));
    }

    private static boolean meets(LocalDate day, Profile profile, WorkingCalendar calendar) {
        return calendar.isWorkingDay(day) && profile.open(day);
    }
}
