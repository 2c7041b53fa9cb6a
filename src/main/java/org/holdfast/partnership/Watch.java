package org.holdfast.partnership;

import java.time.LocalTime;

/**
 * From where on a person's looking is something to look at (GOV-7). Nothing is refused by it.
 *
 * @param casesInADay looking at more children than this in a day
 * @param refusalsInADay being refused more often than this in a day
 * @param linesOutsideHours leaving more lines than this on the ledger outside the hours in a day
 * @param from when people usually begin to work, on Monday to Friday
 * @param until when they usually end
 */
public record Watch(int casesInADay, int refusalsInADay, int linesOutsideHours, LocalTime from, LocalTime until) {

    /** What holds where a profile says nothing. */
    public static final Watch USUAL = new Watch(40, 5, 10, LocalTime.of(7, 0), LocalTime.of(20, 0));
}
