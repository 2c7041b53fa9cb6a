package org.holdfast.casework.web;

import java.time.InstantSource;
import java.util.UUID;
import org.holdfast.audit.Actor;
import org.holdfast.casework.Looks;
import org.holdfast.pages.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;

/** Who has looked at a case. */
@Controller
class LooksController {

    private final CaseFrames frames;
    private final Looks looks;
    private final Pages pages;
    private final InstantSource clock;

    LooksController(CaseFrames frames, Looks looks, Pages pages, InstantSource clock) {
        this.frames = frames;
        this.looks = looks;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/cases/{caseId}/looks")
    View looks(Actor actor, @PathVariable UUID caseId) {
        return frames.page(
                actor,
                caseId,
                id -> looks.see(actor, id, clock.instant()),
                (frame, seen) -> pages.show("casework/looks", new LooksView(frame, seen)));
    }

    @GetMapping("/cases/{caseId}/disclosures")
    View disclosures(Actor actor, @PathVariable UUID caseId) {
        return frames.page(
                actor,
                caseId,
                id -> looks.disclosures(actor, id, clock.instant()),
                (frame, given) -> pages.show("casework/disclosures", new CaseDisclosuresView(frame, given)));
    }
}
