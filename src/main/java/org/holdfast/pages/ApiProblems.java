package org.holdfast.pages;

import java.util.List;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** How the API says no: {@code application/problem+json} with every reason at once (RFC 9457). */
@Component
public class ApiProblems {
    private final Texts texts;

    ApiProblems(Texts texts) {
        this.texts = texts;
    }

    /**
     * One thing that is wrong.
     *
     * @param key path of the payload key it is about; empty if it is about the whole
     * @param code what is wrong, for programs
     * @param message the same for people
     */
    public record Fault(String key, String code, String message) {}

    /** Missing or forbidden as 404, everything else as 422. */
    public ResponseEntity<ProblemDetail> refused(List<Reason> reasons) {
        if (reasons.stream().anyMatch(reason -> reason.key().equals(Pages.NOT_FOUND))) {
            return problem(HttpStatus.NOT_FOUND, "pages.problem.not-found", List.of());
        }
        List<Fault> faults = reasons.stream()
                .map(reason -> new Fault(
                        reason.field() == null ? "" : reason.field(),
                        reason.key(),
                        texts.text(Language.ENGLISH, reason)))
                .toList();
        return problem(HttpStatus.UNPROCESSABLE_CONTENT, "pages.problem.refused", faults);
    }

    /** {@link #refused(List)} of a refused outcome. */
    public ResponseEntity<ProblemDetail> refused(Outcome.Refused<?> refused) {
        return refused(refused.reasons());
    }

    /** A problem with a status and the text of a key. */
    public ResponseEntity<ProblemDetail> problem(
            HttpStatus status, String textKey, List<Fault> faults, Object... values) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, texts.text(Language.ENGLISH, textKey, values));
        problem.setTitle(status.getReasonPhrase());
        problem.setProperty("errors", faults);
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
