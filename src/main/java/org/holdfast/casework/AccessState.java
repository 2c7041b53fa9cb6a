package org.holdfast.casework;

/** Where a request to see a case stands, or the review of emergency access (SHR-3). */
public enum AccessState {
    /** Waits for the case holder. */
    ASKED,
    ALLOWED,
    DECLINED,
    /** Emergency access that somebody else has still to look at. */
    TAKEN,
    JUSTIFIED,
    NOT_JUSTIFIED;

    /** Whether somebody has still to say something about it. */
    public boolean waits() {
        return this == ASKED || this == TAKEN;
    }
}
