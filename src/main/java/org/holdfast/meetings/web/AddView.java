package org.holdfast.meetings.web;

import java.util.List;
import org.holdfast.meetings.Meetings;

/** What waits for a panel, to be put on an agenda. */
public record AddView(Meetings.Agenda agenda, List<Meetings.Proposed> proposals) {

    public String path() {
        return Paths.meeting(agenda.meeting().id());
    }
}
