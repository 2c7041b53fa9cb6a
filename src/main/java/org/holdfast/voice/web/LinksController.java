package org.holdfast.voice.web;

import jakarta.servlet.http.HttpSession;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.holdfast.audit.Actor;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.pages.Form;
import org.holdfast.pages.Pages;
import org.holdfast.pages.Tongue;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.Sharing;
import org.holdfast.voice.LinkId;
import org.holdfast.voice.ViewsLinks;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Where a worker gives a child a link, and reads what came of it (GRD-4). */
@Controller
class LinksController {

    /** Where the session keeps an address from the form to the page that shows it, once. */
    private static final String GIVEN = "holdfast.views-link.";

    private final ViewsLinks links;
    private final Pages pages;
    private final InstantSource clock;
    private final String publicAddress;

    /** @param publicAddress where people reach Holdfast; what a browser sends as its host may be a proxy's, or forged */
    LinksController(
            ViewsLinks links,
            Pages pages,
            InstantSource clock,
            @Value("${holdfast.public-address}") String publicAddress) {
        this.links = links;
        this.pages = pages;
        this.clock = clock;
        this.publicAddress = publicAddress.replaceAll("/+$", "");
    }

    @GetMapping("/cases/{caseId}/views")
    View links(Actor actor, @PathVariable UUID caseId, HttpSession session) {
        String given = GIVEN + caseId;
        String address = (String) session.getAttribute(given);
        if (address != null) {
            session.removeAttribute(given);
        }
        return shown(actor, caseId, Form.empty().set("days", 7).set("tongue", "en"), address);
    }

    @PostMapping("/cases/{caseId}/views")
    View give(
            Actor actor,
            @PathVariable UUID caseId,
            @RequestParam MultiValueMap<String, String> sent,
            HttpSession session) {
        Form form = Form.of(sent);
        Outcome<ViewsLinks.Given> given = links.give(
                actor,
                new CaseId(caseId),
                Tongue.ofTag(form.value("tongue")).orElse(null),
                text(form, "about"),
                text(form, "word"),
                form.number("days"),
                clock.instant());
        return switch (given) {
            case Outcome.Done<ViewsLinks.Given>(ViewsLinks.Given made) -> {
                session.setAttribute(GIVEN + caseId, publicAddress + "/v/" + made.token());
                yield pages.redirect("/cases/" + caseId + "/views", "voice.notice.given");
            }
            case Outcome.Refused<ViewsLinks.Given>(List<Reason> reasons) ->
                reasons.contains(Sharing.NOT_FOUND)
                        ? pages.refused(reasons)
                        : shown(actor, caseId, form.with(reasons), null);
        };
    }

    @PostMapping("/views/{id}/withdraw")
    View withdraw(Actor actor, @PathVariable UUID id) {
        return after(links.withdraw(actor, new LinkId(id), clock.instant()), "voice.notice.withdrawn");
    }

    @PostMapping("/views/{id}/received")
    View received(Actor actor, @PathVariable UUID id) {
        return after(links.receive(actor, new LinkId(id), clock.instant()), "voice.notice.received");
    }

    private View after(Outcome<CaseId> outcome, String notice) {
        return pages.after(
                outcome, caseId -> pages.redirect("/cases/" + caseId.value() + "/views", notice), pages::refused);
    }

    private View shown(Actor actor, UUID caseId, Form form, @Nullable String address) {
        return switch (links.of(actor, new CaseId(caseId), clock.instant())) {
            case Outcome.Done<ViewsLinks.OfCase>(ViewsLinks.OfCase found) ->
                pages.show("voice/links", new LinksView(found, address), form);
            case Outcome.Refused<ViewsLinks.OfCase> refused -> pages.refused(refused);
        };
    }

    private static String text(Form form, String name) {
        String text = form.text(name);
        return text == null ? "" : text;
    }
}
