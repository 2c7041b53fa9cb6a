package org.holdfast.assurance;

/** What can be done about one point. */
public enum PointCommand {
    /** Give it an owner and a date. */
    SHARE_OUT,
    /** Answer it. */
    ANSWER,
    /** Accept the answer. */
    ACCEPT,
    /** Send the answer back, with the reason. */
    SEND_BACK;

    /** The command to the assurance that stands behind it. */
    AssuranceCommand onAssurance() {
        return switch (this) {
            case SHARE_OUT -> AssuranceCommand.SHARE_OUT;
            case ANSWER -> AssuranceCommand.ANSWER_POINT;
            case ACCEPT -> AssuranceCommand.ACCEPT_POINT;
            case SEND_BACK -> AssuranceCommand.SEND_POINT_BACK;
        };
    }
}
