package org.holdfast.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AgendaSlotsTest {
    private static final List<AgendaItemId> FOUR = IntStream.range(0, 4)
            .mapToObj(it -> new AgendaItemId(new UUID(0, it)))
            .toList();

    @Test
    void slotsFollowTheOrderOfTheAgenda() {
        AgendaSlots slots = AgendaSlots.of(LocalTime.of(9, 30), FOUR, 12, 6);
        assertThat(slots.slots())
                .extracting(AgendaSlots.Slot::from)
                .containsExactly(LocalTime.of(9, 30), LocalTime.of(9, 42), LocalTime.of(9, 54), LocalTime.of(10, 6));
        assertThat(slots.ends()).isEqualTo(LocalTime.of(10, 18));
        assertThat(slots.over()).isZero();
    }

    @Test
    void whatOneMeetingDoesNotTakeIsCounted() {
        assertThat(AgendaSlots.of(LocalTime.of(9, 30), FOUR, 40, 3).over()).isEqualTo(1);
    }

    @Test
    void anEmptyAgendaEndsWhenItStarts() {
        assertThat(AgendaSlots.of(LocalTime.of(9, 30), List.of(), 12, 6))
                .isEqualTo(new AgendaSlots(List.of(), LocalTime.of(9, 30), 0));
    }
}
