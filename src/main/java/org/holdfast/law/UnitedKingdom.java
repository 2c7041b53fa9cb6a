package org.holdfast.law;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * Where the law applies: the time by which its days begin and end. The smallest step is the second: a limit given in days ends with the
 * last second of its last day, 23:59:59, and what is done within that second is in time.
 */
public final class UnitedKingdom {

    /** Civil time in every nation of the United Kingdom. */
    public static final ZoneId ZONE = ZoneId.of("Europe/London");

    private static final LocalTime LAST_SECOND = LocalTime.of(23, 59, 59);

    private UnitedKingdom() {}

    /** The day it is there at that instant. */
    public static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }

    /** The first moment of a day. */
    public static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }

    /** The last second of a day: when a limit that ends on that day is due. */
    public static Instant endOf(LocalDate day) {
        return day.atTime(LAST_SECOND).atZone(ZONE).toInstant();
    }

    /** Whether something done at an instant was done by the due second, that second included. */
    public static boolean inTime(Instant done, Instant due) {
        return !done.truncatedTo(ChronoUnit.SECONDS).isAfter(due);
    }
}
