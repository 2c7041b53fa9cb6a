package org.holdfast.meetings.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.holdfast.meetings.Addendum;
import org.holdfast.meetings.MeetingCommand;
import org.holdfast.meetings.MinuteBook;
import org.holdfast.meetings.MinutesClock;
import org.holdfast.meetings.MinutesItemCommand;
import org.holdfast.meetings.MinutesItemState;
import org.holdfast.meetings.MinutesText;
import org.holdfast.pages.Option;
import org.jspecify.annotations.Nullable;

/**
 * The minutes of a meeting, as a reader may see them.
 *
 * @param preview whether the co-ordinator looks at them as somebody else reads them: then nothing can be done with them
 */
public record MinutesView(MinuteBook.Minutes minutes, boolean preview, LocalDate today) {

    public boolean may(MeetingCommand command) {
        return !preview && minutes.available().contains(command);
    }

    public boolean may(MinutesItemCommand command, MinutesText.Item item) {
        return !preview && standing(item).available().contains(command);
    }

    /** How far the chair has come with an item. */
    public MinuteBook.Standing standing(MinutesText.Item item) {
        return Objects.requireNonNull(minutes.standing().get(item.item()));
    }

    /** The field in which a remark on an item is typed. */
    public String remark(MinutesText.Item item) {
        return MinuteBook.remarkOf(item.item());
    }

    /** How many items the reader could approve at once. */
    public long waiting() {
        return minutes.standing().values().stream()
                .filter(it -> it.state() != MinutesItemState.APPROVED)
                .count();
    }

    /** Whether an item is sent back, so that the whole cannot be approved at once. */
    public boolean sentBack() {
        return minutes.standing().values().stream().anyMatch(it -> it.state() == MinutesItemState.SENT_BACK);
    }

    public MinutesClock.State clock() {
        return minutes.clock().state(today);
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

    /** Where a step over one item of the minutes is sent. */
    public String step(MinutesText.Item item, String step) {
        return path("minutes/items/" + item.item() + "/" + step);
    }

    /** The addenda to one item, or with null those to the meeting as a whole. */
    public List<Addendum> addenda(@Nullable UUID item) {
        return minutes.addendaTo(item);
    }

    /** The items to which an addendum can be added. */
    public List<Option> items() {
        return minutes.text().items().stream()
                .map(it -> Option.of(it.item().toString(), it.child()))
                .toList();
    }
}
