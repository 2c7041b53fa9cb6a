package org.holdfast.mail;

import java.util.UUID;
import org.holdfast.audit.LedgerEvent;

/** What {@code mail} puts on the ledger. */
sealed interface MailEvent extends LedgerEvent {

    record MessagePosted(UUID subjectId, UUID to, String textKey) implements MailEvent {}
}
