package org.holdfast.app;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.pages.Form;
import org.holdfast.pages.Pages;
import org.holdfast.partnership.Accounts;
import org.holdfast.partnership.Identities;
import org.holdfast.partnership.Issuer;
import org.holdfast.partnership.Limit;
import org.holdfast.partnership.Limits;
import org.holdfast.partnership.Membership;
import org.holdfast.partnership.SigningIn;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.client.authentication.OAuth2AuthenticationToken;
import org.springframework.security.oauth2.client.oidc.authentication.logout.LogoutTokenClaimNames;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/**
 * The way in through the provider of one's agency, and linking oneself with it. The framework asks the provider and checks its answer; who
 * that is here, {@link Identities} says. Nobody is signed in before.
 */
@Controller
class SignInElsewhere
        implements AuthenticationSuccessHandler, AuthenticationFailureHandler, OAuth2AuthorizationRequestResolver {

    static final String BEGIN = "/sign-in/with";
    static final String BACK = "/sign-in/back/*";
    static final String NOT_LET_IN = "/sign-in?not-let-in";

    /** So much may the clock of a provider differ from ours. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

    private static final Logger log = LoggerFactory.getLogger(SignInElsewhere.class);

    private final Issuers issuers;
    private final Identities identities;
    private final Accounts accounts;
    private final Entrance entrance;
    private final SignInController signIn;
    private final AskedAgain askedAgain;
    private final Limits limits;
    private final Pages pages;
    private final InstantSource clock;
    private final DefaultOAuth2AuthorizationRequestResolver requests;

    SignInElsewhere(
            Issuers issuers,
            Identities identities,
            Accounts accounts,
            Entrance entrance,
            SignInController signIn,
            AskedAgain askedAgain,
            Limits limits,
            Pages pages,
            InstantSource clock) {
        this.issuers = issuers;
        this.identities = identities;
        this.accounts = accounts;
        this.entrance = entrance;
        this.signIn = signIn;
        this.askedAgain = askedAgain;
        this.limits = limits;
        this.pages = pages;
        this.clock = clock;
        this.requests = new DefaultOAuth2AuthorizationRequestResolver(issuers, BEGIN);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request) {
        try {
            OAuth2AuthorizationRequest asked = requests.resolve(request);
            return asked == null ? null : again(request, asked);
        } catch (IllegalArgumentException noSuchIssuer) {
            return null;
        }
    }

    /** Whoever is asked once more who they are is to prove it there, and not to be known there by a session that they have. */
    private OAuth2AuthorizationRequest again(HttpServletRequest request, OAuth2AuthorizationRequest asked) {
        Instant now = clock.instant();
        return Entrance.again(request)
                .filter(again -> again.at(now, limits.minutes(Limit.LINKING_MINUTES))
                        && request.getRequestURI().equals(BEGIN + "/" + again.issuer()))
                .map(_ -> OAuth2AuthorizationRequest.from(asked)
                        .additionalParameters(parameters -> {
                            parameters.put("prompt", "login");
                            parameters.put("max_age", "0");
                        })
                        .build())
                .orElse(asked);
    }

    @Override
    public @Nullable OAuth2AuthorizationRequest resolve(HttpServletRequest request, String key) {
        return requests.resolve(request, key);
    }

    /** Reached only where nobody could be sent on: there is no such provider, or it does not answer. */
    @GetMapping("/sign-in/with/{issuer}")
    View unreachable() {
        return signIn.page(
                KeptForm.NONE,
                false,
                Form.empty().with(List.of(Reason.about("username", "app.elsewhere.unreachable"))));
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        SecurityContextHolder.clearContext();
        OAuth2AuthenticationToken token = (OAuth2AuthenticationToken) authentication;
        OidcUser user = (OidcUser) Objects.requireNonNull(token.getPrincipal());
        Issuer issuer = issuers.issuer(token.getAuthorizedClientRegistrationId())
                .filter(each -> each.address().equals(String.valueOf(user.getIssuer())))
                .orElse(null);
        String subject = Objects.requireNonNullElse(user.getSubject(), "");
        if (issuer == null || !subject.matches("\\p{Graph}{1,255}")) {
            response.sendRedirect(NOT_LET_IN);
            return;
        }
        Instant now = clock.instant();
        Optional<Membership> linking = entrance.linking(request, issuer, now);
        if (linking.isPresent()) {
            boolean linked = identities.link(linking.get(), issuer, subject, now) instanceof Outcome.Done<Membership>;
            response.sendRedirect(linked ? "/account?linked" : "/account?not-linked");
            return;
        }
        Optional<Again> again = Entrance.again(request)
                .filter(each -> each.at(now, limits.minutes(Limit.LINKING_MINUTES))
                        && each.issuer().equals(issuer.key()))
                .filter(each -> each.who().equals(entrance.signedIn(request)));
        if (again.isPresent()) {
            Instant proved = user.getAuthenticatedAt();
            if (proved != null
                    && !proved.isBefore(again.get().since().minus(CLOCKS_DIFFER))
                    && identities.again(again.get().who(), issuer, known(user, subject), now)) {
                Entrance.proved(request, now);
            }
            response.sendRedirect("/account/again");
            return;
        }
        String target = switch (identities.signIn(issuer, known(user, subject), now)) {
            case SigningIn.Done(Membership membership) -> {
                entrance.throughIssuer(request, through(issuer, membership, user, now));
                entrance.enter(request, response, membership, now);
                String next = entrance.askedFor(request, response);
                yield next == null ? "/work" : next;
            }
            case SigningIn.CodeWanted(Membership membership) -> {
                entrance.halfway(request, response, new Halfway(membership, false, now));
                entrance.throughIssuer(request, through(issuer, membership, user, now));
                yield "/sign-in/code";
            }
            case SigningIn.SecondFactorWanted(Membership membership) -> {
                entrance.halfway(request, response, new Halfway(membership, true, now));
                entrance.throughIssuer(request, through(issuer, membership, user, now));
                yield "/sign-in/set-up";
            }
            case SigningIn.Refused(), SigningIn.Later _ -> NOT_LET_IN;
        };
        response.sendRedirect(target);
    }

    /** Whoever was to prove themselves once more with their agency is back: what they had sent goes on, or they are asked again. */
    @GetMapping("/account/again")
    View again(@AuthenticationPrincipal Membership me, HttpServletRequest request) {
        Instant now = clock.instant();
        Again again = Entrance.again(request)
                .filter(each -> each.at(now, limits.minutes(Limit.LINKING_MINUTES))
                        && each.who().equals(me))
                .orElse(null);
        if (again == null) {
            return pages.redirect("/work");
        }
        if (!Entrance.proved(request, now, limits.minutes(Limit.PROVED_MINUTES))) {
            return askedAgain.page(me, again.form(), List.of(Reason.of("app.again.not-proved", "")), request, now);
        }
        Entrance.again(request, null);
        return pages.show("app/sendAgain", again.form());
    }

    private Through through(Issuer issuer, Membership membership, OidcUser user, Instant now) {
        return new Through(
                issuer.partnership(),
                identities.began(
                        issuer, membership, user.getIdToken().getClaimAsString(LogoutTokenClaimNames.SID), now));
    }

    private static Issuer.Known known(OidcUser user, String subject) {
        return new Issuer.Known(
                subject,
                printable(user.getFullName()),
                Boolean.TRUE.equals(user.getEmailVerified()) ? printable(user.getEmail()) : "");
    }

    private static String printable(@Nullable String claim) {
        return claim == null ? "" : claim.replaceAll("\\p{Cntrl}", " ").strip();
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException why) throws IOException {
        SecurityContextHolder.clearContext();
        log.info(
                "nobody is signed in through {}: {}",
                request.getRequestURI(),
                why instanceof OAuth2AuthenticationException known
                        ? known.getError().getErrorCode()
                        : "");
        response.sendRedirect(NOT_LET_IN);
    }

    /** Links whoever gives their password with the provider of their agency: they prove themselves there as well, and come back. */
    @PostMapping("/account/issuer")
    View link(
            @AuthenticationPrincipal Membership me,
            @RequestParam(defaultValue = "") String issuer,
            @RequestParam(name = "link-password", defaultValue = "") String password,
            HttpServletRequest request) {
        Issuer chosen = issuers.issuer(issuer)
                .filter(each -> each.partnership().equals(me.partnership()))
                .orElse(null);
        if (chosen == null) {
            return pages.notFound();
        }
        Instant now = clock.instant();
        return switch (accounts.proved(me, password, now)) {
            case Outcome.Done<Membership> _ -> {
                entrance.link(request, new Linking(me, chosen.key(), now));
                yield pages.redirect(BEGIN + "/" + chosen.key());
            }
            case Outcome.Refused<Membership> _ -> pages.redirect("/account?wrong-password");
        };
    }
}
