package org.holdfast.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.holdfast.law.Reason;
import org.jspecify.annotations.Nullable;

/** A line of the chronology as somebody would write it. */
public record EntryDraft(
        @Nullable Lane lane,
        @Nullable UncertainDay when,
        String what,
        String agency,
        String source,
        boolean significant) {

    /** What keeps it from being written. */
    public List<Reason> faults(LocalDate today) {
        return new Faults()
                .given("lane", lane, "casework.entry.needs-lane")
                .given("when", when, "casework.entry.needs-when")
                .unless(when == null || !when.earliest().isAfter(today), "when", "casework.entry.not-yet")
                .words("what", what, "casework.entry.needs-what")
                .line("agency", agency, "casework.entry.needs-agency")
                .optionalLine("source", source)
                .found();
    }

    /** The fields in which it differs from what is written. */
    List<String> differs(EntryDraft written) {
        List<String> fields = new ArrayList<>();
        if (lane != written.lane) {
            fields.add("lane");
        }
        if (when != null && !when.equals(written.when)) {
            fields.add("when");
        }
        if (!what.equals(written.what)) {
            fields.add("what");
        }
        if (!agency.equals(written.agency)) {
            fields.add("agency");
        }
        if (!source.equals(written.source)) {
            fields.add("source");
        }
        if (significant != written.significant) {
            fields.add("significant");
        }
        return fields;
    }
}
