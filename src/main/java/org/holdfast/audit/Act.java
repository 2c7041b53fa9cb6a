package org.holdfast.audit;

/** What kind of thing a line of the ledger tells of (GOV-7). */
public enum Act {
    LOOKED,
    CHANGED,
    EXPORTED,
    REFUSED
}
