package org.holdfast.app;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.pages.Form;
import org.holdfast.pages.Option;
import org.holdfast.pages.Pages;
import org.holdfast.partnership.Accounts;
import org.holdfast.partnership.Identities;
import org.holdfast.partnership.Issuer;
import org.holdfast.partnership.Membership;
import org.holdfast.partnership.Partnerships;
import org.holdfast.partnership.PasskeyQuestion;
import org.holdfast.partnership.Passkeys;
import org.holdfast.partnership.SecondFactor;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** One's own signing in: what proves that it is me. Shows and changes nothing of anybody else. */
@Controller
class AccountController {

    private final Accounts accounts;
    private final Passkeys passkeys;
    private final Partnerships partnerships;
    private final Sessions sessions;
    private final Entrance entrance;
    private final Issuers issuers;
    private final Identities identities;
    private final Pages pages;
    private final InstantSource clock;
    /** The request that is answered just now. */
    private final HttpServletRequest asking;

    AccountController(
            Accounts accounts,
            Passkeys passkeys,
            Partnerships partnerships,
            Sessions sessions,
            Entrance entrance,
            Issuers issuers,
            Identities identities,
            Pages pages,
            InstantSource clock,
            HttpServletRequest asking) {
        this.accounts = accounts;
        this.passkeys = passkeys;
        this.partnerships = partnerships;
        this.sessions = sessions;
        this.entrance = entrance;
        this.issuers = issuers;
        this.identities = identities;
        this.pages = pages;
        this.clock = clock;
        this.asking = asking;
    }

    @GetMapping("/account")
    View account(
            @AuthenticationPrincipal Membership me,
            @RequestParam(required = false) @Nullable String linked,
            @RequestParam(name = "not-linked", required = false) @Nullable String notLinked,
            @RequestParam(name = "wrong-password", required = false) @Nullable String wrongPassword) {
        Form form = Form.empty();
        if (notLinked != null) {
            form = form.with(List.of(Reason.about("link-password", "partnership.identity.taken")));
        } else if (wrongPassword != null) {
            form = form.with(List.of(Reason.about("link-password", "partnership.password.wrong")));
        }
        return account(me, form, linked != null);
    }

    @PostMapping("/account/second-factor")
    View setUp(
            @AuthenticationPrincipal Membership me,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request) {
        return answer(me, accounts.proved(me, password, clock.instant()), _ -> setUp(me, Form.empty(), request));
    }

    @PostMapping("/account/second-factor/code")
    View prove(
            @AuthenticationPrincipal Membership me,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request) {
        return switch (accounts.prove(me, Entrance.offered(request), true, code, clock.instant())) {
            case Outcome.Done<List<String>>(List<String> codes) -> {
                Entrance.offer(request, null);
                yield codes(codes, false);
            }
            case Outcome.Refused<List<String>>(List<Reason> reasons)
            when offerOver(reasons) ->
                account(me, Form.empty().with(List.of(Reason.about("password", Accounts.OFFER_OVER))));
            case Outcome.Refused<List<String>>(List<Reason> reasons) ->
                setUp(me, Form.empty().with(reasons), request);
        };
    }

    @PostMapping("/account/recovery-codes")
    View recoveryCodes(@AuthenticationPrincipal Membership me, @RequestParam(defaultValue = "") String password) {
        return answer(me, accounts.newRecoveryCodes(me, password, clock.instant()), codes -> codes(codes, false));
    }

    @PostMapping("/account/passkeys/new")
    View newPasskey(
            @AuthenticationPrincipal Membership me,
            @RequestParam(defaultValue = "") String password,
            HttpServletRequest request) {
        return answer(
                me, accounts.proved(me, password, clock.instant()), _ -> newPasskey(me, null, Form.empty(), request));
    }

    @PostMapping("/account/passkeys")
    View addPasskey(@AuthenticationPrincipal Membership me, HttpServletRequest request) {
        String name = SignInController.sent(request, "passkey-name");
        PasskeyQuestion question = Entrance.asked(request);
        return switch (passkeys.add(me, question, SignInController.made(request), name, false, clock.instant())) {
            case Outcome.Done<List<String>>(List<String> codes) ->
                codes.isEmpty() ? pages.redirect("/account", "app.passkey.added", name) : codes(codes, true);
            case Outcome.Refused<List<String>>(List<Reason> reasons) ->
                offerOver(reasons) || question == null
                        ? account(me, Form.empty().with(List.of(Reason.about("password", Accounts.OFFER_OVER))))
                        : newPasskey(me, name, Form.empty().with(reasons), request);
        };
    }

    @PostMapping("/account/passkeys/remove")
    View removePasskey(
            @AuthenticationPrincipal Membership me,
            @RequestParam(name = "passkey-password", defaultValue = "") String password,
            @RequestParam(name = "passkey", defaultValue = "") String passkey) {
        Form typed = Form.empty().set("passkey", passkey);
        return switch (passkeys.remove(me, typed.id("passkey"), password, clock.instant())) {
            case Outcome.Done<Membership> _ -> pages.redirect("/account", "app.passkey.removed");
            case Outcome.Refused<Membership>(List<Reason> reasons) ->
                account(
                        me,
                        typed.with(reasons.stream()
                                .map(reason -> "password".equals(reason.field())
                                        ? Reason.about(
                                                "passkey-password",
                                                reason.key(),
                                                reason.details().toArray(String[]::new))
                                        : reason)
                                .toList()));
        };
    }

    @GetMapping("/account/password")
    View password() {
        return pages.show("app/password", NewPasswordView.OWN);
    }

    @PostMapping("/account/password")
    View password(
            @AuthenticationPrincipal Membership me,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(name = "new-password", defaultValue = "") String fresh) {
        return switch (accounts.changePassword(me, password, fresh, clock.instant())) {
            case Outcome.Done<Membership> _ -> pages.redirect("/account", "app.password.changed");
            case Outcome.Refused<Membership>(List<Reason> reasons) ->
                pages.show("app/password", NewPasswordView.OWN, Form.empty().with(reasons));
        };
    }

    @PostMapping("/account/sessions/end")
    View end(@AuthenticationPrincipal Membership me, @RequestParam(defaultValue = "") String session) {
        if (sessions.end(me.account(), session)) {
            accounts.endedOneSession(me, clock.instant());
        }
        return pages.redirect("/account", "app.sessions.ended");
    }

    @PostMapping("/account/sessions/end-others")
    View endOthers(@AuthenticationPrincipal Membership me) {
        accounts.endOtherSessions(me, clock.instant());
        return pages.redirect("/account", "app.sessions.ended");
    }

    @PostMapping("/account/partnership")
    View change(
            @AuthenticationPrincipal Membership me,
            @RequestParam(defaultValue = "") String partnership,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (Entrance.cameThroughIssuer(request)) {
            return pages.notFound();
        }
        return accounts.memberships(me.account(), me.username(), clock.instant()).stream()
                .filter(each -> each.partnership().value().toString().equals(partnership))
                .findFirst()
                .map(chosen -> {
                    accounts.wentOver(chosen, clock.instant());
                    entrance.enter(request, response, chosen, clock.instant());
                    return pages.redirect("/work");
                })
                .orElseGet(pages::notFound);
    }

    private List<Option> partnerships(Membership me) {
        List<Membership> all = accounts.memberships(me.account(), me.username(), clock.instant());
        // a provider speaks for its agency's partnership and no other
        return all.size() < 2 || Entrance.cameThroughIssuer(asking)
                ? List.of()
                : all.stream()
                        .filter(each -> !each.partnership().equals(me.partnership()))
                        .map(each -> Option.of(
                                each.partnership().value().toString(),
                                partnerships
                                        .partnership(Partnerships.program(each.partnership()))
                                        .name()))
                        .toList();
    }

    private <T> View answer(Membership me, Outcome<T> outcome, Function<T, View> done) {
        return switch (outcome) {
            case Outcome.Done<T>(T value) -> done.apply(value);
            case Outcome.Refused<T>(List<Reason> reasons) ->
                account(me, Form.empty().with(reasons));
        };
    }

    /** A secret is offered to nobody who did not just give their password: a wrong code shows again what that password opened. */
    private static boolean offerOver(List<Reason> reasons) {
        return reasons.stream().anyMatch(reason -> reason.key().equals(Accounts.OFFER_OVER));
    }

    private View account(Membership me, Form form) {
        return account(me, form, false);
    }

    private View account(Membership me, Form form, boolean justLinked) {
        List<String> linked = identities.issuers(me);
        List<Issuer> ofTheAgency = partnerships
                .actor(me, clock.instant())
                .map(actor -> issuers.all().stream()
                        .filter(issuer -> issuer.partnership().equals(me.partnership())
                                && issuer.agency().id().value().equals(actor.agency()))
                        .toList())
                .orElse(List.of());
        return pages.show(
                "app/account",
                new AccountView(
                        me.username(),
                        accounts.secondFactor(me),
                        passkeys.of(me),
                        passkeys.domain().isPresent(),
                        sessions.of(me.account()).stream()
                                .map(AccountView.Row::of)
                                .toList(),
                        partnerships(me),
                        ofTheAgency.stream()
                                .filter(issuer -> !linked.contains(issuer.address()))
                                .toList(),
                        ofTheAgency.stream()
                                .filter(issuer -> linked.contains(issuer.address()))
                                .toList(),
                        justLinked),
                form);
    }

    private View setUp(Membership me, Form form, HttpServletRequest request) {
        SecondFactor.Offer offer = accounts.offer(me, Entrance.offered(request), clock.instant());
        Entrance.offer(request, offer.sealed());
        return pages.show(
                "app/setUp", SetUpView.of(offer, "/account/second-factor/code", KeptForm.NONE, false, null), form);
    }

    /** Only after the password was given, or on an answer to what it opened. */
    private View newPasskey(Membership me, @Nullable String named, Form form, HttpServletRequest request) {
        return SignInController.newPasskey(passkeys, me, request, clock.instant())
                .map(view -> pages.show(
                        "app/newPasskey", view, form.set("passkey-name", named == null ? view.suggested() : named)))
                .orElseGet(pages::notFound);
    }

    private View codes(List<String> codes, boolean passkey) {
        return pages.show("app/recoveryCodes", new RecoveryCodesView(codes, KeptForm.NONE, "/account", passkey));
    }
}
