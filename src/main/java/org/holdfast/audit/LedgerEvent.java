package org.holdfast.audit;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened, as it goes on the ledger. Each module has a sealed family of records of this kind. A component named
 * {@code caseId} or {@code subjectId} becomes the line's case or subject; the others become its detail, so they hold ids, codes, field
 * names and numbers, never a child's story: the ledger is kept for longer and read by others.
 */
public interface LedgerEvent {

    default Act act() {
        return Act.CHANGED;
    }

    /** The event's name on the ledger, made from the record's own: {@code VoteCast} is {@code vote-cast}. */
    default String event() {
        return event(getClass());
    }

    /** The name on the ledger of events of one kind. */
    static String event(Class<?> kind) {
        return kind.getSimpleName().replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
    }

    /** The case it is about, if it is about one. */
    default @Nullable UUID caseId() {
        return null;
    }

    /** The thing it is about, such as a referral or a meeting. */
    default @Nullable UUID subjectId() {
        return null;
    }
}
