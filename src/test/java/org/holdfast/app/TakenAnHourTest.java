package org.holdfast.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How much somebody takes within an hour, and when they can go on. */
class TakenAnHourTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Instant ONE = NOON.plus(Duration.ofHours(1));

    private final TakenAnHour.Hour hour = new TakenAnHour.Hour();

    @Test
    void whatCountsOnceIsTakenAsOftenAsOneLikes() {
        for (int again = 0; again < 5; again++) {
            assertThat(hour.take("ann", 2, NOON.plusSeconds(again))).isNull();
        }
        assertThat(hour.take("bea", 2, NOON.plusSeconds(10))).isNull();
        assertThat(hour.take("cam", 2, NOON.plusSeconds(20))).isEqualTo(ONE);
        assertThat(hour.take("ann", 2, NOON.plusSeconds(30))).isNull();
    }

    @Test
    void whatCountsEachTimeCountsEachTime() {
        assertThat(hour.take(null, 2, NOON)).isNull();
        assertThat(hour.take(null, 2, NOON)).isNull();
        assertThat(hour.take(null, 2, NOON.plusSeconds(3599))).isEqualTo(ONE);
    }

    @Test
    void theNextHourBeginsWithNothing() {
        assertThat(hour.take("ann", 1, NOON)).isNull();
        assertThat(hour.take("bea", 1, ONE.minusSeconds(1))).isEqualTo(ONE);
        assertThat(hour.take("bea", 1, ONE)).isNull();
        assertThat(hour.take("ann", 1, ONE.plusSeconds(1)))
                .as("what was taken in the hour before is another in this one")
                .isEqualTo(ONE.plus(Duration.ofHours(1)));
    }

    @Test
    void aClockThatIsSetBackKeepsNobodyOut() {
        assertThat(hour.take("ann", 1, NOON)).isNull();
        assertThat(hour.take("bea", 1, NOON.minusSeconds(7200))).isNull();
    }
}
