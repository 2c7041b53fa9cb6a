package org.holdfast.meetings.web;

import java.util.List;
import org.holdfast.meetings.AgendaItem;
import org.holdfast.pages.Option;

/** Who is invited to one item only. */
public record ItemPeopleView(AgendaItem item, String child, List<Option> attendees) {

    public String path() {
        return Paths.item(item, "people");
    }

    public String back() {
        return Paths.meeting(item.meeting());
    }
}
