package org.holdfast.casework;

import static org.holdfast.casework.ActionState.DONE;
import static org.holdfast.casework.ActionState.ESCALATED;
import static org.holdfast.casework.ActionState.NOT_DONE;
import static org.holdfast.casework.ActionState.OPEN;
import static org.holdfast.casework.ActionState.OVERTAKEN;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The life of an action (MTG-5): chased, completed with a result, overtaken, not done because, or escalated; and opened again. */
public final class ActionLife {

    private static final Map<ActionState, Map<ActionCommand, ActionState>> LIFE = Map.of(
            OPEN,
                    Map.of(
                            ActionCommand.COMPLETE, DONE,
                            ActionCommand.OVERTAKE, OVERTAKEN,
                            ActionCommand.LEAVE_UNDONE, NOT_DONE,
                            ActionCommand.CHASE, OPEN,
                            ActionCommand.ESCALATE, ESCALATED,
                            ActionCommand.TAKE, OPEN),
            ESCALATED,
                    Map.of(
                            ActionCommand.COMPLETE, DONE,
                            ActionCommand.OVERTAKE, OVERTAKEN,
                            ActionCommand.LEAVE_UNDONE, NOT_DONE,
                            ActionCommand.CHASE, ESCALATED,
                            ActionCommand.ESCALATE, ESCALATED,
                            ActionCommand.TAKE, ESCALATED),
            DONE, Map.of(ActionCommand.REOPEN, OPEN),
            OVERTAKEN, Map.of(ActionCommand.REOPEN, OPEN),
            NOT_DONE, Map.of(ActionCommand.REOPEN, OPEN));

    private ActionLife() {}

    /** What can be done with an action that stands here, in the order in which it is offered. */
    public static Set<ActionCommand> available(ActionState state) {
        return new EnumMap<>(LIFE.getOrDefault(state, Map.of())).keySet();
    }

    /** Where the action stands afterwards; empty when that cannot be done from here. */
    public static Optional<ActionState> after(ActionState state, ActionCommand command) {
        return Optional.ofNullable(LIFE.getOrDefault(state, Map.of()).get(command));
    }
}
