package org.holdfast.partnership;

import java.time.LocalDate;
import java.util.Optional;

/** How often a kind of meeting meets (MTG-1). */
public sealed interface Cadence {

    /** The step between two meetings. */
    enum Unit {
        DAYS,
        WEEKS,
        MONTHS
    }

    /** At a steady step, such as every four weeks. */
    record Every(int count, Unit unit) implements Cadence {}

    /** Only when it is called. */
    record OnDemand() implements Cadence {}

    /** The day on which the next meeting would fall; nothing for a meeting that has to be called. */
    default Optional<LocalDate> after(LocalDate meeting) {
        return switch (this) {
            case Every(int count, Unit unit) ->
                Optional.of(
                        switch (unit) {
                            case DAYS -> meeting.plusDays(count);
                            case WEEKS -> meeting.plusWeeks(count);
                            case MONTHS -> meeting.plusMonths(count);
                        });
            case OnDemand() -> Optional.empty();
        };
    }
}
