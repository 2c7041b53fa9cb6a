package org.holdfast.casework;

import java.time.LocalDate;
import java.util.List;
import org.holdfast.law.Reason;
import org.jspecify.annotations.Nullable;

/** A step of the section 45 defence as somebody would record it: what was done, when, and by whom outside. */
public record DefenceDraft(
        Defence.@Nullable Step step, @Nullable LocalDate on, String byWhom, String note) {

    /** What keeps it from being recorded. */
    public List<Reason> faults(LocalDate today) {
        return new Faults()
                .given("step", step, "casework.defence.needs-step")
                .given("stepOn", on, "casework.defence.needs-on")
                .unless(on == null || !on.isAfter(today), "stepOn", "casework.defence.not-yet")
                .line("byWhom", byWhom, "casework.defence.needs-by-whom")
                .found();
    }
}
