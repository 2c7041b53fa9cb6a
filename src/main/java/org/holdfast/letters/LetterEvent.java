package org.holdfast.letters;

import java.util.UUID;
import org.holdfast.audit.Act;
import org.holdfast.audit.LedgerEvent;
import org.holdfast.sharing.Disclosure;
import org.holdfast.sharing.Given;
import org.jspecify.annotations.Nullable;

/** What {@code letters} puts on the ledger: ids and codes, never what is told to a child. */
sealed interface LetterEvent extends LedgerEvent {

    record LettersSeen(UUID caseId) implements LetterEvent {
        @Override
        public Act act() {
            return Act.LOOKED;
        }
    }

    record LetterSeen(UUID caseId, UUID subjectId) implements LetterEvent {
        @Override
        public Act act() {
            return Act.LOOKED;
        }
    }

    record LetterStarted(UUID caseId, UUID subjectId, LetterKind kind, Frame frame, String tongue)
            implements LetterEvent {}

    record LetterWritten(UUID caseId, UUID subjectId) implements LetterEvent {}

    record LetterChecked(UUID caseId, UUID subjectId, int names, int readingAge) implements LetterEvent {}

    record LetterDiscarded(UUID caseId, UUID subjectId) implements LetterEvent {}

    /** A disclosure (SHR-2): to whom it went is in the letter, for which purpose and on which ground is here too. */
    record LetterReleased(
            UUID caseId,
            UUID subjectId,
            LetterKind kind,
            String tongue,
            @Nullable Way way,
            Given given) implements LetterEvent, Disclosure {}

    record LetterExplained(UUID caseId, UUID subjectId, Explanation.Understood understood) implements LetterEvent {}

    record LetterTaken(UUID caseId, UUID subjectId, String form, Given given) implements LetterEvent, Disclosure {}

    record LetterLanguageRecorded(UUID caseId, String tongue) implements LetterEvent {}
}
