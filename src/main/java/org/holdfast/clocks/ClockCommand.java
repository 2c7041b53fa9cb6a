package org.holdfast.clocks;

/** What can be done to a clock. */
public enum ClockCommand {
    START,
    PAUSE,
    RESUME,
    EXTEND,
    STOP,
    /** Begin anew in place of the clock that is or was there, with a reason; the earlier run stays on record. */
    RESTART
}
