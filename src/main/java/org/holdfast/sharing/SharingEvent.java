package org.holdfast.sharing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.holdfast.audit.Act;
import org.holdfast.audit.LedgerEvent;
import org.jspecify.annotations.Nullable;

/** What {@code sharing} puts on the ledger. */
sealed interface SharingEvent extends LedgerEvent {

    /** Somebody asked for what they may not have. */
    record AccessRefused(
            @Nullable UUID caseId,
            Permission permission,
            Access.Why why,
            @Nullable Purpose purpose) implements SharingEvent {
        @Override
        public Act act() {
            return Act.REFUSED;
        }
    }

    record Involved(
            UUID caseId,
            @Nullable UUID member,
            @Nullable UUID agency,
            Basis basis,
            Instant from,
            @Nullable Instant until,
            Purpose purpose)
            implements SharingEvent {}

    record InvolvementEnded(
            UUID caseId, @Nullable UUID member, @Nullable UUID agency, Basis basis) implements SharingEvent {}

    record Excluded(UUID caseId, UUID member) implements SharingEvent {}

    /** Somebody asked whether a person has to see the case; whether it rests until that was reviewed. */
    record AccessChallenged(UUID caseId, UUID subjectId, UUID member, boolean rests) implements SharingEvent {}

    record AccessReviewed(UUID caseId, UUID subjectId, UUID member, Challenge.State to) implements SharingEvent {}

    record ExclusionLifted(UUID caseId, UUID member) implements SharingEvent {}

    /** Where the child lives and is must not be found from now on; the reason stays with the mark. */
    record AddressProtected(UUID caseId, List<UUID> agencies) implements SharingEvent {}

    record AddressProtectionLifted(UUID caseId) implements SharingEvent {}

    /** Somebody was shown where a child lives or is whose address is protected. */
    record ProtectedAddressSeen(UUID caseId) implements SharingEvent {
        @Override
        public Act act() {
            return Act.LOOKED;
        }
    }

    /** Somebody asked for something that holds fields which they may not read, and that cannot be taken apart. */
    record FieldsRefused(UUID caseId, List<DataClass> fields) implements SharingEvent {
        @Override
        public Act act() {
            return Act.REFUSED;
        }
    }

    /** An agreement was signed, changed or ended. */
    record AgreementRecorded(
            UUID subjectId,
            int version,
            List<UUID> parties,
            List<Purpose> purposes,
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            LocalDate reviewOn)
            implements SharingEvent {}

    record RegisterSeen(LocalDate from, LocalDate until) implements SharingEvent {
        @Override
        public Act act() {
            return Act.LOOKED;
        }
    }

    record RegisterTaken(LocalDate from, LocalDate until) implements SharingEvent {
        @Override
        public Act act() {
            return Act.EXPORTED;
        }
    }
}
