package org.holdfast.packs;

import java.util.UUID;
import org.holdfast.audit.Act;
import org.holdfast.audit.LedgerEvent;
import org.holdfast.sharing.Disclosure;
import org.holdfast.sharing.Given;

/** What happens to packs, as it stands on the ledger. Notes are their writer's own and are not on it. */
sealed interface PackEvent extends LedgerEvent {

    record PackLocked(UUID subjectId, int number, String sha256) implements PackEvent {}

    record PackAccessGiven(UUID subjectId, UUID caseId, UUID member) implements PackEvent {}

    record PackAccessWithdrawn(UUID subjectId, UUID caseId, UUID member) implements PackEvent {}

    /** @param number of the locked version; 0 before the first cut-off */
    record PackSeen(UUID subjectId, UUID caseId, int number, Given given) implements PackEvent, Disclosure {}

    /** One child's part of a pack left as a paper; the fingerprint is that of the paper. */
    record PackExported(UUID subjectId, UUID caseId, int number, Given given) implements PackEvent, Disclosure {}

    record PackRefused(UUID subjectId) implements PackEvent {
        @Override
        public Act act() {
            return Act.REFUSED;
        }
    }
}
