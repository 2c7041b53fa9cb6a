package org.holdfast.referrals;

import java.util.List;
import java.util.UUID;
import org.holdfast.audit.Act;
import org.holdfast.audit.LedgerEvent;
import org.holdfast.sharing.Disclosure;
import org.holdfast.sharing.Given;

/** What the ledger keeps of referrals coming in, being read and going out. */
sealed interface HomeOfficeEvent extends LedgerEvent {

    /** A referral came in that was not known before. */
    record ReferralReceived(UUID caseId, UUID subjectId, UUID child, Manner manner, String route, int alike)
            implements HomeOfficeEvent {}

    /** A known referral came again and says something else. */
    record ReferralUpdated(UUID caseId, UUID subjectId, Manner manner, int number, List<String> keys)
            implements HomeOfficeEvent {}

    /** A known referral came again just as it was. */
    record ReferralCameAgain(UUID caseId, UUID subjectId, Manner manner) implements HomeOfficeEvent {
        @Override
        public Act act() {
            return Act.LOOKED;
        }
    }

    /** A form was handed in that could not be taken in. */
    record SendingTurnedAway(UUID subjectId, Manner manner, int bytes, List<String> faults)
            implements HomeOfficeEvent {}

    record ReferralSeen(UUID caseId, UUID subjectId) implements HomeOfficeEvent {
        @Override
        public Act act() {
            return Act.LOOKED;
        }
    }

    record ReferralsListed(List<UUID> referrals) implements HomeOfficeEvent {
        @Override
        public Act act() {
            return Act.LOOKED;
        }
    }

    /** The co-ordinator read what an update says differently. */
    record ReferralUpdateRead(UUID caseId, UUID subjectId, int number) implements HomeOfficeEvent {}

    /** A referral went out again in the Home Office's keys. */
    record ReferralDownloaded(UUID caseId, UUID subjectId, int number, Given given)
            implements HomeOfficeEvent, Disclosure {}

    record RejectedSendingsListed(List<UUID> sendings) implements HomeOfficeEvent {
        @Override
        public Act act() {
            return Act.LOOKED;
        }
    }

    record RejectedSendingSeen(UUID subjectId) implements HomeOfficeEvent {
        @Override
        public Act act() {
            return Act.LOOKED;
        }
    }

    record RejectedSendingDownloaded(UUID subjectId) implements HomeOfficeEvent {
        @Override
        public Act act() {
            return Act.EXPORTED;
        }
    }

    /** The co-ordinator dealt with a rejected sending. */
    record RejectedSendingSettled(UUID subjectId) implements HomeOfficeEvent {}
}
