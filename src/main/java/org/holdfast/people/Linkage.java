package org.holdfast.people;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.holdfast.law.Reason;

/**
 * Whether two descriptions are of one child (REF-4). Each part, names, date of birth, identifiers and sex, adds or takes weight; the
 * weights are logarithms to base two of how much more often the finding occurs with one child than with two, so they add up.
 */
public final class Linkage {
    /** Weight above which two descriptions are taken to be one child. */
    private static final double LIKELY = 11;
    /** Weight above which somebody has to look. */
    private static final double POSSIBLE = 4.5;

    private static final String RULE = "REF-4";

    private final ChildDescription one;
    private final List<Name> names;

    private Linkage(ChildDescription one) {
        this.one = one;
        this.names = Name.of(one);
    }

    /** A description that is compared with many. */
    static Linkage of(ChildDescription one) {
        return new Linkage(one);
    }

    /** Compares two descriptions; which comes first makes no difference to the verdict. */
    public static Likeness compare(ChildDescription one, ChildDescription other) {
        return of(one).with(other);
    }

    /** The same, for the description that this was made of. */
    Likeness with(ChildDescription other) {
        List<Reason> reasons = new ArrayList<>();
        double weight = namesWith(other, reasons)
                + births(one.birthDate(), other.birthDate(), reasons)
                + identifiers(one.identifiers(), other.identifiers(), reasons)
                + sexes(one.sex(), other.sex(), reasons);
        Likeness.Verdict verdict = weight >= LIKELY
                ? Likeness.Verdict.LIKELY
                : weight >= POSSIBLE ? Likeness.Verdict.POSSIBLE : Likeness.Verdict.UNLIKELY;
        long percent = Math.round(100 / (1 + Math.pow(2, (POSSIBLE + LIKELY) / 2 - weight)));
        return new Likeness(verdict, (int) Math.clamp(percent, 0, 99), reasons);
    }

    // names

    /** A name with its words, main name or one of the others. */
    private record Name(String written, List<Words.Heard> words, boolean main) {
        static List<Name> of(ChildDescription child) {
            return child.names().stream()
                    .map(name -> new Name(
                            name,
                            Words.of(name).stream().map(Words.Heard::of).toList(),
                            name.equals(child.name())))
                    .toList();
        }

        List<String> letters() {
            return words.stream().map(Words.Heard::letters).toList();
        }

        Words.Heard together() {
            return Words.Heard.of(String.join("", letters()));
        }

        int length() {
            return words.stream().mapToInt(Linkage::length).sum();
        }
    }

    private double namesWith(ChildDescription other, List<Reason> reasons) {
        Optional<Match> best = Optional.empty();
        List<Name> candidates = Name.of(other);
        for (Name name : names) {
            for (Name candidate : candidates) {
                Match match = match(name, candidate);
                if (best.isEmpty() || match.likeness() > best.get().likeness()) {
                    best = Optional.of(match);
                }
            }
        }
        if (best.isEmpty()) {
            return 0;
        }
        reasons.add(best.get().reason());
        return weight(best.get().likeness());
    }

    /** Two whole names: how alike they are, from 0 to 1. */
    private record Match(double likeness, Reason reason) {}

    /** A word of the one name paired with one of the other. */
    private record Pair(int one, int other, double likeness) {}

    private static Match match(Name one, Name other) {
        List<Words.Heard> left = one.words();
        List<Words.Heard> right = other.words();
        boolean bothMain = one.main() && other.main();
        if (left.isEmpty() || right.isEmpty()) {
            return new Match(0, because("names-different", one.written(), other.written()));
        }
        if (left.equals(right)) {
            return new Match(1, bothMain ? because("names-same") : alias(one, other));
        }
        if (left.size() == right.size()
                && one.letters().stream()
                        .sorted()
                        .toList()
                        .equals(other.letters().stream().sorted().toList())) {
            return new Match(0.99, bothMain ? because("names-other-order") : alias(one, other));
        }
        List<Pair> pairs = pairs(left, right);
        double matched = pairs.stream()
                .mapToDouble(pair -> pair.likeness() * (length(left.get(pair.one())) + length(right.get(pair.other()))))
                .sum();
        double ofShorter = 2.0 * Math.min(one.length(), other.length());
        double ofBoth = one.length() + other.length();
        double wordByWord = 0.35 * Math.min(1, matched / ofShorter) + 0.65 * (matched / ofBoth);
        // A name that leaves out middle names says less, but does not say otherwise.
        boolean allOfTheShorter = pairs.size() == Math.min(left.size(), right.size())
                && Math.min(left.size(), right.size()) >= 2
                && pairs.stream().allMatch(pair -> pair.likeness() >= 0.85);
        if (allOfTheShorter) {
            double mean = pairs.stream().mapToDouble(Pair::likeness).average().orElse(0);
            wordByWord = Math.max(wordByWord, mean * (left.size() == right.size() ? 0.97 : 0.92));
        }
        // A word on either side that nothing answers to: a twin, or another child of the family.
        if (pairs.size() < Math.min(left.size(), right.size())) {
            wordByWord = Math.min(wordByWord, 0.6);
        }
        // Words written together or apart: Abdul Rahman, Abdulrahman.
        double together =
                left.size() == right.size() ? 0 : 0.96 * Words.likeness(one.together(), other.together());
        // One name of several in common: another family name, a twin, a name a person was given on the way.
        boolean oneInCommon = pairs.stream()
                .anyMatch(
                        pair -> pair.likeness() >= 0.88
                                && left.get(pair.one()).letters().length() >= 3);
        double likeness = Math.max(Math.max(wordByWord, together >= 0.75 ? together : 0), oneInCommon ? 0.5 : 0);
        String key = likeness <= 0.6
                ? oneInCommon ? "names-one" : "names-different"
                : !bothMain
                        ? "names-alias"
                        : left.size() == right.size() || together > wordByWord ? "names-spelling" : "names-part";
        return new Match(likeness, because(key, one.written(), other.written()));
    }

    private static Reason alias(Name one, Name other) {
        return because("names-alias", one.written(), other.written());
    }

    /** Words paired so that the most alike find each other first; words less alike than a slip stay alone. */
    private static List<Pair> pairs(List<Words.Heard> left, List<Words.Heard> right) {
        List<Pair> all = new ArrayList<>();
        for (int i = 0; i < left.size(); i++) {
            for (int j = 0; j < right.size(); j++) {
                double likeness = Words.likeness(left.get(i), right.get(j));
                if (likeness >= 0.5) {
                    all.add(new Pair(i, j, likeness));
                }
            }
        }
        all.sort(Comparator.comparingDouble(Pair::likeness).reversed());
        boolean[] usedLeft = new boolean[left.size()];
        boolean[] usedRight = new boolean[right.size()];
        List<Pair> chosen = new ArrayList<>();
        for (Pair pair : all) {
            if (!usedLeft[pair.one()] && !usedRight[pair.other()]) {
                usedLeft[pair.one()] = true;
                usedRight[pair.other()] = true;
                chosen.add(pair);
            }
        }
        return chosen;
    }

    private static int length(Words.Heard word) {
        return Math.max(2, word.letters().length());
    }

    private static double weight(double likeness) {
        double[][] steps = {{0, -7}, {0.4, -6}, {0.55, -2}, {0.7, 1.5}, {0.8, 3.5}, {0.9, 5.5}, {0.97, 7}, {1, 8}};
        for (int next = 1; next < steps.length; next++) {
            if (likeness <= steps[next][0]) {
                double along = (likeness - steps[next - 1][0]) / (steps[next][0] - steps[next - 1][0]);
                return steps[next - 1][1] + along * (steps[next][1] - steps[next - 1][1]);
            }
        }
        return 8;
    }

    // dates of birth

    private static double births(BirthDate one, BirthDate other, List<Reason> reasons) {
        Optional<LocalDate> first = onlyDay(one);
        Optional<LocalDate> second = onlyDay(other);
        if (first.isPresent() && second.isPresent()) {
            return days(first.get(), second.get(), reasons);
        }
        if (one.earliest().isEmpty() || other.earliest().isEmpty()) {
            return 0;
        }
        LocalDate from = later(one.earliest().orElseThrow(), other.earliest().orElseThrow());
        LocalDate until = earlier(one.latest().orElseThrow(), other.latest().orElseThrow());
        if (!until.isBefore(from)) {
            reasons.add(because("birth-agrees"));
            long years = Math.max(span(one), span(other)) / 365;
            return years == 0 && Math.max(span(one), span(other)) < 32 ? 5 : Math.max(0.5, 2.5 - years * 0.5);
        }
        if (ChronoUnit.DAYS.between(until, from) <= 366) {
            reasons.add(because("birth-near"));
            return 0;
        }
        reasons.add(because("birth-different"));
        return -3.1;
    }

    private static double days(LocalDate one, LocalDate other, List<Reason> reasons) {
        if (one.equals(other)) {
            reasons.add(because("birth-same"));
            return 10;
        }
        if (one.getYear() == other.getYear()
                && one.getMonthValue() == other.getDayOfMonth()
                && one.getDayOfMonth() == other.getMonthValue()) {
            reasons.add(because("birth-swapped"));
            return 7;
        }
        String left = one.toString();
        String right = other.toString();
        int differing = differing(left, right);
        if (differing == 1) {
            reasons.add(because("birth-one-digit"));
            return 6;
        }
        if (Words.slips(left, right) == 1) {
            reasons.add(because("birth-digits-swapped"));
            return 6;
        }
        if (one.getYear() == other.getYear() && one.getMonth() == other.getMonth()) {
            reasons.add(because("birth-same-month"));
            return 3;
        }
        if (one.getMonth() == other.getMonth() && one.getDayOfMonth() == other.getDayOfMonth()) {
            reasons.add(because("birth-other-year"));
            return 3;
        }
        if (one.getYear() == other.getYear() && differing == 2) {
            reasons.add(because("birth-same-year"));
            return 1.5;
        }
        if (Math.abs(ChronoUnit.DAYS.between(one, other)) <= 366) {
            reasons.add(because("birth-near"));
            return 0;
        }
        reasons.add(because("birth-different"));
        return -3.1;
    }

    /** The one day it can be, also where it is disputed: two agencies may have been told the same date. */
    private static Optional<LocalDate> onlyDay(BirthDate birthDate) {
        return birthDate
                .earliest()
                .filter(day -> birthDate.latest().filter(day::equals).isPresent());
    }

    private static long span(BirthDate birthDate) {
        return ChronoUnit.DAYS.between(
                birthDate.earliest().orElseThrow(), birthDate.latest().orElseThrow());
    }

    private static int differing(String left, String right) {
        int differing = 0;
        for (int place = 0; place < Math.min(left.length(), right.length()); place++) {
            differing += left.charAt(place) == right.charAt(place) ? 0 : 1;
        }
        return differing;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    // identifiers and sex

    private static double identifiers(List<Identifier> one, List<Identifier> other, List<Reason> reasons) {
        double weight = 0;
        boolean same = false;
        for (Identifier left : one) {
            for (Identifier right : other) {
                if (left.system() != right.system() || !left.system().meansOneChild()) {
                    continue;
                }
                String name = left.system().name().toLowerCase(Locale.ROOT).replace('_', '-');
                if (left.same(right)) {
                    reasons.add(because("identifier-same." + name));
                    same = true;
                } else if (Words.slips(IdentifierSystem.compact(left.value()), IdentifierSystem.compact(right.value()))
                        == 1) {
                    reasons.add(because("identifier-near." + name));
                    weight += 4;
                } else {
                    reasons.add(because("identifier-different." + name));
                    weight -= 3;
                }
            }
        }
        return same ? 25 : Math.clamp(weight, -6, 8);
    }

    private static double sexes(Sex one, Sex other, List<Reason> reasons) {
        if (one == Sex.UNKNOWN || other == Sex.UNKNOWN) {
            return 0;
        }
        if (one == other) {
            return 0.8;
        }
        reasons.add(because("sex-different"));
        return -1.5;
    }

    private static Reason because(String finding, String... details) {
        return Reason.of("people.likeness." + finding, RULE, details);
    }
}
