package org.holdfast.people;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.holdfast.audit.Act;
import org.holdfast.audit.LedgerEvent;

/** What {@code people} puts on the ledger; the subject is the child. */
sealed interface PeopleEvent extends LedgerEvent {

    record ChildRecorded(UUID subjectId) implements PeopleEvent {}

    record ChildSeen(UUID subjectId) implements Look {}

    record ChildHistorySeen(UUID subjectId) implements Look {}

    record ChildrenListed(List<UUID> children) implements Look {}

    record ChildrenSearched(List<UUID> found) implements Look {}

    record CandidatesSought(List<UUID> found) implements Look {}

    record ChildCorrected(UUID subjectId, int version, List<String> fields) implements PeopleEvent {}

    record AliasAdded(UUID subjectId, UUID alias, AliasKind kind) implements PeopleEvent {}

    record AliasWithdrawn(UUID subjectId, UUID alias) implements PeopleEvent {}

    record IdentifierAdded(UUID subjectId, IdentifierSystem system) implements PeopleEvent {}

    record IdentifierWithdrawn(UUID subjectId, IdentifierSystem system) implements PeopleEvent {}

    record WarningRaised(UUID subjectId, UUID warning, WarningKind kind, LocalDate reviewOn) implements PeopleEvent {}

    record WarningReviewed(UUID subjectId, UUID warning, LocalDate reviewOn) implements PeopleEvent {}

    record WarningEnded(UUID subjectId, UUID warning) implements PeopleEvent {}

    record JudgedTheSame(UUID subjectId, UUID other) implements PeopleEvent {}

    record JudgedNotTheSame(UUID subjectId, UUID other) implements PeopleEvent {}

    /** Something was read and nothing changed. */
    sealed interface Look extends PeopleEvent {
        @Override
        default Act act() {
            return Act.LOOKED;
        }
    }
}
