package org.holdfast.pages;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** How days, times and numbers are written for people: the one place. Times are those on a clock in London. */
public final class Dates {
    /** The zone in which everything is read and typed. */
    public static final ZoneId LONDON = ZoneId.of("Europe/London");

    private Dates() {}

    /** {@code 21 November 2026} */
    public static String date(Language language, LocalDate date) {
        return DateTimeFormatter.ofPattern("d MMMM uuuu", language.locale()).format(date);
    }

    /** {@code 21 Nov 2026}, for tables */
    public static String shortDate(Language language, LocalDate date) {
        return date.getDayOfMonth()
                + " "
                + DateTimeFormatter.ofPattern("MMMM", language.locale())
                        .format(date)
                        .substring(0, 3)
                + " " + date.getYear();
    }

    /** {@code Saturday 21 November 2026} */
    public static String longDate(Language language, LocalDate date) {
        return DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", language.locale())
                .format(date);
    }

    /** {@code November 2026} */
    public static String month(Language language, YearMonth month) {
        return DateTimeFormatter.ofPattern("MMMM uuuu", language.locale()).format(month);
    }

    /** {@code 9:05am}, {@code 2pm}, {@code midday}, {@code midnight}; on the 24-hour clock in Welsh. */
    public static String time(Language language, LocalTime time) {
        LocalTime minute = time.truncatedTo(ChronoUnit.MINUTES);
        if (language != Language.ENGLISH) {
            return DateTimeFormatter.ofPattern("H:mm", Locale.ROOT).format(minute);
        }
        if (minute.equals(LocalTime.NOON)) {
            return "midday";
        }
        if (minute.equals(LocalTime.MIDNIGHT)) {
            return "midnight";
        }
        int hour = minute.getHour() % 12 == 0 ? 12 : minute.getHour() % 12;
        String half = minute.getHour() < 12 ? "am" : "pm";
        return minute.getMinute() == 0 ? hour + half : "%d:%02d%s".formatted(hour, minute.getMinute(), half);
    }

    /** The day and time of an instant in London. */
    public static ZonedDateTime london(Instant instant) {
        return instant.atZone(LONDON);
    }

    /** {@code 4,211} */
    public static String number(long number) {
        return String.format(Locale.UK, "%,d", number);
    }
}
