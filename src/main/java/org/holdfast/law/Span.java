package org.holdfast.law;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** A length of time as law and guidance give it, counted from the moment that starts it. */
public sealed interface Span {

    /** Calendar days; the day of the start is not counted. */
    record Days(int count) implements Span {
        public Days {
            positive(count);
        }
    }

    /** Days that are neither weekend nor bank holiday in the nation concerned; the day of the start is not counted. */
    record WorkingDays(int count) implements Span {
        public WorkingDays {
            positive(count);
        }
    }

    /** Elapsed hours, to the moment; a night on which the clocks change does not alter them. */
    record Hours(int count) implements Span {
        public Hours {
            positive(count);
        }
    }

    /** Calendar months; the last day of the month where the day does not exist. */
    record Months(int count) implements Span {
        public Months {
            positive(count);
        }
    }

    /** Childhood up to an age in years: counted from the day of birth, over with the last second before that birthday. */
    record Age(int count) implements Span {
        public Age {
            positive(count);
        }
    }

    /** How many of its unit. */
    int count();

    /** The last second that is still in time, for something that started at a moment. */
    default Instant due(Instant start, WorkingCalendar calendar) {
        LocalDate day = UnitedKingdom.day(start);
        return switch (this) {
            case Days(int count) -> UnitedKingdom.endOf(day.plusDays(count));
            case WorkingDays(int count) -> UnitedKingdom.endOf(calendar.after(day, count));
            case Hours(int count) -> start.plus(count, ChronoUnit.HOURS);
            case Months(int count) -> UnitedKingdom.endOf(day.plusMonths(count));
            case Age(int count) ->
                UnitedKingdom.endOf(LegalAge.attained(day, count).minusDays(1));
        };
    }

    /** A due moment put off by days of this span's own kind: working days for working days, calendar days for the rest. */
    default Instant putOff(Instant due, int days, WorkingCalendar calendar) {
        return switch (this) {
            case WorkingDays _ when days > 0 -> UnitedKingdom.endOf(calendar.after(UnitedKingdom.day(due), days));
            case Days _, WorkingDays _, Hours _, Months _, Age _ ->
                due.atZone(UnitedKingdom.ZONE).plusDays(days).toInstant();
        };
    }

    /** How many days of this span's own kind lie between two days, the first included, the second not. */
    default int daysBetween(LocalDate from, LocalDate until, WorkingCalendar calendar) {
        if (!until.isAfter(from)) {
            return 0;
        }
        return switch (this) {
            case WorkingDays _ -> calendar.workingDays(from, until);
            case Days _, Hours _, Months _, Age _ -> Math.toIntExact(ChronoUnit.DAYS.between(from, until));
        };
    }

    /** Code of its unit, for message keys: {@code days}, {@code working-days}, {@code hours}, {@code months}, {@code years-of-age}. */
    default String unit() {
        return switch (this) {
            case Days _ -> "days";
            case WorkingDays _ -> "working-days";
            case Hours _ -> "hours";
            case Months _ -> "months";
            case Age _ -> "years-of-age";
        };
    }

    /** In words, such as {@code 45 days}; for the law page and the provision of a clock. */
    default String inWords() {
        String unit = switch (this) {
            case Days _ -> "day";
            case WorkingDays _ -> "working day";
            case Hours _ -> "hour";
            case Months _ -> "month";
            case Age _ -> "year";
        };
        return count() + " " + unit + (count() == 1 ? "" : "s") + (this instanceof Age ? " of age" : "");
    }

    private static void positive(int count) {
        if (count < 1) {
            throw new IllegalArgumentException("a span is at least one of its unit, not " + count);
        }
    }
}
