package org.holdfast.app;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Base64;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.holdfast.partnership.ApiClient;
import org.holdfast.partnership.ApiClients;
import org.holdfast.partnership.ClientScope;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Gives programs their tokens: client credentials and nothing else (RFC 6749 section 4.4). The secret comes in the header or in the form. */
@RestController
class TokenController {

    private static final String BASIC = "Basic ";

    private final ApiClients clients;
    private final InstantSource clock;

    TokenController(ApiClients clients, InstantSource clock) {
        this.clients = clients;
        this.clock = clock;
    }

    private record Credentials(String client, String secret) {}

    @PostMapping(path = "/oauth2/token", consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<Map<String, Object>> token(
            HttpServletRequest request, @RequestParam MultiValueMap<String, String> sent) {
        Instant now = clock.instant();
        if (sent.values().stream().anyMatch(values -> values.size() != 1)) {
            return refused("invalid_request");
        }
        String grant = sent.getFirst("grant_type");
        if (grant == null || request.getQueryString() != null) {
            return refused("invalid_request");
        }
        if (!grant.equals("client_credentials")) {
            return refused("unsupported_grant_type");
        }
        ApiClient.Proof proof = credentials(request.getHeader(HttpHeaders.AUTHORIZATION), sent)
                .map(given -> clients.prove(given.client(), given.secret(), now))
                .orElseGet(ApiClient.Proof.None::new);
        return switch (proof) {
            case ApiClient.Proof.Good(ApiClient.Proved proved) -> given(proved, sent.getFirst("scope"), now);
            case ApiClient.Proof.Over(LocalDate lastDay) ->
                nobody(Map.of(
                        "error",
                        "invalid_client",
                        "error_description",
                        "The last day of this secret was " + lastDay + ". An administrator can make another."));
            case ApiClient.Proof.None() -> nobody(Map.of("error", "invalid_client"));
        };
    }

    private static ResponseEntity<Map<String, Object>> nobody(Map<String, Object> why) {
        return ResponseEntity.status(HttpStatus.UNAUTHORIZED)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Holdfast\"")
                .cacheControl(CacheControl.noStore())
                .body(why);
    }

    private ResponseEntity<Map<String, Object>> given(ApiClient.Proved proved, @Nullable String scope, Instant now) {
        Set<ClientScope> asked = EnumSet.noneOf(ClientScope.class);
        if (scope != null && !scope.isBlank()) {
            for (String word : scope.strip().split(" +")) {
                ClientScope known = ClientScope.of(word).orElse(null);
                if (known == null || !proved.client().scopes().contains(known)) {
                    return refused("invalid_scope");
                }
                asked.add(known);
            }
        }
        ApiClient.Token token = clients.token(proved, asked, now);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("access_token", token.token());
        answer.put("token_type", "Bearer");
        answer.put("expires_in", clients.tokenLasts().toSeconds());
        answer.put(
                "scope", token.scopes().stream().sorted().map(ClientScope::word).collect(Collectors.joining(" ")));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(answer);
    }

    private static ResponseEntity<Map<String, Object>> refused(String error) {
        return ResponseEntity.badRequest().cacheControl(CacheControl.noStore()).body(Map.of("error", error));
    }

    /** In the header both are form-encoded before they are joined (RFC 6749 section 2.3.1); only one way may be used. */
    private static Optional<Credentials> credentials(@Nullable String header, MultiValueMap<String, String> sent) {
        String client = sent.getFirst("client_id");
        String secret = sent.getFirst("client_secret");
        if (header == null) {
            return client == null || secret == null ? Optional.empty() : Optional.of(new Credentials(client, secret));
        }
        if (secret != null || !header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return Optional.empty();
        }
        try {
            String both = new String(
                    Base64.getDecoder().decode(header.substring(BASIC.length()).strip()), StandardCharsets.UTF_8);
            List<String> parts = List.of(both.split(":", 2));
            return parts.size() < 2
                    ? Optional.empty()
                    : Optional.of(new Credentials(
                            URLDecoder.decode(parts.get(0), StandardCharsets.UTF_8),
                            URLDecoder.decode(parts.get(1), StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }
}
