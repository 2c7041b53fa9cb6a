package org.holdfast.oversight;

import java.time.LocalDate;
import java.util.UUID;
import org.holdfast.audit.Act;
import org.holdfast.audit.LedgerEvent;
import org.jspecify.annotations.Nullable;

/** What goes on the ledger when the ledger itself is read. */
sealed interface OversightEvent extends LedgerEvent {

    record LedgerRead(int lines) implements OversightEvent {
        @Override
        public Act act() {
            return Act.LOOKED;
        }
    }

    record LedgerTaken(int lines) implements OversightEvent {
        @Override
        public Act act() {
            return Act.EXPORTED;
        }
    }

    record UnusualAccessRead(LocalDate from, LocalDate to, int found) implements OversightEvent {
        @Override
        public Act act() {
            return Act.LOOKED;
        }
    }

    record UnusualAccessNoted(
            @Nullable UUID caseId, UUID subjectId, LocalDate day, UnusualKind kind, NoteOutcome outcome)
            implements OversightEvent {}

    record HeadsSeen(int heads) implements OversightEvent {
        @Override
        public Act act() {
            return Act.LOOKED;
        }
    }

    record HeadsTaken(int heads) implements OversightEvent {
        @Override
        public Act act() {
            return Act.EXPORTED;
        }
    }

    record LedgerChecked(long lines, int faults) implements OversightEvent {
        @Override
        public Act act() {
            return Act.LOOKED;
        }
    }
}
