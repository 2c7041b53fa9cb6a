package org.holdfast.decisions;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.holdfast.audit.Act;
import org.holdfast.audit.LedgerEvent;
import org.holdfast.meetings.AdjournedFor;
import org.holdfast.sharing.Disclosure;
import org.holdfast.sharing.Given;
import org.jspecify.annotations.Nullable;

/**
 * What decisions put on the ledger. How anybody voted is not there: the ledger is read by others, before the count too. It stands in the
 * sealed decision.
 */
sealed interface DecisionEvent extends LedgerEvent {

    record DecisionOpened(
            UUID caseId,
            UUID subjectId,
            UUID item,
            @Nullable UUID continues,
            @Nullable UUID supersedes) implements DecisionEvent {}

    record FindingChanged(
            UUID caseId, UUID subjectId, Definition definition, Element element, Finding before, Finding after)
            implements DecisionEvent {}

    record EvidenceAdded(UUID caseId, UUID subjectId, UUID evidence, Definition definition, Element element, Side side)
            implements DecisionEvent {}

    record EvidenceTakenBack(UUID caseId, UUID subjectId, UUID evidence) implements DecisionEvent {}

    record AccountChanged(UUID caseId, UUID subjectId, List<String> fields) implements DecisionEvent {}

    record BallotOpened(UUID caseId, UUID subjectId, Ground ground, LocalDate thresholdSince)
            implements DecisionEvent {}

    record VoteCast(UUID caseId, UUID subjectId, Ground ground, UUID agencyId) implements DecisionEvent {}

    record VoteRecorded(UUID caseId, UUID subjectId, Ground ground, UUID agencyId, UUID member)
            implements DecisionEvent {}

    record VoteConfirmed(UUID caseId, UUID subjectId, Ground ground, UUID agencyId) implements DecisionEvent {}

    record VoteRejected(UUID caseId, UUID subjectId, Ground ground, UUID agencyId) implements DecisionEvent {}

    record VotesCounted(
            UUID caseId, UUID subjectId, Ground ground, Ballot.Result result, int votesFor, int votesAgainst)
            implements DecisionEvent {}

    record DecisionAdjourned(UUID caseId, UUID subjectId, AdjournedFor why) implements DecisionEvent {}

    record DecisionIssued(UUID caseId, UUID subjectId, Determination determination, String seal)
            implements DecisionEvent {}

    record DecisionSuperseded(UUID caseId, UUID subjectId, UUID by) implements DecisionEvent {}

    record OutcomeSent(UUID caseId, UUID subjectId, Given given) implements DecisionEvent, Disclosure {}

    record DecisionSeen(UUID caseId, UUID subjectId) implements DecisionEvent {
        @Override
        public Act act() {
            return Act.LOOKED;
        }
    }

    /** The outcome form was taken as a paper; by its fingerprint it can be told later whether a copy is the one that was taken. */
    record OutcomePaperTaken(UUID caseId, UUID subjectId, Given given) implements DecisionEvent, Disclosure {}

    record OutcomeFormTaken(UUID caseId, UUID subjectId, Given given) implements DecisionEvent, Disclosure {}
}
