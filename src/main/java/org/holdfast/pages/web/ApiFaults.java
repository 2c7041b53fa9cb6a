package org.holdfast.pages.web;

import java.util.List;
import org.holdfast.pages.ApiProblems;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** A request to the API that cannot be read is answered as a problem in our own words, not as a page, and not in those of the framework. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice(annotations = RestController.class)
class ApiFaults extends ResponseEntityExceptionHandler {
    private final ApiProblems problems;

    ApiFaults(ApiProblems problems) {
        this.problems = problems;
    }

    /** What is no id leads nowhere, as an id that nobody has. */
    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException fault, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        boolean inAddress = fault instanceof MethodArgumentTypeMismatchException argument
                && argument.getParameter().hasParameterAnnotation(PathVariable.class);
        return handleExceptionInternal(fault, null, headers, inAddress ? HttpStatus.NOT_FOUND : status, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception fault, @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        HttpStatus known = HttpStatus.resolve(status.value());
        if (known == null || !known.is4xxClientError()) {
            return super.handleExceptionInternal(fault, body, headers, status, request);
        }
        var problem = problems.problem(
                known,
                known == HttpStatus.NOT_FOUND ? "pages.problem.not-found" : "pages.problem.not-understood",
                List.of());
        return ResponseEntity.status(known)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem.getBody());
    }
}
