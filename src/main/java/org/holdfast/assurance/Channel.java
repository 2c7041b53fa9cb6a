package org.holdfast.assurance;

/** By which way an answer came. */
public enum Channel {
    /** From the assurer's own sign-in. */
    HERE,
    SECURE_EMAIL,
    TELEPHONE,
    LETTER
}
