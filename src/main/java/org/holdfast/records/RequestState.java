package org.holdfast.records;

/** Where a request stands. */
public enum RequestState {
    /** It came; who asks, or by what right, is not proved yet. */
    RECEIVED,
    /** It is proved who asks, and that they may. */
    PROVED,
    /** What is held is gathered, and is gone through part by part. */
    GATHERED,
    /** What may be given is given. */
    RELEASED,
    /** Something was put right, or a statement is kept beside it. */
    ANSWERED,
    REFUSED,
    WITHDRAWN;

    /** Whether it is still to be answered. */
    public boolean open() {
        return this == RECEIVED || this == PROVED || this == GATHERED;
    }
}
