package org.holdfast.decisions;

/** How an agency votes: for a positive decision on the ground asked, or against it. */
public enum Position {
    FOR,
    AGAINST
}
