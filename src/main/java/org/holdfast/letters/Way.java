package org.holdfast.letters;

/** How a letter reaches the person. */
public enum Way {
    /** The worker gives it to the person and goes through it with them. */
    HANDED_OVER,
    THROUGH_SOMEBODY,
    POST,
    SECURE_MAIL
}
