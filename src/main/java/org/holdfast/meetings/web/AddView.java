package org.holdfast.meetings.web;

import java.util.List;
import org.holdfast.meetings.AgendaProposal;
import org.holdfast.meetings.Meetings;

/** What waits for a panel, to be put on an agenda. */
public record AddView(Meetings.Agenda agenda, List<Meetings.Proposed> proposals) {

    /** Whether somebody is in court before this meeting (NRM-16). */
    public boolean pressesBeforeThis() {
        return proposals.stream()
                .flatMap(it -> it.proposal().reasons().stream())
                .anyMatch(it -> it.because() == AgendaProposal.Because.COURT_BEFORE_MEETING);
    }

    /** Whether this kind of meeting may be called out of its cycle (MTG-6). */
    public boolean mayBeUrgent() {
        return agenda.kind().urgent() != null;
    }

    public String path() {
        return Paths.meeting(agenda.meeting().id());
    }
}
