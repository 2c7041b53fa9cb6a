package org.holdfast.meetings.web;

import java.util.List;
import java.util.UUID;
import org.holdfast.meetings.Addendum;
import org.holdfast.meetings.AgendaItemId;
import org.holdfast.meetings.MeetingCommand;
import org.holdfast.meetings.MinuteBook;
import org.holdfast.meetings.MinutesText;
import org.holdfast.pages.Option;
import org.jspecify.annotations.Nullable;

/** The minutes of a meeting, as this reader may see them. */
public record MinutesView(MinuteBook.Minutes minutes) {

    public boolean may(MeetingCommand command) {
        return minutes.available().contains(command);
    }

    public String path() {
        return Paths.meeting(minutes.meeting().id());
    }

    public String path(String page) {
        return Paths.meeting(minutes.meeting().id(), page);
    }

    public String item(MinutesText.Item item) {
        return Paths.item(minutes.meeting().id().value(), item.item());
    }

    /** The addenda to one item, or with null those to the meeting as a whole. */
    public List<Addendum> addenda(@Nullable UUID item) {
        AgendaItemId about = item == null ? null : new AgendaItemId(item);
        return minutes.addenda().stream()
                .filter(it -> java.util.Objects.equals(it.item(), about))
                .toList();
    }

    /** The items to which an addendum can be added. */
    public List<Option> items() {
        return minutes.text().items().stream()
                .map(it -> Option.of(it.item().toString(), it.child()))
                .toList();
    }
}
