package org.holdfast.law;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * Which children a local panel may decide for (NRM-20).
 *
 * @param age the age in years that the child must not have attained
 * @param moreThanDays the child must be more than this many days away from that birthday
 */
public record LocalScope(int age, int moreThanDays) {

    /** Whether a child born on a day is young enough at referral. */
    public boolean covers(LocalDate born, LocalDate referred) {
        return daysLeft(born, referred) > moreThanDays;
    }

    /** Days from the referral to the birthday; negative once it is past. */
    public long daysLeft(LocalDate born, LocalDate referred) {
        return ChronoUnit.DAYS.between(referred, LegalAge.attained(born, age));
    }
}
