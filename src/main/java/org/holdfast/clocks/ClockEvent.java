package org.holdfast.clocks;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.holdfast.audit.Act;
import org.holdfast.audit.LedgerEvent;
import org.jspecify.annotations.Nullable;

/** What {@code clocks} puts on the ledger. The subject is the run; reasons stay with the facts. */
sealed interface ClockEvent extends LedgerEvent {

    /** A clock began. */
    record ClockStarted(
            UUID caseId,
            UUID subjectId,
            ClockKind kind,
            Instant startedAt,
            @Nullable String tightened) implements ClockEvent {}

    /** A clock began in place of an earlier run. */
    record ClockRestarted(UUID caseId, UUID subjectId, ClockKind kind, Instant startedAt, UUID supersedes)
            implements ClockEvent {}

    record ClockPaused(UUID caseId, UUID subjectId, ClockKind kind, LocalDate from) implements ClockEvent {}

    record ClockResumed(UUID caseId, UUID subjectId, ClockKind kind, LocalDate until) implements ClockEvent {}

    record ClockExtended(UUID caseId, UUID subjectId, ClockKind kind, int days) implements ClockEvent {}

    record ClockStopped(UUID caseId, UUID subjectId, ClockKind kind, Instant at, Ending because)
            implements ClockEvent {}

    /** Somebody looked at the clocks of a case. */
    record ClocksSeen(UUID caseId) implements ClockEvent {
        @Override
        public Act act() {
            return Act.LOOKED;
        }
    }
}
