package org.holdfast.voice;

/** Where a link stands. That its time is over is told from the clock and not kept. */
public enum LinkState {
    GIVEN,
    /** The child has begun, in one browser or with the word agreed. */
    STARTED,
    /** What the child wrote is with the case, and waits for the worker. */
    HANDED_IN,
    /** The worker has read it. */
    RECEIVED,
    /** Taken back, or closed after too many wrong words. */
    WITHDRAWN
}
