package org.holdfast.app;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.holdfast.partnership.Issuer;
import org.holdfast.partnership.Limit;
import org.holdfast.partnership.Limits;
import org.holdfast.partnership.Membership;
import org.holdfast.partnership.PasskeyQuestion;
import org.holdfast.partnership.SecondFactor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.CompositeSessionAuthenticationStrategy;
import org.springframework.security.web.authentication.session.SessionAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.stereotype.Component;

/** The way in, half and whole. At each step the session gets a new name and forms a new proof, so that none planted before is worth anything. */
@Component
class Entrance {

    private static final String HALFWAY = "holdfast.halfway";
    private static final String OFFER = "holdfast.offer";
    private static final String QUESTION = "holdfast.passkey-question";
    static final String THROUGH_ISSUER = "holdfast.through-issuer";
    private static final String LINKING = "holdfast.linking";
    private static final String PROVED = "holdfast.proved";
    private static final String AGAIN = "holdfast.again";

    private final WhoAsks whoAsks;
    private final Limits limits;
    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();
    private final HttpSessionCsrfTokenRepository proofs = new HttpSessionCsrfTokenRepository();
    private final HttpSessionRequestCache wanted = new HttpSessionRequestCache();
    private final SessionAuthenticationStrategy anew = new CompositeSessionAuthenticationStrategy(
            List.of(new ChangeSessionIdAuthenticationStrategy(), new CsrfAuthenticationStrategy(proofs)));

    @SuppressWarnings("NullAway") // null takes the parameter off the address, as Spring Security documents
    Entrance(WhoAsks whoAsks, Limits limits) {
        this.whoAsks = whoAsks;
        this.limits = limits;
        wanted.setRequestMatcher(
                request -> request.getMethod().equals("GET") && request.getHeader("HX-Request") == null);
        wanted.setMatchingRequestParameterName(null);
    }

    HttpSessionCsrfTokenRepository proofs() {
        return proofs;
    }

    HttpSessionRequestCache wanted() {
        return wanted;
    }

    /** The password was right: nobody is signed in, whoever was before. */
    void halfway(HttpServletRequest request, HttpServletResponse response, Halfway halfway) {
        request.getSession().removeAttribute(Entered.ATTRIBUTE);
        request.getSession().removeAttribute(OFFER);
        request.getSession().removeAttribute(QUESTION);
        request.getSession().removeAttribute(THROUGH_ISSUER);
        request.getSession().removeAttribute(LINKING);
        request.getSession().removeAttribute(PROVED);
        request.getSession().removeAttribute(AGAIN);
        contexts.saveContext(SecurityContextHolder.createEmptyContext(), request, response);
        SecurityContextHolder.clearContext();
        request.getSession();
        anew.onAuthentication(token(halfway.membership()), request, response);
        request.getSession().setAttribute(HALFWAY, halfway);
    }

    Optional<Halfway> halfway(HttpServletRequest request, Instant now) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(HALFWAY) instanceof Halfway halfway && halfway.at(now)
                ? Optional.of(halfway)
                : Optional.empty();
    }

    /** Everything was right: from here on the person is signed in. */
    void enter(HttpServletRequest request, HttpServletResponse response, Membership membership, Instant now) {
        HttpSession session = request.getSession();
        session.removeAttribute(HALFWAY);
        session.removeAttribute(QUESTION);
        if (session.getAttribute(Entered.ATTRIBUTE) == null) {
            session.setAttribute(Entered.ATTRIBUTE, Entered.by(request, now));
        }
        var authentication = token(membership);
        anew.onAuthentication(authentication, request, response);
        SecurityContext context = new SecurityContextImpl(authentication);
        SecurityContextHolder.setContext(context);
        contexts.saveContext(context, request, response);
        whoAsks.nowSignedIn(request);
    }

    /** Says that it was the provider of an agency that proved who this is: it speaks for that agency's partnership and no other. */
    void throughIssuer(HttpServletRequest request, Through through) {
        request.getSession().setAttribute(THROUGH_ISSUER, through);
        // it may know somebody by a session of its own: that proves nobody just now
        request.getSession().removeAttribute(PROVED);
    }

    /** Whoever signs in by themselves has nothing of what somebody began in this session through a provider. */
    static void byOneself(HttpServletRequest request) {
        request.getSession().removeAttribute(THROUGH_ISSUER);
    }

    static boolean cameThroughIssuer(HttpServletRequest request) {
        return through(request).isPresent();
    }

    static Optional<Through> through(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(THROUGH_ISSUER) instanceof Through through
                ? Optional.of(through)
                : Optional.empty();
    }

    /** Notes that whoever has this session proved themselves just now, with everything that is asked of them. */
    static void proved(HttpServletRequest request, Instant now) {
        request.getSession().setAttribute(PROVED, now);
    }

    /** Whether they did within that time. */
    static boolean proved(HttpServletRequest request, Instant now, Duration lasts) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(PROVED) instanceof Instant at && now.isBefore(at.plus(lasts));
    }

    /** Keeps what waits until somebody comes back from the provider of their agency; null once it is sent on. */
    static void again(HttpServletRequest request, @Nullable Again again) {
        request.getSession().setAttribute(AGAIN, again);
    }

    static Optional<Again> again(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(AGAIN) instanceof Again again
                ? Optional.of(again)
                : Optional.empty();
    }

    /** Who is signed in in this session, where the framework holds that back; null for nobody. */
    @Nullable
    Object signedIn(HttpServletRequest request) {
        Authentication authentication =
                contexts.loadDeferredContext(request).get().getAuthentication();
        return authentication == null ? null : authentication.getPrincipal();
    }

    void link(HttpServletRequest request, Linking linking) {
        request.getSession().setAttribute(LINKING, linking);
    }

    /** Who is on the way to be linked with the provider, once: whoever is signed in still. */
    Optional<Membership> linking(HttpServletRequest request, Issuer issuer, Instant now) {
        HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(LINKING) instanceof Linking linking)) {
            return Optional.empty();
        }
        session.removeAttribute(LINKING);
        return linking.at(now, limits.minutes(Limit.LINKING_MINUTES))
                        && linking.issuer().equals(issuer.key())
                        && linking.who().equals(signedIn(request))
                ? Optional.of(linking.who())
                : Optional.empty();
    }

    /** The second factor that this session was offered; null where it was offered none. */
    static SecondFactor.@Nullable Sealed offered(HttpServletRequest request) {
        return request.getSession().getAttribute(OFFER) instanceof SecondFactor.Sealed sealed ? sealed : null;
    }

    /** Keeps what this session is offered; null once it is taken up. */
    static void offer(HttpServletRequest request, SecondFactor.@Nullable Sealed offer) {
        request.getSession().setAttribute(OFFER, offer);
    }

    /** Keeps what a passkey is asked in this session. What was asked before is not waited for any more. */
    static void ask(HttpServletRequest request, PasskeyQuestion question) {
        request.getSession().setAttribute(QUESTION, question);
    }

    /** What a passkey was asked in this session, given out once: an answer counts once. Null where it was asked nothing. */
    static @Nullable PasskeyQuestion asked(HttpServletRequest request) {
        HttpSession session = request.getSession();
        PasskeyQuestion question = session.getAttribute(QUESTION) instanceof PasskeyQuestion open ? open : null;
        session.removeAttribute(QUESTION);
        return question;
    }

    /** The page that was asked for before signing in; null where none was. */
    @Nullable
    String askedFor(HttpServletRequest request, HttpServletResponse response) {
        var saved = wanted.getRequest(request, response);
        return saved == null ? null : saved.getRedirectUrl();
    }

    private static UsernamePasswordAuthenticationToken token(Membership membership) {
        return UsernamePasswordAuthenticationToken.authenticated(membership, null, List.of());
    }
}
