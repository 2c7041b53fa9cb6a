package org.holdfast.decisions;

/** Which way a piece of evidence points. */
public enum Side {
    FOR,
    AGAINST
}
