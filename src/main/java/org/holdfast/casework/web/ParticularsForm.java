package org.holdfast.casework.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.pages.Form;
import org.holdfast.people.BirthDate;
import org.holdfast.people.ChildFacts;
import org.holdfast.people.ChildName;
import org.holdfast.people.Communication;
import org.holdfast.people.Ethnicity;
import org.holdfast.people.SafeContact;
import org.holdfast.people.Sex;
import org.jspecify.annotations.Nullable;

/** The particulars of a child as they are typed: read into facts, and facts filled in again. */
final class ParticularsForm {

    /** How surely a date of birth is known. */
    enum Sureness {
        TOLD,
        ESTIMATED,
        ASSESSED,
        DISPUTED,
        UNKNOWN
    }

    private ParticularsForm() {}

    static Form filled(ChildFacts facts, int version) {
        ChildName name = facts.name();
        Communication talk = facts.communication();
        Form form = Form.empty()
                .set("version", version)
                .set("asKnown", name.asKnown())
                .set("given", name.given())
                .set("family", name.family())
                .set("nativeScript", name.nativeScript())
                .set("pronunciation", name.pronunciation())
                .set("sex", facts.sex())
                .set("nationalities", String.join(", ", facts.nationalities()))
                .set("ethnicity", facts.ethnicity())
                .set(
                        "languages",
                        String.join(
                                ", ",
                                talk.languages().stream().map(Languages::name).toList()))
                .set("interpreter", talk.interpreter() == null ? null : Languages.name(talk.interpreter()))
                .set("help", talk.help())
                .set("letterLanguage", talk.letterLanguage())
                .set("way", facts.safeContact().way())
                .set("how", facts.safeContact().how())
                .set("livesAt", facts.livesAt());
        return born(form, facts.birthDate());
    }

    private static Form born(Form form, BirthDate born) {
        return switch (born) {
            case BirthDate.OnDay(LocalDate day) ->
                form.set("sureness", Sureness.TOLD).set("born", day);
            case BirthDate.InMonth(YearMonth month) ->
                form.set("sureness", Sureness.TOLD)
                        .set("born-month", month.getMonthValue())
                        .set("born-year", month.getYear());
            case BirthDate.InYear(Year year) ->
                form.set("sureness", Sureness.TOLD).set("born-year", year.getValue());
            case BirthDate.Estimated(LocalDate from, LocalDate until) ->
                form.set("sureness", Sureness.ESTIMATED).set("born", from).set("until", until);
            case BirthDate.Unknown() -> form.set("sureness", Sureness.UNKNOWN);
            case BirthDate.Disputed(BirthDate claimed) -> born(form, claimed).set("sureness", Sureness.DISPUTED);
            case BirthDate.Assessed(LocalDate day) ->
                form.set("sureness", Sureness.ASSESSED).set("born", day);
        };
    }

    /** The facts, or every fault in what was typed. */
    static Outcome<ChildFacts> facts(Form form) {
        List<Reason> faults = new ArrayList<>();
        String asKnown = form.text("asKnown");
        if (asKnown == null) {
            faults.add(Reason.about("asKnown", "casework.particulars.name-missing"));
        }
        Sex sex = form.choice("sex", Sex.class);
        if (sex == null) {
            faults.add(Reason.about("sex", "casework.particulars.sex-missing"));
        }
        SafeContact.Way way = form.choice("way", SafeContact.Way.class);
        if (way == null) {
            faults.add(Reason.about("way", "casework.particulars.way-missing"));
        } else if (way == SafeContact.Way.THROUGH_SOMEBODY && form.text("how") == null) {
            faults.add(Reason.about("how", "casework.particulars.how-missing"));
        }
        BirthDate born = born(form);
        if (born == null) {
            faults.add(Objects.requireNonNullElseGet(
                    form.dateFault("born"), () -> Reason.about("born", "casework.particulars.born-missing")));
        }
        if (asKnown == null || sex == null || way == null || born == null || !faults.isEmpty()) {
            return Outcome.refused(faults);
        }
        String interpreter = form.text("interpreter");
        return Outcome.done(new ChildFacts(
                new ChildName(
                        asKnown,
                        form.text("given"),
                        form.text("family"),
                        form.text("nativeScript"),
                        form.text("pronunciation")),
                born,
                sex,
                several(form, "nationalities"),
                form.choice("ethnicity", Ethnicity.class),
                new Communication(
                        several(form, "languages").stream().map(Languages::code).toList(),
                        interpreter == null ? null : Languages.code(interpreter),
                        form.text("help"),
                        Objects.requireNonNullElse(form.text("letterLanguage"), "eng")),
                new SafeContact(way, form.text("how")),
                form.text("livesAt")));
    }

    private static List<String> several(Form form, String name) {
        return Arrays.stream(form.value(name).split("[,;\n]"))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .toList();
    }

    private static @Nullable BirthDate born(Form form) {
        Sureness sureness = form.choice("sureness", Sureness.class);
        LocalDate day = form.date("born");
        LocalDate until = form.date("until");
        return switch (sureness) {
            case null -> null;
            case UNKNOWN -> BirthDate.unknown();
            case TOLD -> told(form);
            case ASSESSED -> day == null ? null : new BirthDate.Assessed(day);
            case ESTIMATED ->
                day == null || until == null || until.isBefore(day) ? null : new BirthDate.Estimated(day, until);
            case DISPUTED -> {
                BirthDate claimed = form.dateTyped("born") ? told(form) : BirthDate.unknown();
                yield claimed == null ? null : new BirthDate.Disputed(claimed);
            }
        };
    }

    /** A day, a month of a year or a year, by what was typed; null where it is none of them. */
    private static @Nullable BirthDate told(Form form) {
        LocalDate day = form.date("born");
        if (day != null) {
            return BirthDate.of(day);
        }
        Integer year = form.number("born-year");
        if (year == null || year < 1900 || year > 9999 || form.has("born-day")) {
            return null;
        }
        if (!form.has("born-month")) {
            return new BirthDate.InYear(Year.of(year));
        }
        Integer month = form.month("born-month");
        try {
            return month == null ? null : new BirthDate.InMonth(YearMonth.of(year, month));
        } catch (DateTimeException noSuchMonth) {
            return null;
        }
    }
}
