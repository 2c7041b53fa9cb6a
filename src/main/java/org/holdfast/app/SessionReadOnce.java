package org.holdfast.app;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Once an answer is on its way no cookie of the request counts any more: no answer can be changed by then. The framework looks a second
 * time for the session that the cookie names, after the page was sent, only to see whether it should set the cookie; that read the whole
 * session anew from the database with each request. Whether somebody is still signed in is asked of the database, and not of the cookie.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class SessionReadOnce extends OncePerRequestFilter {

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(new Asked(request, response), response);
    }

    private static final class Asked extends HttpServletRequestWrapper {

        private final HttpServletResponse response;

        Asked(HttpServletRequest request, HttpServletResponse response) {
            super(request);
            this.response = response;
        }

        @Override
        public Cookie @Nullable [] getCookies() {
            return response.isCommitted() ? null : super.getCookies();
        }
    }
}
