package org.holdfast.decisions;

import java.time.LocalDate;
import org.holdfast.law.LawBook;
import org.holdfast.law.Provision;
import org.holdfast.law.Threshold;
import org.jspecify.annotations.Nullable;

/**
 * The threshold as it was worded on the day, kept with the decision (NRM-8).
 *
 * @param since the day from which this wording has been in force
 * @param source where it stands
 */
public record Wording(String text, LocalDate since, String source) {

    /** The wording that the law book has for a ground on a day; null for a day before its first. */
    public static @Nullable Wording of(Ground ground, LocalDate day) {
        Provision<Threshold> provision = switch (ground) {
            case RG -> LawBook.REASONABLE_GROUNDS_THRESHOLD;
            case CG -> LawBook.CONCLUSIVE_GROUNDS_THRESHOLD;
        };
        return provision
                .values()
                .at(day)
                .map(entry -> new Wording(
                        entry.value().wording(), entry.from(), entry.citation().inWords()))
                .orElse(null);
    }
}
