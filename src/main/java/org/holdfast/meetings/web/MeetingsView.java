package org.holdfast.meetings.web;

import java.time.YearMonth;
import java.util.List;
import org.holdfast.meetings.Meetings;

/**
 * The list of meetings.
 *
 * @param coming by month, the soonest first
 * @param past the latest first
 * @param mayLookAhead whether the reader sees the workload of the quarter
 */
public record MeetingsView(List<Month> coming, List<Meetings.Listed> past, boolean mayPlan, boolean mayLookAhead) {

    /** The meetings of one month. */
    public record Month(YearMonth month, List<Meetings.Listed> meetings) {}
}
