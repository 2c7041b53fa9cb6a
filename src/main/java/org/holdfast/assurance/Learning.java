package org.holdfast.assurance;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.holdfast.law.UnitedKingdom;
import org.jspecify.annotations.Nullable;

/**
 * What is learnt from what the competent authority answered: of all forms that were sent, how many it agreed with at once, how long it took,
 * what its points were about, and how often the panel decided again. Counts only.
 *
 * <p>Readers who could guess from a small number whose case it was get no number from 1 to 4, and none from which one could be worked out:
 * whatever two shown numbers differ by, over any periods, is nothing or at least {@link #SMALLEST}. So that it is, months are put together
 * until they are large enough, and a column that stays too small is left out for all of them.
 *
 * @param totals over the whole time
 * @param periods by the time of sending, the latest first; a month each where small numbers are shown
 * @param kinds points by kind, the most frequent first
 * @param suppressed whether small numbers are left out
 */
public record Learning(Row totals, List<Period> periods, List<Kind> kinds, boolean suppressed) {

    /** From how many a number is shown to everybody. */
    static final int SMALLEST = 5;

    /** A number, or that it is not shown: then {@code count} is null. */
    public record Number(@Nullable Integer count) {
        private static final Number HIDDEN = new Number(null);

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

    /** Some months with what was sent in them. */
    public record Period(YearMonth from, YearMonth until, Row row) {}

    /** @param ofMost its length beside the most frequent kind, in percent; 0 where the number is not shown */
    public record Kind(PointKind kind, Number number, int ofMost) {}

    public Learning {
        periods = List.copyOf(periods);
        kinds = List.copyOf(kinds);
    }

    public boolean nothingSent() {
        Integer sent = totals.sent().count();
        return sent != null && sent == 0;
    }

    /** A column of the report: which forms it counts. Each counts some of those that the ones before it count. */
    private enum Column {
        SENT,
        ANSWERED,
        AGREED,
        RETURNED,
        AGAIN;

        boolean counts(Assurance form) {
            return switch (this) {
                case SENT -> true;
                case ANSWERED -> !form.answers().isEmpty();
                case AGREED -> ANSWERED.counts(form) && first(form) == Verdict.AGREED;
                case RETURNED -> ANSWERED.counts(form) && first(form) == Verdict.RETURNED;
                case AGAIN -> form.replacedBy() != null && !form.points().isEmpty();
            };
        }
    }

    /** What is shown where not everything can be, what tells most first. */
    private static final List<Set<Column>> SHOWN = List.of(
            EnumSet.allOf(Column.class),
            EnumSet.complementOf(EnumSet.of(Column.AGAIN)),
            EnumSet.complementOf(EnumSet.of(Column.SENT)),
            EnumSet.of(Column.ANSWERED, Column.AGREED, Column.RETURNED),
            EnumSet.of(Column.SENT, Column.ANSWERED),
            EnumSet.of(Column.ANSWERED),
            EnumSet.of(Column.SENT));

    /**
     * Counts.
     *
     * @param suppressing whether numbers from 1 to 4 are left out, and whatever they could be worked out from
     */
    static Learning of(Collection<Assurance> forms, boolean suppressing) {
        Set<Column> columns = !suppressing
                ? EnumSet.allOf(Column.class)
                : SHOWN.stream().filter(some -> safe(forms, some)).findFirst().orElse(EnumSet.noneOf(Column.class));
        return new Learning(
                row(forms, columns, suppressing),
                periods(forms, columns, suppressing),
                kinds(forms, suppressing),
                suppressing);
    }

    /**
     * Whether nothing small can be worked out from these columns: forms that are alike in all of them are none, or are enough. Sums of such
     * groups, over columns and over periods, are then none or enough too, and so are all differences.
     */
    private static boolean safe(Collection<Assurance> forms, Set<Column> columns) {
        return forms.stream()
                .collect(Collectors.groupingBy(
                        form -> columns.stream()
                                .filter(column -> column.counts(form))
                                .toList(),
                        Collectors.counting()))
                .entrySet()
                .stream()
                .allMatch(alike -> alike.getKey().isEmpty() || alike.getValue() >= SMALLEST);
    }

    private static List<Period> periods(Collection<Assurance> forms, Set<Column> columns, boolean suppressing) {
        Map<YearMonth, List<Assurance>> months = new TreeMap<>();
        for (Assurance form : forms) {
            months.computeIfAbsent(YearMonth.from(UnitedKingdom.day(form.sentAt())), _ -> new ArrayList<>())
                    .add(form);
        }
        if (columns.isEmpty()) {
            return List.of();
        }
        Deque<Months> together = new ArrayDeque<>();
        months.forEach((month, sent) -> {
            Months open = new Months(month, month, sent);
            boolean closed = !suppressing
                    || together.isEmpty()
                    || safe(together.getLast().forms(), columns);
            together.addLast(closed ? open : together.removeLast().and(open));
        });
        while (suppressing && together.size() > 1 && !safe(together.getLast().forms(), columns)) {
            Months last = together.removeLast();
            together.addLast(together.removeLast().and(last));
        }
        return together.reversed().stream()
                .map(some -> new Period(some.from(), some.until(), row(some.forms(), columns, suppressing)))
                .toList();
    }

    /** Months that are told together. */
    private record Months(YearMonth from, YearMonth until, List<Assurance> forms) {
        Months and(Months later) {
            List<Assurance> both = new ArrayList<>(forms);
            both.addAll(later.forms);
            return new Months(from, later.until, both);
        }
    }

    private static Row row(Collection<Assurance> forms, Set<Column> columns, boolean suppressing) {
        List<Assurance> answered =
                forms.stream().filter(Column.ANSWERED::counts).toList();
        return new Row(
                number(forms, Column.SENT, columns),
                number(forms, Column.ANSWERED, columns),
                number(forms, Column.AGREED, columns),
                number(forms, Column.RETURNED, columns),
                number(forms, Column.AGAIN, columns),
                suppressing && answered.size() < SMALLEST ? null : median(answered));
    }

    private static Number number(Collection<Assurance> forms, Column column, Set<Column> columns) {
        return columns.contains(column)
                ? new Number(
                        Math.toIntExact(forms.stream().filter(column::counts).count()))
                : Number.HIDDEN;
    }

    private static Verdict first(Assurance form) {
        return form.answers().getFirst().verdict();
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

    /** A kind of point is counted only where enough children had one: many points can be one child's. */
    private static List<Kind> kinds(Collection<Assurance> forms, boolean suppressing) {
        Map<PointKind, Integer> counts = new EnumMap<>(PointKind.class);
        Map<PointKind, Integer> children = new EnumMap<>(PointKind.class);
        forms.forEach(form -> {
            form.points().forEach(point -> counts.merge(point.kind(), 1, Integer::sum));
            form.points().stream().map(Point::kind).distinct().forEach(kind -> children.merge(kind, 1, Integer::sum));
        });
        Map<PointKind, Number> shown = new EnumMap<>(PointKind.class);
        counts.forEach((kind, count) -> shown.put(
                kind, suppressing && children.getOrDefault(kind, 0) < SMALLEST ? Number.HIDDEN : new Number(count)));
        int most = shown.values().stream().mapToInt(Learning::length).max().orElse(0);
        return shown.entrySet().stream()
                .sorted(Comparator.comparing(kind -> -length(kind.getValue())))
                .map(kind ->
                        new Kind(kind.getKey(), kind.getValue(), most == 0 ? 0 : 100 * length(kind.getValue()) / most))
                .toList();
    }

    private static int length(Number number) {
        Integer count = number.count();
        return count == null ? 0 : count;
    }
}
