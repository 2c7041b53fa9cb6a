package org.holdfast.meetings.web;

import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import org.holdfast.meetings.AgendaItemCommand;
import org.holdfast.meetings.AgendaProposal;
import org.holdfast.meetings.AgendaSlots;
import org.holdfast.meetings.Diary;
import org.holdfast.meetings.MeetingCommand;
import org.holdfast.meetings.Meetings;
import org.holdfast.pages.Page;
import org.holdfast.partnership.CaseLoad;

/**
 * A meeting with its agenda.
 *
 * @param around how it came to be and what is arranged around it
 */
public record AgendaView(Meetings.Agenda agenda, Diary.Arranged around) {

    /** What so many cases mean for the time of this meeting (NRM-21). */
    public CaseLoad load() {
        return agenda.kind().load();
    }

    public int cases() {
        return agenda.entries().size();
    }

    /** When the last item is planned to end. */
    public LocalTime ends() {
        return agenda.entries().stream()
                .flatMap(it -> it.slot().stream())
                .map(AgendaSlots.Slot::until)
                .reduce((_, later) -> later)
                .orElse(agenda.meeting().starts());
    }

    public boolean may(MeetingCommand command) {
        return agenda.available().contains(command);
    }

    public boolean may(Meetings.Entry entry, AgendaItemCommand command) {
        return entry.available().contains(command);
    }

    public String path() {
        return Paths.meeting(agenda.meeting().id());
    }

    public String path(String page) {
        return Paths.meeting(agenda.meeting().id(), page);
    }

    public String item(Meetings.Entry entry) {
        return Paths.item(entry.item());
    }

    public String item(Meetings.Entry entry, String page) {
        return Paths.item(entry.item(), page);
    }

    /** The place at which the reader sees an item, from 1: items the reader does not see leave no gap. */
    public int place(Meetings.Entry entry) {
        return agenda.entries().indexOf(entry) + 1;
    }

    /** A reason for being on the agenda, in words. */
    public static String why(Page page, AgendaProposal.Why why) {
        String key = "meetings.because."
                + why.because().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return why.day() == null ? page.text(key) : page.text(key, page.date(why.day()));
    }

    /** All reasons in words. */
    public static List<String> why(Page page, List<AgendaProposal.Why> reasons) {
        return reasons.stream().map(it -> why(page, it)).toList();
    }
}
