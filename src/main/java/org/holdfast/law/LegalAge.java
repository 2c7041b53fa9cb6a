package org.holdfast.law;

import java.time.LocalDate;

/**
 * Age as law counts it: attained at the first moment of the birthday (Family Law Reform Act 1969, section 9; Age of Legal Capacity
 * (Scotland) Act 1991, section 6). Who was born on 29 February has the birthday on 1 March in a year without that day.
 */
public final class LegalAge {

    private LegalAge() {}

    /**
     * The day on which a person attains an age.
     *
     * @param years the age in whole years
     */
    public static LocalDate attained(LocalDate born, int years) {
        LocalDate anniversary = born.plusYears(years);
        return anniversary.getDayOfMonth() == born.getDayOfMonth() ? anniversary : anniversary.plusDays(1);
    }

    /** Age in completed years on a day, 0 before the first birthday. */
    public static int on(LocalDate day, LocalDate born) {
        int years = Math.max(0, day.getYear() - born.getYear());
        return years > 0 && attained(born, years).isAfter(day) ? years - 1 : years;
    }
}
