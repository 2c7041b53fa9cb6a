package org.holdfast.clocks;

import java.time.Instant;

/**
 * A clock as the interface gives it, in {@code clocks} of a case.
 *
 * @param rule rule id of the handbook
 * @param dueAt the last second in time
 * @param provision what sets the limit, the limit, and where it is written, in one line
 */
public record ClockEntry(String rule, Instant startedAt, Instant dueAt, ClockState state, String provision) {

    public static ClockEntry of(RunningClock clock) {
        return new ClockEntry(clock.rule(), clock.startedAt(), clock.dueAt(), clock.state(), clock.provision());
    }
}
