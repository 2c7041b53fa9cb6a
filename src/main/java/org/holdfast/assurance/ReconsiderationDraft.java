package org.holdfast.assurance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.holdfast.decisions.Issued;
import org.holdfast.law.Reason;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.law.WorkingCalendar;
import org.holdfast.partnership.Reconsidering;
import org.jspecify.annotations.Nullable;

/**
 * A request for reconsideration as somebody would make it.
 *
 * @param name who asks, as it is read
 * @param words what the new evidence is, or which guidance was not followed
 */
public record ReconsiderationDraft(
        @Nullable Asker asker,
        String name,
        @Nullable Grounds grounds,
        String words,
        @Nullable LocalDate askedOn) {

    private static final int LONGEST = 10_000;

    /** Every reason why it is not taken; empty when it is. */
    List<Reason> faults(
            Issued decision, boolean askedAlready, Reconsidering agreed, WorkingCalendar calendar, Instant now) {
        List<Reason> faults = new ArrayList<>();
        if (!decision.inForce()) {
            faults.add(Reason.of("assurance.reconsideration.not-in-force", "NRM-14"));
        } else if (decision.determination().positive()) {
            faults.add(Reason.of("assurance.reconsideration.not-negative", "NRM-14"));
        }
        if (askedAlready) {
            faults.add(Reason.of("assurance.reconsideration.asked-already", "NRM-14"));
        }
        if (asker == null) {
            faults.add(Reason.about("asker", "assurance.reconsideration.needs-asker"));
        } else if (!asker.mayAsk()) {
            faults.add(new Reason("assurance.reconsideration.may-not-ask", "NRM-14", "asker", List.of()));
        }
        if (name.isBlank()) {
            faults.add(Reason.about("name", "assurance.reconsideration.needs-name"));
        }
        if (grounds == null) {
            faults.add(Reason.about("grounds", "assurance.reconsideration.needs-grounds"));
        }
        if (words.isBlank()) {
            faults.add(Reason.about("words", "assurance.reconsideration.needs-words"));
        } else if (words.length() > LONGEST) {
            faults.add(Reason.about("words", "assurance.too-long", String.valueOf(LONGEST)));
        }
        LocalDate on = askedOn;
        if (on == null) {
            faults.add(Reason.about("askedOn", "assurance.reconsideration.needs-day"));
        } else if (on.isAfter(UnitedKingdom.day(now))) {
            faults.add(Reason.about("askedOn", "assurance.reconsideration.day-to-come"));
        } else if (on.isBefore(UnitedKingdom.day(decision.at()))) {
            faults.add(Reason.about("askedOn", "assurance.reconsideration.day-before-decision"));
        } else if (agreed.askedWithin() != null
                && UnitedKingdom.startOf(on).isAfter(agreed.askedWithin().due(decision.at(), calendar))) {
            faults.add(new Reason(
                    "assurance.reconsideration.too-late",
                    "NRM-14",
                    "askedOn",
                    List.of(agreed.askedWithin().inWords())));
        }
        return faults;
    }
}
