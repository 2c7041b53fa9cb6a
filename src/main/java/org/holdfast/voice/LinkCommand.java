package org.holdfast.voice;

/** What can be done with a link: the first three by the child, the others by the worker. */
public enum LinkCommand {
    START,
    ANSWER,
    HAND_IN,
    RECEIVE,
    WITHDRAW
}
