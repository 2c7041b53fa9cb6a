package org.holdfast.sharing.web;

import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.holdfast.audit.Actor;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.pages.Form;
import org.holdfast.pages.Pages;
import org.holdfast.partnership.AgencyId;
import org.holdfast.sharing.Agreement;
import org.holdfast.sharing.AgreementDraft;
import org.holdfast.sharing.AgreementId;
import org.holdfast.sharing.Agreements;
import org.holdfast.sharing.DataClass;
import org.holdfast.sharing.LawfulBasis;
import org.holdfast.sharing.Purpose;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Information-sharing agreements: list, add, change by a further version, end (SHR-1). */
@Controller
class AgreementsController {

    private final Agreements agreements;
    private final Pages pages;
    private final InstantSource clock;

    AgreementsController(Agreements agreements, Pages pages, InstantSource clock) {
        this.agreements = agreements;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/agreements")
    View list(Actor actor) {
        return register(actor, register -> pages.show("sharing/agreements", register));
    }

    @GetMapping("/agreements/new")
    View adding(Actor actor) {
        return adding(actor, Form.empty().set("starts", UnitedKingdom.day(clock.instant())));
    }

    private View adding(Actor actor, Form form) {
        return register(
                actor,
                register -> pages.show(
                        "sharing/agreementForm",
                        new AgreementFormView(
                                "/agreements", "/agreements", false, AgreementView.options(register.agencies())),
                        form));
    }

    @PostMapping("/agreements")
    View add(Actor actor, @RequestParam MultiValueMap<String, String> sent) {
        Form form = checked(sent);
        return form.hasFaults()
                ? adding(actor, form)
                : after(
                        agreements.sign(actor, draft(form), clock.instant()),
                        "sharing.notice.signed",
                        why -> adding(actor, form.with(why)));
    }

    @GetMapping("/agreements/{id}")
    View agreement(Actor actor, @PathVariable UUID id) {
        return seen(actor, id, seen -> pages.show("sharing/agreement", new AgreementView(seen)));
    }

    @GetMapping("/agreements/{id}/change")
    View changing(Actor actor, @PathVariable UUID id) {
        return seen(actor, id, seen -> changing(seen, filled(seen.latest())));
    }

    private View changing(Agreements.Seen seen, Form form) {
        String path = new AgreementView(seen).path();
        return pages.show(
                "sharing/agreementForm",
                new AgreementFormView(path + "/change", path, true, AgreementView.options(seen.agencies())),
                form);
    }

    @PostMapping("/agreements/{id}/change")
    View change(Actor actor, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        Form form = checked(sent);
        return form.hasFaults()
                ? seen(actor, id, seen -> changing(seen, form))
                : after(
                        agreements.change(actor, new AgreementId(id), form.version(), draft(form), clock.instant()),
                        "sharing.notice.changed",
                        why -> seen(actor, id, seen -> changing(seen, form.with(why))));
    }

    @GetMapping("/agreements/{id}/end")
    View ending(Actor actor, @PathVariable UUID id) {
        return seen(
                actor,
                id,
                seen -> ending(
                        seen,
                        Form.empty()
                                .set("version", seen.latest().version())
                                .set("ends", UnitedKingdom.day(clock.instant()))));
    }

    private View ending(Agreements.Seen seen, Form form) {
        return pages.show("sharing/agreementEnd", new AgreementView(seen), form);
    }

    @PostMapping("/agreements/{id}/end")
    View end(Actor actor, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        return after(
                agreements.end(
                        actor,
                        new AgreementId(id),
                        form.version(),
                        form.date("ends"),
                        form.value("because"),
                        clock.instant()),
                "sharing.notice.ended",
                why -> seen(actor, id, seen -> ending(seen, form.with(why))));
    }

    /** What was sent, with what no date can be made of: an end mistyped must not become no end. */
    private static Form checked(MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        return form.with(Stream.of("starts", "ends", "review")
                .map(form::dateFault)
                .filter(Objects::nonNull)
                .toList());
    }

    private static AgreementDraft draft(Form form) {
        return new AgreementDraft(
                form.value("title"),
                form.values("parties").stream()
                        .map(it -> Form.empty().set("party", it).id("party"))
                        .filter(Objects::nonNull)
                        .map(AgencyId::new)
                        .collect(Collectors.toSet()),
                form.choices("purposes", Purpose.class),
                form.choices("classes", DataClass.class),
                form.choice("basis", LawfulBasis.class),
                form.date("starts"),
                form.date("ends"),
                form.date("review"),
                form.value("document"),
                form.value("because"));
    }

    private static Form filled(Agreement last) {
        return Form.empty()
                .set("version", last.version())
                .set("title", last.title())
                .set(
                        "parties",
                        last.parties().stream().map(AgreementView::value).toList())
                .set("purposes", names(last.purposes()))
                .set("classes", names(last.dataClasses()))
                .set("basis", last.lawfulBasis())
                .set("starts", last.startsOn())
                .set("ends", last.endsOn())
                .set("review", last.reviewOn())
                .set("document", last.document());
    }

    private static List<String> names(Collection<? extends Enum<?>> constants) {
        return constants.stream().map(Enum::name).toList();
    }

    private View register(Actor actor, Function<Agreements.Register, View> shown) {
        return switch (agreements.register(actor, clock.instant())) {
            case Outcome.Done<Agreements.Register>(Agreements.Register register) -> shown.apply(register);
            case Outcome.Refused<Agreements.Register> refused -> pages.refused(refused);
        };
    }

    private View seen(Actor actor, UUID id, Function<Agreements.Seen, View> shown) {
        return switch (agreements.see(actor, new AgreementId(id), clock.instant())) {
            case Outcome.Done<Agreements.Seen>(Agreements.Seen seen) -> shown.apply(seen);
            case Outcome.Refused<Agreements.Seen> refused -> pages.refused(refused);
        };
    }

    private View after(Outcome<Agreement> outcome, String notice, Function<List<Reason>, View> again) {
        return pages.after(
                outcome,
                agreement -> pages.redirect("/agreements/" + agreement.id().value(), notice),
                again);
    }
}
