package org.holdfast.assurance;

import static org.holdfast.assurance.AssuranceState.AGREED;
import static org.holdfast.assurance.AssuranceState.DECIDING_AGAIN;
import static org.holdfast.assurance.AssuranceState.NOT_CHOSEN;
import static org.holdfast.assurance.AssuranceState.REPLACED;
import static org.holdfast.assurance.AssuranceState.RETURNED;
import static org.holdfast.assurance.AssuranceState.WAITING;

import java.util.Map;
import java.util.Set;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;

/** The life of an assurance as one table: what is not in it is refused, with a reason named after the state (NRM-11). */
public final class AssuranceLife {
    private static final Map<AssuranceState, Map<AssuranceCommand, AssuranceState>> TABLE = Map.of(
            WAITING,
                    Map.of(
                            AssuranceCommand.AGREE, AGREED,
                            AssuranceCommand.RETURN, RETURNED,
                            AssuranceCommand.PASS_OVER, NOT_CHOSEN,
                            AssuranceCommand.REPLACE, REPLACED),
            AGREED,
                    Map.of(
                            AssuranceCommand.PLAN_ACTIONS, AGREED,
                            AssuranceCommand.REPLACE, REPLACED),
            RETURNED,
                    Map.of(
                            AssuranceCommand.AGREE, AGREED,
                            AssuranceCommand.RETURN, RETURNED,
                            AssuranceCommand.SHARE_OUT, RETURNED,
                            AssuranceCommand.ANSWER_POINT, RETURNED,
                            AssuranceCommand.ACCEPT_POINT, RETURNED,
                            AssuranceCommand.SEND_POINT_BACK, RETURNED,
                            AssuranceCommand.DECIDE_AGAIN, DECIDING_AGAIN,
                            AssuranceCommand.PLAN_ACTIONS, RETURNED,
                            AssuranceCommand.REPLACE, REPLACED),
            DECIDING_AGAIN,
                    Map.of(
                            AssuranceCommand.SHARE_OUT, DECIDING_AGAIN,
                            AssuranceCommand.ANSWER_POINT, DECIDING_AGAIN,
                            AssuranceCommand.ACCEPT_POINT, DECIDING_AGAIN,
                            AssuranceCommand.SEND_POINT_BACK, DECIDING_AGAIN,
                            AssuranceCommand.DECIDE_AGAIN, DECIDING_AGAIN,
                            AssuranceCommand.LET_STAND, RETURNED,
                            AssuranceCommand.REPLACE, REPLACED),
            NOT_CHOSEN,
                    Map.of(
                            AssuranceCommand.PLAN_ACTIONS, NOT_CHOSEN,
                            AssuranceCommand.REPLACE, REPLACED),
            REPLACED, Map.of());

    private AssuranceLife() {}

    /** Where the command leads from here, or why it may not be given. */
    public static Outcome<AssuranceState> after(AssuranceState state, AssuranceCommand command) {
        AssuranceState next = TABLE.getOrDefault(state, Map.of()).get(command);
        return next == null ? Outcome.refused(refusal(state)) : Outcome.done(next);
    }

    /** The commands that it takes in this state. */
    public static Set<AssuranceCommand> available(AssuranceState state) {
        return TABLE.getOrDefault(state, Map.of()).keySet();
    }

    private static Reason refusal(AssuranceState state) {
        return switch (state) {
            case WAITING -> Reason.of("assurance.refused.waiting", "NRM-11");
            case AGREED -> Reason.of("assurance.refused.agreed", "NRM-11");
            case RETURNED -> Reason.of("assurance.refused.returned", "NRM-11");
            case DECIDING_AGAIN -> Reason.of("assurance.refused.deciding-again", "NRM-11");
            case REPLACED -> Reason.of("assurance.refused.replaced", "NRM-11");
            case NOT_CHOSEN -> Reason.of("assurance.refused.not-chosen", "NRM-11");
        };
    }
}
