package org.holdfast.app;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.pages.Dates;
import org.holdfast.pages.Form;
import org.holdfast.pages.Language;
import org.holdfast.pages.Pages;
import org.holdfast.partnership.Accounts;
import org.holdfast.partnership.Identities;
import org.holdfast.partnership.Membership;
import org.holdfast.partnership.PasskeyAnswer;
import org.holdfast.partnership.PasskeyQuestion;
import org.holdfast.partnership.Passkeys;
import org.holdfast.partnership.SecondFactor;
import org.holdfast.partnership.SigningIn;
import org.holdfast.partnership.Tokens;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.View;

/** The way in: name and password, then the second factor, or setting one up; and nothing that was typed before is lost on it. */
@Controller
class SignInController {

    private static final String KNOWN = "holdfast-known";

    private final Accounts accounts;
    private final Entrance entrance;
    private final Passkeys passkeys;
    private final Identities identities;
    private final Issuers issuers;
    private final Pages pages;
    private final InstantSource clock;
    private final Tokens tokens;

    SignInController(
            Accounts accounts,
            Entrance entrance,
            Passkeys passkeys,
            Identities identities,
            Issuers issuers,
            Pages pages,
            InstantSource clock,
            Tokens tokens) {
        this.accounts = accounts;
        this.entrance = entrance;
        this.passkeys = passkeys;
        this.identities = identities;
        this.issuers = issuers;
        this.pages = pages;
        this.clock = clock;
        this.tokens = tokens;
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
                page(kept, false, Form.empty().with(List.of(Reason.about("username", "app.sign-in.refused"))));
            case SigningIn.Later(Instant until) -> later(until, "app.sign-in.later", kept, response);
            case SigningIn.Done(Membership membership) -> {
                Entrance.byOneself(request);
                enter(request, response, membership);
                yield onward(kept, request, response);
            }
            case SigningIn.CodeWanted(Membership membership) -> {
                entrance.halfway(request, response, new Halfway(membership, false, now));
                yield kept.present() ? code(membership, kept, Form.empty()) : found("/sign-in/code");
            }
            case SigningIn.SecondFactorWanted(Membership membership) -> {
                entrance.halfway(request, response, new Halfway(membership, true, now));
                yield kept.present() ? setUp(membership, kept, Form.empty(), request) : found("/sign-in/set-up");
            }
        };
    }

    @GetMapping("/sign-in/code")
    View code(HttpServletRequest request) {
        return halfway(request, false)
                .map(who -> code(who, KeptForm.NONE, Form.empty()))
                .orElseGet(() -> found("/sign-in"));
    }

    @PostMapping("/sign-in/code")
    View code(@RequestParam(defaultValue = "") String code, HttpServletRequest request, HttpServletResponse response) {
        KeptForm kept = KeptForm.carried(request);
        Membership who = halfway(request, false).orElse(null);
        if (who == null) {
            return page(kept, false, Form.empty());
        }
        return switch (accounts.signInWithCode(who, code, clock.instant())) {
            case Outcome.Done<Membership>(Membership membership) -> {
                enter(request, response, membership);
                yield onward(kept, request, response);
            }
            case Outcome.Refused<Membership>(List<Reason> reasons) ->
                code(who, kept, Form.empty().with(reasons));
        };
    }

    /** What a passkey is to answer, asked anew each time by the page's script. */
    @PostMapping(path = "/sign-in/passkey/question", produces = MediaType.TEXT_PLAIN_VALUE)
    @ResponseBody
    String question(HttpServletRequest request) {
        PasskeyQuestion question = passkeys.ask(clock.instant());
        Entrance.ask(request, question);
        return question.spelled();
    }

    @PostMapping("/sign-in/passkey")
    View passkey(HttpServletRequest request, HttpServletResponse response) {
        KeptForm kept = KeptForm.carried(request);
        return passkey(
                request,
                response,
                null,
                kept,
                () -> page(kept, false, Form.empty().with(List.of(Reason.about("passkey", Passkeys.REFUSED)))));
    }

    @PostMapping("/sign-in/code/passkey")
    View codePasskey(HttpServletRequest request, HttpServletResponse response) {
        KeptForm kept = KeptForm.carried(request);
        Membership who = halfway(request, false).orElse(null);
        if (who == null) {
            return page(kept, false, Form.empty());
        }
        return passkey(
                request,
                response,
                who,
                kept,
                () -> code(who, kept, Form.empty().with(List.of(Reason.about("passkey", Passkeys.REFUSED)))));
    }

    private View passkey(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Membership halfway,
            KeptForm kept,
            Supplier<View> refused) {
        return switch (passkeys.signIn(
                Entrance.asked(request), answer(request), Entered.source(request), halfway, clock.instant())) {
            case SigningIn.Done(Membership membership) -> {
                if (halfway == null) {
                    Entrance.byOneself(request);
                }
                enter(request, response, membership);
                yield onward(kept, request, response);
            }
            case SigningIn.Later(Instant until) -> later(until, "app.passkey.later", kept, response);
            case SigningIn.Refused(), SigningIn.CodeWanted _, SigningIn.SecondFactorWanted _ -> refused.get();
        };
    }

    private View later(Instant until, String why, KeptForm kept, HttpServletResponse response) {
        response.setHeader(
                "Retry-After",
                "" + Duration.between(clock.instant(), until).plusSeconds(1).toSeconds());
        return pages.failed(
                429,
                "app/signIn",
                view(kept, false),
                Form.empty()
                        .with(List.of(Reason.about(
                                "username",
                                why,
                                Dates.time(
                                        Language.ENGLISH,
                                        Dates.london(until.plusSeconds(59)).toLocalTime())))));
    }

    /** What a passkey answered, as the page's script sent it. */
    static PasskeyAnswer.ToSignIn answer(HttpServletRequest request) {
        return new PasskeyAnswer.ToSignIn(
                sent(request, "passkey-id"),
                sent(request, "passkey-client"),
                sent(request, "passkey-device"),
                sent(request, "passkey-signature"),
                sent(request, "passkey-owner"));
    }

    static String sent(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value;
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
            return page(kept, false, Form.empty());
        }
        Instant now = clock.instant();
        // another window may have set it up meanwhile: then its code is wanted, and not a second set-up
        if (accounts.secondFactor(who).any()) {
            return codeWanted(who, kept, request, response);
        }
        return switch (accounts.prove(who, Entrance.offered(request), false, code, now)) {
            case Outcome.Done<List<String>>(List<String> codes) -> {
                Entrance.offer(request, null);
                yield begun(who, codes, kept, false, request, response);
            }
            case Outcome.Refused<List<String>>(List<Reason> reasons) ->
                setUp(who, kept, Form.empty().with(reasons), request);
        };
    }

    /** A passkey instead of an app. Not for whoever came through their agency: the passkey would open what the agency has closed. */
    @PostMapping("/sign-in/set-up/passkey")
    View setUpPasskey(HttpServletRequest request, HttpServletResponse response) {
        KeptForm kept = KeptForm.carried(request);
        Membership who = halfway(request, true).orElse(null);
        if (who == null || Entrance.cameThroughIssuer(request)) {
            return page(kept, false, Form.empty());
        }
        if (accounts.secondFactor(who).any()) {
            return codeWanted(who, kept, request, response);
        }
        return switch (passkeys.add(
                who, Entrance.asked(request), made(request), sent(request, "passkey-name"), true, clock.instant())) {
            case Outcome.Done<List<String>>(List<String> codes) -> begun(who, codes, kept, true, request, response);
            case Outcome.Refused<List<String>>(List<Reason> reasons) ->
                setUp(who, kept, Form.empty().with(reasons), request);
        };
    }

    static PasskeyAnswer.ToAdd made(HttpServletRequest request) {
        return new PasskeyAnswer.ToAdd(sent(request, "passkey-client"), sent(request, "passkey-made"));
    }

    private View codeWanted(Membership who, KeptForm kept, HttpServletRequest request, HttpServletResponse response) {
        Optional<Through> through = Entrance.through(request);
        entrance.halfway(request, response, new Halfway(who, false, clock.instant()));
        through.ifPresent(issuer -> entrance.throughIssuer(request, issuer));
        return code(who, kept, Form.empty());
    }

    private View begun(
            Membership who,
            List<String> codes,
            KeptForm kept,
            boolean passkey,
            HttpServletRequest request,
            HttpServletResponse response) {
        accounts.signedInBySettingUp(who, clock.instant());
        enter(request, response, who);
        String next = entrance.askedFor(request, response);
        return pages.show(
                "app/recoveryCodes", new RecoveryCodesView(codes, kept, next == null ? "/work" : next, passkey));
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
            known = tokens.make();
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
        Entrance.proved(request, now);
    }

    private Optional<Membership> halfway(HttpServletRequest request, boolean settingUp) {
        return entrance.halfway(request, clock.instant())
                .filter(halfway -> halfway.settingUp() == settingUp)
                // whom their provider has signed out meanwhile does not go on
                .filter(_ -> Entrance.through(request)
                        .map(through -> identities.stands(through.partnership(), through.signIn()))
                        .orElse(true))
                .map(halfway -> halfway.membership());
    }

    private View code(Membership who, KeptForm kept, Form form) {
        SecondFactor factor = accounts.secondFactor(who);
        return pages.show(
                "app/code",
                new CodeView(
                        kept,
                        factor.setUp(),
                        factor.passkeys() > 0 ? passkeys.domain().orElse(null) : null),
                form);
    }

    private View setUp(Membership who, KeptForm kept, Form form, HttpServletRequest request) {
        SecondFactor.Offer offer = accounts.offer(who, Entrance.offered(request), clock.instant());
        Entrance.offer(request, offer.sealed());
        NewPasskeyView passkey = Entrance.cameThroughIssuer(request)
                ? null
                : newPasskey(passkeys, who, request, clock.instant()).orElse(null);
        return pages.show("app/setUp", SetUpView.of(offer, "/sign-in/set-up", kept, true, passkey), form);
    }

    /** Asks for a new passkey in this session; empty where browsers make none here. */
    static Optional<NewPasskeyView> newPasskey(
            Passkeys passkeys, Membership who, HttpServletRequest request, Instant now) {
        Entered here = Entered.by(request, now);
        return passkeys.offer(who, now).map(offer -> {
            Entrance.ask(request, offer.question());
            return new NewPasskeyView(offer, (here.browser() + " " + here.system()).strip());
        });
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

    /** The page on which one signs in, wherever it is drawn. */
    View page(KeptForm kept, boolean signedOut, Form form) {
        return pages.show("app/signIn", view(kept, signedOut), form);
    }

    private SignInView view(KeptForm kept, boolean signedOut) {
        return new SignInView(kept, signedOut, issuers.all(), passkeys.domain().orElse(null));
    }
}
