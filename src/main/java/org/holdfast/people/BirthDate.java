package org.holdfast.people;

import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** When a child was born, with how surely that is known. */
public sealed interface BirthDate {

    /** The day is known. */
    record OnDay(LocalDate day) implements BirthDate {}

    /** Only month and year are known. */
    record InMonth(YearMonth month) implements BirthDate {}

    /** Only the year is known. */
    record InYear(Year year) implements BirthDate {}

    /** Somebody who knows the child takes it to lie between two days. */
    record Estimated(LocalDate from, LocalDate until) implements BirthDate {
        public Estimated {
            if (until.isBefore(from)) {
                throw new IllegalArgumentException("an estimate runs from its earlier day to its later");
            }
        }
    }

    /** Nothing is known; a state of its own (NRM-20). */
    record Unknown() implements BirthDate {}

    /** An agency doubts what the child says; such a case is not decided locally (NRM-20). */
    record Disputed(BirthDate claimed) implements BirthDate {
        public Disputed {
            if (claimed instanceof Disputed) {
                throw new IllegalArgumentException("what is disputed is a date that somebody gave");
            }
        }
    }

    /** The day that an age assessment came to; it is worked with until another takes its place. */
    record Assessed(LocalDate day) implements BirthDate {}

    /**
     * How old a child is, as far as is known.
     *
     * @param atLeast full years
     * @param atMost full years; the same as {@code atLeast} where the age is sure
     */
    record Age(int atLeast, int atMost) {
        public boolean sure() {
            return atLeast == atMost;
        }
    }

    /** The first day that it can be. */
    default Optional<LocalDate> earliest() {
        return switch (this) {
            case OnDay(LocalDate day) -> Optional.of(day);
            case InMonth(YearMonth month) -> Optional.of(month.atDay(1));
            case InYear(Year year) -> Optional.of(year.atDay(1));
            case Estimated(LocalDate from, LocalDate _) -> Optional.of(from);
            case Unknown() -> Optional.empty();
            case Disputed(BirthDate claimed) -> claimed.earliest();
            case Assessed(LocalDate day) -> Optional.of(day);
        };
    }

    /** The last day that it can be. */
    default Optional<LocalDate> latest() {
        return switch (this) {
            case OnDay(LocalDate day) -> Optional.of(day);
            case InMonth(YearMonth month) -> Optional.of(month.atEndOfMonth());
            case InYear(Year year) -> Optional.of(year.atMonth(12).atEndOfMonth());
            case Estimated(LocalDate _, LocalDate until) -> Optional.of(until);
            case Unknown() -> Optional.empty();
            case Disputed(BirthDate claimed) -> claimed.latest();
            case Assessed(LocalDate day) -> Optional.of(day);
        };
    }

    /** The day to reckon with, where there is one: known or assessed, and not in dispute. */
    default Optional<LocalDate> certainDay() {
        return switch (this) {
            case OnDay(LocalDate day) -> Optional.of(day);
            case Assessed(LocalDate day) -> Optional.of(day);
            case InMonth _, InYear _, Estimated _, Unknown _, Disputed _ -> Optional.empty();
        };
    }

    /** Whether an agency doubts it and nobody has settled the doubt (NRM-20). */
    default boolean disputed() {
        return this instanceof Disputed;
    }

    /** How old the child is on a day; nothing where nothing is known or the day lies before the birth. A birthday on 29 February counts from 1 March in other years. */
    default Optional<Age> ageOn(LocalDate day) {
        return earliest()
                .flatMap(earliest -> latest().map(latest -> new Age(
                        Math.toIntExact(Math.max(0, ChronoUnit.YEARS.between(latest, day))),
                        Math.toIntExact(ChronoUnit.YEARS.between(earliest, day)))))
                .filter(age -> age.atMost() >= 0 && !earliest().orElse(day).isAfter(day));
    }

    /** As it is stored and sent: {@code 2010-04-12}, {@code 2010-04}, {@code 2010}, {@code 2009-01-01/2010-12-31}, {@code unknown}, {@code disputed:2010-04-12}, {@code assessed:2010-04-12}. */
    default String written() {
        return switch (this) {
            case OnDay(LocalDate day) -> day.toString();
            case InMonth(YearMonth month) -> month.toString();
            case InYear(Year year) -> year.toString();
            case Estimated(LocalDate from, LocalDate until) -> from + "/" + until;
            case Unknown() -> "unknown";
            case Disputed(BirthDate claimed) -> "disputed:" + claimed.written();
            case Assessed(LocalDate day) -> "assessed:" + day;
        };
    }

    /**
     * Reads what {@link #written} wrote.
     *
     * @throws java.time.DateTimeException where it is no such text
     */
    static BirthDate read(String written) {
        if (written.equals("unknown")) {
            return new Unknown();
        }
        if (written.startsWith("disputed:")) {
            return new Disputed(read(written.substring("disputed:".length())));
        }
        if (written.startsWith("assessed:")) {
            return new Assessed(LocalDate.parse(written.substring("assessed:".length())));
        }
        int slash = written.indexOf('/');
        if (slash >= 0) {
            return new Estimated(
                    LocalDate.parse(written.substring(0, slash)), LocalDate.parse(written.substring(slash + 1)));
        }
        return switch (written.length()) {
            case 4 -> new InYear(Year.parse(written));
            case 7 -> new InMonth(YearMonth.parse(written));
            default -> new OnDay(LocalDate.parse(written));
        };
    }

    static BirthDate of(LocalDate day) {
        return new OnDay(day);
    }

    static BirthDate unknown() {
        return new Unknown();
    }
}
