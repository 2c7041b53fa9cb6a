package org.holdfast.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.holdfast.audit.Act;
import org.holdfast.audit.LedgerEvent;
import org.holdfast.sharing.Disclosure;
import org.holdfast.sharing.Given;

/** What {@code casework} puts on the ledger: ids, codes and names of fields, never what is told of a child. */
sealed interface CaseEvent extends LedgerEvent {

    record CaseOpened(UUID caseId, UUID child) implements CaseEvent {}

    record MilestoneReached(UUID caseId, Milestone milestone, Instant at, Stage from, Stage to) implements CaseEvent {}

    /** Somebody read a part of the case. */
    record CaseSeen(UUID caseId, CasePart part) implements CaseEvent {
        @Override
        public Act act() {
            return Act.LOOKED;
        }
    }

    /** Somebody without a tie to the child asked to see the case (SHR-3). */
    record AccessAsked(UUID caseId, UUID subjectId) implements CaseEvent {}

    /** Somebody took emergency access; why stands with the request (SHR-3). */
    record EmergencyAccessTaken(UUID caseId, UUID subjectId, Instant until) implements CaseEvent {}

    record AccessDecided(UUID caseId, UUID subjectId, AccessState state) implements CaseEvent {}

    record LeadProfessionalNamed(UUID caseId, UUID member) implements CaseEvent {}

    record HomeRecorded(UUID caseId, String authority, List<String> others) implements CaseEvent {}

    record PartyJoined(UUID caseId, UUID subjectId, Capacity capacity) implements CaseEvent {}

    record PartyLeft(UUID caseId, UUID subjectId, LocalDate until) implements CaseEvent {}

    record EntryWritten(UUID caseId, UUID subjectId, Lane lane) implements CaseEvent {}

    record EntryChanged(UUID caseId, UUID subjectId, List<String> fields) implements CaseEvent {}

    record UpdateLogged(UUID caseId, UUID subjectId, CaseUpdate.Kind kind, boolean relevant) implements CaseEvent {}

    record PlanAgreed(UUID caseId, UUID subjectId, Plan.Kind kind, LocalDate reviewOn) implements CaseEvent {}

    record PlanChanged(UUID caseId, UUID subjectId, List<String> fields) implements CaseEvent {}

    record PlanEnded(UUID caseId, UUID subjectId) implements CaseEvent {}

    record ActionAgreed(UUID caseId, UUID subjectId, LocalDate dueOn) implements CaseEvent {}

    record ActionChanged(UUID caseId, UUID subjectId, List<String> fields) implements CaseEvent {}

    /** The owner of an action was reminded, or it went to the lead of the agency, by itself. */
    record ActionReminded(UUID caseId, UUID subjectId, String step) implements CaseEvent {}

    /** Somebody of the team to which an action was given took it on. */
    record ActionTaken(UUID caseId, UUID subjectId) implements CaseEvent {}

    record ActionSeen(UUID caseId, UUID subjectId) implements CaseEvent {
        @Override
        public Act act() {
            return Act.LOOKED;
        }
    }

    record ScorecardSeen(LocalDate from, LocalDate until) implements CaseEvent {
        @Override
        public Act act() {
            return Act.LOOKED;
        }
    }

    record ActionMoved(UUID caseId, UUID subjectId, ActionCommand command, ActionState to) implements CaseEvent {}

    record CourtDateSet(UUID caseId, UUID subjectId, LocalDate on) implements CaseEvent {}

    record CourtDateChanged(UUID caseId, UUID subjectId, List<String> fields) implements CaseEvent {}

    record OffenceRecorded(UUID caseId, UUID subjectId) implements CaseEvent {}

    record OffenceChanged(UUID caseId, UUID subjectId, List<String> fields) implements CaseEvent {}

    record DefenceMoved(UUID caseId, UUID subjectId, Defence.Step step, Defence to) implements CaseEvent {}

    record CustodyRecorded(UUID caseId, UUID subjectId, Custody.Kind kind) implements CaseEvent {}

    record CustodyEnded(UUID caseId, UUID subjectId, LocalDate until) implements CaseEvent {}

    record WishesHeard(UUID caseId, UUID subjectId, Wishes.Means means, Wishes.Chosen representativeChosen)
            implements CaseEvent {}

    record FileAdded(UUID caseId, UUID subjectId, AttachmentKind kind, int bytes, String sha256) implements CaseEvent {}

    record FileOpened(UUID caseId, UUID subjectId, Given given) implements CaseEvent, Disclosure {}

    record FileWithdrawn(UUID caseId, UUID subjectId) implements CaseEvent {}

    record LooksTaken(UUID caseId, int lines, Given given) implements CaseEvent, Disclosure {}

    record ChronologyExported(UUID caseId, int lines, Given given) implements CaseEvent, Disclosure {}
}
