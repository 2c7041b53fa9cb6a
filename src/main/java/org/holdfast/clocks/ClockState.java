package org.holdfast.clocks;

/** Where a clock stands. Never stored: computed from what happened and the present moment. */
public enum ClockState {
    /** No such clock was started on the case. */
    NOT_STARTED,
    RUNNING,
    /** Paused with a reason; its days do not count. */
    PAUSED,
    /** Still open past its due second. */
    OVERDUE,
    /** What it waited for happened in time; for the recovery period: it is over. */
    MET,
    /** What it waited for happened, but late. */
    MET_LATE,
    /** Ended without being met, because it no longer applies. */
    STOPPED;

    /** Whether the clock has started and not ended. */
    public boolean open() {
        return switch (this) {
            case RUNNING, PAUSED, OVERDUE -> true;
            case NOT_STARTED, MET, MET_LATE, STOPPED -> false;
        };
    }
}
