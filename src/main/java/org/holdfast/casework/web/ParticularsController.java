package org.holdfast.casework.web;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.holdfast.audit.Actor;
import org.holdfast.casework.Particulars;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.pages.Form;
import org.holdfast.pages.Pages;
import org.holdfast.partnership.AgencyId;
import org.holdfast.partnership.Partnerships;
import org.holdfast.people.AliasKind;
import org.holdfast.people.ChildFacts;
import org.holdfast.people.IdentifierSystem;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.Permission;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Who the child is: names, birth, languages, safe contact, numbers. */
@Controller
class ParticularsController {

    private final CaseFrames frames;
    private final Particulars particulars;
    private final Partnerships partnerships;
    private final Pages pages;
    private final InstantSource clock;

    ParticularsController(
            CaseFrames frames, Particulars particulars, Partnerships partnerships, Pages pages, InstantSource clock) {
        this.frames = frames;
        this.particulars = particulars;
        this.partnerships = partnerships;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/cases/{caseId}/particulars")
    View particulars(Actor actor, @PathVariable UUID caseId) {
        return page(actor, caseId, Form.empty());
    }

    @GetMapping("/cases/{caseId}/particulars/change")
    View change(Actor actor, @PathVariable UUID caseId) {
        return frames.page(
                actor,
                caseId,
                id -> particulars.toChange(actor, id, clock.instant()),
                (frame, child) -> pages.show(
                        "casework/particularsForm",
                        new ParticularsFormView(frame, null),
                        ParticularsForm.filled(child.facts(), child.version())));
    }

    @PostMapping("/cases/{caseId}/particulars/change")
    View change(Actor actor, @PathVariable UUID caseId, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        Instant now = clock.instant();
        Outcome<Integer> corrected = switch (ParticularsForm.facts(form)) {
            case Outcome.Done<ChildFacts>(ChildFacts facts) ->
                particulars.correct(actor, new CaseId(caseId), form.version(), facts, Typed.text(form, "because"), now);
            case Outcome.Refused<ChildFacts>(List<Reason> faults) -> Outcome.refused(faults);
        };
        return frames.after(
                corrected,
                () -> pages.redirect(path(caseId), "casework.notice.particulars-corrected"),
                reasons -> again(actor, caseId, form, reasons));
    }

    private View again(Actor actor, UUID caseId, Form form, List<Reason> reasons) {
        boolean meanwhile = reasons.stream().anyMatch(it -> it.key().equals("people.changed-meanwhile"));
        return frames.form(actor, caseId, Permission.CHANGE_CASE, frame -> {
            Form shown = form.with(reasons.stream()
                    .map(it -> "birthDate".equals(it.field()) ? Reason.about("born", it.key()) : it)
                    .toList());
            return meanwhile
                    ? pages.show(
                            "casework/particularsForm",
                            new ParticularsFormView(frame, frame.child()),
                            shown.set("version", frame.child().version()))
                    : pages.show("casework/particularsForm", new ParticularsFormView(frame, null), shown);
        });
    }

    @PostMapping("/cases/{caseId}/particulars/names")
    View alias(Actor actor, @PathVariable UUID caseId, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        AliasKind kind = form.choice("kind", AliasKind.class);
        return frames.after(
                particulars.addAlias(actor, new CaseId(caseId), Typed.text(form, "name"), kind, clock.instant()),
                () -> pages.redirect(path(caseId), "casework.notice.name-added"),
                reasons -> page(actor, caseId, form.with(reasons)));
    }

    @PostMapping("/cases/{caseId}/particulars/names/{alias}/withdraw")
    View withdrawAlias(Actor actor, @PathVariable UUID caseId, @PathVariable UUID alias) {
        return frames.after(
                particulars.withdrawAlias(actor, new CaseId(caseId), alias, clock.instant()),
                () -> pages.redirect(path(caseId), "casework.notice.name-withdrawn"),
                pages::refused);
    }

    @PostMapping("/cases/{caseId}/particulars/numbers")
    View number(Actor actor, @PathVariable UUID caseId, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        IdentifierSystem system = form.choice("system", IdentifierSystem.class);
        return frames.after(
                particulars.addIdentifier(
                        actor,
                        new CaseId(caseId),
                        system,
                        Typed.text(form, "value"),
                        form.date("from"),
                        clock.instant()),
                () -> pages.redirect(path(caseId), "casework.notice.number-added"),
                reasons -> page(actor, caseId, form.with(reasons)));
    }

    @PostMapping("/cases/{caseId}/particulars/numbers/withdraw")
    View withdrawNumber(Actor actor, @PathVariable UUID caseId, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        return frames.after(
                particulars.withdrawIdentifier(
                        actor,
                        new CaseId(caseId),
                        form.choice("system", IdentifierSystem.class),
                        form.value("value"),
                        clock.instant()),
                () -> pages.redirect(path(caseId), "casework.notice.number-withdrawn"),
                pages::refused);
    }

    @PostMapping("/cases/{caseId}/particulars/address/protect")
    View protect(Actor actor, @PathVariable UUID caseId, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        return frames.after(
                particulars.protectAddress(
                        actor,
                        new CaseId(caseId),
                        form.ids("named").stream().map(AgencyId::new).collect(Collectors.toSet()),
                        Typed.text(form, "because"),
                        clock.instant()),
                () -> pages.redirect(path(caseId), "casework.notice.address-protected"),
                reasons -> page(actor, caseId, form.with(reasons)));
    }

    @PostMapping("/cases/{caseId}/particulars/address/lift")
    View lift(Actor actor, @PathVariable UUID caseId, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        return frames.after(
                particulars.liftProtection(
                        actor, new CaseId(caseId), form.version(), Typed.text(form, "because"), clock.instant()),
                () -> pages.redirect(path(caseId), "casework.notice.address-lifted"),
                reasons -> page(actor, caseId, form.with(reasons)));
    }

    private View page(Actor actor, UUID caseId, Form form) {
        return frames.page(
                actor,
                caseId,
                id -> particulars.see(actor, id, clock.instant()),
                (frame, sheet) -> pages.show(
                        "casework/particulars",
                        new ParticularsView(
                                frame,
                                sheet,
                                partnerships.agencies(actor).stream()
                                        .filter(agency -> !agency.ended())
                                        .toList()),
                        form));
    }

    private static String path(UUID caseId) {
        return "/cases/" + caseId + "/particulars";
    }
}
