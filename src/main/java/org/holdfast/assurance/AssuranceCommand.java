package org.holdfast.assurance;

/** What can be done about the assurance of one decision (NRM-11, NRM-13). */
public enum AssuranceCommand {
    /** The competent authority agrees. */
    AGREE,
    /** The competent authority returns it with points, or with further points. */
    RETURN,
    /** The competent authority does not look at this form. */
    PASS_OVER,
    /** Give a point an owner and a date. */
    SHARE_OUT,
    /** Answer a point. */
    ANSWER_POINT,
    /** The competent authority accepts the answer to a point. */
    ACCEPT_POINT,
    /** The competent authority sends the answer to a point back. */
    SEND_POINT_BACK,
    /** Have the panel decide again. */
    DECIDE_AGAIN,
    /** Let the decision stand after all. */
    LET_STAND,
    /** Put the case on the agenda of an actions meeting, or say why none is needed. */
    PLAN_ACTIONS,
    /** A later decision was issued. */
    REPLACE
}
