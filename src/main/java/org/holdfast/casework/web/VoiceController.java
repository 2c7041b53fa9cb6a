package org.holdfast.casework.web;

import java.time.InstantSource;
import java.util.UUID;
import org.holdfast.audit.Actor;
import org.holdfast.casework.Voices;
import org.holdfast.casework.Wishes;
import org.holdfast.casework.WishesDraft;
import org.holdfast.pages.Drafts;
import org.holdfast.pages.Form;
import org.holdfast.pages.Pages;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.Permission;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The child's wishes and feelings (GRD-4). */
@Controller
class VoiceController {

    private final CaseFrames frames;
    private final Voices voices;
    private final Drafts drafts;
    private final Pages pages;
    private final InstantSource clock;

    VoiceController(CaseFrames frames, Voices voices, Drafts drafts, Pages pages, InstantSource clock) {
        this.frames = frames;
        this.voices = voices;
        this.drafts = drafts;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/cases/{caseId}/voice")
    View voice(Actor actor, @PathVariable UUID caseId) {
        return frames.page(
                actor,
                caseId,
                id -> voices.see(actor, id, clock.instant()),
                (frame, wishes) -> pages.show("casework/voice", new VoiceView(frame, wishes)));
    }

    @GetMapping("/cases/{caseId}/voice/new")
    View hear(Actor actor, @PathVariable UUID caseId) {
        var kept = drafts.of(actor, draftKey(caseId));
        return form(actor, caseId, kept.isEmpty() ? Form.empty().set("heardBy", actor.name()) : Form.of(kept));
    }

    @PostMapping("/cases/{caseId}/voice/new")
    View hear(Actor actor, @PathVariable UUID caseId, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        WishesDraft draft = new WishesDraft(
                form.date("on"),
                form.choice("means", Wishes.Means.class),
                Typed.text(form, "words"),
                Typed.text(form, "language"),
                Typed.text(form, "interpreter"),
                Typed.text(form, "heardBy"),
                Typed.text(form, "representative"),
                form.choice("chosen", Wishes.Chosen.class),
                Typed.text(form, "about"));
        return frames.after(
                voices.hear(actor, new CaseId(caseId), draft, clock.instant()),
                () -> {
                    drafts.discard(actor, draftKey(caseId));
                    return pages.redirect("/cases/" + caseId + "/voice", "casework.notice.wishes-heard");
                },
                reasons -> form(actor, caseId, Typed.dated(form, reasons, "on")));
    }

    private View form(Actor actor, UUID caseId, Form form) {
        return frames.form(
                actor,
                caseId,
                Permission.ADD_TO_CASE,
                frame -> pages.show("casework/wishes", new WishesView(frame, frame.path("voice/new")), form));
    }

    static String draftKey(UUID caseId) {
        return "wishes-" + caseId;
    }
}
