package org.holdfast.assurance;

/** Where the assurance of one decision stands (NRM-11). */
public enum AssuranceState {
    /** The outcome form was sent; the competent authority has yet to answer. */
    WAITING,
    /** The competent authority agreed. */
    AGREED,
    /** The competent authority returned it with points. */
    RETURNED,
    /** It was returned, and the panel is to decide again. */
    DECIDING_AGAIN,
    /** A later decision has taken the place of the one that was sent. */
    REPLACED,
    /** The competent authority looks at a sample only, and this form is not in it. */
    NOT_CHOSEN
}
