package org.holdfast.casework;

import java.time.LocalDate;
import java.util.List;
import org.holdfast.law.Reason;
import org.jspecify.annotations.Nullable;

/** A time in custody as somebody would record it. */
public record CustodyDraft(
        Custody.@Nullable Kind kind,
        String place,
        @Nullable LocalDate from,
        @Nullable LocalDate until) {

    /** What keeps it from being recorded. */
    public List<Reason> faults(LocalDate today) {
        return new Faults()
                .given("custodyKind", kind, "casework.custody.needs-kind")
                .line("place", place, "casework.custody.needs-place")
                .given("custodyFrom", from, "casework.custody.needs-from")
                .unless(from == null || !from.isAfter(today), "custodyFrom", "casework.custody.not-yet")
                .unless(
                        from == null || until == null || !until.isBefore(from),
                        "custodyUntil",
                        "casework.custody.ends-before")
                .unless(until == null || !until.isAfter(today), "custodyUntil", "casework.custody.not-yet-over")
                .found();
    }
}
