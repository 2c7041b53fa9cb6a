package org.holdfast.transfers;

import java.util.List;
import java.util.UUID;
import org.holdfast.audit.Act;
import org.holdfast.audit.LedgerEvent;
import org.holdfast.sharing.Disclosure;
import org.holdfast.sharing.Given;
import org.jspecify.annotations.Nullable;

/** What goes on the ledgers of both partnerships. */
sealed interface TransferEvent extends LedgerEvent {

    record TransferOffered(UUID caseId, UUID subjectId, UUID to, List<Goes> goes) implements TransferEvent {}

    record TransferWithdrawn(UUID caseId, UUID subjectId, UUID to) implements TransferEvent {}

    /** At the receiver: the case is here from now on. */
    record TransferAccepted(UUID caseId, UUID subjectId, UUID from, int rows) implements TransferEvent {}

    /** At the receiver. */
    record TransferDeclined(UUID subjectId, UUID from) implements TransferEvent {}

    /** At the sender: the receipt. */
    record HandedOver(UUID caseId, UUID subjectId, UUID to, int rows, Given given)
            implements TransferEvent, Disclosure {}

    /** At the sender: one paper that went along, under the fingerprint under which it can be proved. */
    record PaperHandedOver(UUID caseId, UUID subjectId, UUID to, PaperKind kind, Given given)
            implements TransferEvent, Disclosure {}

    /** At the receiver: one paper that came. */
    record PaperReceived(UUID caseId, UUID subjectId, UUID from, PaperKind kind, String sha256)
            implements TransferEvent {}

    /** At the receiver: somebody read a paper that came. */
    record PaperRead(UUID caseId, UUID subjectId, PaperKind kind, Given given) implements TransferEvent, Disclosure {
        @Override
        public Act act() {
            return Act.LOOKED;
        }
    }

    /** At the sender: whoever owns a restricted return said whether it goes along. */
    record OwnersWord(UUID caseId, UUID subjectId, UUID agency, boolean agrees) implements TransferEvent {}

    /** At the sender: it was not wanted, and all is as it was. */
    record TransferCameBack(UUID caseId, UUID subjectId, UUID to) implements TransferEvent {}

    record TransferSeen(@Nullable UUID caseId, UUID subjectId) implements TransferEvent {
        @Override
        public Act act() {
            return Act.LOOKED;
        }
    }

    record TransferPreviewed(UUID caseId) implements TransferEvent {
        @Override
        public Act act() {
            return Act.LOOKED;
        }
    }
}
