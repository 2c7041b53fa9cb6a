package org.holdfast.requests;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.holdfast.law.Nation;
import org.holdfast.law.WorkingCalendar;
import org.holdfast.partnership.ReturnRules;
import org.junit.jupiter.api.Test;

/** When agencies answer, are reminded and are taken to their lead (MTG-3). */
class LadderTest {
    private static final WorkingCalendar ENGLAND = WorkingCalendar.of(Nation.ENGLAND);
    private final ReturnRules rules = new ReturnRules(5, List.of(3, 0, -1), 2, 28);
    private final LocalDate wednesday = LocalDate.of(2026, 3, 18);
    private final LocalDate asked = LocalDate.of(2026, 3, 4);

    @Test
    void answersAreDueSomeDaysBeforeTheMeetingOnAWorkingDay() {
        assertThat(Ladder.dueOn(rules, wednesday, asked, ENGLAND)).isEqualTo("2026-03-13");
        assertThat(Ladder.dueOn(rules, wednesday.minusDays(2), asked, ENGLAND))
                .as("not on a Wednesday counted back from Monday, but not on a Sunday either")
                .isEqualTo("2026-03-11");
        assertThat(Ladder.dueOn(rules, LocalDate.of(2026, 4, 10), asked, ENGLAND))
                .as("five days before is Easter Sunday, and Good Friday is none either")
                .isEqualTo("2026-04-02");
    }

    @Test
    void whoIsAskedLateAnswersTheNextWorkingDayAndNeverAfterTheMeeting() {
        assertThat(Ladder.dueOn(rules, wednesday, wednesday.minusDays(2), ENGLAND))
                .isEqualTo("2026-03-17");
        assertThat(Ladder.dueOn(rules, wednesday, wednesday, ENGLAND)).isEqualTo(wednesday);
    }

    @Test
    void eachStepIsMadeOnceOnAWorkingDayHoweverOftenTheRoundComes() {
        LocalDate due = LocalDate.of(2026, 3, 13);
        Set<String> taken = new HashSet<>();
        TreeMap<LocalDate, String> made = new TreeMap<>();
        for (LocalDate day = asked; day.isBefore(wednesday); day = day.plusDays(1)) {
            for (int round = 0; round < 3; round++) {
                Optional<Ladder.Step> step = Ladder.today(rules, due, asked, ENGLAND, taken, day);
                if (step.isPresent()) {
                    assertThat(made.put(day, step.get().key()))
                            .as("twice on " + day)
                            .isNull();
                    taken.add(step.get().key());
                }
            }
        }
        assertThat(made.toString())
                .as("three days before, on the day, the Monday after the Friday, and the lead on the Tuesday")
                .isEqualTo("{2026-03-10=remind.3, 2026-03-13=remind.0, 2026-03-16=remind.-1, 2026-03-17=lead.2}");
    }

    @Test
    void whatWasMissedIsLeftOutAndNobodyIsRemindedOnTheDayOfAsking() {
        LocalDate due = LocalDate.of(2026, 3, 13);
        assertThat(Ladder.today(rules, due, asked, ENGLAND, Set.of(), LocalDate.of(2026, 3, 16)))
                .map(Ladder.Step::key)
                .contains("remind.-1");
        assertThat(Ladder.today(rules, due, LocalDate.of(2026, 3, 10), ENGLAND, Set.of(), LocalDate.of(2026, 3, 10)))
                .isEmpty();
        assertThat(Ladder.today(rules, due, asked, ENGLAND, Set.of(), LocalDate.of(2026, 3, 14)))
                .as("not on a Saturday")
                .isEmpty();
    }
}
