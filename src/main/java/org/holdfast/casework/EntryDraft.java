package org.holdfast.casework;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.holdfast.law.Reason;
import org.holdfast.sharing.DataClass;
import org.jspecify.annotations.Nullable;

/**
 * A line of the chronology as somebody would write it.
 *
 * @param tells what it tells besides harm and risk, as whoever writes it says; null where it is what its lane says
 */
public record EntryDraft(
        @Nullable Lane lane,
        @Nullable UncertainDay when,
        String what,
        String agency,
        String source,
        boolean significant,
        @Nullable DataClass tells) {

    /** A line that is what its lane says. */
    public EntryDraft(
            @Nullable Lane lane,
            @Nullable UncertainDay when,
            String what,
            String agency,
            String source,
            boolean significant) {
        this(lane, when, what, agency, source, significant, null);
    }

    /** What kind of information it is, which decides who reads it. */
    DataClass holds() {
        return tells == null ? requireNonNull(lane).holds() : tells;
    }

    /** What keeps it from being written. */
    public List<Reason> faults(LocalDate today) {
        return new Faults()
                .given("lane", lane, "casework.entry.needs-lane")
                .given("when", when, "casework.entry.needs-when")
                .unless(when == null || !when.earliest().isAfter(today), "when", "casework.entry.not-yet")
                .words("what", what, "casework.entry.needs-what")
                .line("agency", agency, "casework.entry.needs-agency")
                .optionalLine("source", source)
                .unless(lane == null || tells == null || lane.mayTell(tells), "tells", "casework.entry.tells-other")
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
        if (tells != written.tells) {
            fields.add("tells");
        }
        return fields;
    }
}
