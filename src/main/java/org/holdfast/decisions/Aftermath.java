package org.holdfast.decisions;

import java.time.Instant;
import org.holdfast.audit.Actor;
import org.holdfast.sharing.CaseId;

/**
 * A module that goes on where a decision ends, such as its assurance by the competent authority. Each one is a bean, called in the
 * transaction of the decision itself.
 */
public interface Aftermath {

    /** The outcome form was sent to the Home Office (NRM-10). */
    void outcomeSent(Actor actor, CaseId caseId, OutcomeForm form, Instant now);

    /** A decision was issued that takes the place of an earlier one (NRM-9). */
    void superseded(Actor actor, CaseId caseId, DecisionId earlier, DecisionId later, Instant now);
}
