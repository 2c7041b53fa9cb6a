package org.holdfast.casework;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ActionLifeTest {

    private static final Set<ActionState> OPEN = EnumSet.of(ActionState.OPEN, ActionState.ESCALATED);

    @Test
    void everyPairIsATransitionOrARefusal() {
        for (ActionState state : ActionState.values()) {
            for (ActionCommand command : ActionCommand.values()) {
                boolean legal = switch (command) {
                    case COMPLETE, OVERTAKE, LEAVE_UNDONE, CHASE, ESCALATE, TAKE -> OPEN.contains(state);
                    case REOPEN -> !OPEN.contains(state);
                };
                assertThat(ActionLife.after(state, command).isPresent())
                        .as("%s when %s", command, state)
                        .isEqualTo(legal);
                assertThat(ActionLife.available(state).contains(command)).isEqualTo(legal);
            }
        }
    }

    @Test
    void chasingChangesNothingButTheRecord() {
        assertThat(ActionLife.after(ActionState.OPEN, ActionCommand.CHASE)).contains(ActionState.OPEN);
        assertThat(ActionLife.after(ActionState.ESCALATED, ActionCommand.CHASE)).contains(ActionState.ESCALATED);
    }

    @Test
    void whatIsEscalatedStillIsToBeDone() {
        assertThat(ActionState.ESCALATED.open()).isTrue();
        assertThat(ActionLife.after(ActionState.ESCALATED, ActionCommand.COMPLETE))
                .contains(ActionState.DONE);
    }

    @Test
    void doneOvertakenAndNotDoneAreThreeDifferentThings() {
        assertThat(ActionLife.after(ActionState.OPEN, ActionCommand.COMPLETE)).contains(ActionState.DONE);
        assertThat(ActionLife.after(ActionState.OPEN, ActionCommand.OVERTAKE)).contains(ActionState.OVERTAKEN);
        assertThat(ActionLife.after(ActionState.OPEN, ActionCommand.LEAVE_UNDONE))
                .contains(ActionState.NOT_DONE);
    }
}
