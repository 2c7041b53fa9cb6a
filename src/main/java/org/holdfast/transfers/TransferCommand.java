package org.holdfast.transfers;

/** What can be done about a transfer. */
public enum TransferCommand {
    ACCEPT,
    DECLINE,
    WITHDRAW
}
