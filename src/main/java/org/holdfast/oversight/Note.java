package org.holdfast.oversight;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What came of looking at something out of the ordinary. It is never changed; a later note stands beside it.
 *
 * @param member about whose looking
 * @param caseId where it is about one case
 * @param by the name of whoever wrote it
 */
public record Note(
        UUID member,
        LocalDate day,
        UnusualKind kind,
        @Nullable UUID caseId,
        NoteOutcome outcome,
        String text,
        String by,
        Instant at) {}
