package org.holdfast.assurance;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.holdfast.law.UnitedKingdom;
import org.jspecify.annotations.Nullable;

/**
 * What is learnt from what the competent authority answered: of all forms that were sent, how many it agreed with at once, how long it took,
 * what its points were about, and how often the panel decided again. Counts only, and small ones not at all for readers who could guess
 * from them whose case it was.
 *
 * @param totals over the whole time
 * @param months by the month of sending, the latest first
 * @param kinds points by kind, the most frequent first
 * @param suppressed whether small numbers are left out
 */
public record Learning(Row totals, List<Month> months, List<Kind> kinds, boolean suppressed) {

    /** From how many a number is shown to everybody. */
    static final int SMALLEST = 5;

    /** A number, or that it is too small to be shown: then {@code count} is null. */
    public record Number(@Nullable Integer count) {
        public boolean hidden() {
            return count == null;
        }
    }

    /**
     * Counts of forms.
     *
     * @param agreedAtOnce agreed with by the first answer
     * @param again decided again
     * @param medianDays from sending to the first answer; null where none was answered or too few were
     */
    public record Row(
            Number sent,
            Number answered,
            Number agreedAtOnce,
            Number returned,
            Number again,
            @Nullable Integer medianDays) {

        /** Share of those answered that were agreed with at once, in percent; null where it cannot be told. */
        public @Nullable Integer agreedShare() {
            Integer of = answered.count();
            Integer agreed = agreedAtOnce.count();
            return of == null || agreed == null || of == 0 ? null : Math.round(100f * agreed / of);
        }
    }

    public record Month(YearMonth month, Row row) {}

    /** @param ofMost its length beside the most frequent kind, in percent; 0 where the number is not shown */
    public record Kind(PointKind kind, Number number, int ofMost) {}

    public Learning {
        months = List.copyOf(months);
        kinds = List.copyOf(kinds);
    }

    /**
     * Counts.
     *
     * @param suppressing whether numbers from 1 to 4 are left out
     */
    static Learning of(Collection<Assurance> forms, boolean suppressing) {
        Map<YearMonth, List<Assurance>> byMonth = new TreeMap<>(Comparator.reverseOrder());
        for (Assurance form : forms) {
            byMonth.computeIfAbsent(YearMonth.from(UnitedKingdom.day(form.sentAt())), _ -> new ArrayList<>())
                    .add(form);
        }
        return new Learning(
                row(forms, suppressing),
                byMonth.entrySet().stream()
                        .map(month -> new Month(month.getKey(), row(month.getValue(), suppressing)))
                        .toList(),
                kinds(forms, suppressing),
                suppressing);
    }

    private static Row row(Collection<Assurance> forms, boolean suppressing) {
        List<Assurance> answered =
                forms.stream().filter(form -> !form.answers().isEmpty()).toList();
        int agreed = count(answered, form -> first(form) == Verdict.AGREED);
        int returned = count(answered, form -> first(form) == Verdict.RETURNED);
        int again =
                count(forms, form -> form.replacedBy() != null && !form.points().isEmpty());
        List<Number> shown = suppressing
                ? hide(List.of(forms.size(), answered.size(), agreed, returned, again))
                : List.of(
                        new Number(forms.size()),
                        new Number(answered.size()),
                        new Number(agreed),
                        new Number(returned),
                        new Number(again));
        return new Row(
                shown.get(0),
                shown.get(1),
                shown.get(2),
                shown.get(3),
                shown.get(4),
                suppressing && answered.size() < SMALLEST ? null : median(answered));
    }

    private static Verdict first(Assurance form) {
        return form.answers().getFirst().verdict();
    }

    private static int count(Collection<Assurance> forms, Predicate<Assurance> which) {
        return Math.toIntExact(forms.stream().filter(which).count());
    }

    private static @Nullable Integer median(List<Assurance> answered) {
        List<Long> days = answered.stream()
                .map(form -> days(form.sentAt(), form.answers().getFirst().at()))
                .sorted()
                .toList();
        return days.isEmpty() ? null : Math.toIntExact(days.get((days.size() - 1) / 2));
    }

    private static long days(Instant from, Instant until) {
        return Math.round(Duration.between(from, until).toHours() / 24.0);
    }

    private static List<Kind> kinds(Collection<Assurance> forms, boolean suppressing) {
        Map<PointKind, Integer> counts = new EnumMap<>(PointKind.class);
        forms.forEach(form -> form.points().forEach(point -> counts.merge(point.kind(), 1, Integer::sum)));
        List<Map.Entry<PointKind, Integer>> sorted = counts.entrySet().stream()
                .sorted(Map.Entry.<PointKind, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry::getKey))
                .toList();
        List<Number> shown = suppressing
                ? hide(sorted.stream().map(Map.Entry::getValue).toList())
                : sorted.stream().map(one -> new Number(one.getValue())).toList();
        int most = sorted.isEmpty() ? 1 : sorted.getFirst().getValue();
        List<Kind> kinds = new ArrayList<>();
        for (int at = 0; at < sorted.size(); at++) {
            Integer count = shown.get(at).count();
            kinds.add(new Kind(sorted.get(at).getKey(), shown.get(at), count == null ? 0 : 100 * count / most));
        }
        return kinds;
    }

    /**
     * Leaves out numbers from 1 to 4; and where that leaves out one alone, the smallest of the others too, as the one could else be worked
     * out from the sum.
     */
    static List<Number> hide(List<Integer> counts) {
        List<Number> shown = new ArrayList<>(counts.stream()
                .map(count -> new Number(count > 0 && count < SMALLEST ? null : count))
                .toList());
        if (shown.stream().filter(Number::hidden).count() == 1) {
            int smallest = -1;
            for (int at = 0; at < counts.size(); at++) {
                if (!shown.get(at).hidden()
                        && counts.get(at) > 0
                        && (smallest < 0 || counts.get(at) < counts.get(smallest))) {
                    smallest = at;
                }
            }
            if (smallest >= 0) {
                shown.set(smallest, new Number(null));
            }
        }
        return List.copyOf(shown);
    }
}
