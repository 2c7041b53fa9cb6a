package org.holdfast.casework.web;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.audit.Actor;
import org.holdfast.casework.Capacity;
import org.holdfast.casework.Circles;
import org.holdfast.casework.PartyDraft;
import org.holdfast.law.Reason;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.pages.Form;
import org.holdfast.pages.Option;
import org.holdfast.pages.Pages;
import org.holdfast.partnership.Agency;
import org.holdfast.partnership.Member;
import org.holdfast.partnership.MemberId;
import org.holdfast.partnership.Partnerships;
import org.holdfast.people.WarningKind;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.Permission;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The people around the child: lead professional, people and agencies involved, who is kept out; and warnings. */
@Controller
class PeopleController {

    private final CaseFrames frames;
    private final Circles circles;
    private final Partnerships partnerships;
    private final Pages pages;
    private final InstantSource clock;

    PeopleController(CaseFrames frames, Circles circles, Partnerships partnerships, Pages pages, InstantSource clock) {
        this.frames = frames;
        this.circles = circles;
        this.partnerships = partnerships;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/cases/{caseId}/people")
    View people(Actor actor, @PathVariable UUID caseId) {
        return page(actor, caseId, Form.empty());
    }

    @PostMapping("/cases/{caseId}/people/lead")
    View lead(Actor actor, @PathVariable UUID caseId, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        return frames.after(
                circles.lead(actor, new CaseId(caseId), Typed.member(form, "lead"), form.version(), clock.instant()),
                () -> pages.redirect(path(caseId), "casework.notice.lead-named"),
                reasons -> page(actor, caseId, form.with(reasons)));
    }

    @GetMapping("/cases/{caseId}/people/new")
    View join(Actor actor, @PathVariable UUID caseId) {
        return form(actor, caseId, Form.empty().set("since", UnitedKingdom.day(clock.instant())));
    }

    @PostMapping("/cases/{caseId}/people/new")
    View join(Actor actor, @PathVariable UUID caseId, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        return frames.after(
                circles.join(actor, new CaseId(caseId), draft(actor, form), clock.instant()),
                () -> pages.redirect(path(caseId), "casework.notice.party-joined"),
                reasons -> form(actor, caseId, Typed.dated(form, reasons, "since")));
    }

    @PostMapping("/cases/{caseId}/people/{party}/leave")
    View leave(
            Actor actor,
            @PathVariable UUID caseId,
            @PathVariable UUID party,
            @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        return frames.after(
                circles.leave(actor, new CaseId(caseId), party, form.version(), clock.instant()),
                () -> pages.redirect(path(caseId), "casework.notice.party-left"),
                reasons -> page(actor, caseId, form.with(reasons)));
    }

    @PostMapping("/cases/{caseId}/people/exclude")
    View exclude(Actor actor, @PathVariable UUID caseId, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        return frames.after(
                circles.exclude(
                        actor,
                        new CaseId(caseId),
                        Typed.member(form, "excluded"),
                        Typed.text(form, "reason"),
                        clock.instant()),
                () -> pages.redirect(path(caseId), "casework.notice.excluded"),
                reasons -> page(actor, caseId, form.with(reasons)));
    }

    @PostMapping("/cases/{caseId}/people/admit")
    View admit(Actor actor, @PathVariable UUID caseId, @RequestParam MultiValueMap<String, String> sent) {
        MemberId member = Typed.member(Form.of(sent), "member");
        return member == null
                ? pages.notFound()
                : frames.after(
                        circles.admit(actor, new CaseId(caseId), member, clock.instant()),
                        () -> pages.redirect(path(caseId), "casework.notice.admitted"),
                        pages::refused);
    }

    @PostMapping("/cases/{caseId}/warnings")
    View warn(Actor actor, @PathVariable UUID caseId, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        return frames.after(
                circles.warn(
                        actor,
                        new CaseId(caseId),
                        form.choice("kind", WarningKind.class),
                        Typed.text(form, "text"),
                        form.date("reviewOn"),
                        clock.instant()),
                () -> pages.redirect(path(caseId), "casework.notice.warned"),
                reasons -> page(actor, caseId, Typed.dated(form, reasons, "reviewOn")));
    }

    @PostMapping("/cases/{caseId}/warnings/{warning}/review")
    View review(
            Actor actor,
            @PathVariable UUID caseId,
            @PathVariable UUID warning,
            @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        return frames.after(
                circles.review(actor, new CaseId(caseId), warning, form.date("again"), clock.instant()),
                () -> pages.redirect(path(caseId), "casework.notice.warning-reviewed"),
                reasons -> page(
                        actor, caseId, form.set("warning", warning.toString()).with(inSummary(reasons))));
    }

    @PostMapping("/cases/{caseId}/warnings/{warning}/end")
    View end(
            Actor actor,
            @PathVariable UUID caseId,
            @PathVariable UUID warning,
            @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        return frames.after(
                circles.endWarning(actor, new CaseId(caseId), warning, Typed.text(form, "because"), clock.instant()),
                () -> pages.redirect(path(caseId), "casework.notice.warning-ended"),
                reasons -> page(
                        actor, caseId, form.set("warning", warning.toString()).with(inSummary(reasons))));
    }

    private View page(Actor actor, UUID caseId, Form form) {
        return frames.page(actor, caseId, id -> circles.see(actor, id, clock.instant()), (frame, circle) -> {
            Form filled = circle.lead() == null || form.has("lead")
                    ? form
                    : form.set("lead", circle.lead().id().value());
            return pages.show("casework/people", new PeopleView(frame, circle, members(actor)), filled);
        });
    }

    private View form(Actor actor, UUID caseId, Form form) {
        return frames.form(
                actor,
                caseId,
                Permission.CHANGE_CASE,
                frame -> pages.show(
                        "casework/party",
                        new PartyView(
                                frame,
                                frame.path("people/new"),
                                members(actor),
                                partnerships.agencies(actor).stream()
                                        .filter(agency -> !agency.ended())
                                        .map(agency ->
                                                Option.of(agency.id().value().toString(), agency.name()))
                                        .toList()),
                        form));
    }

    private List<Option> members(Actor actor) {
        return current(actor).stream()
                .map(member -> Option.of(member.id().value().toString(), Typed.inList(member)))
                .toList();
    }

    private List<Member> current(Actor actor) {
        LocalDate today = UnitedKingdom.day(clock.instant());
        return partnerships.members(actor).stream()
                .filter(member -> member.memberOn(today))
                .toList();
    }

    /** Somebody with an account, else an agency as a whole, else somebody named. */
    private PartyDraft draft(Actor actor, Form form) {
        Capacity capacity = form.choice("capacity", Capacity.class);
        String contact = Typed.text(form, "contact");
        LocalDate since = form.date("since");
        UUID memberId = form.id("member");
        UUID agencyId = form.id("agency");
        Optional<Member> member = current(actor).stream()
                .filter(one -> one.id().value().equals(memberId))
                .findFirst();
        if (member.isPresent()) {
            Member one = member.get();
            return new PartyDraft(
                    capacity, one.name(), one.id(), null, one.agency().name(), contact, since);
        }
        Optional<Agency> agency = partnerships.agencies(actor).stream()
                .filter(one -> one.id().value().equals(agencyId))
                .findFirst();
        return agency.map(
                        one -> new PartyDraft(Capacity.AGENCY, one.name(), null, one.id(), one.name(), contact, since))
                .orElseGet(() -> new PartyDraft(
                        capacity,
                        Typed.text(form, "name"),
                        null,
                        null,
                        Typed.text(form, "agencyName"),
                        contact,
                        since));
    }

    /** Each warning of the list has its own small form, so a fault of one is told above them all. */
    private static List<Reason> inSummary(List<Reason> reasons) {
        return reasons.stream()
                .map(reason -> new Reason(reason.key(), reason.rule(), null, reason.details()))
                .toList();
    }

    private static String path(UUID caseId) {
        return "/cases/" + caseId + "/people";
    }
}
