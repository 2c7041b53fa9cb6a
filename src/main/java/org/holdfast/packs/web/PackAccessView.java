package org.holdfast.packs.web;

import java.util.List;
import org.holdfast.meetings.MeetingId;
import org.holdfast.packs.Packs;
import org.holdfast.pages.Option;

/** Who reads the pack of which child, for the co-ordinator. */
public record PackAccessView(MeetingId meeting, List<Packs.Seats> items) {

    public PackAccessView {
        items = List.copyOf(items);
    }

    public String back() {
        return Paths.pack(meeting);
    }

    public String path() {
        return Paths.pack(meeting, "access");
    }

    /** Everybody invited to a child's item, with the child. */
    public List<Option> choices() {
        return items.stream()
                .flatMap(item -> item.seats().stream()
                        .map(seat -> Option.of(
                                item.item() + " " + seat.attendee().member().value(),
                                seat.attendee().name() + ": " + item.child())))
                .toList();
    }
}
