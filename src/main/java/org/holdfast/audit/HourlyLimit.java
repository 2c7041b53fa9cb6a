package org.holdfast.audit;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** Somebody came to the end of what one person takes within an hour. They are counted apart from other refusals ({@link Activity#stopped}). */
public sealed interface HourlyLimit extends LedgerEvent {

    /** More papers than one takes away. */
    record PapersRefused(UUID subjectId, int most) implements HourlyLimit {}

    /** More cases than one opens. */
    record CasesRefused(UUID subjectId, int most) implements HourlyLimit {}

    @Override
    default Act act() {
        return Act.REFUSED;
    }

    /** The events of all of them. */
    static List<String> events() {
        return Arrays.stream(HourlyLimit.class.getPermittedSubclasses())
                .map(LedgerEvent::event)
                .toList();
    }
}
