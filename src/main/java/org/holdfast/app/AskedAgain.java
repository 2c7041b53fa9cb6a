package org.holdfast.app;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.holdfast.audit.Actor;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.pages.AsksAgain;
import org.holdfast.pages.Dates;
import org.holdfast.pages.Form;
import org.holdfast.pages.Language;
import org.holdfast.pages.Pages;
import org.holdfast.partnership.Accounts;
import org.holdfast.partnership.Issuer;
import org.holdfast.partnership.Limit;
import org.holdfast.partnership.Limits;
import org.holdfast.partnership.Membership;
import org.holdfast.partnership.PasskeyAnswer;
import org.holdfast.partnership.Passkeys;
import org.holdfast.partnership.SecondFactor;
import org.holdfast.partnership.SigningIn;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.View;

/**
 * Before a grave step ({@link AsksAgain}) asks once more who somebody is, unless they proved it a moment ago. The page that asks carries the
 * form that was sent, and sends it to where it was going with the answer beside it: nothing typed is lost, and nothing is done before.
 */
@Component
class AskedAgain implements HandlerInterceptor {

    static final String PASSWORD = "again-password";
    static final String CODE = "again-code";

    private final Accounts accounts;
    private final Passkeys passkeys;
    private final Issuers issuers;
    private final Limits limits;
    private final Pages pages;
    private final InstantSource clock;

    AskedAgain(Accounts accounts, Passkeys passkeys, Issuers issuers, Limits limits, Pages pages, InstantSource clock) {
        this.accounts = accounts;
        this.passkeys = passkeys;
        this.issuers = issuers;
        this.limits = limits;
        this.pages = pages;
        this.clock = clock;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws Exception {
        Instant now = clock.instant();
        if (!(handler instanceof HandlerMethod method)
                || !method.hasMethodAnnotation(AsksAgain.class)
                || Entrance.proved(request, now, limits.minutes(Limit.PROVED_MINUTES))
                || !(signedIn() instanceof Membership me)) {
            return true;
        }
        List<Reason> faults = faults(me, request, now);
        if (faults != null && faults.isEmpty()) {
            Entrance.proved(request, now);
            return true;
        }
        page(me, KeptForm.cutOff(request), faults == null ? List.of() : faults, request, now)
                .render(Map.of(), request, response);
        return false;
    }

    private static @Nullable Object signedIn() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication == null ? null : authentication.getPrincipal();
    }

    /** What is wrong with the answer: nothing where it proves them; null where none was sent. */
    private @Nullable List<Reason> faults(Membership me, HttpServletRequest request, Instant now) {
        boolean elsewhere = Entrance.cameThroughIssuer(request);
        if (!SignInController.sent(request, "passkey-signature").isEmpty()) {
            return passkey(me, request, now);
        }
        String password = request.getParameter(PASSWORD);
        String code = request.getParameter(CODE);
        if (elsewhere ? code == null || !accounts.secondFactor(me).any() : password == null) {
            return null;
        }
        Outcome<Membership> proved = elsewhere
                ? accounts.provedByCode(me, code == null ? "" : code, now)
                : accounts.provedAgain(me, password == null ? "" : password, code == null ? "" : code, now);
        return proved instanceof Outcome.Refused<Membership>(List<Reason> reasons)
                ? reasons.stream().map(AskedAgain::beside).toList()
                : List.of();
    }

    private static Reason beside(Reason reason) {
        return Reason.about(
                "password".equals(reason.field()) ? PASSWORD : CODE,
                reason.key(),
                reason.details().toArray(String[]::new));
    }

    private List<Reason> passkey(Membership me, HttpServletRequest request, Instant now) {
        PasskeyAnswer.ToSignIn answer = SignInController.answer(request);
        return switch (passkeys.again(Entrance.asked(request), answer, Entered.source(request), me, now)) {
            case SigningIn.Done _ -> List.of();
            case SigningIn.Later(Instant until) ->
                List.of(Reason.about(
                        "passkey",
                        "app.passkey.later",
                        Dates.time(
                                Language.ENGLISH,
                                Dates.london(until.plusSeconds(59)).toLocalTime())));
            case SigningIn.Refused(), SigningIn.CodeWanted _, SigningIn.SecondFactorWanted _ ->
                List.of(Reason.about("passkey", Passkeys.REFUSED));
        };
    }

    /** The page that asks. */
    View page(Membership me, KeptForm kept, List<Reason> faults, HttpServletRequest request, Instant now) {
        SecondFactor factor = accounts.secondFactor(me);
        boolean elsewhere = Entrance.cameThroughIssuer(request);
        Issuer issuer = elsewhere ? issuer(me, request) : null;
        if (issuer != null) {
            Entrance.again(request, new Again(me, issuer.key(), kept, now));
        }
        return pages.failed(
                403,
                "app/proveAgain",
                new ProveAgainView(
                        kept,
                        !elsewhere,
                        factor.any(),
                        factor.setUp(),
                        factor.passkeys() > 0 ? passkeys.domain().orElse(null) : null,
                        issuer),
                Form.empty().with(faults));
    }

    private @Nullable Issuer issuer(Membership me, HttpServletRequest request) {
        return request.getAttribute(WhoAsks.ATTRIBUTE) instanceof Actor actor
                ? issuers.all().stream()
                        .filter(each -> each.partnership().equals(me.partnership())
                                && each.agency().id().value().equals(actor.agency()))
                        .findFirst()
                        .orElse(null)
                : null;
    }
}
