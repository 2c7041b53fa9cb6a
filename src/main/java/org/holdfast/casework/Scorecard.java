package org.holdfast.casework;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.holdfast.partnership.AgencyId;
import org.holdfast.sharing.CaseId;
import org.jspecify.annotations.Nullable;

/**
 * How the agencies keep what they agreed to do (MTG-5, GOV-3). Counts actions agreed in a period; names no child.
 *
 * @param lines one for each agency, by name
 * @param all the same over all of them
 */
public record Scorecard(LocalDate from, LocalDate until, List<Line> lines, Line all) {

    public Scorecard {
        lines = List.copyOf(lines);
    }

    /**
     * One agency. Every action agreed is counted once in what follows it.
     *
     * @param doneInTime done on or before its day
     * @param overdue still to be done, and its day has gone by
     * @param toCome still to be done, and its day has not gone by
     * @param again children for whom the agency left two actions or more undone or overdue
     * @param medianDays from the day agreed to the day done; null where nothing was done
     */
    public record Line(
            String agency,
            int agreed,
            int doneInTime,
            int doneLate,
            int notDone,
            int overtaken,
            int overdue,
            int toCome,
            int again,
            @Nullable Double medianDays) {

        /** Of what was to be done by now, the hundredths that were done in time; null where nothing was to be done. */
        public @Nullable Integer inTimeOfHundred() {
            int due = doneInTime + doneLate + notDone + overdue;
            return due == 0 ? null : (int) Math.round(100.0 * doneInTime / due);
        }
    }

    /** An action and whose it is about. */
    record Agreed(CaseId caseId, Action action) {}

    static Scorecard of(LocalDate from, LocalDate until, Collection<Agreed> agreed, LocalDate today) {
        // An agency of the partnership is the same under a new name, and where somebody typed its name.
        Map<String, String> ids = new HashMap<>();
        for (Agreed one : agreed) {
            AgencyId agency = one.action().ownerAgency();
            if (agency != null) {
                ids.put(named(one), agency.value().toString());
            }
        }
        Map<String, List<Agreed>> byAgency = agreed.stream()
                .sorted(Comparator.comparing((Agreed one) -> one.action().agreedOn())
                        .reversed())
                .collect(Collectors.groupingBy(one -> {
                    AgencyId agency = one.action().ownerAgency();
                    return agency != null ? agency.value().toString() : ids.getOrDefault(named(one), named(one));
                }));
        return new Scorecard(
                from,
                until,
                byAgency.values().stream()
                        .map(theirs -> line(theirs.getFirst().action().ownerAgencyName(), theirs, today))
                        .sorted(Comparator.comparing(Line::agency, String.CASE_INSENSITIVE_ORDER))
                        .toList(),
                line("", agreed, today));
    }

    private static String named(Agreed one) {
        return one.action().ownerAgencyName().toLowerCase(Locale.ROOT);
    }

    private static Line line(String agency, Collection<Agreed> agreed, LocalDate today) {
        List<Action> actions = agreed.stream().map(Agreed::action).toList();
        return new Line(
                agency,
                actions.size(),
                count(actions, action -> done(action) && !late(action)),
                count(actions, action -> done(action) && late(action)),
                count(actions, action -> action.state() == ActionState.NOT_DONE),
                count(actions, action -> action.state() == ActionState.OVERTAKEN),
                count(actions, action -> action.overdue(today)),
                count(actions, action -> action.state().open() && !action.overdue(today)),
                (int) agreed.stream()
                        .filter(one -> one.action().state() == ActionState.NOT_DONE
                                || one.action().overdue(today))
                        .collect(Collectors.groupingBy(Agreed::caseId, Collectors.counting()))
                        .values()
                        .stream()
                        .filter(left -> left > 1)
                        .count(),
                median(actions));
    }

    private static int count(Collection<Action> actions, Predicate<Action> which) {
        return (int) actions.stream().filter(which).count();
    }

    private static boolean done(Action action) {
        return action.state() == ActionState.DONE;
    }

    private static boolean late(Action action) {
        LocalDate settled = action.settledOn();
        return settled != null && settled.isAfter(action.dueOn());
    }

    private static @Nullable Double median(Collection<Action> actions) {
        List<Long> days = actions.stream()
                .filter(Scorecard::done)
                .map(action -> ChronoUnit.DAYS.between(
                        action.agreedOn(), action.settledOn() == null ? action.dueOn() : action.settledOn()))
                .sorted(Comparator.naturalOrder())
                .toList();
        if (days.isEmpty()) {
            return null;
        }
        int middle = days.size() / 2;
        return days.size() % 2 == 1 ? days.get(middle).doubleValue() : (days.get(middle - 1) + days.get(middle)) / 2.0;
    }
}
