package org.holdfast.casework.web;

import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.holdfast.audit.Actor;
import org.holdfast.casework.CaseUpdate;
import org.holdfast.casework.Chronologies;
import org.holdfast.casework.UpdateDraft;
import org.holdfast.pages.Form;
import org.holdfast.pages.Pages;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.DataClass;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The log of contacts and new facts after the referral (NRM-15). */
@Controller
class UpdatesController {

    private final CaseFrames frames;
    private final Chronologies chronologies;
    private final Pages pages;
    private final InstantSource clock;

    UpdatesController(CaseFrames frames, Chronologies chronologies, Pages pages, InstantSource clock) {
        this.frames = frames;
        this.chronologies = chronologies;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/cases/{caseId}/updates")
    View updates(Actor actor, @PathVariable UUID caseId, @RequestParam MultiValueMap<String, String> asked) {
        return page(
                actor,
                caseId,
                Form.empty()
                        .set("at", clock.instant())
                        .set("kind", CaseUpdate.Kind.CONTACT)
                        .set("source", actor.name())
                        .set("corrects", Form.of(asked).id("corrects")));
    }

    @PostMapping("/cases/{caseId}/updates")
    View log(Actor actor, @PathVariable UUID caseId, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        return frames.after(
                chronologies.log(actor, new CaseId(caseId), draft(form), clock.instant()),
                () -> pages.redirect("/cases/" + caseId + "/updates", "casework.notice.update-logged"),
                reasons -> page(actor, caseId, Typed.dated(form, reasons, "at")));
    }

    private View page(Actor actor, UUID caseId, Form form) {
        UUID corrects = form.id("corrects");
        return frames.page(
                actor, caseId, id -> chronologies.seeUpdates(actor, id, clock.instant()), (frame, updates) -> {
                    CaseUpdate corrected = updates.stream()
                            .filter(update -> update.id().equals(corrects) && update.heldBack() == null)
                            .findFirst()
                            .orElse(null);
                    return pages.show(
                            "casework/updates",
                            new UpdatesView(frame, updates, corrected),
                            corrected == null || form.all().containsKey("tells")
                                    ? form
                                    : form.set("tells", corrected.tells()));
                });
    }

    private static UpdateDraft draft(Form form) {
        Instant at = form.moment("at");
        return new UpdateDraft(
                at,
                form.choice("kind", CaseUpdate.Kind.class),
                Typed.text(form, "what"),
                Typed.text(form, "source"),
                form.ticked("relevant"),
                form.id("corrects"),
                form.choice("tells", DataClass.class));
    }
}
