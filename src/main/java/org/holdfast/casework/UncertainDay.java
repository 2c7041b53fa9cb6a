package org.holdfast.casework;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When something happened, as exactly as anybody knows: a day, a month, a year, or a stretch of days; sharp or about.
 *
 * @param earliest the first day on which it can have happened or begun
 * @param latest the last day on which it can have happened or ended
 * @param about whether even these ends are not sharp
 */
public record UncertainDay(LocalDate earliest, LocalDate latest, boolean about) {

    /** How it is best said. */
    public enum Precision {
        DAY,
        MONTH,
        YEAR,
        STRETCH
    }

    public UncertainDay {
        if (latest.isBefore(earliest)) {
            throw new IllegalArgumentException("it cannot end before it begins: " + earliest + ", " + latest);
        }
    }

    /** Exactly this day. */
    public static UncertainDay on(LocalDate day) {
        return new UncertainDay(day, day, false);
    }

    /**
     * As somebody typed it: the year, and the month and the day where they are known. Empty when there is no such day, or a day is given
     * without its month.
     */
    public static Optional<UncertainDay> typed(
            @Nullable Integer day, @Nullable Integer month, @Nullable Integer year, boolean about) {
        if (year == null || year < 1900 || year > 2200 || (day != null && month == null)) {
            return Optional.empty();
        }
        try {
            if (month == null) {
                return Optional.of(new UncertainDay(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), about));
            }
            if (day == null) {
                YearMonth whole = YearMonth.of(year, month);
                return Optional.of(new UncertainDay(whole.atDay(1), whole.atEndOfMonth(), about));
            }
            LocalDate exact = LocalDate.of(year, month, day);
            return Optional.of(new UncertainDay(exact, exact, about));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** From the beginning of this to the end of the other; about, if either is. Empty when the other ends before this begins. */
    public Optional<UncertainDay> until(UncertainDay end) {
        return end.latest.isBefore(earliest)
                ? Optional.empty()
                : Optional.of(new UncertainDay(earliest, end.latest, about || end.about));
    }

    /** How it is best said, worked out from its ends. */
    public Precision precision() {
        if (earliest.equals(latest)) {
            return Precision.DAY;
        }
        if (earliest.getDayOfYear() == 1 && latest.equals(earliest.withMonth(12).withDayOfMonth(31))) {
            return Precision.YEAR;
        }
        return earliest.getDayOfMonth() == 1
                        && latest.equals(YearMonth.from(earliest).atEndOfMonth())
                ? Precision.MONTH
                : Precision.STRETCH;
    }

    /** Whether it can have happened on some day from the first to the last given; null leaves that side open. */
    public boolean within(@Nullable LocalDate first, @Nullable LocalDate last) {
        return (first == null || !latest.isBefore(first)) && (last == null || !earliest.isAfter(last));
    }
}
