package org.holdfast.transfers;

/** Where a transfer stands. */
public enum TransferState {
    /** The other partnership has not answered. Nothing has moved. */
    OFFERED,
    /** The other partnership has the case. */
    ACCEPTED,
    DECLINED,
    /** Taken back before it was answered. */
    WITHDRAWN
}
