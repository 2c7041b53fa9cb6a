package org.holdfast.app;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.holdfast.pages.Language;
import org.holdfast.pages.Texts;
import org.holdfast.partnership.ClientScope;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What a program is told before its request reaches anything: as a problem (RFC 9457), or as the error of SCIM (RFC 7644) where it asked that. */
@Component
class InterfaceProblems {

    private final Texts texts;
    private final JsonMapper json;

    InterfaceProblems(Texts texts, JsonMapper json) {
        this.texts = texts;
        this.json = json;
    }

    /** No token, or one that opens nothing. */
    void noToken(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("WWW-Authenticate", "Bearer");
        answer(request, response, 401, "app.interface.no-token");
    }

    /** The token lacks a scope that the route needs (RFC 6750 section 3.1). */
    void outOfScope(HttpServletRequest request, HttpServletResponse response, ClientScope... needed)
            throws IOException {
        String scopes = Arrays.stream(needed).map(ClientScope::word).collect(Collectors.joining(" "));
        response.setHeader("WWW-Authenticate", "Bearer error=\"insufficient_scope\", scope=\"" + scopes + "\"");
        answer(request, response, 403, "app.interface.out-of-scope", scopes);
    }

    /** Too many requests in a minute; the answer says when the next one is looked at. */
    void tooMany(HttpServletRequest request, HttpServletResponse response, Instant now, Instant again, int aMinute)
            throws IOException {
        long seconds = Duration.between(now, again).plusMillis(999).toSeconds();
        response.setHeader("Retry-After", Long.toString(seconds));
        answer(request, response, 429, "app.interface.too-many", Integer.toString(aMinute), Long.toString(seconds));
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, int status, String key, Object... values)
            throws IOException {
        String detail = texts.text(Language.ENGLISH, key + ".detail", values);
        Map<String, Object> body = new LinkedHashMap<>();
        if (request.getRequestURI().startsWith("/scim/")) {
            body.put("schemas", List.of("urn:ietf:params:scim:api:messages:2.0:Error"));
            body.put("status", Integer.toString(status));
            response.setContentType("application/scim+json");
        } else {
            body.put("type", "about:blank");
            body.put("title", texts.text(Language.ENGLISH, key));
            body.put("status", status);
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        }
        body.put("detail", detail);
        response.setStatus(status);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.getWriter().write(json.writeValueAsString(body));
    }
}
