package org.holdfast.people;

/** Of what a warning warns. */
public enum WarningKind {
    RISK_TO_CHILD,
    RISK_TO_WORKER,
    /** What must not be said, to whom, or where. */
    HANDLE_WITH_CARE,
    HEALTH
}
