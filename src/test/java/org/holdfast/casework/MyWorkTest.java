package org.holdfast.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.holdfast.sharing.CaseId;
import org.junit.jupiter.api.Test;

class MyWorkTest {

    private static final CaseId ONE = new CaseId(new UUID(0, 1));
    private static final CaseId OTHER = new CaseId(new UUID(0, 2));

    @Test
    void aBareClockGivesWayToTheStepThatMeetsIt() {
        WorkItem clock = clock(ONE, "NRM-10");
        WorkItem step = WorkItem.of(ONE, "decisions.work.send-outcome", "/decisions/1", null, "NRM-10");
        assertThat(MyWork.once(List.of(clock, step))).containsExactly(step);
    }

    @Test
    void aClockOfAnotherCaseOrUnderAnotherRuleStays() {
        WorkItem step = WorkItem.of(ONE, "decisions.work.send-outcome", "/decisions/1", null, "NRM-10");
        WorkItem elsewhere = clock(OTHER, "NRM-10");
        WorkItem another = clock(ONE, "NRM-3");
        assertThat(MyWork.once(List.of(step, elsewhere, another))).containsExactly(step, elsewhere, another);
    }

    @Test
    void nothingIsSaidTwice() {
        WorkItem letter =
                WorkItem.of(ONE, "letters.work.write", "/cases/1/letters", null, "NRM-12", "27 November 2026");
        WorkItem again = WorkItem.of(ONE, "letters.work.write", "/cases/1/letters", null, "NRM-12", "27 November 2026");
        WorkItem other = WorkItem.of(ONE, "letters.work.write", "/cases/1/letters", null, "NRM-12", "9 January 2027");
        assertThat(MyWork.once(List.of(letter, again, other))).containsExactly(letter, other);
    }

    private static WorkItem clock(CaseId id, String rule) {
        return WorkItem.of(id, "casework.work.clock.outcome-to-home-office", "/cases/1", null, rule);
    }
}
