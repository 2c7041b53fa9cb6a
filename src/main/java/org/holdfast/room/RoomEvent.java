package org.holdfast.room;

import java.util.UUID;
import org.holdfast.audit.LedgerEvent;
import org.holdfast.meetings.Note;
import org.jspecify.annotations.Nullable;

/** What happens in the room beside what the meeting itself records. The subject is the item. */
sealed interface RoomEvent extends LedgerEvent {

    /** Somebody began to type in a part of an item's note; from another who still held it where that is named. */
    record SectionTaken(
            UUID subjectId,
            UUID caseId,
            Note.Part part,
            @Nullable UUID from) implements RoomEvent {}

    record ActionProposed(UUID subjectId, UUID caseId, UUID proposal) implements RoomEvent {}

    record ProposalAgreed(UUID subjectId, UUID caseId, UUID proposal, UUID action) implements RoomEvent {}

    record ProposalNotAgreed(UUID subjectId, UUID caseId, UUID proposal) implements RoomEvent {}

    /** Somebody was told that their item is nearly due. */
    record NearlyDueTold(UUID subjectId, UUID attendee) implements RoomEvent {}
}
