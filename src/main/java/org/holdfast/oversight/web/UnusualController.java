package org.holdfast.oversight.web;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import org.holdfast.audit.Actor;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.oversight.Note;
import org.holdfast.oversight.NoteDraft;
import org.holdfast.oversight.NoteOutcome;
import org.holdfast.oversight.UnusualKind;
import org.holdfast.oversight.UnusualLooks;
import org.holdfast.pages.Form;
import org.holdfast.pages.Pages;
import org.holdfast.sharing.Sharing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Access that is out of the ordinary, and what came of looking at it. */
@Controller
class UnusualController {

    private final UnusualLooks looks;
    private final Pages pages;
    private final InstantSource clock;

    UnusualController(UnusualLooks looks, Pages pages, InstantSource clock) {
        this.looks = looks;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/ledger/unusual")
    View unusual(Actor actor, @RequestParam MultiValueMap<String, String> asked) {
        return page(actor, Form.of(asked));
    }

    @PostMapping("/ledger/unusual")
    View note(Actor actor, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        return switch (looks.note(
                actor,
                new NoteDraft(
                        form.id("who"),
                        day(form.value("day")),
                        form.choice("kind", UnusualKind.class),
                        form.id("case"),
                        form.choice("outcome", NoteOutcome.class),
                        form.value("text")),
                clock.instant())) {
            case Outcome.Done<Note> _ -> pages.redirect("/ledger/unusual", "oversight.notice.noted");
            case Outcome.Refused<Note>(List<Reason> why) ->
                why.contains(Sharing.NOT_FOUND) ? pages.refused(why) : page(actor, form.with(why));
        };
    }

    private View page(Actor actor, Form form) {
        Instant now = clock.instant();
        LocalDate today = UnitedKingdom.day(now);
        LocalDate to = Objects.requireNonNullElse(form.date("to"), today);
        LocalDate from = Objects.requireNonNullElse(form.date("from"), to.minusDays(UnusualLooks.USUAL_DAYS));
        return switch (looks.see(actor, from, to, now)) {
            case Outcome.Done<UnusualLooks.Report>(UnusualLooks.Report report) ->
                pages.show("oversight/unusual", new UnusualView(report, form), form);
            case Outcome.Refused<UnusualLooks.Report> refused -> pages.refused(refused);
        };
    }

    private static @Nullable LocalDate day(String written) {
        try {
            return LocalDate.parse(written);
        } catch (DateTimeParseException notADay) {
            return null;
        }
    }
}
