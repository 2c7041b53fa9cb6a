package org.holdfast.administration;

import java.time.LocalDate;
import java.util.UUID;
import org.holdfast.audit.LedgerEvent;

/** What {@code administration} puts on the ledger; what is done about agencies and people {@code partnership} puts there. */
sealed interface AdministrationEvent extends LedgerEvent {

    record AccessReviewOpened(UUID subjectId, int people) implements AdministrationEvent {}

    record AccessReviewAnswered(UUID subjectId, UUID member, AccessReview.Answer answer)
            implements AdministrationEvent {}

    record AccessReviewSigned(UUID subjectId, int people) implements AdministrationEvent {}

    /** A secret of a program ended with none in its place: it gets in, or is told anything, no more. */
    record ProgramSecretEnded(UUID subjectId, boolean signs, LocalDate lastDay) implements AdministrationEvent {}
}
