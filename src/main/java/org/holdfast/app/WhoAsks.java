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
import org.holdfast.pages.Pages;
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
import org.springframework.session.Session;
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

    /** When the person last did something, in milliseconds, kept in the session. What a page asks for by itself does not count. */
    static final String ACTED = "holdfast.acted";

    /** So often at most that is written anew. */
    private static final long NOTED_EVERY = 1000;

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
        if (!nowSignedIn(request) || tooOld(request) || leftAlone(request)) {
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

    /** Ends what nobody used, however often its page or its stream asked meanwhile; else notes that somebody is there. */
    private static boolean leftAlone(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null) {
            return false;
        }
        long now = System.currentTimeMillis();
        long acted = session.getAttribute(ACTED) instanceof Long noted ? noted : session.getCreationTime();
        if (acted + session.getMaxInactiveInterval() * 1000L < now) {
            return true;
        }
        if (!Pages.byItself(request) && acted + NOTED_EVERY < now) {
            session.setAttribute(ACTED, now);
        }
        return false;
    }

    @Override
    public int secondsLeft(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session == null) {
            return 0;
        }
        long ends = session.getCreationTime() + Entered.LASTS.toMillis();
        return (int)
                Math.min(session.getMaxInactiveInterval(), Math.max(1, (ends - System.currentTimeMillis()) / 1000));
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
        HttpSession entered = request.getSession(false);
        if (entered == null
                || authentication == null
                || !(authentication.getPrincipal() instanceof Membership membership)) {
            return null;
        }
        Session session = sessions.getObject().findById(entered.getId());
        if (session == null
                || session.getAttribute(ACTED) instanceof Long acted
                        && acted + session.getMaxInactiveInterval().toMillis() < System.currentTimeMillis()) {
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
