package org.holdfast.audit;

import java.time.LocalDate;

/** What goes on the ledger of the ledger itself. */
public sealed interface AuditEvent extends LedgerEvent {

    /** The day's head was signed. */
    record HeadSigned(LocalDate day, long seq) implements AuditEvent {}
}
