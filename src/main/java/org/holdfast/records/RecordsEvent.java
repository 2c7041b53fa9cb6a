package org.holdfast.records;

import java.time.LocalDate;
import java.util.UUID;
import org.holdfast.audit.Act;
import org.holdfast.audit.LedgerEvent;
import org.holdfast.sharing.Disclosure;
import org.holdfast.sharing.Given;

/** What goes on the ledger of the records as such. Reasons and names stay with the records. */
sealed interface RecordsEvent extends LedgerEvent {

    record RecordsSeen(int due) implements RecordsEvent {
        @Override
        public Act act() {
            return Act.LOOKED;
        }
    }

    record RecordsSearched(int found) implements RecordsEvent {
        @Override
        public Act act() {
            return Act.LOOKED;
        }
    }

    record RecordsOfChildSeen(UUID caseId) implements RecordsEvent {
        @Override
        public Act act() {
            return Act.LOOKED;
        }
    }

    record HoldPlaced(UUID caseId, UUID subjectId) implements RecordsEvent {}

    record HoldLifted(UUID caseId, UUID subjectId) implements RecordsEvent {}

    record DisposalProposed(UUID caseId, UUID subjectId, RetentionClass kind, LocalDate dueOn)
            implements RecordsEvent {}

    record DisposalDeclined(UUID caseId, UUID subjectId) implements RecordsEvent {}

    /**
     * What was held is gone.
     *
     * @param sha256 of the certificate
     */
    record Disposed(
            UUID caseId, UUID subjectId, RetentionClass kind, LocalDate dueOn, UUID proposedBy, int rows, String sha256)
            implements RecordsEvent {}

    record DisposalSeen(UUID subjectId) implements RecordsEvent {
        @Override
        public Act act() {
            return Act.LOOKED;
        }
    }

    record CertificateTaken(UUID subjectId, String sha256) implements RecordsEvent {
        @Override
        public Act act() {
            return Act.EXPORTED;
        }
    }

    record SubjectRequestReceived(UUID caseId, UUID subjectId, RequestKind kind, LocalDate receivedOn)
            implements RecordsEvent {}

    record SubjectRequestMoved(UUID caseId, UUID subjectId, RequestCommand command, RequestState to)
            implements RecordsEvent {}

    /** Somebody read what was gathered for a request. */
    record SubjectRequestSeen(UUID caseId, UUID subjectId) implements RecordsEvent {
        @Override
        public Act act() {
            return Act.LOOKED;
        }
    }

    /** What may be given was released. */
    record SubjectAccessReleased(UUID caseId, UUID subjectId, int parts, int heldBack, Given given)
            implements RecordsEvent, Disclosure {}

    /** What was released was taken out as a file, to be handed over. */
    record SubjectAccessTaken(UUID caseId, UUID subjectId, String form, Given given)
            implements RecordsEvent, Disclosure {}
}
