package org.holdfast.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.stream.Stream;
import org.holdfast.HoldfastTest;
import org.holdfast.law.UnitedKingdom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever tries Holdfast may do so on any day: the story of the made-up partnership holds on every one. */
@HoldfastTest
class StoryTest {

    private final Demonstration demonstration;
    private final TransactionTemplate transaction;

    StoryTest(Demonstration demonstration, TransactionTemplate transaction) {
        this.demonstration = demonstration;
        this.transaction = transaction;
    }

    static Stream<Instant> days() {
        Stream<Instant> everyDayOfAWeek = LocalDate.of(2026, 11, 23)
                .datesUntil(LocalDate.of(2026, 11, 30))
                .map(day -> at(day, day.getDayOfMonth() % 2 == 0 ? LocalTime.of(0, 20) : LocalTime.of(13, 0)));
        Stream<Instant> whenLittleIsOpen = Stream.of(
                at(LocalDate.of(2027, 1, 1), LocalTime.of(10, 0)),
                at(LocalDate.of(2027, 3, 30), LocalTime.of(23, 55)),
                at(LocalDate.of(2028, 2, 29), LocalTime.of(9, 0)));
        return Stream.concat(everyDayOfAWeek, whenLittleIsOpen);
    }

    @ParameterizedTest
    @MethodSource("days")
    void theStoryCanBeToldOnAnyDay(Instant day) {
        transaction.executeWithoutResult(status -> {
            assertThat(demonstration.load(day).users()).hasSizeGreaterThan(10);
            status.setRollbackOnly();
        });
    }

    private static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(UnitedKingdom.ZONE).toInstant();
    }
}
