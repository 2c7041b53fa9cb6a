package org.holdfast.meetings;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.holdfast.law.WorkingCalendar;
import org.holdfast.partnership.ClosedDay;
import org.holdfast.partnership.MeetingKind;
import org.holdfast.partnership.Profile;
import org.holdfast.sharing.CaseId;

/**
 * The coming quarter of a partnership, week by week: what is planned, how many cases fall due and how many the panels can take, and what
 * does not fit. It names no child.
 *
 * @param gaps where the cadence of the profile leaves a hole, by kind and day
 */
public record Quarter(List<Week> weeks, List<Gap> gaps) {

    /** How many weeks are looked at. */
    static final int WEEKS = 13;

    public Quarter {
        weeks = List.copyOf(weeks);
        gaps = List.copyOf(gaps);
    }

    /** A day by which a meeting of a kind is expected, and none is planned near it. */
    public record Gap(MeetingKind kind, LocalDate expected) {}

    /** A day on which nobody meets, and why. */
    public record Free(LocalDate day, String why) {}

    /**
     * One week, from Monday.
     *
     * @param due cases whose decision is wanted by a day of this week; those overdue stand in the first week
     * @param listed how many of these stand on the agenda of a panel that meets in time
     * @param late how many of these stand on the agenda of a panel that meets too late for them
     * @param waiting how many of these stand on no agenda; listed, late and waiting are together all that are due
     * @param capacity how many cases the panels of this week take (NRM-21)
     * @param shortBy how many of all the cases due by the end of this week find no place on any panel until then, whoever plans it well
     */
    public record Week(
            LocalDate monday,
            List<DiaryEntry> meetings,
            int due,
            int listed,
            int late,
            int waiting,
            int capacity,
            int shortBy,
            List<Free> free,
            List<Clash> clashes,
            List<Gap> gaps) {
        public Week {
            meetings = List.copyOf(meetings);
            free = List.copyOf(free);
            clashes = List.copyOf(clashes);
            gaps = List.copyOf(gaps);
        }

        public LocalDate sunday() {
            return monday.plusDays(6);
        }

        /** Whether nothing at all is to be said of it. */
        public boolean empty() {
            return meetings.isEmpty() && due == 0 && free.isEmpty() && gaps.isEmpty();
        }
    }

    /** The Monday of the week of a day. */
    static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** The first day after the quarter that begins in the week of this day. */
    static LocalDate after(LocalDate today) {
        return monday(today).plusWeeks(WEEKS);
    }

    /**
     * Lays the quarter out.
     *
     * @param diary the meetings of the quarter that are not called off
     * @param held days of meetings by kind, earlier ones among them
     * @param due every case that waits for a panel
     * @param heardOn the day of the panel on whose agenda a case stands
     */
    static Quarter of(
            LocalDate today,
            Profile profile,
            WorkingCalendar calendar,
            List<DiaryEntry> diary,
            Map<String, List<LocalDate>> held,
            Collection<DueCase> due,
            Map<CaseId, LocalDate> heardOn,
            List<Clash> clashes) {
        LocalDate from = monday(today);
        LocalDate until = after(today);
        List<Gap> gaps = new ArrayList<>();
        for (MeetingKind kind : profile.meetingKinds()) {
            gaps.addAll(Rhythm.gaps(kind, held.getOrDefault(kind.id(), List.of()), today, until, profile, calendar));
        }
        List<Week> weeks = new ArrayList<>();
        int dueSoFar = 0;
        int roomSoFar = 0;
        for (LocalDate monday = from; monday.isBefore(until); monday = monday.plusWeeks(1)) {
            LocalDate first = monday;
            LocalDate next = monday.plusWeeks(1);
            List<DiaryEntry> meetings =
                    diary.stream().filter(it -> within(it.on(), first, next)).toList();
            List<DueCase> wanted = due.stream()
                    .filter(it -> within(it.wantedBy(today), first, next))
                    .toList();
            int listed = 0;
            int late = 0;
            for (DueCase one : wanted) {
                LocalDate on = heardOn.get(one.caseId());
                if (on != null) {
                    boolean inTime = !one.overdue(today) && !on.isAfter(one.wantedBy(today));
                    listed += inTime ? 1 : 0;
                    late += inTime ? 0 : 1;
                }
            }
            // A panel that was held this week hears nobody any more.
            int capacity = meetings.stream()
                    .filter(it -> it.kind().decidesGrounds() && !it.on().isBefore(today))
                    .mapToInt(it -> it.kind().casesPerMeeting())
                    .sum();
            dueSoFar += wanted.size();
            roomSoFar += capacity;
            weeks.add(new Week(
                    monday,
                    meetings,
                    wanted.size(),
                    listed,
                    late,
                    wanted.size() - listed - late,
                    capacity,
                    Math.max(0, dueSoFar - roomSoFar),
                    free(first, next, profile, calendar),
                    clashes.stream().filter(it -> within(it.day(), first, next)).toList(),
                    gaps.stream()
                            .filter(it -> it.kind().decidesGrounds() && within(it.expected(), first, next))
                            .toList()));
        }
        return new Quarter(weeks, gaps);
    }

    private static List<Free> free(LocalDate from, LocalDate until, Profile profile, WorkingCalendar calendar) {
        List<Free> free = new ArrayList<>();
        from.datesUntil(until).forEach(day -> {
            calendar.bankHoliday(day).ifPresent(it -> free.add(new Free(day, it)));
            profile.closedDays().stream()
                    .filter(it -> it.day().equals(day))
                    .map(ClosedDay::reason)
                    .forEach(it -> free.add(new Free(day, it)));
        });
        return free;
    }

    private static boolean within(LocalDate day, LocalDate from, LocalDate until) {
        return !day.isBefore(from) && day.isBefore(until);
    }
}
