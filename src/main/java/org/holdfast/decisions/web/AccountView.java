package org.holdfast.decisions.web;

import java.util.Optional;
import org.holdfast.decisions.Account;
import org.holdfast.decisions.Reading;

/**
 * The account of a decision, to be written.
 *
 * @param plan the child's plan as it stands now, to which the decision can be tied
 */
public record AccountView(Reading reading, Optional<Account.Plan> plan) {

    public String path() {
        return Paths.decision(reading.decision().id(), "account");
    }

    public String decisionPath() {
        return Paths.decision(reading.decision().id());
    }

    public String draft() {
        return Paths.draft(reading.decision().id(), "account");
    }
}
