package org.holdfast.app;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.holdfast.audit.Actor;
import org.holdfast.partnership.ApiClient;
import org.holdfast.partnership.ApiClients;
import org.holdfast.partnership.ClientScope;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Signs a program in by the token in its {@code Authorization: Bearer} header (RFC 6750), for the one request, with the scopes of the token;
 * and tells one that asks too often when to come back (RFC 6585).
 */
final class BearerToken extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";

    private final ApiClients clients;
    private final InterfaceProblems problems;
    private final InstantSource clock;

    /** One entry for each client that ever asked. */
    private final ConcurrentHashMap<UUID, Minute> minutes = new ConcurrentHashMap<>();

    BearerToken(ApiClients clients, InterfaceProblems problems, InstantSource clock) {
        this.clients = clients;
        this.problems = problems;
        this.clock = clock;
    }

    /** A minute that began with a client's first request, and how many there were in it. */
    record Minute(Instant began, int requests) {

        static final int SECONDS = 60;

        static Minute counted(Minute running, Instant now) {
            return now.isBefore(running.began()) || !now.isBefore(running.over())
                    ? new Minute(now, 1)
                    : new Minute(running.began(), running.requests() + 1);
        }

        Instant over() {
            return began.plusSeconds(SECONDS);
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            Instant now = clock.instant();
            String token = header.substring(SCHEME.length()).strip();
            Optional<ApiClient> client = clients.client(token, now);
            if (client.isEmpty() && clients.forged(token)) {
                clients.refused(token, ApiClient.Fault.FORGED_TOKEN, now);
            }
            if (client.isPresent()) {
                ApiClient asking = client.get();
                Minute minute = minutes.merge(
                        asking.actor().member(), new Minute(now, 1), (running, _) -> Minute.counted(running, now));
                if (minute.requests() > asking.aMinute()) {
                    clients.refused(asking.actor().member().toString(), ApiClient.Fault.TOO_MANY_REQUESTS, now);
                    problems.tooMany(request, response, now, minute.over(), asking.aMinute());
                    return;
                }
                signIn(asking);
            }
        }
        chain.doFilter(request, response);
    }

    private static void signIn(ApiClient client) {
        Actor actor = client.actor();
        SecurityContextHolder.setContext(new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(
                actor,
                null,
                client.scopes().stream()
                        .map(BearerToken::authority)
                        .map(SimpleGrantedAuthority::new)
                        .toList())));
    }

    /** What a token with the scope is granted. */
    static String authority(ClientScope scope) {
        return "SCOPE_" + scope.word();
    }
}
