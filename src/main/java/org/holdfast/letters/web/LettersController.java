package org.holdfast.letters.web;

import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.holdfast.audit.Actor;
import org.holdfast.decisions.DecisionId;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.letters.CarerAnswers;
import org.holdfast.letters.Explanation;
import org.holdfast.letters.Letter;
import org.holdfast.letters.LetterDraft;
import org.holdfast.letters.LetterId;
import org.holdfast.letters.LetterKind;
import org.holdfast.letters.LetterState;
import org.holdfast.letters.Letters;
import org.holdfast.letters.Translation;
import org.holdfast.letters.Way;
import org.holdfast.pages.Form;
import org.holdfast.pages.Pages;
import org.holdfast.pages.Tongue;
import org.holdfast.sharing.CaseId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** A letter from its beginning to its being understood (NRM-12). */
@Controller
class LettersController {

    private final Letters letters;
    private final Pages pages;
    private final InstantSource clock;

    LettersController(Letters letters, Pages pages, InstantSource clock) {
        this.letters = letters;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/cases/{caseId}/letters")
    View ofCase(Actor actor, @PathVariable UUID caseId) {
        return ofCase(actor, caseId, Form.empty());
    }

    private View ofCase(Actor actor, UUID caseId, Form form) {
        return switch (letters.of(actor, new CaseId(caseId), clock.instant())) {
            case Outcome.Done<Letters.OfCase>(Letters.OfCase found) -> {
                Form filled = form.all().isEmpty()
                        ? form.set("tongue", found.suggested().tongue().tag())
                                .set(
                                        "decision",
                                        found.decisions().isEmpty()
                                                ? "none"
                                                : found.decisions()
                                                        .getFirst()
                                                        .id()
                                                        .value())
                                .set("kind", LetterKind.TO_CHILD)
                        : form;
                yield pages.show("letters/ofCase", new CaseLettersView(found), filled);
            }
            case Outcome.Refused<Letters.OfCase> refused -> pages.refused(refused);
        };
    }

    @PostMapping("/cases/{caseId}/letters")
    View begin(Actor actor, @PathVariable UUID caseId, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        UUID decision = form.id("decision");
        return pages.after(
                letters.begin(
                        actor,
                        new CaseId(caseId),
                        form.choice("kind", LetterKind.class),
                        decision == null ? null : new DecisionId(decision),
                        tongue(form, "tongue"),
                        clock.instant()),
                id -> pages.redirect("/letters/" + id.value()),
                reasons -> ofCase(actor, caseId, form.with(reasons)));
    }

    @PostMapping("/cases/{caseId}/letters/language")
    View wants(Actor actor, @PathVariable UUID caseId, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        return pages.after(
                letters.wants(
                        actor,
                        new CaseId(caseId),
                        tongue(form, "wanted"),
                        text(form, "because"),
                        form.version(),
                        clock.instant()),
                _ -> pages.redirect("/cases/" + caseId + "/letters", "letters.notice.language"),
                reasons -> ofCase(
                        actor,
                        caseId,
                        form.with(reasons.stream()
                                .map(reason -> "tongue".equals(reason.field())
                                        ? new Reason(reason.key(), reason.rule(), "wanted", reason.details())
                                        : reason)
                                .toList())));
    }

    @GetMapping("/letters/{id}")
    View letter(Actor actor, @PathVariable UUID id) {
        return shown(actor, id, "letters/letter", LettersController::filled);
    }

    @PostMapping("/letters/{id}")
    View write(Actor actor, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        return pages.after(
                letters.write(actor, new LetterId(id), draft(form), form.version(), clock.instant()),
                _ -> form.value("then").equals("check")
                        ? pages.redirect("/letters/" + id + "/check")
                        : pages.redirect("/letters/" + id, "letters.notice.written"),
                reasons -> shown(actor, id, "letters/letter", _ -> form.with(reasons)));
    }

    /** What the script asks while somebody writes: how old one must be to read this easily. Keeps nothing. */
    @PostMapping("/letters/{id}/reading")
    View reading(Actor actor, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        return switch (letters.tried(actor, new LetterId(id), draft(Form.of(sent)), clock.instant())) {
            case Outcome.Done<Letters.Reading>(Letters.Reading found) ->
                pages.show("letters/reading", new LetterPage(found));
            case Outcome.Refused<Letters.Reading> refused -> pages.refused(refused);
        };
    }

    @GetMapping("/letters/{id}/check")
    View checking(Actor actor, @PathVariable UUID id) {
        return shown(actor, id, "letters/check", _ -> Form.empty());
    }

    @PostMapping("/letters/{id}/check")
    View check(Actor actor, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        return pages.after(
                letters.check(
                        actor,
                        new LetterId(id),
                        form.version(),
                        Set.copyOf(form.values("names")),
                        form.ticked("asked"),
                        new CarerAnswers(
                                form.choice("suspected", CarerAnswers.Suspected.class),
                                form.choice("wish", CarerAnswers.Wish.class),
                                text(form, "saidBy")),
                        clock.instant()),
                _ -> pages.redirect("/letters/" + id + "/release", "letters.notice.checked"),
                reasons -> shown(actor, id, "letters/check", _ -> form.with(reasons)));
    }

    @GetMapping("/letters/{id}/release")
    View releasing(Actor actor, @PathVariable UUID id) {
        return shown(
                actor,
                id,
                "letters/release",
                letter -> Form.empty().set("explainer", letter.draft().helper()));
    }

    @PostMapping("/letters/{id}/release")
    View release(Actor actor, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        return pages.after(
                letters.release(
                        actor,
                        new LetterId(id),
                        form.version(),
                        form.ticked("looked"),
                        text(form, "explainer"),
                        form.date("explainOn"),
                        text(form, "interpreter"),
                        clock.instant()),
                _ -> pages.redirect("/letters/" + id, "letters.notice.released"),
                reasons -> shown(actor, id, "letters/release", _ -> dated(form, reasons, "explainOn")));
    }

    @GetMapping("/letters/{id}/explain")
    View explaining(Actor actor, @PathVariable UUID id) {
        return shown(actor, id, "letters/explain", letter -> {
            Letter.Released released = letter.released();
            return Form.empty()
                    .set("by", released == null ? "" : released.explainer())
                    .set("interpreter", released == null ? "" : released.interpreter())
                    .set("tongue", letter.tongue().tag());
        });
    }

    @PostMapping("/letters/{id}/explain")
    View explain(Actor actor, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        Explanation.Draft draft = new Explanation.Draft(
                form.date("on"),
                text(form, "by"),
                tongue(form, "tongue"),
                text(form, "interpreter"),
                form.choice("understood", Explanation.Understood.class),
                text(form, "words"));
        return pages.after(
                letters.explain(actor, new LetterId(id), draft, clock.instant()),
                _ -> pages.redirect("/letters/" + id, "letters.notice.explained"),
                reasons -> shown(actor, id, "letters/explain", _ -> dated(form, reasons, "on")));
    }

    @PostMapping("/letters/{id}/discard")
    View discard(Actor actor, @PathVariable UUID id) {
        return pages.after(
                letters.discard(actor, new LetterId(id), clock.instant()),
                caseId -> pages.redirect("/cases/" + caseId.value() + "/letters", "letters.notice.discarded"),
                pages::refused);
    }

    /** The letter alone, to be printed. */
    @GetMapping("/letters/{id}/paper")
    View paper(Actor actor, @PathVariable UUID id) {
        return switch (letters.take(actor, new LetterId(id), "paper", clock.instant())) {
            case Outcome.Done<Letters.Reading>(Letters.Reading found) ->
                pages.show("letters/paper", new LetterPage(found));
            case Outcome.Refused<Letters.Reading> refused -> pages.refused(refused);
        };
    }

    private View shown(Actor actor, UUID id, String template, Function<Letter, Form> form) {
        return switch (letters.read(actor, new LetterId(id), clock.instant())) {
            case Outcome.Done<Letters.Reading>(Letters.Reading found) -> {
                boolean sealed =
                        found.letter().released() != null || found.letter().state() == LetterState.DISCARDED;
                String page = template.equals("letters/letter") && sealed ? "letters/sealed" : template;
                yield pages.show(page, new LetterPage(found), form.apply(found.letter()));
            }
            case Outcome.Refused<Letters.Reading> refused -> pages.refused(refused);
        };
    }

    private static Form filled(Letter letter) {
        LetterDraft draft = letter.draft();
        return Form.empty()
                .set("recipient", draft.recipient())
                .set("helper", draft.helper())
                .set("contact", draft.contact())
                .set("about", draft.about())
                .set("aboutTranslated", draft.aboutTranslated())
                .set("aboutStatus", draft.aboutBy().status())
                .set("aboutByName", draft.aboutBy().by())
                .set(
                        "aboutOn",
                        draft.aboutBy().on() == null ? "" : draft.aboutBy().on())
                .set("wordingStatus", draft.wordingBy().status())
                .set("wordingByName", draft.wordingBy().by())
                .set(
                        "wordingOn",
                        draft.wordingBy().on() == null ? "" : draft.wordingBy().on())
                .set("way", draft.way());
    }

    private static LetterDraft draft(Form form) {
        return new LetterDraft(
                text(form, "recipient"),
                text(form, "helper"),
                text(form, "contact"),
                text(form, "about"),
                text(form, "aboutTranslated"),
                translation(form, "about"),
                translation(form, "wording"),
                form.choice("way", Way.class));
    }

    private static Translation translation(Form form, String part) {
        return new Translation(
                Objects.requireNonNullElse(
                        form.choice(part + "Status", Translation.Status.class), Translation.Status.MACHINE),
                text(form, part + "ByName"),
                form.date(part + "On"));
    }

    /** The form with its faults, where a date that is none is told as that and not as missing. */
    private static Form dated(Form form, List<Reason> reasons, String day) {
        Reason fault = form.dateFault(day);
        return form.with(reasons.stream()
                .map(reason -> fault != null && day.equals(reason.field()) ? fault : reason)
                .toList());
    }

    private static @Nullable Tongue tongue(Form form, String name) {
        return Tongue.ofTag(form.value(name)).orElse(null);
    }

    private static String text(Form form, String name) {
        String text = form.text(name);
        return text == null ? "" : text;
    }
}
