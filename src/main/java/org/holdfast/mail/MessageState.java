package org.holdfast.mail;

/** How far a message has come. */
public enum MessageState {
    /** Is sent as soon as there is a mail server, or tried again at its time. */
    WAITING,
    /** Is not sent as things are: its reader has no usable address, or one outside the domains of secure mail. */
    HELD,
    SENT,
    /** Was refused for good, or tried for too long. */
    FAILED
}
