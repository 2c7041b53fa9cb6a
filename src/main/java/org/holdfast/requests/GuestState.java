package org.holdfast.requests;

/** How far a link has come on which somebody without an account answers. */
public enum GuestState {
    /** The link was sent. */
    SENT,
    /** The mailbox was proven. */
    OPENED,
    /** Whoever answered said that they are done. */
    DONE,
    WITHDRAWN
}
