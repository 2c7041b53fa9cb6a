package org.holdfast.records;

import java.time.LocalDate;
import java.util.Optional;
import org.holdfast.casework.Stage;
import org.holdfast.partnership.Retention;
import org.jspecify.annotations.Nullable;

/**
 * From when on what is held about a child may be destroyed, and by which rule (SHR-8). That a day has come destroys nothing.
 *
 * @param keep the rule
 * @param on the first day on which it may be destroyed
 */
public record Due(RetentionClass kind, Retention.Keep keep, LocalDate on) {

    /**
     * Whichever comes later, the birthday or the years after the end. Where the day of birth is not known, the latest that it can be is
     * reckoned with; where nothing is known of it, the day on which the case was opened.
     *
     * @param born the latest day on which the child can have been born; null where nothing is known
     * @param opened when the case was opened
     * @param ended when something last happened to the case
     * @return nothing while the case has not come to its end
     */
    public static Optional<Due> of(
            Stage stage, @Nullable LocalDate born, LocalDate opened, LocalDate ended, Retention retention) {
        return RetentionClass.of(stage).map(kind -> {
            Retention.Keep keep = kind.keep(retention);
            LocalDate afterEnd = ended.plusYears(keep.years());
            LocalDate birthday =
                    keep.untilAge() == 0 ? afterEnd : (born == null ? opened : born).plusYears(keep.untilAge());
            return new Due(kind, keep, birthday.isAfter(afterEnd) ? birthday : afterEnd);
        });
    }

    /** Whether the time is over. */
    public boolean over(LocalDate today) {
        return !today.isBefore(on);
    }
}
