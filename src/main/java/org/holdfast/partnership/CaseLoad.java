package org.holdfast.partnership;

/**
 * How many cases one meeting takes and how long each has (NRM-21): 15 minutes a case, 5 to 10 minutes a case, or 2 to 4 cases in two and a
 * half hours.
 *
 * @param leastMinutes the shortest time in which a case is heard
 * @param mostMinutes the time a case has where the meeting is not crowded
 * @param fewestCases below which the meeting is hardly worth holding
 * @param mostCases more are over its capacity
 * @param meetingMinutes how long the whole meeting is planned to last
 */
public record CaseLoad(int leastMinutes, int mostMinutes, int fewestCases, int mostCases, int meetingMinutes) {

    /** The longest a meeting is planned for: a working day. */
    static final int LONGEST = 480;

    /** So many minutes for each case; the meeting lasts as long as its cases. */
    static CaseLoad byCase(int leastMinutes, int mostMinutes, int fewestCases, int mostCases) {
        return new CaseLoad(leastMinutes, mostMinutes, fewestCases, mostCases, mostMinutes * mostCases);
    }

    /** A meeting of so many minutes, shared among its cases. */
    static CaseLoad byMeeting(int meetingMinutes, int fewestCases, int mostCases) {
        return new CaseLoad(
                Math.max(1, meetingMinutes / mostCases),
                Math.max(1, meetingMinutes / fewestCases),
                fewestCases,
                mostCases,
                meetingMinutes);
    }

    /** How long each of so many cases has: they share the meeting, no longer than the most and no shorter than the least. */
    public int minutesFor(int cases) {
        return cases <= 0 ? mostMinutes : Math.clamp(meetingMinutes / cases, leastMinutes, mostMinutes);
    }

    /** Whether every case has the same time, however many there are. */
    public boolean steady() {
        return leastMinutes == mostMinutes;
    }

    /** How many of so many cases are more than one meeting takes. */
    public int over(int cases) {
        return Math.max(0, cases - mostCases);
    }

    /** By how many minutes a meeting with so many cases lasts longer than planned. */
    public int minutesOver(int cases) {
        return Math.max(0, cases * minutesFor(cases) - meetingMinutes);
    }

    /** Whether so many cases are some, and fewer than it is worth meeting for. */
    public boolean few(int cases) {
        return cases > 0 && cases < fewestCases;
    }
}
