package org.holdfast.app;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.pages.Dates;
import org.holdfast.pages.Form;
import org.holdfast.pages.Language;
import org.holdfast.pages.Pages;
import org.holdfast.partnership.Accounts;
import org.holdfast.partnership.Membership;
import org.holdfast.partnership.SecondFactor;
import org.holdfast.partnership.SigningIn;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The way in: name and password, then the second factor, or setting one up; and nothing that was typed before is lost on it. */
@Controller
class SignInController {

    private static final String KNOWN = "holdfast-known";

    private final Accounts accounts;
    private final Entrance entrance;
    private final Issuers issuers;
    private final Pages pages;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    SignInController(Accounts accounts, Entrance entrance, Issuers issuers, Pages pages, InstantSource clock) {
        this.accounts = accounts;
        this.entrance = entrance;
        this.issuers = issuers;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/")
    View home() {
        return pages.redirect("/work");
    }

    @GetMapping("/sign-in")
    View signIn(
            @RequestParam(name = "signed-out", required = false) @Nullable String signedOut,
            @RequestParam(name = "not-let-in", required = false) @Nullable String notLetIn) {
        return page(
                pages,
                issuers,
                KeptForm.NONE,
                signedOut != null,
                notLetIn == null
                        ? Form.empty()
                        : Form.empty().with(List.of(Reason.about("username", "app.elsewhere.not-let-in"))));
    }

    @PostMapping("/sign-in")
    View signIn(
            @RequestParam(defaultValue = "") String username,
            @RequestParam(defaultValue = "") String password,
            @CookieValue(name = KNOWN, defaultValue = "") String known,
            HttpServletRequest request,
            HttpServletResponse response) {
        Instant now = clock.instant();
        KeptForm kept = KeptForm.carried(request);
        return switch (accounts.signIn(username.strip(), password, Entered.source(request), known, now)) {
            case SigningIn.Refused() ->
                page(
                        pages,
                        issuers,
                        kept,
                        false,
                        Form.empty().with(List.of(Reason.about("username", "app.sign-in.refused"))));
            case SigningIn.Later(Instant until) -> {
                response.setHeader(
                        "Retry-After",
                        "" + Duration.between(now, until).plusSeconds(1).toSeconds());
                yield pages.failed(
                        429,
                        "app/signIn",
                        new SignInView(kept, false, issuers.all()),
                        Form.empty()
                                .with(List.of(Reason.about(
                                        "username",
                                        "app.sign-in.later",
                                        Dates.time(
                                                Language.ENGLISH,
                                                Dates.london(until.plusSeconds(59))
                                                        .toLocalTime())))));
            }
            case SigningIn.Done(Membership membership) -> {
                enter(request, response, membership);
                yield onward(kept, request, response);
            }
            case SigningIn.CodeWanted(Membership membership) -> {
                entrance.halfway(request, response, new Halfway(membership, false, now));
                yield kept.present() ? code(kept, Form.empty()) : found("/sign-in/code");
            }
            case SigningIn.SecondFactorWanted(Membership membership) -> {
                entrance.halfway(request, response, new Halfway(membership, true, now));
                yield kept.present() ? setUp(membership, kept, Form.empty(), request) : found("/sign-in/set-up");
            }
        };
    }

    @GetMapping("/sign-in/code")
    View code(HttpServletRequest request) {
        return halfway(request, false).isPresent() ? code(KeptForm.NONE, Form.empty()) : found("/sign-in");
    }

    @PostMapping("/sign-in/code")
    View code(@RequestParam(defaultValue = "") String code, HttpServletRequest request, HttpServletResponse response) {
        KeptForm kept = KeptForm.carried(request);
        Membership who = halfway(request, false).orElse(null);
        if (who == null) {
            return page(pages, issuers, kept, false, Form.empty());
        }
        return switch (accounts.signInWithCode(who, code, clock.instant())) {
            case Outcome.Done<Membership>(Membership membership) -> {
                enter(request, response, membership);
                yield onward(kept, request, response);
            }
            case Outcome.Refused<Membership>(List<Reason> reasons) ->
                code(kept, Form.empty().with(reasons));
        };
    }

    @GetMapping("/sign-in/set-up")
    View setUp(HttpServletRequest request) {
        return halfway(request, true)
                .map(who -> setUp(who, KeptForm.NONE, Form.empty(), request))
                .orElseGet(() -> found("/sign-in"));
    }

    @PostMapping("/sign-in/set-up")
    View setUp(@RequestParam(defaultValue = "") String code, HttpServletRequest request, HttpServletResponse response) {
        KeptForm kept = KeptForm.carried(request);
        Membership who = halfway(request, true).orElse(null);
        if (who == null) {
            return page(pages, issuers, kept, false, Form.empty());
        }
        Instant now = clock.instant();
        // another window may have set it up meanwhile: then its code is wanted, and not a second set-up
        if (accounts.secondFactor(who).setUp()) {
            entrance.halfway(request, response, new Halfway(who, false, now));
            return code(kept, Form.empty());
        }
        return switch (accounts.prove(who, Entrance.offered(request), false, code, now)) {
            case Outcome.Done<List<String>>(List<String> codes) -> {
                Entrance.offer(request, null);
                accounts.signedInBySettingUp(who, now);
                enter(request, response, who);
                String next = entrance.askedFor(request, response);
                yield pages.show(
                        "app/recoveryCodes", new RecoveryCodesView(codes, kept, next == null ? "/work" : next));
            }
            case Outcome.Refused<List<String>>(List<Reason> reasons) ->
                setUp(who, kept, Form.empty().with(reasons), request);
        };
    }

    @GetMapping("/sign-in/password/{token}")
    View password(@PathVariable String token) {
        return password(token, Form.empty());
    }

    @PostMapping("/sign-in/password/{token}")
    View password(@PathVariable String token, @RequestParam(name = "new-password", defaultValue = "") String password) {
        return switch (accounts.setPassword(token, password, clock.instant())) {
            case Outcome.Done<Membership> _ -> pages.redirect("/sign-in", "app.password.set");
            case Outcome.Refused<Membership>(List<Reason> reasons) ->
                password(token, Form.empty().with(reasons));
        };
    }

    private View password(String token, Form form) {
        return accounts.passwordLink(token, clock.instant())
                .map(link -> pages.show(
                        "app/password",
                        new NewPasswordView(
                                "/sign-in/password/" + token,
                                false,
                                link.name(),
                                link.who().username()),
                        form))
                .orElseGet(() -> pages.failed(404, "app/linkOver", ""));
    }

    /** Lets a person in, and has the browser remember that somebody was: wrong tries from elsewhere do not slow it down then. */
    private void enter(HttpServletRequest request, HttpServletResponse response, Membership membership) {
        Instant now = clock.instant();
        Cookie[] cookies = request.getCookies();
        String known = cookies == null
                ? ""
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(KNOWN))
                        .map(Cookie::getValue)
                        .findFirst()
                        .orElse("");
        if (!known.matches("[A-Za-z0-9_-]{43}")) {
            byte[] bytes = new byte[32];
            random.nextBytes(bytes);
            known = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            Cookie cookie = new Cookie(KNOWN, known);
            cookie.setHttpOnly(true);
            cookie.setSecure(request.isSecure());
            cookie.setPath("/sign-in");
            cookie.setMaxAge((int) Duration.ofDays(365).toSeconds());
            cookie.setAttribute("SameSite", "Strict");
            response.addCookie(cookie);
        }
        accounts.remember(membership, known, now);
        entrance.enter(request, response, membership, now);
    }

    private Optional<Membership> halfway(HttpServletRequest request, boolean settingUp) {
        return entrance.halfway(request, clock.instant())
                .filter(halfway -> halfway.settingUp() == settingUp)
                .map(halfway -> halfway.membership());
    }

    private View code(KeptForm kept, Form form) {
        return pages.show("app/code", kept, form);
    }

    private View setUp(Membership who, KeptForm kept, Form form, HttpServletRequest request) {
        SecondFactor.Offer offer = accounts.offer(who, Entrance.offered(request), clock.instant());
        Entrance.offer(request, offer.sealed());
        return pages.show("app/setUp", SetUpView.of(offer, "/sign-in/set-up", kept, true), form);
    }

    /** After signing in: what was typed before, or the page that was asked for, or my work. */
    private View onward(KeptForm kept, HttpServletRequest request, HttpServletResponse response) {
        if (kept.present()) {
            return pages.show("app/sendAgain", kept);
        }
        String next = entrance.askedFor(request, response);
        return found(next == null ? "/work" : next);
    }

    private static View found(String address) {
        return (model, request, response) -> response.sendRedirect(address);
    }

    static View page(Pages pages, Issuers issuers, KeptForm kept, boolean signedOut, Form form) {
        return pages.show("app/signIn", new SignInView(kept, signedOut, issuers.all()), form);
    }
}
