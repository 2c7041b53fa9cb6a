package org.holdfast.meetings.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.holdfast.meetings.Clash;
import org.holdfast.meetings.Quarter;
import org.holdfast.meetings.QuarterPicture;
import org.holdfast.pages.Page;
import org.holdfast.partnership.Cadence;
import org.holdfast.partnership.MeetingKind;

/** The coming quarter with its clashes and workload. */
public record QuarterView(Quarter quarter, boolean mayPlan) {

    public QuarterPicture picture() {
        return QuarterPicture.of(quarter);
    }

    /** A clash in words. */
    public static String words(Page page, Clash clash) {
        return page.text(key(clash), details(clash, page.longDate(clash.day())));
    }

    static String key(Clash clash) {
        return "meetings.clash." + clash.sort().name().toLowerCase(Locale.ROOT).replace('_', '-')
                + (ofOneKind(clash) ? ".one-kind" : "");
    }

    private static boolean ofOneKind(Clash clash) {
        return switch (clash.sort()) {
            case IN_TWO_PLACES, ONE_COORDINATOR ->
                clash.names().size() > 2
                        && clash.names().getFirst().equals(clash.names().get(2));
            case CLOSED_DAY, BANK_HOLIDAY, WEEKEND, SAME_KIND, SHORT_NOTICE, AWAY, AWAY_WITH_DEPUTY -> false;
        };
    }

    static Object[] details(Clash clash, String day) {
        List<Object> details = new ArrayList<>(List.of(day));
        details.addAll(clash.names());
        return details.toArray();
    }

    /** All clashes of the quarter, by day. */
    public List<Clash> clashes() {
        return quarter.weeks().stream().flatMap(it -> it.clashes().stream()).toList();
    }

    /** A kind of meeting whose cadence leaves holes, and how many. */
    public record Hole(MeetingKind kind, int meetings, java.time.LocalDate first) {}

    /** Where the cadence leaves holes, kind by kind. */
    public List<Hole> holes() {
        Map<String, Hole> holes = new LinkedHashMap<>();
        for (Quarter.Gap gap : quarter.gaps()) {
            holes.merge(
                    gap.kind().id(),
                    new Hole(gap.kind(), 1, gap.expected()),
                    (before, _) -> new Hole(before.kind(), before.meetings() + 1, before.first()));
        }
        return List.copyOf(holes.values());
    }

    /** The last week by whose end cases are left without a place, if there is one. */
    public int shortBy() {
        return quarter.weeks().stream().mapToInt(Quarter.Week::shortBy).max().orElse(0);
    }

    /** A cadence as a profile writes it, such as {@code every 2 weeks}. */
    static String every(MeetingKind kind) {
        return switch (kind.cadence()) {
            case Cadence.Every(int count, Cadence.Unit unit) ->
                count + " " + unit.name().toLowerCase(Locale.ROOT).replaceFirst(count == 1 ? "s$" : "$", "");
            case Cadence.OnDemand() -> "";
        };
    }

    /** A cadence in words. */
    public static String cadence(Page page, MeetingKind kind) {
        return page.text("meetings.quarter.every", every(kind));
    }
}
