package org.holdfast.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.holdfast.casework.Defence.Step;
import org.junit.jupiter.api.Test;

class DefenceTest {

    @Test
    void theLadderGoesFromConsideredToRaisedToWhatCameOfIt() {
        assertThat(Defence.NOT_CONSIDERED.after(Step.CONSIDER)).contains(Defence.CONSIDERED);
        assertThat(Defence.CONSIDERED.after(Step.RAISE)).contains(Defence.RAISED);
        assertThat(Defence.RAISED.after(Step.ACCEPT)).contains(Defence.ACCEPTED);
        assertThat(Defence.RAISED.after(Step.REFUSE)).contains(Defence.REFUSED);
        assertThat(Defence.RAISED.after(Step.DROP_CHARGES)).contains(Defence.CHARGES_DROPPED);
        assertThat(Defence.RAISED.after(Step.REDUCE_SENTENCE)).contains(Defence.SENTENCE_REDUCED);
    }

    @Test
    void everyPairOfStandingAndStepIsATransitionOrARefusal() {
        for (Defence defence : Defence.values()) {
            for (Step step : Step.values()) {
                boolean legal = switch (step) {
                    case CONSIDER -> among(defence, Defence.NOT_CONSIDERED, Defence.CHARGES_DROPPED);
                    case RAISE -> !among(defence, Defence.RAISED, Defence.ACCEPTED);
                    case ACCEPT -> among(defence, Defence.RAISED);
                    case REFUSE -> among(defence, Defence.RAISED, Defence.ACCEPTED);
                    case DROP_CHARGES -> !among(defence, Defence.CHARGES_DROPPED, Defence.SENTENCE_REDUCED);
                    case REDUCE_SENTENCE -> among(defence, Defence.RAISED, Defence.REFUSED);
                };
                assertThat(defence.after(step).isPresent())
                        .as("%s when %s", step, defence)
                        .isEqualTo(legal);
                assertThat(defence.available().contains(step)).isEqualTo(legal);
            }
        }
    }

    @Test
    void whoeverRaisesItOutsideIsRecordedEvenIfNobodyHereConsideredIt() {
        assertThat(Defence.NOT_CONSIDERED.after(Step.RAISE)).contains(Defence.RAISED);
    }

    @Test
    void noStandingIsADeadEnd() {
        for (Defence defence : EnumSet.allOf(Defence.class)) {
            assertThat(defence.available()).as("%s", defence).isNotEmpty();
        }
    }

    private static boolean among(Defence defence, Defence... several) {
        return Set.of(several).contains(defence);
    }
}
