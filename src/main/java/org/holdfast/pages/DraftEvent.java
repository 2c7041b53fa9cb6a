package org.holdfast.pages;

import java.util.UUID;
import org.holdfast.audit.LedgerEvent;

/** What {@code pages} puts on the ledger. What somebody types is not: only that a draft was thrown away for them. */
sealed interface DraftEvent extends LedgerEvent {

    record DraftThrownAway(UUID member, String form) implements DraftEvent {}
}
