package org.holdfast.referrals;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.holdfast.audit.Act;
import org.holdfast.audit.LedgerEvent;
import org.holdfast.sharing.CaseId;
import org.jspecify.annotations.Nullable;

/** What the ledger keeps of the life of a referral. */
sealed interface ScreeningEvent extends LedgerEvent {

    /** Somebody began to write a referral by hand. */
    record ReferralBegun(UUID subjectId) implements ScreeningEvent {}

    /** The writer of a draft, or whoever decides about a referral, looked at it. */
    record ReferralLooked(@Nullable UUID caseId, UUID subjectId) implements ScreeningEvent {
        @Override
        public Act act() {
            return Act.LOOKED;
        }
    }

    /** A file was added to a draft. */
    record ReferralFileAdded(UUID subjectId, UUID file, int bytes, String sha256) implements ScreeningEvent {}

    /** A file was taken out of a draft by its writer. */
    record ReferralFileRemoved(UUID subjectId, UUID file) implements ScreeningEvent {}

    /** A file of a draft was handed out to its writer. */
    record ReferralFileOpened(UUID subjectId, UUID file) implements ScreeningEvent {
        @Override
        public Act act() {
            return Act.EXPORTED;
        }
    }

    /** A step of a referral's life. */
    record ReferralStepTaken(
            @Nullable UUID caseId,
            UUID subjectId,
            ReferralCommand command,
            ReferralState from,
            ReferralState to,
            @Nullable LocalDate on,
            @Nullable String choice)
            implements ScreeningEvent {

        static ReferralStepTaken of(@Nullable CaseId caseId, ReferralId id, StepTaken step) {
            return new ReferralStepTaken(
                    caseId == null ? null : caseId.value(),
                    id.value(),
                    step.command(),
                    step.from(),
                    step.to(),
                    step.on(),
                    step.choice());
        }
    }

    /** A referral written by hand was handed in, with these findings (REF-3). */
    record ReferralHandedIn(UUID caseId, UUID subjectId, UUID child, boolean childKnownBefore, List<String> findings)
            implements ScreeningEvent {}

    /** Children named alike were compared (REF-4). */
    record ChildrenCompared(@Nullable UUID caseId, UUID subjectId, UUID child, boolean same)
            implements ScreeningEvent {}
}
