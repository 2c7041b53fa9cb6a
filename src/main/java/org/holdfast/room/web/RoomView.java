package org.holdfast.room.web;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.casework.Wishes;
import org.holdfast.decisions.Reading;
import org.holdfast.meetings.AgendaItem;
import org.holdfast.meetings.AgendaItemCommand;
import org.holdfast.meetings.AgendaItemState;
import org.holdfast.meetings.AttendeeId;
import org.holdfast.meetings.Confirmation;
import org.holdfast.meetings.MeetingCommand;
import org.holdfast.meetings.Meetings;
import org.holdfast.meetings.Note;
import org.holdfast.meetings.Sessions;
import org.holdfast.pages.Option;
import org.holdfast.room.Cursor;
import org.holdfast.room.Onlooker;
import org.holdfast.room.Proposal;
import org.holdfast.room.Section;
import org.jspecify.annotations.Nullable;

/**
 * The room as one reader sees it.
 *
 * @param seen the item in the middle; null where there is none
 * @param follows whether the page goes along with the meeting, or stays at the item that was chosen
 * @param sections the parts of the item's note that the reader may read
 * @param theirs the part in which the reader's text could not be saved; null where all is well
 * @param wishes what the child said last, where the reader may know
 * @param decision the decision on the item, where there is one that the reader may read
 * @param owners who may be named as the one who does a proposed action
 * @param window of this page, for the script and for the forms
 */
public record RoomView(
        Meetings.Agenda agenda,
        Sessions.Standing standing,
        Sessions.@Nullable ItemInSession seen,
        boolean follows,
        List<Section> sections,
        Note.@Nullable Part theirs,
        Optional<Wishes> wishes,
        Optional<Reading> decision,
        List<Proposal> proposals,
        boolean mayPropose,
        List<Option> owners,
        List<Onlooker> onlookers,
        Map<AttendeeId, Confirmation> confirmations,
        UUID window,
        Cursor cursor,
        Instant now) {

    public boolean may(MeetingCommand command) {
        return agenda.available().contains(command);
    }

    public boolean may(AgendaItemCommand command) {
        return seen != null && seen.panel().available().contains(command);
    }

    public String meeting() {
        return "/meetings/" + agenda.meeting().id().value();
    }

    /** A page below the room. */
    public String room(String page) {
        return meeting() + "/room" + page;
    }

    public String at(AgendaItem item) {
        return room("?item=" + item.id().value());
    }

    /** A form about the item that is shown, as the meeting takes it. */
    public String here(String page) {
        return meeting() + "/items/" + item() + "/" + page;
    }

    /** A form about the item that is shown, as the room takes it. */
    public String inRoom(String page) {
        return room("/items/" + item() + "/" + page);
    }

    /** The item that is shown; empty for none. */
    public String item() {
        return seen == null ? "" : seen.panel().item().id().value().toString();
    }

    /** Where the window hears what happens. */
    public String events() {
        return room(
                "/events?window=" + window + (seen == null ? "" : "&item=" + item()) + "&after=" + cursor.written());
    }

    public boolean shown(Meetings.Entry entry) {
        return seen != null && seen.panel().item().id().equals(entry.item().id());
    }

    /** The entry so many places after the one that is shown; none beyond either end. */
    public Optional<Meetings.Entry> beside(int places) {
        for (int place = 0; place < agenda.entries().size(); place++) {
            if (shown(agenda.entries().get(place))) {
                int other = place + places;
                return other < 0 || other >= agenda.entries().size()
                        ? Optional.empty()
                        : Optional.of(agenda.entries().get(other));
            }
        }
        return agenda.entries().stream().findFirst();
    }

    /** The child at whose item somebody looks; empty for none, or for one that is not for this reader. */
    public String childOf(Onlooker onlooker) {
        return agenda.entries().stream()
                .filter(it -> it.item().id().equals(onlooker.item()))
                .map(Meetings.Entry::child)
                .findFirst()
                .orElse("");
    }

    /** When an item that is still to come is expected. */
    public Optional<Instant> expected(AgendaItem item) {
        return standing.line(item.id()).flatMap(Sessions.Standing.Line::times).map(it -> it.from());
    }

    public boolean discussing() {
        return seen != null && seen.panel().item().state() == AgendaItemState.DISCUSSING;
    }

    /** Whole minutes since the item was called. */
    public long minutes() {
        Instant called = seen == null ? null : seen.panel().item().startedAt();
        return called == null ? 0 : Math.max(0, Duration.between(called, now).toMinutes());
    }

    public boolean writes(Section section) {
        return standing.writes(section.item(), section.part());
    }

    /** Whether another window holds the section now. */
    public boolean heldElsewhere(Section section) {
        return section.heldAt(now)
                && section.hold() != null
                && !section.hold().window().equals(window);
    }

    public String field(Section section) {
        return field(section.part());
    }

    static String field(Note.Part part) {
        return switch (part) {
            case OPEN -> "open";
            case RESTRICTED -> "restricted";
        };
    }

    public boolean runs() {
        return standing.runs();
    }

    public boolean confirmed(AttendeeId attendee) {
        Confirmation confirmation = confirmations.get(attendee);
        return confirmation != null && confirmation.statement() == Confirmation.STATEMENT;
    }

    /** Whether the reader still has to confirm the confidentiality statement. */
    public boolean toConfirm() {
        return may(MeetingCommand.CONFIRM_STATEMENT)
                && agenda.self().filter(it -> !confirmed(it.id())).isPresent();
    }

    public List<Proposal> waiting() {
        return proposals.stream()
                .filter(it -> it.state() == Proposal.State.PROPOSED)
                .toList();
    }
}
