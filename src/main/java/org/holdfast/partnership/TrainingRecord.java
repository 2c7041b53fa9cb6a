package org.holdfast.partnership;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One training done by one member (GOV-1).
 *
 * @param expiresOn the first day on which it no longer counts; null where it does not expire
 */
public record TrainingRecord(
        MemberId member,
        Training training,
        LocalDate completedOn,
        @Nullable LocalDate expiresOn) {

    /** Whether it counts on the day. */
    public boolean currentOn(LocalDate day) {
        return !day.isBefore(completedOn) && (expiresOn == null || day.isBefore(expiresOn));
    }
}
