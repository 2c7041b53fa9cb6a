package org.holdfast.casework.web;

import java.util.List;
import org.holdfast.casework.Scorecard;
import org.jspecify.annotations.Nullable;

/** How the agencies keep what they agreed to do, as a table and as bars. */
public record ScorecardView(Scorecard card) {

    private static final int BAR = 32;
    private static final int TOP = 8;
    private static final int FULL = 360;

    /**
     * One bar.
     *
     * @param y upper edge
     * @param width of 360 for all done in time; null where nothing was to be done yet
     */
    public record Bar(Scorecard.Line line, int y, @Nullable Integer width) {
        /** Where words stand beside the bar. */
        public int text() {
            return y + 17;
        }
    }

    public List<Bar> bars() {
        List<Scorecard.Line> lines = card.lines();
        return java.util.stream.IntStream.range(0, lines.size())
                .mapToObj(at -> {
                    Integer share = lines.get(at).inTimeOfHundred();
                    return new Bar(lines.get(at), TOP + at * BAR, share == null ? null : share * FULL / 100);
                })
                .toList();
    }

    public int height() {
        return TOP * 2 + card.lines().size() * BAR;
    }

    /** Half days as they are; whole days without a dot. */
    public static String days(@Nullable Double days) {
        if (days == null) {
            return "";
        }
        return days == Math.rint(days) ? String.valueOf(days.longValue()) : days.toString();
    }

    public String csv() {
        return "/actions/scorecard.csv?from=" + card.from() + "&until=" + card.until();
    }
}
