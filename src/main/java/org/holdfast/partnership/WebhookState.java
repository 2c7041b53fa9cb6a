package org.holdfast.partnership;

/** How far a delivery to a program has come. */
public enum WebhookState {
    /** Is sent at its time. */
    WAITING,
    /** The program has said that it has it. */
    TAKEN,
    /** Was tried for a day. */
    GIVEN_UP,
    /** Is sent no more: the telling was ended, or the program may not see the case any more. */
    STOPPED
}
