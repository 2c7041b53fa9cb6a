package org.holdfast.requests.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.holdfast.audit.PressedBefore;
import org.holdfast.law.Reason;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.pages.Form;
import org.holdfast.pages.Pages;
import org.holdfast.partnership.Tokens;
import org.holdfast.requests.Guests;
import org.holdfast.requests.Guests.Shown;
import org.holdfast.requests.QuestionId;
import org.holdfast.requests.ReturnDraft;
import org.holdfast.requests.Returns;
import org.holdfast.requests.Told;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** What somebody without an account sees behind a link: the code, the children of one request, an answer about each, and thanks. */
@Controller
class GuestController {

    private static final String PASS = "g";

    private final Guests guests;
    private final Pages pages;
    private final Tokens tokens;
    private final InstantSource clock;

    GuestController(Guests guests, Pages pages, Tokens tokens, InstantSource clock) {
        this.guests = guests;
        this.pages = pages;
        this.tokens = tokens;
        this.clock = clock;
    }

    @GetMapping("/g/{token}")
    View open(@PathVariable String token, @CookieValue(name = PASS, defaultValue = "") String pass) {
        return drawn(
                token,
                guests.open(token, pass, clock.instant()),
                sheet -> pages.show("requests/guestSheet", view(token, sheet)));
    }

    @PostMapping("/g/{token}/code")
    View code(@PathVariable String token) {
        return drawn(token, guests.sendCode(token, clock.instant()), _ -> shut());
    }

    @PostMapping("/g/{token}/prove")
    View prove(
            HttpServletRequest asked,
            @PathVariable String token,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String press) {
        Shown shown = guests.prove(token, code, press, clock.instant());
        if (!(shown instanceof Shown.Begun(String pass))) {
            return drawn(token, shown, _ -> shut());
        }
        ResponseCookie cookie = ResponseCookie.from(PASS, pass)
                .path(path(token))
                .httpOnly(true)
                .sameSite("Lax")
                .secure(asked.isSecure())
                .build();
        View on = pages.redirect(path(token));
        return (model, request, response) -> {
            response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
            on.render(model, request, response);
        };
    }

    @GetMapping("/g/{token}/children/{question}")
    View child(
            @PathVariable String token,
            @PathVariable UUID question,
            @CookieValue(name = PASS, defaultValue = "") String pass) {
        return drawn(
                token,
                guests.open(token, pass, clock.instant()),
                sheet -> sheet.line(new QuestionId(question))
                        .map(line -> form(token, sheet, line, filled(line)))
                        .orElseGet(this::shut));
    }

    @PostMapping("/g/{token}/children/{question}")
    View handIn(
            @PathVariable String token,
            @PathVariable UUID question,
            @CookieValue(name = PASS, defaultValue = "") String pass,
            @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        return answered(
                token,
                form,
                guests.handIn(
                        token,
                        pass,
                        new QuestionId(question),
                        RequestsController.draft(form),
                        Objects.requireNonNullElse(form.number("version"), -1),
                        clock.instant()));
    }

    @PostMapping("/g/{token}/children/{question}/nothing-known")
    View nothingKnown(
            @PathVariable String token,
            @PathVariable UUID question,
            @CookieValue(name = PASS, defaultValue = "") String pass) {
        return answered(
                token, Form.empty(), guests.nothingKnown(token, pass, new QuestionId(question), clock.instant()));
    }

    @PostMapping("/g/{token}/done")
    View done(@PathVariable String token, @CookieValue(name = PASS, defaultValue = "") String pass) {
        return drawn(token, guests.done(token, pass, clock.instant()), _ -> shut());
    }

    /** Where being done leads, as often as it is pressed: about nobody. */
    @GetMapping("/g/thanks")
    View thanks() {
        return pages.show("requests/guestDone", door("", false));
    }

    /** The second press of a button leads where the first led: where that is not kept, as it would be with the link, to what is asked. */
    @ExceptionHandler(PressedBefore.class)
    View again(PressedBefore before, HttpServletRequest asked) {
        return pages.redirect(
                before.answer().orElseGet(() -> path(asked.getRequestURI().split("/")[2])));
    }

    private View answered(String token, Form form, Shown shown) {
        return switch (shown) {
            case Shown.Kept() -> pages.redirect(path(token));
            case Shown.Faulty(Returns.Sheet sheet, Returns.Line line, List<Reason> reasons) ->
                form(token, sheet, line, RequestsController.dated(form, reasons).set("version", line.version()));
            case Shown.Shut _, Shown.Before _, Shown.Begun _, Shown.Inside _, Shown.Thanks _ ->
                drawn(token, shown, _ -> shut());
        };
    }

    private View form(String token, Returns.Sheet sheet, Returns.Line line, Form form) {
        return pages.show("requests/guestReturn", new GuestReturnView(view(token, sheet), line), form);
    }

    private GuestView view(String token, Returns.Sheet sheet) {
        return new GuestView(path(token), sheet, tokens.make());
    }

    private GuestDoorView door(String path, boolean sent) {
        return new GuestDoorView(path, sent, tokens.make());
    }

    private Form filled(Returns.Line line) {
        Form form =
                Form.empty().set("as-of", UnitedKingdom.day(clock.instant())).set("version", line.version());
        if (line.last().isPresent()) {
            form = form.set("source", line.last().get().source());
            for (Told told : line.last().get().told()) {
                String field = ReturnDraft.field(told.heading());
                form = form.set(field, told.text());
                if (told.whereabouts()) {
                    form = form.set("whereabouts-" + field, true);
                }
                if (told.restricted()) {
                    form = form.set("restricted-" + field, true).set("because-" + field, told.because());
                }
            }
        }
        return form;
    }

    private View drawn(String token, Shown shown, Function<Returns.Sheet, View> inside) {
        return switch (shown) {
            case Shown.Inside(Returns.Sheet sheet) -> inside.apply(sheet);
            case Shown.Before(boolean sent, String fault) ->
                pages.show(
                        "requests/guestCode",
                        door(path(token), sent),
                        fault.isEmpty() ? Form.empty() : Form.empty().with(List.of(Reason.about("code", fault))));
            case Shown.Thanks() -> pages.redirect("/g/thanks");
            case Shown.Shut _, Shown.Begun _, Shown.Kept _, Shown.Faulty _ -> shut();
        };
    }

    /** The same page for everybody to whom a link is not open. */
    private View shut() {
        return pages.failed(404, "requests/guestShut", door("", false));
    }

    private static String path(String token) {
        return "/g/" + token;
    }
}
