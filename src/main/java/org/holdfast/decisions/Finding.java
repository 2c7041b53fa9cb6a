package org.holdfast.decisions;

/** What the panel finds on one element. */
public enum Finding {
    /** Nobody has looked at it yet, or it need not be looked at. */
    NOT_ASSESSED,
    MET,
    NOT_MET,
    /** Looked at, and it cannot be said either way: what is missing has to be named. */
    UNCLEAR
}
