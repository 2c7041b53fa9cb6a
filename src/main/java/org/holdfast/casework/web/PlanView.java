package org.holdfast.casework.web;

import java.util.List;
import org.holdfast.casework.Action;
import org.holdfast.casework.Plan;
import org.holdfast.casework.Plans.PlanPage;
import org.jspecify.annotations.Nullable;

/**
 * The plan and its actions.
 *
 * @param current the plan in force; null for none
 */
public record PlanView(
        CaseFrame frame, PlanPage seen, @Nullable Plan current) {

    /** The actions that still are to be done. */
    public List<Action> open() {
        return seen.actions().stream().filter(action -> action.state().open()).toList();
    }

    /** The actions that were done, overtaken or left undone. */
    public List<Action> settled() {
        return seen.actions().stream().filter(action -> !action.state().open()).toList();
    }

    /** Plans that are no longer in force. */
    public List<Plan> earlier() {
        return seen.plans().stream().filter(plan -> plan.endedOn() != null).toList();
    }
}
