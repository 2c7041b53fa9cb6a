package org.holdfast.casework;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.holdfast.law.Reason;
import org.jspecify.annotations.Nullable;

/** A line of the updates log as somebody would write it. */
public record UpdateDraft(
        @Nullable Instant at,
        CaseUpdate.@Nullable Kind kind,
        String what,
        String source,
        boolean relevant,
        @Nullable UUID corrects) {

    /** What keeps it from being logged. */
    public List<Reason> faults(Instant now) {
        return new Faults()
                .given("at", at, "casework.update.needs-at")
                .unless(at == null || !at.isAfter(now), "at", "casework.update.not-yet")
                .given("kind", kind, "casework.update.needs-kind")
                .words("what", what, "casework.update.needs-what")
                .line("source", source, "casework.update.needs-source")
                .found();
    }
}
