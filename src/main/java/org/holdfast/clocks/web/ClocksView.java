package org.holdfast.clocks.web;

import java.util.List;
import java.util.UUID;
import org.holdfast.clocks.ClockCommand;
import org.holdfast.clocks.RunningClock;

/**
 * The clocks of a case, as a page.
 *
 * @param current the clock of each kind as it stands
 * @param earlier runs whose place another has taken, newest first
 */
public record ClocksView(UUID caseId, List<Row> current, List<RunningClock> earlier) {

    /**
     * One clock.
     *
     * @param offered what the reader may do to it now
     */
    public record Row(RunningClock clock, List<ClockCommand> offered) {}

    /** The page where something is done to a clock. */
    public String path(RunningClock clock, ClockCommand command) {
        return ClocksController.path(caseId, clock.kind(), command);
    }
}
