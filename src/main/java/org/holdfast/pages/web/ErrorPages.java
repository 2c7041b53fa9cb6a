package org.holdfast.pages.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import org.holdfast.pages.ApiProblems;
import org.holdfast.pages.Pages;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.util.UriUtils;

/** What a person, or a program, is told when something went wrong. Never how it went wrong: that is in the log under the reference. */
@Controller
class ErrorPages implements ErrorController {
    private static final Logger LOG = LoggerFactory.getLogger(ErrorPages.class);

    private static final List<String> SECRET_AFTER = List.of("/v/", "/g/", "/sign-in/password/");

    private final Pages pages;
    private final ApiProblems problems;
    private final Supplier<UUID> ids;

    ErrorPages(Pages pages, ApiProblems problems, Supplier<UUID> ids) {
        this.pages = pages;
        this.problems = problems;
        this.ids = ids;
    }

    @RequestMapping("${server.error.path:${error.path:/error}}")
    Object failed(HttpServletRequest request) {
        HttpStatus status = status(request);
        String reference = status.is5xxServerError() ? logged(request, status) : "";
        if (String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))
                .startsWith("/api/")) {
            return problems.problem(status, textKey(status), List.of(), reference);
        }
        return page(status, reference);
    }

    private View page(HttpStatus status, String reference) {
        if (status == HttpStatus.NOT_FOUND) {
            return pages.notFound();
        }
        return status.is5xxServerError()
                ? pages.failed(status.value(), "pages/broken", reference)
                : pages.failed(status.value(), "pages/notUnderstood", status);
    }

    private static String textKey(HttpStatus status) {
        if (status == HttpStatus.NOT_FOUND) {
            return "pages.problem.not-found";
        }
        return status.is5xxServerError() ? "pages.problem.broken" : "pages.problem.not-understood";
    }

    /** Forbidden looks like missing. */
    private static HttpStatus status(HttpServletRequest request) {
        HttpStatus status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? HttpStatus.resolve(code)
                : HttpStatus.NOT_FOUND;
        if (status == null || !status.isError()) {
            return HttpStatus.INTERNAL_SERVER_ERROR;
        }
        return status == HttpStatus.FORBIDDEN ? HttpStatus.NOT_FOUND : status;
    }

    private String logged(HttpServletRequest request, HttpStatus status) {
        // the end of an id: its beginning is the time
        String reference = ids.get().toString().substring(28).toUpperCase(Locale.ROOT);
        LOG.error(
                "{} {} at {}",
                reference,
                status.value(),
                told(String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))),
                request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown ? thrown : null);
        return reference;
    }

    /**
     * An address as the log may keep it: what follows {@code /v/} is a child's key to what they write (GRD-4), what follows {@code /g/} a
     * guest's, and what follows {@code /sign-in/password/} sets a password once.
     */
    static String told(String address) {
        String read;
        try {
            read = UriUtils.decode(address, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException unreadable) {
            return "…";
        }
        return SECRET_AFTER.stream()
                .filter(read::startsWith)
                .findFirst()
                .map(beginning -> beginning + "…")
                .orElse(address);
    }
}
