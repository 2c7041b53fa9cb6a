package org.holdfast.oversight;

/** What can be out of the ordinary about somebody's looking. None of it says that anything was wrong. */
public enum UnusualKind {
    /** Very many cases in a day. */
    MANY_CASES,
    /** The child bears the same family name. */
    OWN_NAME,
    /** Outside the hours in which people usually work. */
    OUTSIDE_HOURS,
    /** Refused again and again. */
    REPEATED_REFUSALS,
    /** Stopped by a limit: as many papers or cases within an hour as one may have. */
    STOPPED
}
