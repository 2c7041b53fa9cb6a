package org.holdfast.casework;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * The child stands before a court before the decision is due: the case can be brought forward by an urgent panel (NRM-16).
 *
 * @param court the next day in court
 * @param decisionDue the day on which the decision is due
 */
public record CourtBeforeDecision(CourtDate court, LocalDate decisionDue) {

    /**
     * The warning for a case, if there is one.
     *
     * @param dates all its court dates
     * @param decisionsDue the days on which its running decision clocks are due; the first of them counts
     */
    public static Optional<CourtBeforeDecision> of(
            Collection<CourtDate> dates, Collection<LocalDate> decisionsDue, LocalDate today) {
        Optional<CourtDate> next =
                dates.stream().filter(date -> date.ahead(today)).min(Comparator.comparing(CourtDate::on));
        Optional<LocalDate> due = decisionsDue.stream().min(Comparator.naturalOrder());
        return next.flatMap(
                court -> due.filter(day -> court.on().isBefore(day)).map(day -> new CourtBeforeDecision(court, day)));
    }
}
