package org.holdfast.pages.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import org.holdfast.audit.Actor;
import org.holdfast.law.Outcome;
import org.holdfast.pages.Dates;
import org.holdfast.pages.Drafts;
import org.holdfast.pages.Language;
import org.holdfast.pages.Pages;
import org.holdfast.pages.Texts;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Keeps what is typed while it is typed, and a session while somebody is there. */
@Controller
class DraftsController {
    private final Drafts drafts;
    private final Pages pages;
    private final Texts texts;
    private final InstantSource clock;

    DraftsController(Drafts drafts, Pages pages, Texts texts, InstantSource clock) {
        this.drafts = drafts;
        this.pages = pages;
        this.texts = texts;
        this.clock = clock;
    }

    /** What the script reads: words to show, the moment to name next time, and whether another window wrote too. */
    record Answer(String text, String at, boolean elsewhere) {}

    /** The script saves what changed. */
    @PostMapping(path = "/drafts/{form}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<?> save(
            Actor actor,
            @PathVariable String form,
            @RequestParam MultiValueMap<String, String> sent,
            CsrfToken csrf,
            @RequestParam(name = "draft-window", defaultValue = "") String window,
            @RequestParam(name = "draft-since", defaultValue = "") String since,
            @RequestParam(name = "draft-language", defaultValue = "") String language) {
        Instant now = clock.instant();
        var fields = Drafts.fieldsOf(sent, Set.of(csrf.getParameterName()));
        return switch (drafts.saveAll(actor, form, fields, window, instant(since, now), now)) {
            case Outcome.Done<Drafts.Saved>(Drafts.Saved saved) -> {
                Language reads = Language.of(language);
                String time = Dates.time(reads, Dates.london(saved.at()).toLocalTime());
                yield ResponseEntity.ok(new Answer(
                        texts.text(reads, "pages.draft.saved", time),
                        saved.at().toString(),
                        !saved.elsewhere().isEmpty()));
            }
            case Outcome.Refused<Drafts.Saved> refused ->
                ResponseEntity.status(HttpStatus.UNPROCESSABLE_CONTENT).build();
        };
    }

    /** The button "Save and finish later" saves the whole form and goes on to another page. */
    @PostMapping(path = "/drafts/{form}", produces = MediaType.TEXT_HTML_VALUE)
    View saveAndLeave(
            Actor actor,
            @PathVariable String form,
            @RequestParam MultiValueMap<String, String> sent,
            CsrfToken csrf,
            @RequestParam(name = "draft-then", defaultValue = "/") String then) {
        Instant now = clock.instant();
        var fields = Drafts.fieldsOf(sent, Set.of(csrf.getParameterName()));
        return switch (drafts.saveAll(actor, form, fields, "", now, now)) {
            case Outcome.Done<Drafts.Saved> done -> pages.redirect(Pages.ours(then) ? then : "/", "pages.draft.kept");
            case Outcome.Refused<Drafts.Saved> refused -> pages.refused(refused);
        };
    }

    /** The person is still there: the session starts its time anew. */
    @GetMapping("/still-here")
    ResponseEntity<Void> stillHere(Actor actor) {
        return ResponseEntity.noContent().build();
    }

    private static Instant instant(String typed, Instant otherwise) {
        try {
            return Instant.parse(typed);
        } catch (DateTimeException notAnInstant) {
            return otherwise;
        }
    }
}
