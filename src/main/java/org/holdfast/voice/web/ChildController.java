package org.holdfast.voice.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.holdfast.audit.PressedBefore;
import org.holdfast.pages.Pages;
import org.holdfast.pages.Tongue;
import org.holdfast.partnership.Practice;
import org.holdfast.partnership.Tokens;
import org.holdfast.voice.ChildsPages;
import org.holdfast.voice.ChildsPages.Shown;
import org.holdfast.voice.Question;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** What a child sees behind a link: a page before, one question a page, what was written, thanks, and what to do when not safe. */
@Controller
class ChildController {

    private static final String PASS = "p";

    private final ChildsPages childs;
    private final Pages pages;
    private final Tokens tokens;
    private final InstantSource clock;
    private final String exit;

    /** @param exit where “Exit this page” leads: a page about nothing that anybody might have open */
    ChildController(
            ChildsPages childs,
            Pages pages,
            Tokens tokens,
            InstantSource clock,
            @Value("${holdfast.exit-page}") String exit) {
        this.childs = childs;
        this.pages = pages;
        this.tokens = tokens;
        this.clock = clock;
        this.exit = exit;
    }

    @GetMapping("/v/{token}")
    View before(@PathVariable String token, @CookieValue(name = PASS, defaultValue = "") String pass) {
        return drawn(
                token,
                childs.open(token, pass, "before", clock.instant()),
                inside -> page("voice/before", token, inside, Question.GOING_WELL, false));
    }

    @PostMapping("/v/{token}/start")
    View start(
            HttpServletRequest asked,
            @PathVariable String token,
            @CookieValue(name = PASS, defaultValue = "") String pass,
            @RequestParam(defaultValue = "") String word,
            @RequestParam(defaultValue = "") String press) {
        return switch (childs.start(token, pass, word, press, clock.instant())) {
            case Shown.Begun(Tongue _, String made) -> {
                ResponseCookie cookie = ResponseCookie.from(PASS, made)
                        .path("/v/" + token)
                        .httpOnly(true)
                        .sameSite("Lax")
                        .maxAge(Duration.ofDays(Practice.LONGEST_CHILDS_LINK))
                        .secure(asked.isSecure())
                        .build();
                View on = pages.redirect("/v/" + token + "/q/1");
                yield (model, request, response) -> {
                    response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
                    on.render(model, request, response);
                };
            }
            case Shown.Before before -> drawn(token, before, _ -> shut());
            case Shown.Shut _, Shown.Inside _, Shown.Thanks _ -> shut();
        };
    }

    @PostMapping("/v/{token}/language")
    View speak(
            @PathVariable String token,
            @CookieValue(name = PASS, defaultValue = "") String pass,
            @RequestParam(defaultValue = "en") String in,
            @RequestParam(defaultValue = "") String at) {
        Tongue tongue = Tongue.ofTag(in).orElse(Tongue.ENGLISH);
        return switch (childs.speak(token, pass, tongue, clock.instant())) {
            case Shown.Before _ -> pages.redirect("/v/" + token);
            case Shown.Inside _ -> pages.redirect("/v/" + token + (at.matches("(/q/[1-5]|/check)") ? at : ""));
            case Shown.Shut _, Shown.Begun _, Shown.Thanks _ -> shut();
        };
    }

    @GetMapping("/v/{token}/q/{number}")
    View question(
            @PathVariable String token,
            @PathVariable int number,
            @CookieValue(name = PASS, defaultValue = "") String pass) {
        return drawn(
                token,
                childs.open(token, pass, "question-" + number, clock.instant()),
                inside -> page("voice/question", token, inside, question(number), false));
    }

    @PostMapping("/v/{token}/q/{number}")
    View answer(
            @PathVariable String token,
            @PathVariable int number,
            @CookieValue(name = PASS, defaultValue = "") String pass,
            @RequestParam(defaultValue = "") String words) {
        Question question = question(number);
        return drawn(
                token,
                childs.answer(token, pass, question, words, clock.instant()),
                _ -> pages.redirect("/v/" + token
                        + (question.number() == Question.values().length
                                ? "/check"
                                : "/q/" + (question.number() + 1))));
    }

    @GetMapping("/v/{token}/check")
    View check(@PathVariable String token, @CookieValue(name = PASS, defaultValue = "") String pass) {
        return drawn(
                token,
                childs.open(token, pass, "check", clock.instant()),
                inside -> page("voice/check", token, inside, Question.SPEAKS, false));
    }

    @PostMapping("/v/{token}/hand-in")
    View handIn(@PathVariable String token, @CookieValue(name = PASS, defaultValue = "") String pass) {
        return drawn(
                token,
                childs.handIn(token, pass, clock.instant()),
                inside -> page("voice/check", token, inside, Question.SPEAKS, true));
    }

    /** What to do when not safe: about nobody, and open to everybody. */
    @GetMapping("/v/safe/{in}")
    View safe(@PathVariable String in) {
        return aboutNobody("voice/safe", in);
    }

    /** Where handing in leads, as often as it is pressed: about nobody as well. */
    @GetMapping("/v/thanks/{in}")
    View thanks(@PathVariable String in) {
        return aboutNobody("voice/done", in);
    }

    private View aboutNobody(String template, String in) {
        return pages.show(
                template,
                view(
                        Tongue.ofTag(in).filter(childs.tongues()::contains).orElse(Tongue.ENGLISH),
                        "",
                        false,
                        false,
                        Question.GOING_WELL,
                        Map.of()));
    }

    /** The second press of a button leads where the first led. */
    @ExceptionHandler(PressedBefore.class)
    View again(PressedBefore before) {
        return before.answer().map(pages::redirect).orElseGet(this::shut);
    }

    private interface Inside {
        View draw(Shown.Inside inside);
    }

    private View drawn(String token, Shown shown, Inside inside) {
        return switch (shown) {
            case Shown.Inside in -> inside.draw(in);
            case Shown.Before(Tongue tongue, boolean worded, boolean wrong) ->
                pages.show("voice/before", view(tongue, "/v/" + token, worded, wrong, Question.GOING_WELL, Map.of()));
            case Shown.Thanks(Tongue tongue) -> pages.redirect("/v/thanks/" + tongue.tag());
            case Shown.Begun _, Shown.Shut _ -> shut();
        };
    }

    private View page(String template, String token, Shown.Inside inside, Question question, boolean wrong) {
        return pages.show(template, view(inside.tongue(), "/v/" + token, false, wrong, question, inside.answers()));
    }

    /** The same page for everybody to whom a link is not open: in every language, because it knows nobody's. */
    private View shut() {
        return pages.failed(404, "voice/shut", view(Tongue.ENGLISH, "", false, false, Question.GOING_WELL, Map.of()));
    }

    private ChildPage view(
            Tongue tongue,
            String path,
            boolean worded,
            boolean wrong,
            Question question,
            Map<Question, String> answers) {
        List<Tongue> tongues = childs.tongues().stream().sorted().toList();
        return new ChildPage(
                childs.phrases(), tongue, tongues, path, exit, worded, wrong, tokens.make(), question, answers);
    }

    private static Question question(int number) {
        int last = Question.values().length;
        return Question.values()[Math.clamp(number, 1, last) - 1];
    }
}
