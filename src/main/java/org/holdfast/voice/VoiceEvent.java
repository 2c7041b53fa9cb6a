package org.holdfast.voice;

import java.time.Instant;
import java.util.UUID;
import org.holdfast.audit.Act;
import org.holdfast.audit.LedgerEvent;

/** What {@code voice} puts on the ledger: ids and codes, never what a child wrote. */
sealed interface VoiceEvent extends LedgerEvent {

    record LinksSeen(UUID caseId) implements VoiceEvent {
        @Override
        public Act act() {
            return Act.LOOKED;
        }
    }

    record LinkGiven(UUID caseId, UUID subjectId, String tongue, Instant expiresAt, boolean worded)
            implements VoiceEvent {}

    record LinkWithdrawn(UUID caseId, UUID subjectId) implements VoiceEvent {}

    /** Somebody opened the link and was shown a page of it. */
    record LinkOpened(UUID caseId, UUID subjectId, String page) implements VoiceEvent {
        @Override
        public Act act() {
            return Act.LOOKED;
        }
    }

    /** Somebody opened the link and was shown that there is nothing. */
    record LinkRefused(UUID caseId, UUID subjectId, Why why) implements VoiceEvent {
        @Override
        public Act act() {
            return Act.REFUSED;
        }
    }

    record LinkStarted(UUID caseId, UUID subjectId) implements VoiceEvent {}

    record LinkAnswered(UUID caseId, UUID subjectId, Question question) implements VoiceEvent {}

    record LinkHandedIn(UUID caseId, UUID subjectId, UUID wishes) implements VoiceEvent {}

    record LinkReceived(UUID caseId, UUID subjectId) implements VoiceEvent {}

    /** Why a link is closed to whoever opens it; they are not told. */
    enum Why {
        EXPIRED,
        USED,
        WITHDRAWN,
        /** Begun in another browser, and no word was agreed. */
        ANOTHER_BROWSER,
        WRONG_WORD
    }
}
