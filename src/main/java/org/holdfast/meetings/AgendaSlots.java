package org.holdfast.meetings;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * When each item of an agenda is planned, worked out from its order (NRM-21, MTG-2).
 *
 * @param ends when the last item is planned to end
 * @param over how many items there are beyond what one meeting of this kind takes
 */
public record AgendaSlots(List<Slot> slots, LocalTime ends, int over) {

    /** One item's planned time. */
    public record Slot(AgendaItemId item, LocalTime from, LocalTime until) {}

    public AgendaSlots {
        slots = List.copyOf(slots);
    }

    /**
     * @param items in the order of the agenda
     * @param minutesPerItem as the kind of meeting has it
     * @param itemsPerMeeting the most that one meeting takes
     */
    public static AgendaSlots of(LocalTime starts, List<AgendaItemId> items, int minutesPerItem, int itemsPerMeeting) {
        List<Slot> slots = new ArrayList<>();
        LocalTime from = starts;
        for (AgendaItemId item : items) {
            LocalTime until = from.plusMinutes(minutesPerItem);
            slots.add(new Slot(item, from, until));
            from = until;
        }
        return new AgendaSlots(slots, from, Math.max(0, items.size() - itemsPerMeeting));
    }

    public Optional<Slot> of(AgendaItemId item) {
        return slots.stream().filter(it -> it.item().equals(item)).findFirst();
    }
}
