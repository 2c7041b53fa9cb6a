package org.holdfast.meetings.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.holdfast.meetings.AgendaItemCommand;
import org.holdfast.meetings.AgendaItemState;
import org.holdfast.meetings.Attendee;
import org.holdfast.meetings.AttendeeId;
import org.holdfast.meetings.MeetingCommand;
import org.holdfast.meetings.MeetingState;
import org.holdfast.meetings.Meetings;
import org.holdfast.meetings.Note;
import org.holdfast.meetings.Sessions;
import org.holdfast.pages.Option;
import org.jspecify.annotations.Nullable;

/**
 * A meeting in session: agenda, the item in the middle, and what belongs to it.
 *
 * @param item the item that is shown; null before the first
 * @param owners of a proposed action
 * @param theirs what somebody else saved in the note while the reader wrote; null where nothing was
 */
public record RunView(
        Meetings.Agenda agenda,
        Sessions.@Nullable ItemInSession item,
        List<Option> owners,
        @Nullable Note theirs,
        Instant now) {

    public boolean may(MeetingCommand command) {
        return agenda.available().contains(command);
    }

    public boolean may(AgendaItemCommand command) {
        return item != null && item.panel().available().contains(command);
    }

    public String path() {
        return Paths.meeting(agenda.meeting().id());
    }

    public String path(String page) {
        return Paths.meeting(agenda.meeting().id(), page);
    }

    /** Whether there are minutes to be read. */
    public boolean minutesRead() {
        return agenda.meeting().state() == MeetingState.FINISHED
                || agenda.meeting().state() == MeetingState.APPROVED;
    }

    public String item(Meetings.Entry entry) {
        return Paths.item(entry.item());
    }

    /** A page below the item that is shown. */
    public String here(String page) {
        if (item == null) {
            throw new IllegalStateException("no item is shown");
        }
        return Paths.item(item.panel().item(), page);
    }

    public String attendance(Attendee attendee) {
        return path() + "/attendance/" + attendee.id().value();
    }

    public boolean shown(Meetings.Entry entry) {
        return item != null && item.panel().item().id().equals(entry.item().id());
    }

    /** The item after the one that is shown, or the first; nothing after the last. */
    public Optional<Meetings.Entry> next() {
        return agenda.entries().stream()
                .filter(it -> it.item().state() == AgendaItemState.LISTED && !shown(it))
                .findFirst();
    }

    /** Minutes since the item was called; 0 before. */
    public long minutesSinceCalled() {
        Instant started = item == null ? null : item.panel().item().startedAt();
        return started == null ? 0 : java.time.Duration.between(started, now).toMinutes();
    }

    public boolean conflicted(AttendeeId attendee) {
        return item != null
                && item.conflicts().stream().anyMatch(it -> it.attendee().equals(attendee));
    }

    public String name(AttendeeId attendee) {
        return agenda.attendance().of(attendee).map(Attendee::name).orElse("");
    }

    /** The people invited to the item, for whom a conflict can be declared. */
    public List<Option> declarable() {
        return item == null
                ? List.of()
                : item.panel().quorum().seats().stream()
                        .map(it -> it.attendee())
                        .filter(it -> !conflicted(it.id()))
                        .filter(it -> may(MeetingCommand.RECORD_PRESENCE)
                                || agenda.self().filter(it::equals).isPresent())
                        .map(it -> Option.of(it.id().value().toString(), it.name() + ", " + it.agencyName()))
                        .toList();
    }
}
