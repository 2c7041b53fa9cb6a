package org.holdfast.law;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * How days and moments hang together in law: local time of the United Kingdom, whole days, seconds as the smallest step.
 *
 * <p>A limit given in days ends with the last second of its last day, 23:59:59 local time. What is done within that second is in time.
 */
public final class LegalTime {

    /** The one time zone of the whole United Kingdom. */
    public static final ZoneId ZONE = ZoneId.of("Europe/London");

    private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

    private LegalTime() {}

    /** The local day on which a moment falls. */
    public static LocalDate day(Instant moment) {
        return moment.atZone(ZONE).toLocalDate();
    }

    /** The first moment of a local day. */
    public static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }

    /** The last second of a local day: when a limit that ends on that day is due. */
    public static Instant endOf(LocalDate day) {
        return day.atTime(LAST_SECOND).atZone(ZONE).toInstant();
    }

    /** Whether something done at a moment was done by the due second, that second included. */
    public static boolean inTime(Instant done, Instant due) {
        return !done.truncatedTo(ChronoUnit.SECONDS).isAfter(due);
    }

    /**
     * The day on which a person attains an age, at its first moment (Family Law Reform Act 1969, section 9; Age of Legal Capacity
     * (Scotland) Act 1991, section 6). Who was born on 29 February attains it on 1 March in a year without that day.
     *
     * @param years the age in whole years
     */
    public static LocalDate attains(LocalDate born, int years) {
        LocalDate anniversary = born.plusYears(years);
        return anniversary.getDayOfMonth() == born.getDayOfMonth() ? anniversary : anniversary.plusDays(1);
    }

    /** Age in completed years on a day; 0 before the first birthday. */
    public static int age(LocalDate born, LocalDate on) {
        int years = on.getYear() - born.getYear();
        return Math.max(0, attains(born, years).isAfter(on) ? years - 1 : years);
    }
}
