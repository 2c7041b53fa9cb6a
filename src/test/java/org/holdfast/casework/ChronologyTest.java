package org.holdfast.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChronologyTest {

    private final ChronologyLine school = line(Lane.EDUCATION, "2025-01-10", "2025-01-10", "Example School", false);
    private final ChronologyLine missing = line(Lane.MISSING, "2025-03-01", "2025-03-03", "Police", true);
    private final ChronologyLine seen = line(Lane.POLICE, "2025-06-01", "2025-06-30", "Police", false);
    private final List<ChronologyLine> all = List.of(missing, school, seen);

    @Test
    void theNewestStandsOnTop() {
        assertThat(ChronologyFilter.EVERYTHING.of(all)).containsExactly(seen, missing, school);
    }

    @Test
    void ofOneDayTooTheNewestStandsOnTop() {
        ChronologyLine listed = line(Lane.DECISION, "2026-11-27", "2026-11-27", "Council", true);
        ChronologyLine decided = line(Lane.DECISION, "2026-11-27", "2026-11-27", "Police", true);
        assertThat(ChronologyFilter.EVERYTHING.of(List.of(listed, decided))).containsExactly(decided, listed);
    }

    @Test
    void aPictureOfDaysOrWeeksSaysWhichTheyAre() {
        assertThat(SwimLanes.of(List.of(
                                line(Lane.DECISION, "2026-11-20", "2026-11-20", "Council", true),
                                line(Lane.DECISION, "2026-11-27", "2026-11-27", "Council", true)))
                        .ticks())
                .hasSize(8)
                .allSatisfy(tick -> assertThat(tick.every()).isEqualTo(SwimLanes.Every.DAY));
        SwimLanes weeks = SwimLanes.of(List.of(
                line(Lane.DECISION, "2026-11-02", "2026-11-02", "Council", true),
                line(Lane.DECISION, "2026-12-31", "2026-12-31", "Council", true)));
        assertThat(weeks.ticks())
                .hasSizeBetween(6, 10)
                .allSatisfy(tick -> assertThat(tick.x() + 60).isLessThanOrEqualTo(weeks.width()));
    }

    @Test
    void filtersNarrowByKindAgencyPeriodAndWeight() {
        assertThat(new ChronologyFilter(Set.of(Lane.MISSING, Lane.EDUCATION), "", null, null, false).of(all))
                .containsExactly(missing, school);
        assertThat(new ChronologyFilter(Set.of(), "Police", null, null, false).of(all))
                .containsExactly(seen, missing);
        assertThat(new ChronologyFilter(Set.of(), "", LocalDate.of(2025, 3, 3), LocalDate.of(2025, 6, 1), false)
                        .of(all))
                .containsExactly(seen, missing);
        assertThat(new ChronologyFilter(Set.of(), "", null, null, true).of(all)).containsExactly(missing);
    }

    @Test
    void eachKindHasItsLaneAndTimeRunsToTheRight() {
        SwimLanes picture = SwimLanes.of(all);
        assertThat(picture.rows())
                .extracting(SwimLanes.Row::lane)
                .containsExactly(Lane.MISSING, Lane.EDUCATION, Lane.POLICE);
        assertThat(mark(picture, school).x()).isLessThan(mark(picture, missing).x());
        assertThat(mark(picture, missing).x()).isLessThan(mark(picture, seen).x());
        assertThat(mark(picture, seen).soft()).isTrue();
        assertThat(mark(picture, school).soft()).isFalse();
    }

    @Test
    void everyMarkIsWideEnoughToBeSeenAndStaysInThePicture() {
        SwimLanes picture = SwimLanes.of(List.of(
                line(Lane.HOME, "2010-01-01", "2010-12-31", "Council", false),
                line(Lane.COURT, "2026-11-21", "2026-11-21", "Council", false)));
        assertThat(picture.marks()).allSatisfy(mark -> {
            assertThat(mark.width()).isGreaterThanOrEqualTo(10);
            assertThat(mark.x()).isGreaterThanOrEqualTo(picture.left());
            assertThat(mark.x() + mark.width()).isLessThanOrEqualTo(picture.width());
        });
        assertThat(picture.ticks()).hasSizeBetween(2, 20);
        assertThat(SwimLanes.of(List.of(
                                line(Lane.HOME, "1902-01-01", "1902-12-31", "Council", false),
                                line(Lane.COURT, "2126-11-21", "2126-11-21", "Council", false)))
                        .ticks())
                .as("what was written with a wrong year can still be read")
                .hasSizeBetween(2, 20);
    }

    @Test
    void anEmptyChronologyDrawsNothing() {
        assertThat(SwimLanes.of(List.of()).empty()).isTrue();
    }

    private static SwimLanes.Mark mark(SwimLanes picture, ChronologyLine line) {
        return picture.marks().stream()
                .filter(mark -> mark.line() == line)
                .findFirst()
                .orElseThrow();
    }

    private static ChronologyLine line(Lane lane, String from, String to, String agency, boolean significant) {
        return new ChronologyLine(
                lane,
                new UncertainDay(LocalDate.parse(from), LocalDate.parse(to), false),
                "casework.chronology.written",
                List.of("something"),
                agency,
                "a note",
                significant,
                lane.holds(),
                null,
                null,
                "");
    }
}
