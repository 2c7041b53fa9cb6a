package org.holdfast.partnership;

/** Why a delivery got no answer. */
public enum WebhookFault {
    /** Nobody is there, or nobody said anything in time. */
    NO_ANSWER,
    /** The address leads to where nothing is sent, such as into a network of one's own. */
    CLOSED
}
