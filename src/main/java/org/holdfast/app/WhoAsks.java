package org.holdfast.app;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import org.holdfast.audit.Actor;
import org.holdfast.pages.SignedIn;
import org.holdfast.partnership.Membership;
import org.holdfast.partnership.Partnerships;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.MethodParameter;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.session.SessionRepository;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Works out once a request who asks, with the roles as they stand now: a membership that has ended ends the session with the next
 * click. Hands the {@link Actor} to controllers and pages.
 */
final class WhoAsks extends OncePerRequestFilter implements HandlerMethodArgumentResolver, SignedIn {

    static final String ATTRIBUTE = "holdfast.actor";

    private final Partnerships partnerships;
    private final InstantSource clock;
    private final ObjectProvider<SessionRepository<?>> sessions;

    WhoAsks(Partnerships partnerships, InstantSource clock, ObjectProvider<SessionRepository<?>> sessions) {
        this.partnerships = partnerships;
        this.clock = clock;
        this.sessions = sessions;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!nowSignedIn(request) || tooOld(request)) {
            new SecurityContextLogoutHandler()
                    .logout(
                            request,
                            response,
                            SecurityContextHolder.getContext().getAuthentication());
        }
        chain.doFilter(request, response);
    }

    /** However busy it is, no session outlasts a working day. Sessions are dated by the machine, as their time-outs are. */
    private static boolean tooOld(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getCreationTime() < System.currentTimeMillis() - Entered.LASTS.toMillis();
    }

    /** Reads who is signed in into the request. False where whoever is signed in is nobody here: a membership that has ended, or no membership at all. */
    boolean nowSignedIn(HttpServletRequest request) {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null) {
            return true;
        }
        Optional<Actor> actor = switch (authentication.getPrincipal()) {
            case Membership membership -> partnerships.actor(membership, clock.instant());
            case Actor program -> Optional.of(program);
            case null, default -> Optional.empty();
        };
        actor.ifPresent(asking -> request.setAttribute(ATTRIBUTE, asking));
        return actor.isPresent() || authentication instanceof AnonymousAuthenticationToken;
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    @Override
    public @Nullable Actor actor(HttpServletRequest request) {
        return (Actor) request.getAttribute(ATTRIBUTE);
    }

    @Override
    public @Nullable Actor stillSignedIn(HttpServletRequest request) {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        String session = request.getRequestedSessionId();
        if (session == null
                || authentication == null
                || !(authentication.getPrincipal() instanceof Membership membership)
                || sessions.getObject().findById(session) == null) {
            return null;
        }
        return partnerships.actor(membership, clock.instant()).orElse(null);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType().equals(Actor.class);
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binder) {
        Object actor = request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
        if (actor == null) {
            throw new IllegalStateException("a page that needs somebody was reached by nobody");
        }
        return actor;
    }
}
