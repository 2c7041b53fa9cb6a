package org.holdfast.meetings;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.holdfast.partnership.MeetingKind;
import org.jspecify.annotations.Nullable;

/**
 * A meeting as the diary of a partnership sees it.
 *
 * @param meeting null while it is only being planned
 * @param cases how many stand on its agenda
 * @param urgent whether it was called out of its cycle (MTG-6)
 */
public record DiaryEntry(
        @Nullable MeetingId meeting,
        MeetingKind kind,
        LocalDate on,
        LocalTime starts,
        int cases,
        boolean urgent,
        List<Invited> people) {
    public DiaryEntry {
        people = List.copyOf(people);
    }

    /** When it is over: as long as planned, or as long as its cases take (NRM-21). */
    public LocalTime ends() {
        int minutes = Math.max(kind.load().meetingMinutes(), cases * kind.load().minutesFor(cases));
        LocalTime ends = starts.plusMinutes(minutes);
        return ends.isAfter(starts) && minutes < 24 * 60 ? ends : LocalTime.MAX;
    }

    /** Whether two meetings are held at the same time for a while. */
    public boolean overlaps(DiaryEntry other) {
        return on.equals(other.on) && starts.isBefore(other.ends()) && other.starts.isBefore(ends());
    }

    /** Who sent apologies. */
    public List<String> away() {
        return people.stream().filter(Invited::away).map(Invited::name).toList();
    }
}
