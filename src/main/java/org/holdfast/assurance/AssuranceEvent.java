package org.holdfast.assurance;

import java.util.List;
import java.util.UUID;
import org.holdfast.audit.Act;
import org.holdfast.audit.LedgerEvent;
import org.holdfast.sharing.Disclosure;
import org.holdfast.sharing.Given;
import org.jspecify.annotations.Nullable;

/** What assurance puts on the ledger. */
sealed interface AssuranceEvent extends LedgerEvent {

    /** @param sha256 of the outcome form as it was sent */
    record AssuranceOpened(UUID caseId, UUID subjectId, UUID decision, String sha256) implements AssuranceEvent {}

    record AssuranceAnswered(UUID caseId, UUID subjectId, Verdict verdict, Channel channel, int points)
            implements AssuranceEvent {}

    record PointSharedOut(
            UUID caseId,
            UUID subjectId,
            int point,
            @Nullable UUID owner) implements AssuranceEvent {}

    record PointMoved(UUID caseId, UUID subjectId, int point, PointCommand command) implements AssuranceEvent {}

    record DecidingAgain(UUID caseId, UUID subjectId, boolean required) implements AssuranceEvent {}

    record DecisionLetStand(UUID caseId, UUID subjectId) implements AssuranceEvent {}

    record AssuranceReplaced(UUID caseId, UUID subjectId, UUID by) implements AssuranceEvent {}

    record ActionsMeetingSettled(
            UUID caseId, UUID subjectId, @Nullable UUID meeting) implements AssuranceEvent {}

    /** Somebody of the partnership looked, or the competent authority's assurer. */
    record AssuranceSeen(UUID caseId, UUID subjectId) implements AssuranceEvent {
        @Override
        public Act act() {
            return Act.LOOKED;
        }
    }

    /** A list was looked at: each form on it. */
    record InboxSeen(List<UUID> forms) implements AssuranceEvent {
        @Override
        public Act act() {
            return Act.LOOKED;
        }
    }

    record AssurancePaperTaken(UUID caseId, UUID subjectId, Given given) implements AssuranceEvent, Disclosure {}

    record LearningSeen(int forms) implements AssuranceEvent {
        @Override
        public Act act() {
            return Act.LOOKED;
        }
    }

    record LearningTaken(int forms) implements AssuranceEvent {
        @Override
        public Act act() {
            return Act.EXPORTED;
        }
    }

    record ReconsiderationAsked(UUID caseId, UUID subjectId, UUID decision, Asker asker, Grounds grounds)
            implements AssuranceEvent {}

    record ReconsiderationMoved(UUID caseId, UUID subjectId, ReconsiderationCommand command, ReconsiderationState state)
            implements AssuranceEvent {}

    record MemberReadmitted(UUID caseId, UUID subjectId, UUID member) implements AssuranceEvent {}

    record ReconsiderationSeen(UUID caseId, UUID subjectId) implements AssuranceEvent {
        @Override
        public Act act() {
            return Act.LOOKED;
        }
    }

    record ReconsiderationsSeen(List<UUID> requests) implements AssuranceEvent {
        @Override
        public Act act() {
            return Act.LOOKED;
        }
    }

    record QuestionRecorded(UUID caseId, UUID subjectId) implements AssuranceEvent {}

    record QuestionsSeen(UUID caseId) implements AssuranceEvent {
        @Override
        public Act act() {
            return Act.LOOKED;
        }
    }

    /** What the answer says has left the partnership, to the competent authority (SHR-5). */
    record QuestionAnswered(UUID caseId, UUID subjectId, int linesOfTheLog, Given given)
            implements AssuranceEvent, Disclosure {}
}
