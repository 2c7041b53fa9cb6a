package org.holdfast.app;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.holdfast.audit.Actor;
import org.holdfast.partnership.Partnerships;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/** Signs a program in by the token in its {@code Authorization: Bearer} header (RFC 6750), for the one request. */
final class BearerToken extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";

    private final Partnerships partnerships;

    BearerToken(Partnerships partnerships) {
        this.partnerships = partnerships;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            partnerships.client(header.substring(SCHEME.length()).strip()).ifPresent(BearerToken::signIn);
        }
        chain.doFilter(request, response);
    }

    private static void signIn(Actor actor) {
        SecurityContextHolder.setContext(
                new SecurityContextImpl(UsernamePasswordAuthenticationToken.authenticated(actor, null, List.of())));
    }
}
