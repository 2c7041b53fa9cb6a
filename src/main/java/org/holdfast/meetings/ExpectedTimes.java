package org.holdfast.meetings;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * When the items still to come are expected, as the meeting really goes (NRM-21): what is settled is past, what is being discussed takes
 * its planned minutes or, once they are over, at least until now.
 *
 * @param items the items still to come, in order
 * @param late by how many minutes the next item is behind its plan; below 0 ahead of it; 0 when nothing is to come
 */
public record ExpectedTimes(List<Expected> items, int late) {

    /** When one item is planned and when it is expected. */
    public record Expected(AgendaItemId item, Instant planned, Instant from) {}

    public ExpectedTimes {
        items = List.copyOf(items);
    }

    /**
     * @param starts when the meeting is planned to begin
     * @param agenda the items as the meeting takes them, settled ones among them
     */
    public static ExpectedTimes of(Instant starts, int minutesPerItem, List<AgendaItem> agenda, Instant now) {
        Duration each = Duration.ofMinutes(minutesPerItem);
        Instant from = now.isBefore(starts) ? starts : now;
        for (AgendaItem item : agenda) {
            Instant called = item.startedAt();
            if (item.state() == AgendaItemState.DISCUSSING && called != null) {
                Instant ends = called.plus(each);
                from = ends.isBefore(now) ? now : ends;
            }
        }
        List<Expected> items = new ArrayList<>();
        Instant planned = starts;
        for (AgendaItem item : agenda) {
            if (item.state() == AgendaItemState.LISTED) {
                items.add(new Expected(item.id(), planned, from));
                from = from.plus(each);
            }
            planned = planned.plus(each);
        }
        return new ExpectedTimes(
                items,
                items.isEmpty()
                        ? 0
                        : (int) Duration.between(
                                        items.getFirst().planned(),
                                        items.getFirst().from())
                                .toMinutes());
    }

    public Optional<Expected> of(AgendaItemId item) {
        return items.stream().filter(it -> it.item().equals(item)).findFirst();
    }
}
