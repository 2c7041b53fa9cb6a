package org.holdfast.partnership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.holdfast.law.Nation;
import org.holdfast.law.WorkingCalendar;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Who owes something, an action or an answer, is reminded before, on and after its day, and then their lead hears of it: once each, on
 * working days (MTG-3, MTG-5).
 */
class LadderTest {

    private static final WorkingCalendar ENGLAND = WorkingCalendar.of(Nation.ENGLAND);
    private static final Ladder ACTIONS = Ladder.every(2, 2, 5);
    private static final Ladder ANSWERS = new Ladder(List.of(3, 0, -1), 2);
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate DUE = LocalDate.of(2026, 11, 30);

    @Test
    void whoOwesAnActionIsRemindedAgainAndAgainUntilItGoesToTheLead() {
        assertThat(climbed(ACTIONS, MONDAY, DUE, null))
                .containsExactly(
                        "2026-11-26 remind.2",
                        "2026-11-30 remind.0",
                        "2026-12-02 remind.-2",
                        "2026-12-04 remind.-4",
                        "2026-12-07 lead.5");
    }

    @Test
    void whoOwesAnAnswerIsRemindedAsTheProfileListsIt() {
        LocalDate asked = LocalDate.of(2026, 3, 4);
        assertThat(climbed(ANSWERS, asked, LocalDate.of(2026, 3, 13), asked))
                .as("three days before the Friday, on it, the Monday after, and the lead on the Tuesday")
                .containsExactly(
                        "2026-03-10 remind.3", "2026-03-13 remind.0", "2026-03-16 remind.-1", "2026-03-17 lead.2");
    }

    /** Three rounds a day for five weeks, each of which finds what the one before made. */
    private static List<String> climbed(Ladder ladder, LocalDate from, LocalDate due, @Nullable LocalDate asked) {
        List<String> climbed = new ArrayList<>();
        LocalDate told = asked;
        for (LocalDate day = from; day.isBefore(due.plusWeeks(3)); day = day.plusDays(1)) {
            for (int round = 0; round < 3; round++) {
                Optional<Ladder.Step> step = ladder.today(due, told, day, ENGLAND);
                if (step.isPresent()) {
                    climbed.add(day + " " + step.get().key());
                    told = day;
                }
            }
        }
        return climbed;
    }

    @Test
    void whatWasMissedIsNotMadeUpForAndADayPutOffBeginsTheLadderAgain() {
        assertThat(key(ACTIONS, DUE, null, DUE.plusDays(2))).contains("remind.-2");
        assertThat(key(ACTIONS, DUE, null, DUE.plusMonths(1))).contains("lead.5");
        assertThat(key(
                        ACTIONS,
                        DUE.plusWeeks(2),
                        DUE.plusDays(2),
                        DUE.plusWeeks(2).minusDays(4)))
                .contains("remind.2");
    }

    @Test
    void nobodyIsRemindedOnAHolidayNorOnTheDayOfAsking() {
        LocalDate christmas = LocalDate.of(2026, 12, 25);
        assertThat(key(ACTIONS, christmas, null, christmas)).isEmpty();
        assertThat(key(ACTIONS, christmas, LocalDate.of(2026, 12, 22), LocalDate.of(2026, 12, 24)))
                .as("nobody works on the day itself: on the working day before it")
                .contains("remind.0");
        assertThat(key(ANSWERS, DUE, LocalDate.of(2026, 11, 25), LocalDate.of(2026, 11, 25)))
                .isEmpty();
        assertThat(key(ANSWERS, DUE, MONDAY, LocalDate.of(2026, 11, 28)))
                .as("not on a Saturday")
                .isEmpty();
    }

    @Test
    void withoutARungBeforeTheDayNobodyIsRemindedBeforeIt() {
        assertThat(key(Ladder.every(0, 2, 5), DUE, null, LocalDate.of(2026, 11, 27)))
                .isEmpty();
        assertThat(Ladder.every(0, 2, 5).before()).isZero();
        assertThat(ANSWERS.before()).isEqualTo(3);
    }

    private static Optional<String> key(Ladder ladder, LocalDate due, @Nullable LocalDate told, LocalDate today) {
        return ladder.today(due, told, today, ENGLAND).map(Ladder.Step::key);
    }
}
