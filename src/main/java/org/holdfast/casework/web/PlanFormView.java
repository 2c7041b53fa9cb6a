package org.holdfast.casework.web;

import org.holdfast.casework.Plan;
import org.jspecify.annotations.Nullable;

/**
 * Recording the plan.
 *
 * @param action where the form is sent
 * @param anew whether it takes the place of a plan in force
 * @param meanwhile the plan as somebody else has saved it; null when nobody has
 */
public record PlanFormView(
        CaseFrame frame,
        String action,
        boolean anew,
        @Nullable Plan meanwhile) {}
