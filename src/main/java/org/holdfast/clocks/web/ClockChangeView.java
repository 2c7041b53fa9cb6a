package org.holdfast.clocks.web;

import java.util.UUID;
import org.holdfast.clocks.ClockCommand;
import org.holdfast.clocks.RunningClock;

/** What a person is about to do to one clock. */
public record ClockChangeView(UUID caseId, RunningClock clock, ClockCommand command) {

    public String path() {
        return ClocksController.path(caseId, clock.kind(), command);
    }

    /** The clocks of the case. */
    public String back() {
        return ClocksController.path(caseId);
    }
}
