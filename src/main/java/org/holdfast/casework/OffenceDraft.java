package org.holdfast.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.holdfast.law.Reason;
import org.jspecify.annotations.Nullable;

/** An offence as somebody would record it. */
public record OffenceDraft(
        String allegation,
        @Nullable UncertainDay when,
        Offence.@Nullable Proceedings proceedings,
        @Nullable String kind,
        Offence.@Nullable ScheduleCheck lawyer) {

    /** What keeps it from being recorded. */
    public List<Reason> faults(LocalDate today) {
        return new Faults()
                .words("allegation", allegation, "casework.offence.needs-allegation")
                .given("when", when, "casework.offence.needs-when")
                .unless(when == null || !when.earliest().isAfter(today), "when", "casework.offence.not-yet")
                .given("proceedings", proceedings, "casework.offence.needs-proceedings")
                .given("lawyer", lawyer, "casework.offence.needs-lawyer")
                .found();
    }

    List<String> differs(Offence offence) {
        List<String> fields = new ArrayList<>();
        if (!allegation.equals(offence.allegation())) {
            fields.add("allegation");
        }
        if (!offence.when().equals(when)) {
            fields.add("when");
        }
        if (proceedings != offence.proceedings()) {
            fields.add("proceedings");
        }
        if (!Objects.equals(kind, offence.kind())) {
            fields.add("kind");
        }
        if (lawyer != offence.lawyer()) {
            fields.add("lawyer");
        }
        return fields;
    }
}
