package org.holdfast.meetings;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.holdfast.audit.Act;
import org.holdfast.audit.LedgerEvent;
import org.holdfast.sharing.Disclosure;
import org.holdfast.sharing.Given;
import org.holdfast.sharing.LawfulBasis;
import org.jspecify.annotations.Nullable;

/** What happens to a meeting, as it stands on the ledger. The subject is the meeting, or the item where the event names a case. */
sealed interface MeetingEvent extends LedgerEvent {

    record MeetingPlanned(UUID subjectId, String kind, LocalDate on) implements MeetingEvent {}

    /** It was called out of its cycle (MTG-6). */
    record UrgentMeetingCalled(UUID subjectId) implements MeetingEvent {}

    record PreMeetArranged(UUID subjectId, UUID prepares) implements MeetingEvent {}

    /** Somebody looked at the workload of a quarter: numbers, and no child. */
    record QuarterSeen(LocalDate from) implements MeetingEvent {
        @Override
        public Act act() {
            return Act.LOOKED;
        }
    }

    record MeetingChanged(UUID subjectId, List<String> fields) implements MeetingEvent {}

    record MeetingCancelled(UUID subjectId) implements MeetingEvent {}

    record MeetingOpened(UUID subjectId) implements MeetingEvent {}

    record MeetingFinished(UUID subjectId) implements MeetingEvent {}

    record AttendeeInvited(UUID subjectId, UUID member, Capacity capacity) implements MeetingEvent {}

    record AttendeeUninvited(UUID subjectId, UUID member) implements MeetingEvent {}

    record ItemInvitationsChanged(UUID subjectId, UUID caseId, List<UUID> members) implements MeetingEvent {}

    /** Entries for their calendars were sent to these members. */
    record InvitationsSent(UUID subjectId, List<UUID> members) implements MeetingEvent {}

    record InvitationsSeen(UUID subjectId) implements MeetingEvent {
        @Override
        public Act act() {
            return Act.LOOKED;
        }
    }

    record ApologiesRecorded(UUID subjectId, UUID member, boolean sent) implements MeetingEvent {}

    record AttendeeArrived(UUID subjectId, UUID member, Presence.How how) implements MeetingEvent {}

    record AttendeeLeft(UUID subjectId, UUID member) implements MeetingEvent {}

    /** Somebody confirmed the confidentiality statement in one of its versions. */
    record StatementConfirmed(UUID subjectId, UUID member, int statement) implements MeetingEvent {}

    record ItemListed(
            UUID subjectId,
            UUID caseId,
            UUID meeting,
            Purpose purpose,
            @Nullable UUID carriedFrom) implements MeetingEvent {}

    record ItemMoved(UUID subjectId, UUID caseId, int position) implements MeetingEvent {}

    record ItemWithdrawn(UUID subjectId, UUID caseId) implements MeetingEvent {}

    record ItemCalled(UUID subjectId, UUID caseId) implements MeetingEvent {}

    record ItemPutBack(UUID subjectId, UUID caseId) implements MeetingEvent {}

    record ItemDecided(UUID subjectId, UUID caseId) implements MeetingEvent {}

    record ItemConcluded(UUID subjectId, UUID caseId) implements MeetingEvent {}

    record ItemAdjourned(UUID subjectId, UUID caseId, AdjournedFor adjournedFor) implements MeetingEvent {}

    record ConflictDeclared(UUID subjectId, UUID caseId, UUID member) implements MeetingEvent {}

    record NoteWritten(UUID subjectId, UUID caseId, Note.Part part, int version) implements MeetingEvent {}

    record MinutesApproved(UUID subjectId, String sha256) implements MeetingEvent {}

    record AddendumAdded(UUID subjectId) implements MeetingEvent {}

    record MinutesItemReviewed(UUID subjectId, UUID caseId, MinutesItemCommand command, String sha256)
            implements MeetingEvent {}

    /** The minutes went out, in time or not. */
    record MinutesSentOut(UUID subjectId, int recipients, LawfulBasis basis, boolean inTime) implements MeetingEvent {}

    /** What the minutes say of one case was disclosed to one person (SHR-2). */
    record MinutesDisclosed(UUID subjectId, UUID caseId, boolean restricted, Given given)
            implements MeetingEvent, Disclosure {}

    /** The co-ordinator looked at the minutes as somebody else reads them. */
    record MinutesPreviewed(UUID subjectId, UUID caseId, UUID member) implements MeetingEvent {
        @Override
        public Act act() {
            return Act.LOOKED;
        }
    }

    /** Somebody took the minutes away as a paper. */
    record MinutesTaken(UUID subjectId, UUID caseId, String mediaType, Given given)
            implements MeetingEvent, Disclosure {}

    /** Somebody read the agenda: the meeting, and each case that it showed. */
    record MeetingSeen(UUID subjectId, List<UUID> items) implements MeetingEvent {
        @Override
        public Act act() {
            return Act.LOOKED;
        }
    }

    /** Somebody looked at which agency works for which authority. */
    record AuthoritiesSeen() implements MeetingEvent {
        @Override
        public Act act() {
            return Act.LOOKED;
        }
    }

    record ItemSeen(UUID subjectId, UUID caseId) implements MeetingEvent {
        @Override
        public Act act() {
            return Act.LOOKED;
        }
    }

    record MinutesSeen(UUID subjectId, UUID caseId) implements MeetingEvent {
        @Override
        public Act act() {
            return Act.LOOKED;
        }
    }

    /** Somebody asked for a meeting, or an item of one, to which they are not invited. */
    record MeetingRefused(UUID subjectId) implements MeetingEvent {
        @Override
        public Act act() {
            return Act.REFUSED;
        }
    }
}
