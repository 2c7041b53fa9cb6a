package org.holdfast.requests;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.holdfast.audit.Act;
import org.holdfast.audit.LedgerEvent;
import org.holdfast.sharing.LawfulBasis;
import org.holdfast.sharing.Purpose;
import org.jspecify.annotations.Nullable;

/** What happens to requests and returns, as it stands on the ledger. The subject is the request, or the return where one is given. */
sealed interface RequestEvent extends LedgerEvent {

    record AgencyAsked(UUID subjectId, UUID meeting, UUID agency, LocalDate dueOn) implements RequestEvent {}

    record DueDayMoved(UUID subjectId, LocalDate dueOn) implements RequestEvent {}

    record ChildAskedAbout(UUID subjectId, UUID caseId, UUID agency) implements RequestEvent {}

    record ChildWithdrawn(UUID subjectId, UUID caseId, UUID agency, boolean byChoice) implements RequestEvent {}

    /** An agency gave what it knows to a meeting: who gave what to whom for what purpose on which basis (SHR-2). */
    record ReturnGiven(
            UUID subjectId,
            UUID caseId,
            UUID agency,
            UUID meeting,
            int version,
            boolean nothingKnown,
            List<Heading> headings,
            List<Heading> restricted,
            @Nullable Integer confirms,
            boolean takenBack,
            @Nullable String grading,
            Purpose purpose,
            LawfulBasis lawfulBasis)
            implements RequestEvent {}

    record AgencyReminded(UUID subjectId, String step, LocalDate dueOn, int messages) implements RequestEvent {}

    record LeadTold(UUID subjectId, LocalDate dueOn, int messages) implements RequestEvent {}

    /** An agency gave what it is asked to one of its teams, or with null back to whoever answers for it. */
    record GivenToTeam(UUID subjectId, @Nullable UUID team) implements RequestEvent {}

    /** Somebody of the team took on what it is asked. */
    record TakenOn(UUID subjectId) implements RequestEvent {}

    record RequestClosed(UUID subjectId, int unanswered) implements RequestEvent {}

    /** A link went to a mailbox without an account; the subject is the request. */
    record GuestAsked(UUID subjectId, UUID guest, Instant until) implements RequestEvent {}

    record GuestCodeSent(UUID subjectId, UUID guest) implements RequestEvent {}

    /** Somebody proved the mailbox. */
    record GuestCameIn(UUID subjectId, UUID guest) implements RequestEvent {}

    record GuestDone(UUID subjectId, UUID guest) implements RequestEvent {}

    record GuestWithdrawn(UUID subjectId, UUID guest) implements RequestEvent {}

    /** A link was opened or tried that is over, or without the mailbox. */
    record GuestRefused(UUID subjectId, UUID guest, GuestRefusal why) implements RequestEvent {
        @Override
        public Act act() {
            return Act.REFUSED;
        }
    }

    record RequestSeen(UUID subjectId) implements RequestEvent {
        @Override
        public Act act() {
            return Act.LOOKED;
        }
    }

    /** Somebody read what agencies told of a child, or who has not answered about it. */
    record ReturnsSeen(UUID caseId) implements RequestEvent {
        @Override
        public Act act() {
            return Act.LOOKED;
        }
    }

    /** Somebody asked for a request that is not their agency's, or for a child it does not ask them about. */
    record RequestRefused(UUID subjectId) implements RequestEvent {
        @Override
        public Act act() {
            return Act.REFUSED;
        }
    }
}
