package org.holdfast.casework.web;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import org.holdfast.audit.Actor;
import org.holdfast.casework.MyWork;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.pages.Navigation;
import org.holdfast.pages.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** My work: the page on which everybody starts. */
@Controller
class WorkController implements Navigation {

    private final MyWork work;
    private final Pages pages;
    private final InstantSource clock;

    WorkController(MyWork work, Pages pages, InstantSource clock) {
        this.work = work;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/work")
    View work(Actor actor, @RequestParam(defaultValue = "all") String show) {
        Instant now = clock.instant();
        return pages.show("casework/work", new WorkView(work.of(actor, now), part(show), UnitedKingdom.day(now)));
    }

    @Override
    public List<Place> of(Actor actor) {
        return List.of(new Place("casework.work.title", "/work", 10));
    }

    private static WorkView.Show part(String asked) {
        for (WorkView.Show part : WorkView.Show.values()) {
            if (part.name().toLowerCase(Locale.ROOT).equals(asked)) {
                return part;
            }
        }
        return WorkView.Show.ALL;
    }
}
