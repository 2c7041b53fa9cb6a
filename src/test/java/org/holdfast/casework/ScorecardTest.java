package org.holdfast.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.holdfast.partnership.AgencyId;
import org.holdfast.sharing.CaseId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An agency sees what it agreed to and kept; every action is counted once (MTG-5). */
class ScorecardTest {

    private static final LocalDate AGREED = LocalDate.of(2026, 3, 2);
    private static final LocalDate DUE = AGREED.plusDays(10);
    private static final LocalDate TODAY = AGREED.plusDays(40);
    private static final CaseId ANN = new CaseId(new UUID(1, 1));
    private static final CaseId BEA = new CaseId(new UUID(1, 2));

    @Test
    void everyActionIsCountedOnceInOneColumn() {
        Scorecard card = Scorecard.of(
                AGREED,
                TODAY,
                List.of(
                        agreed(ANN, "Health", ActionState.DONE, AGREED.plusDays(4)),
                        agreed(ANN, "Health", ActionState.DONE, DUE),
                        agreed(ANN, "Health", ActionState.DONE, DUE.plusDays(1)),
                        agreed(BEA, "Health", ActionState.NOT_DONE, DUE),
                        agreed(BEA, "Health", ActionState.OVERTAKEN, DUE),
                        agreed(ANN, "Police", ActionState.OPEN, null),
                        agreed(ANN, "Police", ActionState.ESCALATED, null)),
                TODAY);
        assertThat(card.lines()).extracting(Scorecard.Line::agency).containsExactly("Health", "Police");
        assertThat(card.lines().getFirst()).isEqualTo(new Scorecard.Line("Health", 5, 2, 1, 1, 1, 0, 0, 0, 10.0));
        assertThat(card.lines().getFirst().inTimeOfHundred()).isEqualTo(50);
        assertThat(card.lines().getLast())
                .as("the second of one child left undone is seen")
                .isEqualTo(new Scorecard.Line("Police", 2, 0, 0, 0, 0, 2, 0, 1, null));
        for (Scorecard.Line line : card.lines()) {
            assertThat(line.doneInTime()
                            + line.doneLate()
                            + line.notDone()
                            + line.overtaken()
                            + line.overdue()
                            + line.toCome())
                    .isEqualTo(line.agreed());
        }
        assertThat(card.all().agreed()).isEqualTo(7);
    }

    @Test
    void whatIsStillToComeIsNobodysFault() {
        Scorecard card = Scorecard.of(AGREED, DUE, List.of(agreed(ANN, "Health", ActionState.OPEN, null)), DUE);
        assertThat(card.lines().getFirst().toCome()).isEqualTo(1);
        assertThat(card.lines().getFirst().inTimeOfHundred()).isNull();
    }

    @Test
    void anAgencyIsTheSameUnderANewName() {
        AgencyId council = new AgencyId(new UUID(3, 1));
        AgencyId other = new AgencyId(new UUID(3, 2));
        Scorecard card = Scorecard.of(
                AGREED,
                TODAY,
                List.of(
                        agreed(ANN, council, "Old Council", AGREED, ActionState.DONE, DUE),
                        agreed(ANN, council, "New Council", AGREED.plusDays(1), ActionState.DONE, DUE),
                        agreed(ANN, null, "new council", AGREED, ActionState.DONE, DUE),
                        agreed(ANN, other, "Health", AGREED, ActionState.DONE, DUE)),
                TODAY);
        assertThat(card.lines())
                .extracting(Scorecard.Line::agency, Scorecard.Line::agreed)
                .containsExactly(tuple("Health", 1), tuple("New Council", 3));
    }

    private static Scorecard.Agreed agreed(CaseId of, String agency, ActionState state, @Nullable LocalDate settled) {
        return agreed(of, null, agency, AGREED, state, settled);
    }

    private static Scorecard.Agreed agreed(
            CaseId of,
            @Nullable AgencyId id,
            String agency,
            LocalDate on,
            ActionState state,
            @Nullable LocalDate settled) {
        return new Scorecard.Agreed(
                of,
                new Action(
                        new UUID(2, 2),
                        "Ring the school",
                        "To hear",
                        null,
                        "Somebody",
                        id,
                        agency,
                        null,
                        DUE,
                        state,
                        null,
                        on,
                        settled,
                        1,
                        List.of()));
    }
}
