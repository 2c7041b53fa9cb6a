package org.holdfast.casework.web;

import java.time.InstantSource;
import java.util.UUID;
import org.holdfast.audit.Actor;
import org.holdfast.casework.Overviews;
import org.holdfast.pages.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;

/** The child's page. */
@Controller
class OverviewController {

    private final CaseFrames frames;
    private final Overviews overviews;
    private final Pages pages;
    private final InstantSource clock;

    OverviewController(CaseFrames frames, Overviews overviews, Pages pages, InstantSource clock) {
        this.frames = frames;
        this.overviews = overviews;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/cases/{caseId}")
    View overview(Actor actor, @PathVariable UUID caseId) {
        return frames.page(
                actor,
                caseId,
                id -> overviews.see(actor, id, clock.instant()),
                (frame, seen) -> pages.show("casework/overview", new OverviewView(frame, seen)));
    }
}
