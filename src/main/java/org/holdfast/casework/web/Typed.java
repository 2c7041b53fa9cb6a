package org.holdfast.casework.web;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.holdfast.casework.UncertainDay;
import org.holdfast.law.Reason;
import org.holdfast.pages.Form;
import org.holdfast.pages.Page;
import org.holdfast.partnership.Member;
import org.holdfast.partnership.MemberId;
import org.jspecify.annotations.Nullable;

/** What the forms of a case have in common: uncertain days and plain text. */
final class Typed {

    private Typed() {}

    /** Text without the space around it; empty for none. */
    static String text(Form form, String name) {
        String text = form.text(name);
        return text == null ? "" : text;
    }

    /** The constants of {@code when}, {@code until} and {@code about}; null where what was typed is no day. */
    static @Nullable UncertainDay when(Form form) {
        Optional<UncertainDay> from = day(form, "when");
        return (form.dateTyped("until")
                        ? from.flatMap(begun -> day(form, "until").flatMap(begun::until))
                        : from)
                .orElse(null);
    }

    /** What is wrong with the days as they were typed, beyond their being there. */
    private static List<Reason> whenFaults(Form form) {
        List<Reason> faults = new ArrayList<>();
        if (form.dateTyped("when") && day(form, "when").isEmpty()) {
            faults.add(Reason.about("when", "casework.when.not-a-day"));
        }
        if (form.dateTyped("until") && when(form) == null) {
            faults.add(Reason.about("until", "casework.when.no-end"));
        }
        return faults;
    }

    /** The form with its faults, where a day that is none is told as that and not as missing. */
    static Form faulty(Form form, List<Reason> reasons) {
        List<Reason> faults = new ArrayList<>(whenFaults(form));
        boolean told = !faults.isEmpty();
        reasons.stream()
                .filter(reason -> !told || !Objects.equals(reason.field(), "when"))
                .forEach(faults::add);
        return form.with(faults);
    }

    /** The form with its faults, where a whole date that is none is told as that and not as missing. */
    static Form dated(Form form, List<Reason> reasons, String... days) {
        Set<String> dates = Set.of(days);
        return form.with(reasons.stream()
                .map(reason -> {
                    String field = reason.field();
                    Reason better = field == null || !dates.contains(field) ? null : form.dateFault(field);
                    return better == null ? reason : better;
                })
                .toList());
    }

    /** What a filter asks for, with what is wrong with its days {@code from} and {@code to}: one that is none narrows nothing, and is told. */
    static Form period(Form form) {
        List<Reason> faults = new ArrayList<>();
        for (String day : List.of("from", "to")) {
            Reason fault = form.dateFault(day);
            if (fault != null) {
                faults.add(fault);
            }
        }
        LocalDate from = form.date("from");
        LocalDate to = form.date("to");
        if (from != null && to != null && from.isAfter(to)) {
            faults.add(Reason.about("to", "casework.scorecard.backwards"));
        }
        return form.with(faults);
    }

    private static Optional<UncertainDay> day(Form form, String name) {
        Integer day = form.has(name + "-day") ? number(form.number(name + "-day")) : null;
        Integer month = form.has(name + "-month") ? number(form.month(name + "-month")) : null;
        return UncertainDay.typed(day, month, form.number(name + "-year"), form.ticked("about"));
    }

    /** A part that was typed but is no number is no day of any month. */
    private static Integer number(@Nullable Integer typed) {
        return typed == null ? Integer.valueOf(0) : typed;
    }

    /** The form filled with an uncertain day, so that it reads back the same. */
    static Form filled(Form form, UncertainDay when) {
        Form filled = form.set("about", when.about());
        return switch (when.precision()) {
            case DAY -> filled.set("when", when.earliest());
            case MONTH ->
                filled.set("when-month", when.earliest().getMonthValue())
                        .set("when-year", when.earliest().getYear());
            case YEAR -> filled.set("when-year", when.earliest().getYear());
            case STRETCH -> filled.set("when", when.earliest()).set("until", when.latest());
        };
    }

    /** An uncertain day in words. */
    static String words(Page page, UncertainDay when) {
        String words = switch (when.precision()) {
            case DAY -> page.date(when.earliest());
            case MONTH -> page.month(YearMonth.from(when.earliest()));
            case YEAR -> String.valueOf(when.earliest().getYear());
            case STRETCH -> page.text("casework.when.stretch", page.date(when.earliest()), page.date(when.latest()));
        };
        return when.about() ? page.text("casework.when.about", words) : words;
    }

    static @Nullable MemberId member(Form form, String name) {
        UUID id = form.id(name);
        return id == null ? null : new MemberId(id);
    }

    /** A member as a list of choices shows them. */
    static String inList(Member member) {
        return member.name() + ", " + member.agency().name();
    }
}
