package org.holdfast.casework;

/** Who decides whether the child is a victim. */
public enum Route {
    /** Not settled yet: the concern is still looked at. */
    NOT_SETTLED,
    /** The partnership's own panel decides. */
    LOCAL,
    /** The competent authority decides, and the case is tracked (NRM-18). */
    CENTRAL
}
