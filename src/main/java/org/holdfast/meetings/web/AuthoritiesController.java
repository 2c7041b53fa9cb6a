package org.holdfast.meetings.web;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.holdfast.audit.Actor;
import org.holdfast.law.Reason;
import org.holdfast.meetings.Authorities;
import org.holdfast.pages.Dates;
import org.holdfast.pages.Form;
import org.holdfast.pages.Pages;
import org.holdfast.partnership.Agency;
import org.holdfast.partnership.AgencyId;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Which agency works for which authority, for the administrator (MTG-7). */
@Controller
class AuthoritiesController {

    private static final String PATH = "/agencies/authorities";

    private final Authorities authorities;
    private final Pages pages;
    private final Answers answers;
    private final InstantSource clock;

    AuthoritiesController(Authorities authorities, Pages pages, Answers answers, InstantSource clock) {
        this.authorities = authorities;
        this.pages = pages;
        this.answers = answers;
        this.clock = clock;
    }

    @GetMapping(PATH)
    View show(Actor actor) {
        return answers.of(authorities.see(actor, clock.instant()), served -> {
            Form form = Form.empty();
            for (Agency agency : served.agencies()) {
                form = form.set(Authorities.field(agency.id()), agency.authority());
            }
            return pages.show("meetings/authorities", new AuthoritiesView(served), form);
        });
    }

    @PostMapping(PATH)
    View settle(Actor actor, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        Instant now = clock.instant();
        return answers.of(
                authorities.see(actor, now),
                served -> answers.of(
                        authorities.settle(actor, said(served.agencies(), form), now),
                        changed -> pages.redirect(PATH, "meetings.notice.authorities", Dates.number(changed)),
                        (List<Reason> reasons) ->
                                pages.show("meetings/authorities", new AuthoritiesView(served), form.with(reasons))));
    }

    /** What was sent of each agency; one of which nothing was sent, having joined since, is left as it is. */
    private static Map<AgencyId, Authorities.Said> said(List<Agency> agencies, Form form) {
        Map<AgencyId, Authorities.Said> said = new HashMap<>();
        for (Agency agency : agencies) {
            String field = Authorities.field(agency.id());
            if (form.all().containsKey(field)) {
                said.put(
                        agency.id(),
                        new Authorities.Said(
                                form.value("seen-" + field), Objects.requireNonNullElse(form.text(field), "")));
            }
        }
        return said;
    }
}
