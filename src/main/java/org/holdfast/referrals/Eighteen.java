package org.holdfast.referrals;

import java.time.LocalDate;

/** The day a child turns 18. */
final class Eighteen {

    private Eighteen() {}

    /** A child born on 29 February turns 18 at the start of 1 March, there being no 29 February in that year. */
    static LocalDate birthday(LocalDate birth) {
        LocalDate day = birth.plusYears(18);
        return day.getDayOfMonth() == birth.getDayOfMonth() ? day : day.plusDays(1);
    }
}
