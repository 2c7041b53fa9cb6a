package org.holdfast.decisions.web;

import org.holdfast.decisions.Decision;
import org.holdfast.decisions.DecisionId;
import org.holdfast.decisions.OutcomeForm;
import org.jspecify.annotations.Nullable;

/**
 * The outcome form with what became of it.
 *
 * @param sent null while it is to be sent
 * @param superseded whether another decision has taken its place, so that there is nothing to send
 */
public record OutcomeView(OutcomeForm form, Decision.@Nullable Sent sent, boolean superseded) {

    public String decisionPath() {
        return Paths.decision(new DecisionId(form.decision()));
    }

    public String sentPath() {
        return Paths.decision(new DecisionId(form.decision()), "outcome/sent");
    }
}
