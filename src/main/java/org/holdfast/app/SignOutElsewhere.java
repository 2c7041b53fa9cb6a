package org.holdfast.app;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import org.holdfast.partnership.Identities;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.oidc.authentication.logout.OidcLogoutToken;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionInformation;
import org.springframework.security.oauth2.client.oidc.session.OidcSessionRegistry;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The provider of an agency tells us that it has signed somebody out (OpenID Connect back-channel logout): what they opened through it ends
 * here too. The framework has checked that the token is the provider's, for us, and for this; which sessions that ends, {@link Identities}
 * says. The framework's own list of sessions is kept empty, as it would keep the provider's tokens.
 */
@Component
class SignOutElsewhere implements LogoutHandler, OidcSessionRegistry {

    private static final Logger log = LoggerFactory.getLogger(SignOutElsewhere.class);

    private static final String ADDRESS = "/logout/connect/back-channel/";

    private final Issuers issuers;
    private final Identities identities;
    private final InstantSource clock;

    SignOutElsewhere(Issuers issuers, Identities identities, InstantSource clock) {
        this.issuers = issuers;
        this.identities = identities;
        this.clock = clock;
    }

    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        if (authentication == null || !(authentication.getPrincipal() instanceof OidcLogoutToken told)) {
            return;
        }
        issuers.issuer(request.getRequestURI().substring(ADDRESS.length()))
                .filter(issuer -> issuer.address().equals(String.valueOf(told.getIssuer())))
                .ifPresent(issuer -> {
                    int ended = identities.signedOut(
                            issuer,
                            new Identities.Told(
                                    Objects.requireNonNullElse(told.getId(), ""),
                                    Objects.requireNonNullElse(told.getIssuedAt(), Instant.EPOCH),
                                    told.getSubject(),
                                    told.getSessionId()),
                            clock.instant());
                    log.info("{} signed somebody out: {} sessions ended", issuer.key(), ended);
                });
    }

    /** What is no such token is told so. The framework takes a token that says nothing of signing out for a broken machine. */
    static final class NoToken extends OncePerRequestFilter {

        @Override
        protected boolean shouldNotFilter(HttpServletRequest request) {
            return !request.getRequestURI().startsWith(ADDRESS);
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            try {
                chain.doFilter(request, response);
            } catch (RuntimeException noToken) {
                log.info("nobody is signed out at {}: {}", request.getRequestURI(), noToken.getMessage());
                response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            }
        }
    }

    @Override
    public void saveSessionInformation(OidcSessionInformation session) {
        // let go
    }

    @Override
    @SuppressWarnings("NullAway") // null is how the framework is told that there is none
    public @Nullable OidcSessionInformation removeSessionInformation(String session) {
        return null;
    }

    @Override
    public Iterable<OidcSessionInformation> removeSessionInformation(OidcLogoutToken told) {
        return List.of();
    }
}
