package org.holdfast.casework.web;

import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;
import org.holdfast.audit.Actor;
import org.holdfast.casework.Home;
import org.holdfast.casework.HomeDraft;
import org.holdfast.casework.Homes;
import org.holdfast.pages.Form;
import org.holdfast.pages.Option;
import org.holdfast.pages.Pages;
import org.holdfast.partnership.Partnerships;
import org.holdfast.sharing.CaseId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Which authority is the child's home (MTG-7). */
@Controller
class HomeController {

    private final CaseFrames frames;
    private final Homes homes;
    private final Partnerships partnerships;
    private final Pages pages;
    private final InstantSource clock;

    HomeController(CaseFrames frames, Homes homes, Partnerships partnerships, Pages pages, InstantSource clock) {
        this.frames = frames;
        this.homes = homes;
        this.partnerships = partnerships;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/cases/{caseId}/home")
    View home(Actor actor, @PathVariable UUID caseId) {
        return page(actor, caseId, null, false);
    }

    @PostMapping("/cases/{caseId}/home")
    View record(Actor actor, @PathVariable UUID caseId, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        return frames.after(
                homes.record(
                        actor,
                        new CaseId(caseId),
                        new HomeDraft(
                                form.text("authority"), Set.copyOf(form.values("others")), Typed.text(form, "because")),
                        form.version(),
                        clock.instant()),
                () -> pages.redirect("/cases/" + caseId + "/home", "casework.notice.home-recorded"),
                reasons -> page(actor, caseId, form.with(reasons), CaseFrames.meanwhile(reasons)));
    }

    /** @param meanwhile whether somebody else has recorded it since; what stands is shown, and what was typed goes over that next time */
    private View page(Actor actor, UUID caseId, @Nullable Form typed, boolean meanwhile) {
        return frames.page(actor, caseId, id -> homes.see(actor, id, clock.instant()), (frame, home) -> {
            Home stands = home.orElse(null);
            Form shown = stands == null
                    ? Form.empty().set("version", 0)
                    : Form.empty()
                            .set("version", stands.version())
                            .set("authority", stands.authority())
                            .set("others", stands.others());
            return pages.show(
                    "casework/home",
                    new HomeView(
                            frame,
                            stands,
                            partnerships.profile(actor.partnership()).authorities().stream()
                                    .map(it -> Option.of(it.code(), it.name()))
                                    .toList()),
                    typed == null ? shown : meanwhile ? typed.set("version", shown.value("version")) : typed);
        });
    }
}
