package org.holdfast.meetings.web;

import java.util.List;
import org.holdfast.meetings.Attendee;
import org.holdfast.meetings.Capacity;
import org.holdfast.meetings.Meetings;
import org.holdfast.pages.Option;

/**
 * Who is invited to a meeting.
 *
 * @param members who could be invited
 * @param voters for whom a deputy can stand in
 */
public record PeopleView(
        Meetings.Agenda agenda,
        List<Option> members,
        List<Capacity> capacities,
        List<Option> voters,
        boolean mayUninvite) {

    public String path() {
        return Paths.meeting(agenda.meeting().id());
    }

    public String uninvite(Attendee attendee) {
        return path() + "/people/" + attendee.id().value() + "/uninvite";
    }

    /** For whom a deputy stands in; empty for everybody else. */
    public String deputyFor(Attendee attendee) {
        return attendee.deputyFor() == null
                ? ""
                : agenda.attendance()
                        .of(attendee.deputyFor())
                        .map(Attendee::name)
                        .orElse("");
    }
}
