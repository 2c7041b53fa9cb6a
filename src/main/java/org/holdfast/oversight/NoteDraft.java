package org.holdfast.oversight;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A note as it is typed. */
public record NoteDraft(
        @Nullable UUID member,
        @Nullable LocalDate day,
        @Nullable UnusualKind kind,
        @Nullable UUID caseId,
        @Nullable NoteOutcome outcome,
        String text) {}
