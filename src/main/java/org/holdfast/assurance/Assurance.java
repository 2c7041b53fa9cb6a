package org.holdfast.assurance;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.decisions.DecisionId;
import org.holdfast.decisions.OutcomeForm;
import org.holdfast.sharing.CaseId;
import org.jspecify.annotations.Nullable;

/**
 * One outcome form with the competent authority: as it was sent, what was answered, and the points (NRM-11).
 *
 * @param sha256 of the form as it was sent, in hexadecimal
 * @param follows the assurance of the decision that this one's took the place of
 * @param answers oldest first
 * @param points in the order in which they came
 * @param againBecause why the panel is to decide again; empty where it is not
 * @param required whether the competent authority requires that it be decided again
 * @param replacedBy the later decision
 * @param actionsNotNeeded why no actions meeting is needed; empty where nobody said so
 */
public record Assurance(
        AssuranceId id,
        CaseId caseId,
        DecisionId decision,
        OutcomeForm form,
        String sha256,
        Instant sentAt,
        @Nullable AssuranceId follows,
        AssuranceState state,
        List<Answer> answers,
        List<Point> points,
        String againBecause,
        boolean required,
        @Nullable DecisionId replacedBy,
        String actionsNotNeeded,
        int version) {

    /**
     * One answer.
     *
     * @param by who answered, as it is read
     * @param recordedBy who wrote it down; null where it was given here
     */
    public record Answer(
            Verdict verdict,
            String words,
            Instant at,
            String by,
            Channel channel,
            @Nullable String recordedBy) {}

    public Assurance {
        answers = List.copyOf(answers);
        points = List.copyOf(points);
    }

    /** The last answer, if there is one. */
    public Optional<Answer> answer() {
        return answers.isEmpty() ? Optional.empty() : Optional.of(answers.getLast());
    }

    public Optional<Point> point(UUID point) {
        return points.stream().filter(one -> one.id().equals(point)).findFirst();
    }

    /** Whether a point is still without an accepted answer. */
    public boolean pointsOpen() {
        return points.stream().anyMatch(point -> point.state() != PointState.ACCEPTED);
    }
}
