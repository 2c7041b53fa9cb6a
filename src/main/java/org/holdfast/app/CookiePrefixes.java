package org.holdfast.app;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Where the connection is encrypted, every cookie carries a name that a browser takes over such a connection only, and from this host only
 * where it counts for every path ({@code __Host-}, {@code __Secure-}, RFC 6265bis): another host of the domain, or somebody on the line, can
 * plant none. Without encryption, as on a laptop, the names are plain. The rest of the program knows the plain names.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class CookiePrefixes extends OncePerRequestFilter {

    private static final String OF_THIS_HOST = "__Host-";
    private static final String ENCRYPTED = "__Secure-";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.isSecure()) {
            chain.doFilter(new Asked(request), new Answered(response));
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Every answer is written by way of this filter, errors too. */
    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private static Cookie renamed(Cookie cookie, String name) {
        Cookie renamed = new Cookie(name, cookie.getValue());
        cookie.getAttributes().forEach(renamed::setAttribute);
        renamed.setHttpOnly(true);
        return renamed;
    }

    /** Of what the browser sends only cookies with such a name count. */
    private static final class Asked extends HttpServletRequestWrapper {

        Asked(HttpServletRequest request) {
            super(request);
        }

        @Override
        public Cookie @Nullable [] getCookies() {
            Cookie[] sent = super.getCookies();
            return sent == null
                    ? null
                    : Arrays.stream(sent)
                            .filter(cookie -> prefix(cookie.getName()) > 0)
                            .map(cookie -> renamed(cookie, cookie.getName().substring(prefix(cookie.getName()))))
                            .toArray(Cookie[]::new);
        }

        private static int prefix(String name) {
            return name.startsWith(OF_THIS_HOST)
                    ? OF_THIS_HOST.length()
                    : name.startsWith(ENCRYPTED) ? ENCRYPTED.length() : 0;
        }
    }

    private static final class Answered extends HttpServletResponseWrapper {

        Answered(HttpServletResponse response) {
            super(response);
        }

        @Override
        public void addCookie(Cookie cookie) {
            super.addCookie(renamed(cookie, name(cookie.getName(), "/".equals(cookie.getPath()))));
        }

        @Override
        public void addHeader(String header, String value) {
            super.addHeader(header, named(header, value));
        }

        @Override
        public void setHeader(String header, String value) {
            super.setHeader(header, named(header, value));
        }

        private static String named(String header, String value) {
            if (!header.equalsIgnoreCase(HttpHeaders.SET_COOKIE)) {
                return value;
            }
            boolean everywhere = Arrays.stream(value.split(";"))
                    .map(String::strip)
                    .anyMatch(part -> part.equalsIgnoreCase("Path=/"));
            return name(value, everywhere);
        }

        private static String name(String plain, boolean everywhere) {
            return (everywhere ? OF_THIS_HOST : ENCRYPTED) + plain;
        }
    }
}
