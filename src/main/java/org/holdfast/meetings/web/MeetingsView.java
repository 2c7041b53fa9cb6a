package org.holdfast.meetings.web;

import java.time.YearMonth;
import java.util.List;
import org.holdfast.meetings.Meetings;

/**
 * The list of meetings.
 *
 * @param coming by month, the soonest first
 * @param past the latest first
 */
public record MeetingsView(List<Month> coming, List<Meetings.Listed> past, boolean mayPlan) {

    /** The meetings of one month. */
    public record Month(YearMonth month, List<Meetings.Listed> meetings) {}
}
