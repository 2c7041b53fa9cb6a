package org.holdfast.records;

/** What can be done about a disposal. */
public enum DisposalCommand {
    APPROVE,
    DECLINE
}
