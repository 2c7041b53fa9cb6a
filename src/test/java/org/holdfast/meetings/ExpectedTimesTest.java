package org.holdfast.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.holdfast.sharing.CaseId;
import org.junit.jupiter.api.Test;

/** When whoever waits is expected, as the meeting really goes (NRM-21). */
class ExpectedTimesTest {

    private static final Instant TEN = Instant.parse("2026-03-11T10:00:00Z");

    private final AgendaItem first = item(1);
    private final AgendaItem second = item(2);
    private final AgendaItem third = item(3);

    @Test
    void beforeTheMeetingEverythingIsExpectedWhenItIsPlanned() {
        ExpectedTimes times = ExpectedTimes.of(TEN, 10, List.of(first, second, third), TEN.minus(minutes(30)));
        assertThat(times.late()).isZero();
        assertThat(times.items()).allSatisfy(it -> assertThat(it.from()).isEqualTo(it.planned()));
    }

    @Test
    void anItemThatTakesLongerMakesTheOthersLate() {
        List<AgendaItem> agenda = List.of(first.called(TEN), second, third);
        assertThat(ExpectedTimes.of(TEN, 10, agenda, TEN.plus(minutes(4))).late())
                .isZero();
        ExpectedTimes late = ExpectedTimes.of(TEN, 10, agenda, TEN.plus(minutes(17)));
        assertThat(late.late()).isEqualTo(7);
        assertThat(late.of(third.id()).orElseThrow().from()).isEqualTo(TEN.plus(minutes(27)));
    }

    @Test
    void whatIsSettledIsPastAndTheMeetingMayBeAhead() {
        List<AgendaItem> agenda = List.of(
                first.called(TEN).settled(AgendaItemState.CONCLUDED, "", TEN.plus(minutes(5))),
                second.called(TEN.plus(minutes(5))),
                third);
        ExpectedTimes times = ExpectedTimes.of(TEN, 10, agenda, TEN.plus(minutes(6)));
        assertThat(times.items()).hasSize(1);
        assertThat(times.late()).isEqualTo(-5);
        assertThat(times.of(first.id())).isEmpty();
    }

    private static Duration minutes(int minutes) {
        return Duration.ofMinutes(minutes);
    }

    private static AgendaItem item(int place) {
        return AgendaItem.listed(
                new AgendaItemId(new UUID(1, place)),
                new MeetingId(new UUID(2, 2)),
                new CaseId(new UUID(3, place)),
                place,
                Purpose.DISCUSSION,
                "",
                null);
    }
}
