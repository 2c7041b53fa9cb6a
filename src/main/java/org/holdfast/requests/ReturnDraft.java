package org.holdfast.requests;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.holdfast.law.Reason;
import org.jspecify.annotations.Nullable;

/**
 * What an agency hands in about a child, as typed.
 *
 * @param told by heading; empty texts are left out when it is kept
 * @param source from whom or from which records the agency has it
 * @param asOf the day up to which it holds; null where none was given
 * @param grading of police; null where none was given
 */
public record ReturnDraft(
        List<Told> told,
        String source,
        @Nullable LocalDate asOf,
        @Nullable GradingDraft grading) {

    /** The longest text under one heading: some ten pages. */
    static final int LONGEST = 20_000;

    public ReturnDraft {
        told = List.copyOf(told);
    }

    public ReturnDraft(List<Told> told, String source, @Nullable LocalDate asOf) {
        this(told, source, asOf, null);
    }

    /** A grading as it was chosen: each part may still be missing. */
    public record GradingDraft(
            Grading.@Nullable Source source,
            Grading.@Nullable Information information,
            Grading.@Nullable Handling handling,
            String conditions) {

        /** The grading, where all of it was chosen. */
        @Nullable
        Grading grading() {
            return source == null || information == null || handling == null
                    ? null
                    : new Grading(source, information, handling, conditions.strip());
        }

        private void faults(List<Reason> faults) {
            if (grading() == null) {
                faults.add(Reason.about("grade-source", "requests.return.grading-missing"));
            } else if (handling == Grading.Handling.CONDITIONS && conditions.isBlank()) {
                faults.add(Reason.about("grade-conditions", "requests.return.conditions-missing"));
            }
        }
    }

    /** What is kept: the headings under which something was told. */
    List<Told> kept() {
        return told.stream()
                .filter(it -> !it.text().isBlank())
                .map(it -> it.restricted() ? it : new Told(it.heading(), it.text(), false, "", it.whereabouts()))
                .toList();
    }

    /** What is wrong with it, by field. */
    List<Reason> faults(LocalDate today) {
        List<Reason> faults = new ArrayList<>();
        if (kept().isEmpty()) {
            faults.add(Reason.about(field(Heading.KNOWN), "requests.return.nothing-told"));
        }
        for (Told one : told) {
            if (one.text().length() > LONGEST) {
                faults.add(Reason.about(field(one.heading()), "requests.return.too-long", String.valueOf(LONGEST)));
            }
            if (one.restricted() && !one.text().isBlank() && one.because().isBlank()) {
                faults.add(Reason.about("because-" + field(one.heading()), "requests.return.because-missing"));
            }
        }
        if (source.isBlank()) {
            faults.add(Reason.about("source", "requests.return.source-missing"));
        }
        if (asOf == null) {
            faults.add(Reason.about("as-of", "requests.return.as-of-missing"));
        } else if (asOf.isAfter(today)) {
            faults.add(Reason.about("as-of", "requests.return.as-of-in-future"));
        }
        if (grading != null) {
            grading.faults(faults);
        }
        return faults;
    }

    /** The name of the field in which a heading is typed: {@code working-well}. */
    public static String field(Heading heading) {
        return heading.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
