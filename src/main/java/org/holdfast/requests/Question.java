package org.holdfast.requests;

import java.time.Instant;
import org.holdfast.sharing.CaseId;
import org.jspecify.annotations.Nullable;

/**
 * What an agency is asked about one child.
 *
 * @param leftOut whether the co-ordinator said that the child is not for this agency
 * @param settledAt when it was answered, or said that nothing is known
 */
public record Question(
        QuestionId id,
        RequestId request,
        CaseId caseId,
        QuestionState state,
        boolean leftOut,
        Instant askedAt,
        @Nullable Instant settledAt) {

    Question in(QuestionState newState, Instant now) {
        return new Question(id, request, caseId, newState, false, askedAt, newState.settled() ? now : settledAt);
    }

    Question setAside() {
        return new Question(id, request, caseId, QuestionState.WITHDRAWN, true, askedAt, settledAt);
    }
}
