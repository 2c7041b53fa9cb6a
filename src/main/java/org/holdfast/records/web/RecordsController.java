package org.holdfast.records.web;

import java.time.InstantSource;
import java.util.UUID;
import org.holdfast.audit.Actor;
import org.holdfast.law.Outcome;
import org.holdfast.pages.AsksAgain;
import org.holdfast.pages.Download;
import org.holdfast.pages.Form;
import org.holdfast.pages.Pages;
import org.holdfast.records.AskerCapacity;
import org.holdfast.records.Disposals;
import org.holdfast.records.RequestDraft;
import org.holdfast.records.RequestKind;
import org.holdfast.records.SubjectRequests;
import org.holdfast.sharing.CaseId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** How long records are kept, legal holds, and disposals. */
@Controller
class RecordsController {

    private final Disposals disposals;
    private final SubjectRequests requests;
    private final Pages pages;
    private final InstantSource clock;

    RecordsController(Disposals disposals, SubjectRequests requests, Pages pages, InstantSource clock) {
        this.disposals = disposals;
        this.requests = requests;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/records")
    View overview(Actor actor, @RequestParam MultiValueMap<String, String> asked) {
        Form form = Form.of(asked);
        return pages.after(
                disposals
                        .overview(actor, clock.instant())
                        .then(overview -> requests.open(actor, clock.instant()).then(open -> {
                            @Nullable String name = form.text("name");
                            return name == null
                                    ? Outcome.done(new OverviewView(overview, open, null))
                                    : disposals
                                            .search(actor, name, clock.instant())
                                            .map(hits -> new OverviewView(overview, open, hits));
                        })),
                view -> pages.show("records/overview", view, form),
                pages::refused);
    }

    @GetMapping("/records/cases/{caseId}")
    View child(Actor actor, @PathVariable UUID caseId) {
        return child(actor, caseId, Form.empty());
    }

    @PostMapping("/records/cases/{caseId}/hold")
    View hold(Actor actor, @PathVariable UUID caseId, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        return pages.after(
                disposals.hold(actor, new CaseId(caseId), form.value("reason"), clock.instant()),
                _ -> pages.redirect("/records/cases/" + caseId, "records.notice.held"),
                reasons -> child(actor, caseId, form.with(reasons)));
    }

    @PostMapping("/records/cases/{caseId}/holds/{hold}/lift")
    @AsksAgain
    View lift(
            Actor actor,
            @PathVariable UUID caseId,
            @PathVariable UUID hold,
            @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        return pages.after(
                disposals.lift(actor, new CaseId(caseId), hold, form.value("because"), form.version(), clock.instant()),
                _ -> pages.redirect("/records/cases/" + caseId, "records.notice.lifted"),
                reasons -> child(actor, caseId, form.with(reasons)));
    }

    @PostMapping("/records/cases/{caseId}/propose")
    View propose(Actor actor, @PathVariable UUID caseId) {
        return pages.after(
                disposals.propose(actor, new CaseId(caseId), clock.instant()),
                _ -> pages.redirect("/records/cases/" + caseId, "records.notice.proposed"),
                pages::refused);
    }

    @PostMapping("/records/cases/{caseId}/requests")
    View receive(Actor actor, @PathVariable UUID caseId, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        return pages.after(
                requests.receive(
                        actor,
                        new CaseId(caseId),
                        new RequestDraft(
                                form.choice("kind", RequestKind.class),
                                form.date("received"),
                                form.value("asker"),
                                form.choice("capacity", AskerCapacity.class),
                                form.value("asked")),
                        clock.instant()),
                id -> pages.redirect("/records/requests/" + id, "records.notice.received"),
                reasons -> child(actor, caseId, form.with(reasons)));
    }

    @GetMapping("/records/disposals/{disposal}")
    View disposal(Actor actor, @PathVariable UUID disposal) {
        return disposal(actor, disposal, Form.empty());
    }

    @PostMapping("/records/disposals/{disposal}/approve")
    @AsksAgain
    View approve(Actor actor, @PathVariable UUID disposal, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        return pages.after(
                disposals.approve(actor, disposal, form.version(), clock.instant()),
                _ -> pages.redirect("/records/disposals/" + disposal, "records.notice.disposed"),
                pages::refused);
    }

    @PostMapping("/records/disposals/{disposal}/decline")
    View decline(Actor actor, @PathVariable UUID disposal, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        return pages.after(
                disposals.decline(actor, disposal, form.value("because"), form.version(), clock.instant()),
                _ -> pages.redirect("/records/disposals/" + disposal, "records.notice.declined"),
                reasons -> disposal(actor, disposal, form.with(reasons)));
    }

    @GetMapping("/records/disposals/{disposal}/certificate.pdf")
    View certificate(Actor actor, @PathVariable UUID disposal) {
        return pages.after(
                disposals.certificate(actor, disposal, clock.instant()),
                pdf -> Download.of("certificate.pdf", "application/pdf", pdf),
                pages::refused);
    }

    private View child(Actor actor, UUID caseId, Form form) {
        CaseId id = new CaseId(caseId);
        return pages.after(
                disposals
                        .of(actor, id, clock.instant())
                        .then(records ->
                                requests.of(actor, id, clock.instant()).map(asked -> new ChildView(records, asked))),
                view -> pages.show("records/child", view, form),
                pages::refused);
    }

    private View disposal(Actor actor, UUID disposal, Form form) {
        return pages.after(
                disposals.see(actor, disposal, clock.instant()),
                seen -> pages.show("records/disposal", new DisposalView(seen), form),
                pages::refused);
    }
}
