package org.holdfast.mail;

import java.util.UUID;
import org.holdfast.audit.Act;
import org.holdfast.audit.LedgerEvent;

/** What {@code mail} puts on the ledger. The subject is the message. */
sealed interface MailEvent extends LedgerEvent {

    record MessagePosted(UUID subjectId, UUID to, String textKey) implements MailEvent {}

    record MessageSent(UUID subjectId, int attempt) implements MailEvent {}

    record MessageNotSent(UUID subjectId, int attempt, boolean forGood) implements MailEvent {}

    /** The co-ordinator let a message go to an address outside the domains of secure mail. */
    record MessageReleased(UUID subjectId, UUID to) implements MailEvent {}

    record MessageTriedAgain(UUID subjectId) implements MailEvent {}

    record OutboxSeen(int messages) implements MailEvent {
        @Override
        public Act act() {
            return Act.LOOKED;
        }
    }

    record MessageSeen(UUID subjectId) implements MailEvent {
        @Override
        public Act act() {
            return Act.LOOKED;
        }
    }

    /** Somebody asked for a message that is not theirs. */
    record MessageRefused(UUID subjectId) implements MailEvent {
        @Override
        public Act act() {
            return Act.REFUSED;
        }
    }
}
