package org.holdfast.casework;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A chronology as a picture: one lane a kind, time from left to right, what lasted as a bar. Only where things stand, in units of the
 * picture; the page draws it.
 *
 * @param width of the whole picture
 * @param height of the whole picture
 */
public record SwimLanes(int width, int height, List<Row> rows, List<Tick> ticks, List<Mark> marks) {

    private static final int NAMES = 170;
    private static final int PLOT = 760;
    private static final int MARGIN = 14;
    private static final int TOP = 28;
    private static final int ROW = 34;
    private static final int SMALLEST = 10;
    private static final List<Integer> YEARS_APART = List.of(1, 2, 5, 10, 20, 50);
    private static final int MOST_TICKS = 16;
    private static final int WEEKS = 65;
    private static final int DAYS = 9;
    private static final int DAYS_OF_A_WEEK = 7;
    private static final int WRITTEN_DAY = 60;

    /** One lane: where its band begins. */
    public record Row(Lane lane, int y) {}

    /** A line down the picture on the first day of a year or month, or, where it shows no more than weeks, on a day. */
    public record Tick(LocalDate day, int x, Every every) {}

    /** How a tick is written: by its year, its month or its day. */
    public enum Every {
        YEAR,
        MONTH,
        DAY
    }

    /**
     * One thing that happened.
     *
     * @param soft whether its ends are not sharp
     */
    public record Mark(ChronologyLine line, int x, int y, int width, int height, boolean soft) {}

    public SwimLanes {
        rows = List.copyOf(rows);
        ticks = List.copyOf(ticks);
        marks = List.copyOf(marks);
    }

    /** Whether there is anything to draw. */
    public boolean empty() {
        return marks.isEmpty();
    }

    /** Where names of lanes end and time begins. */
    public int left() {
        return NAMES;
    }

    /** The picture of these lines, in any order. Lanes without a line are left out. */
    public static SwimLanes of(List<ChronologyLine> lines) {
        if (lines.isEmpty()) {
            return new SwimLanes(NAMES + PLOT + MARGIN, TOP, List.of(), List.of(), List.of());
        }
        LocalDate first = lines.stream()
                .map(line -> line.when().earliest())
                .min(Comparator.naturalOrder())
                .orElseThrow();
        LocalDate last = lines.stream()
                .map(line -> line.when().latest())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        long days = Math.max(1, ChronoUnit.DAYS.between(first, last) + 1);

        SortedSet<Lane> used =
                new TreeSet<>(lines.stream().map(ChronologyLine::lane).toList());
        Map<Lane, Integer> y = new EnumMap<>(Lane.class);
        List<Row> rows = new ArrayList<>();
        for (Lane lane : used) {
            int at = TOP + rows.size() * ROW;
            y.put(lane, at);
            rows.add(new Row(lane, at));
        }
        List<Mark> marks = new ArrayList<>();
        for (ChronologyLine line : lines) {
            int from = x(ChronoUnit.DAYS.between(first, line.when().earliest()), days);
            int to = x(ChronoUnit.DAYS.between(first, line.when().latest()) + 1, days);
            int width = Math.max(SMALLEST, to - from);
            int at = Math.min(from, NAMES + PLOT - width);
            boolean soft = line.when().about() || line.when().precision() != UncertainDay.Precision.DAY;
            marks.add(new Mark(line, at, y.getOrDefault(line.lane(), TOP) + 7, width, ROW - 14, soft));
        }
        return new SwimLanes(NAMES + PLOT + MARGIN, TOP + rows.size() * ROW, rows, ticks(first, last, days), marks);
    }

    private static List<Tick> ticks(LocalDate first, LocalDate last, long days) {
        if (days <= WEEKS) {
            int apart = days <= DAYS ? 1 : DAYS_OF_A_WEEK;
            return first.datesUntil(last.plusDays(1), Period.ofDays(apart))
                    .map(day -> new Tick(day, x(ChronoUnit.DAYS.between(first, day), days), Every.DAY))
                    .filter(tick -> tick.x() <= NAMES + PLOT - WRITTEN_DAY)
                    .toList();
        }
        boolean months = days <= 500;
        long years = ChronoUnit.YEARS.between(first, last);
        // a slip in a year must not draw a hundred years over each other
        int step = YEARS_APART.stream()
                .filter(apart -> years / apart <= MOST_TICKS)
                .findFirst()
                .orElse(YEARS_APART.getLast());
        List<Tick> ticks = new ArrayList<>();
        LocalDate day = months ? first.withDayOfMonth(1) : first.withDayOfYear(1);
        int every = months ? (days > 200 ? 2 : 1) : step;
        for (; !day.isAfter(last); day = months ? day.plusMonths(every) : day.plusYears(every)) {
            if (!day.isBefore(first)) {
                ticks.add(
                        new Tick(day, x(ChronoUnit.DAYS.between(first, day), days), months ? Every.MONTH : Every.YEAR));
            }
        }
        return ticks;
    }

    private static int x(long day, long days) {
        return NAMES + (int) (day * PLOT / days);
    }
}
