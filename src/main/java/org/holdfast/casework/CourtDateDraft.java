package org.holdfast.casework;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.holdfast.law.LawBook;
import org.holdfast.law.Reason;
import org.jspecify.annotations.Nullable;

/**
 * A day in court as somebody would record it.
 *
 * @param outcome what came of it; null while that is not known
 * @param cancelledBecause why it does not take place; null when it stands
 */
public record CourtDateDraft(
        @Nullable LocalDate on,
        String court,
        String hearing,
        @Nullable String outcome,
        @Nullable String cancelledBecause) {

    /** What keeps it from being recorded: no child was in court before a childhood began. */
    public List<Reason> faults(LocalDate today) {
        return new Faults()
                .given("on", on, "casework.court.needs-on")
                .foreseeable("on", on, today)
                .unless(
                        on == null
                                || !on.isBefore(today.minusYears(
                                        LawBook.CHILDHOOD.on(today).count())),
                        "on",
                        "casework.court.long-ago")
                .line("court", court, "casework.court.needs-court")
                .line("hearing", hearing, "casework.court.needs-hearing")
                .unless(outcome == null || on == null || !on.isAfter(today), "outcome", "casework.court.no-outcome-yet")
                .unless(
                        outcome == null || cancelledBecause == null,
                        "cancelledBecause",
                        "casework.court.heard-or-cancelled")
                .found();
    }

    List<String> differs(CourtDate date) {
        List<String> fields = new ArrayList<>();
        if (!date.on().equals(on)) {
            fields.add("on");
        }
        if (!court.equals(date.court())) {
            fields.add("court");
        }
        if (!hearing.equals(date.hearing())) {
            fields.add("hearing");
        }
        if (!Objects.equals(outcome, date.outcome())) {
            fields.add("outcome");
        }
        if (!Objects.equals(cancelledBecause, date.cancelledBecause())) {
            fields.add("cancelledBecause");
        }
        return fields;
    }
}
