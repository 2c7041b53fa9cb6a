package org.holdfast.meetings;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A quarter as a picture: a bar a week, the cases on an agenda below and those that wait above, with a line where the panels of the week can
 * take no more. Only where things stand, in units of the picture; the page draws it.
 *
 * @param top the number of cases at the top of the scale
 */
public record QuarterPicture(int width, int height, int base, int top, List<Bar> bars, List<Tick> ticks) {

    private static final int LEFT = 40;
    private static final int SLOT = 62;
    private static final int BAR = 38;
    private static final int ABOVE = 14;
    private static final int PLOT = 200;
    private static final int BELOW = 44;

    /**
     * One week.
     *
     * @param listedHeight of the part that stands on an agenda
     * @param waitingHeight of the part that waits, above the other
     * @param roomY height of the line of capacity; the base where no panel meets
     */
    public record Bar(
            LocalDate monday,
            int x,
            int width,
            int listedY,
            int listedHeight,
            int waitingY,
            int waitingHeight,
            int roomY,
            int due,
            int capacity) {}

    /** A line across at a number of cases. */
    public record Tick(int cases, int y) {}

    public QuarterPicture {
        bars = List.copyOf(bars);
        ticks = List.copyOf(ticks);
    }

    /** The picture of a quarter. */
    public static QuarterPicture of(Quarter quarter) {
        int most = quarter.weeks().stream()
                .map(it -> Math.max(it.due(), it.capacity()))
                .max(Comparator.naturalOrder())
                .orElse(0);
        int step = most <= 5 ? 1 : most <= 10 ? 2 : most <= 25 ? 5 : 10 * (1 + most / 100);
        int top = Math.max(step, (most + step - 1) / step * step);
        int base = ABOVE + PLOT;
        List<Bar> bars = new ArrayList<>();
        int x = LEFT + (SLOT - BAR) / 2;
        for (Quarter.Week week : quarter.weeks()) {
            int listed = week.listed() * PLOT / top;
            int all = week.due() * PLOT / top;
            bars.add(new Bar(
                    week.monday(),
                    x,
                    BAR,
                    base - listed,
                    listed,
                    base - all,
                    all - listed,
                    base - week.capacity() * PLOT / top,
                    week.due(),
                    week.capacity()));
            x += SLOT;
        }
        List<Tick> ticks = new ArrayList<>();
        for (int cases = 0; cases <= top; cases += step) {
            ticks.add(new Tick(cases, base - cases * PLOT / top));
        }
        return new QuarterPicture(LEFT + SLOT * quarter.weeks().size(), base + BELOW, base, top, bars, ticks);
    }
}
