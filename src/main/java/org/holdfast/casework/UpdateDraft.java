package org.holdfast.casework;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.holdfast.law.Reason;
import org.holdfast.sharing.DataClass;
import org.jspecify.annotations.Nullable;

/**
 * A line of the updates log as somebody would write it.
 *
 * @param tells what it tells besides harm and risk, as whoever writes it says; null for nothing of the kind
 */
public record UpdateDraft(
        @Nullable Instant at,
        CaseUpdate.@Nullable Kind kind,
        String what,
        String source,
        boolean relevant,
        @Nullable UUID corrects,
        @Nullable DataClass tells) {

    /** A line that tells nothing but what such lines always do. */
    public UpdateDraft(
            @Nullable Instant at,
            CaseUpdate.@Nullable Kind kind,
            String what,
            String source,
            boolean relevant,
            @Nullable UUID corrects) {
        this(at, kind, what, source, relevant, corrects, null);
    }

    /** What keeps it from being logged. */
    public List<Reason> faults(Instant now) {
        return new Faults()
                .given("at", at, "casework.update.needs-at")
                .unless(at == null || !at.isAfter(now), "at", "casework.update.not-yet")
                .given("kind", kind, "casework.update.needs-kind")
                .words("what", what, "casework.update.needs-what")
                .line("source", source, "casework.update.needs-source")
                .unless(tells == null || Lane.CONTACT.mayTell(tells), "tells", "casework.entry.tells-other")
                .found();
    }
}
