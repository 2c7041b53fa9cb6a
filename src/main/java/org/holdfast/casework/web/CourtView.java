package org.holdfast.casework.web;

import java.time.LocalDate;
import java.util.List;
import org.holdfast.casework.CourtBeforeDecision;
import org.holdfast.casework.CourtDate;
import org.holdfast.casework.Courts.CourtPage;
import org.holdfast.casework.Offence;
import org.holdfast.law.ExcludedOffences;
import org.holdfast.law.LawBook;
import org.holdfast.pages.Page;
import org.jspecify.annotations.Nullable;

/**
 * Court dates, offences with the section 45 defence, and custody.
 *
 * @param warning of a court date before the decision is due; null for none
 */
public record CourtView(
        CaseFrame frame, CourtPage seen, @Nullable CourtBeforeDecision warning, LocalDate today) {

    /** Court dates still to come. */
    public List<CourtDate> ahead() {
        return seen.dates().stream().filter(date -> date.ahead(today)).toList();
    }

    /** Court dates that were heard, cancelled or have gone by. */
    public List<CourtDate> past() {
        return seen.dates().reversed().stream()
                .filter(date -> !date.ahead(today))
                .toList();
    }

    /** When an offence is said to have been, in words. */
    public String when(Page page, Offence offence) {
        return Typed.words(page, offence.when());
    }

    /** What Schedule 4 says of an offence, from the law book as it stood on the day of the offence. */
    public static ExcludedOffences.Answer scheduleSays(Offence offence) {
        return offence.kind() == null
                ? ExcludedOffences.Answer.ASK_A_LAWYER
                : book(offence.when().earliest()).answer(offence.kind());
    }

    /** The law book's kind of an offence in words; null where none was chosen. */
    public static @Nullable String kind(Offence offence) {
        return book(offence.when().earliest()).offences().stream()
                .filter(one -> one.id().equals(offence.kind()))
                .map(one -> one.name() + " (" + one.place() + ")")
                .findFirst()
                .orElse(null);
    }

    /** The schedule on a day; before there was one, as it began. */
    static ExcludedOffences book(LocalDate day) {
        return LawBook.SECTION_45_EXCLUSIONS
                .values()
                .at(day)
                .orElseGet(
                        () -> LawBook.SECTION_45_EXCLUSIONS.values().entries().getFirst())
                .value();
    }
}
