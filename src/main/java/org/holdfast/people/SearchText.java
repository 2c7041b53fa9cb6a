package org.holdfast.people;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody typed to find a child, taken apart: names in any order, a date of birth however written, identifiers with or without
 * spaces.
 *
 * @param codes parts that hold a digit and can be an identifier, without spaces and strokes
 */
record SearchText(List<String> words, Optional<BirthDate> birthDate, List<String> codes) {

    private static final Pattern YEAR_FIRST = Pattern.compile("\\b(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})\\b");
    private static final Pattern DAY_FIRST = Pattern.compile("\\b(\\d{1,2})[-/. ](\\d{1,2})[-/. ](\\d{4}|\\d{2})\\b");
    private static final Pattern DAY_MONTH_IN_WORDS =
            Pattern.compile("\\b(?:(\\d{1,2})(?:st|nd|rd|th)?\\s+)?(\\p{L}{3,9})\\.?\\s+((?:19|20)\\d{2})\\b");
    private static final Pattern MONTH_AND_YEAR = Pattern.compile("\\b(\\d{1,2})/((?:19|20)\\d{2})\\b");
    private static final Pattern YEAR = Pattern.compile("(?<![\\d/-])(?:19|20)\\d{2}(?![\\d/-])");
    private static final Pattern SPACED_NUMBER =
            Pattern.compile("(?<![\\p{L}\\p{N}/-])\\d{2,}(?:[ -]\\d{2,})+(?![\\p{L}\\p{N}/-])");
    private static final Map<String, Month> MONTHS = new HashMap<>();

    static {
        for (Month month : Month.values()) {
            MONTHS.put(month.name().toLowerCase(Locale.ROOT), month);
            MONTHS.put(month.name().toLowerCase(Locale.ROOT).substring(0, 3), month);
        }
    }

    SearchText {
        words = List.copyOf(words);
        codes = List.copyOf(codes);
    }

    /** Whether there is nothing in it to look for. A year alone is not enough. */
    boolean empty() {
        return words.isEmpty()
                && codes.isEmpty()
                && birthDate.filter(it -> !(it instanceof BirthDate.InYear)).isEmpty();
    }

    /** Takes apart what was typed. */
    static SearchText read(String typed, LocalDate today) {
        StringBuilder rest = new StringBuilder(typed.strip());
        Optional<BirthDate> birthDate = take(rest, YEAR_FIRST, it -> day(number(it, 1), number(it, 2), number(it, 3)))
                .or(() -> take(rest, DAY_FIRST, it -> day(year(it.group(3), today), number(it, 2), number(it, 1))))
                .or(() -> take(rest, DAY_MONTH_IN_WORDS, SearchText::inWords))
                .or(() -> take(rest, MONTH_AND_YEAR, it -> month(number(it, 2), number(it, 1))))
                .or(() -> take(rest, YEAR, it -> Optional.of(new BirthDate.InYear(Year.parse(it.group())))));
        List<String> codes = new ArrayList<>();
        Matcher spaced = SPACED_NUMBER.matcher(rest);
        while (spaced.find()) {
            codes.add(IdentifierSystem.compact(spaced.group()));
        }
        List<String> words = new ArrayList<>();
        for (String part : spaced.replaceAll(" ").split("[\\s,;]+")) {
            if (part.chars().anyMatch(Character::isDigit)) {
                codes.add(IdentifierSystem.compact(part));
            } else {
                words.addAll(Words.of(part));
            }
        }
        return new SearchText(first(words), birthDate, first(codes));
    }

    /** As many as a name can have; more would only cost. */
    private static List<String> first(List<String> typed) {
        return typed.subList(0, Math.min(typed.size(), Words.MOST));
    }

    private interface Reading {
        Optional<BirthDate> of(MatchResult found);
    }

    /** Takes the first place that reads as a date out of the text; text that only looks like one stays. */
    private static Optional<BirthDate> take(StringBuilder text, Pattern pattern, Reading reading) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            Optional<BirthDate> date = reading.of(matcher.toMatchResult());
            if (date.isPresent()) {
                text.replace(matcher.start(), matcher.end(), " ");
                return date;
            }
        }
        return Optional.empty();
    }

    private static Optional<BirthDate> inWords(MatchResult found) {
        Month month = MONTHS.get(found.group(2).toLowerCase(Locale.ROOT));
        if (month == null) {
            return Optional.empty();
        }
        return found.group(1) == null
                ? month(number(found, 3), month.getValue())
                : day(number(found, 3), month.getValue(), number(found, 1));
    }

    /** A day; where the month cannot be one, day and month change places. */
    private static Optional<BirthDate> day(int year, int month, int day) {
        try {
            return Optional.of(
                    BirthDate.of(month > 12 ? LocalDate.of(year, day, month) : LocalDate.of(year, month, day)));
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    private static Optional<BirthDate> month(int year, int month) {
        return month >= 1 && month <= 12
                ? Optional.of(new BirthDate.InMonth(YearMonth.of(year, month)))
                : Optional.empty();
    }

    private static int year(String written, LocalDate today) {
        int year = Integer.parseInt(written);
        if (written.length() == 4) {
            return year;
        }
        int thisCentury = today.getYear() / 100 * 100 + year;
        return thisCentury > today.getYear() ? thisCentury - 100 : thisCentury;
    }

    private static int number(MatchResult found, int group) {
        return Integer.parseInt(found.group(group));
    }

    /**
     * How well a child fits what was typed, and by what.
     *
     * @return nothing where some of it speaks against the child
     */
    Optional<Fit> fit(ChildDescription child) {
        List<Found.By> by = new ArrayList<>();
        double sum = 0;
        for (String code : codes) {
            if (child.identifiers().stream()
                    .noneMatch(it -> IdentifierSystem.compact(it.value()).equals(code))) {
                return Optional.empty();
            }
            by.add(Found.By.IDENTIFIER);
            sum += 10;
        }
        if (birthDate.isPresent()) {
            double born = born(birthDate.get(), child.birthDate());
            if (born == 0) {
                return Optional.empty();
            }
            by.add(Found.By.BIRTH_DATE);
            sum += born;
        }
        if (!words.isEmpty()) {
            List<String> main = Words.of(child.name());
            List<String> all = new ArrayList<>();
            child.names().forEach(name -> all.addAll(Words.of(name)));
            double inAll = names(all);
            if (inAll == 0) {
                return Optional.empty();
            }
            by.add(inAll > names(main) ? Found.By.ALIAS : Found.By.NAME);
            sum += inAll;
        }
        return Optional.of(new Fit(sum, by));
    }

    /** How well the words fit a child's; every word has to fit one, but one of three or more may fail. */
    private double names(List<String> known) {
        double sum = 0;
        int failed = 0;
        for (String word : words) {
            double best = known.stream()
                    .mapToDouble(it -> it.startsWith(word) && !it.equals(word) ? 0.95 : Words.likeness(word, it))
                    .max()
                    .orElse(0);
            if (best < 0.7) {
                failed++;
            }
            sum += best;
        }
        boolean together = failed > 0
                && known.size() > 1
                && Words.likeness(String.join("", words), String.join("", known)) >= 0.85;
        if (together) {
            return 0.85;
        }
        return failed > (words.size() >= 3 ? 1 : 0) ? 0 : sum / words.size();
    }

    private static double born(BirthDate typed, BirthDate known) {
        if (known.earliest().isEmpty()) {
            return 0;
        }
        LocalDate from = known.earliest().orElseThrow();
        LocalDate until = known.latest().orElseThrow();
        boolean within = !typed.earliest().orElseThrow().isAfter(until)
                && !typed.latest().orElseThrow().isBefore(from);
        if (within) {
            return from.equals(until) ? 1 : 0.8;
        }
        boolean swapped = typed instanceof BirthDate.OnDay(LocalDate day)
                && from.equals(until)
                && day.getYear() == from.getYear()
                && day.getMonthValue() == from.getDayOfMonth()
                && day.getDayOfMonth() == from.getMonthValue();
        return swapped ? 0.7 : 0;
    }

    /** How well a child fits; more is better. */
    record Fit(double score, List<Found.By> by) {}
}
