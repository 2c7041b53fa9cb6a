package org.holdfast.decisions.web;

import static java.util.Objects.requireNonNullElse;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.audit.Actor;
import org.holdfast.decisions.Account;
import org.holdfast.decisions.Assessment;
import org.holdfast.decisions.Command;
import org.holdfast.decisions.DecisionId;
import org.holdfast.decisions.Decisions;
import org.holdfast.decisions.Definition;
import org.holdfast.decisions.Element;
import org.holdfast.decisions.Exploitation;
import org.holdfast.decisions.Finding;
import org.holdfast.decisions.NegativeReason;
import org.holdfast.decisions.Reading;
import org.holdfast.decisions.Side;
import org.holdfast.decisions.Weight;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.pages.Drafts;
import org.holdfast.pages.Form;
import org.holdfast.pages.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Elements, evidence and the account of a decision. */
@Controller
class AssessmentController {

    private final Decisions decisions;
    private final Drafts drafts;
    private final Pages pages;
    private final InstantSource clock;

    AssessmentController(Decisions decisions, Drafts drafts, Pages pages, InstantSource clock) {
        this.decisions = decisions;
        this.drafts = drafts;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/decisions/{id}/elements/{definition}/{element}")
    View element(Actor actor, @PathVariable UUID id, @PathVariable String definition, @PathVariable String element) {
        return at(definition, element)
                .map(at -> element(actor, new DecisionId(id), at, null))
                .orElseGet(pages::notFound);
    }

    @PostMapping("/decisions/{id}/elements/{definition}/{element}")
    View assess(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable String definition,
            @PathVariable String element,
            @RequestParam MultiValueMap<String, String> sent) {
        return at(definition, element)
                .map(at -> assess(actor, new DecisionId(id), at, Form.of(sent)))
                .orElseGet(pages::notFound);
    }

    private View assess(Actor actor, DecisionId id, At at, Form form) {
        Assessment assessment = new Assessment(
                at.definition(),
                at.element(),
                requireNonNullElse(form.choice("finding", Finding.class), Finding.NOT_ASSESSED),
                form.value("reasoning").strip(),
                form.value("missing").strip(),
                requireNonNullElse(form.number("version"), 0),
                List.of());
        return pages.after(
                decisions.assess(actor, id, assessment, clock.instant()),
                _ -> {
                    drafts.discard(actor, Paths.draft(id, at.words()));
                    return pages.redirect(Paths.decision(id), "decisions.notice.assessed");
                },
                why -> element(actor, id, at, form.with(why)));
    }

    @PostMapping("/decisions/{id}/elements/{definition}/{element}/evidence")
    View addEvidence(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable String definition,
            @PathVariable String element,
            @RequestParam MultiValueMap<String, String> sent) {
        return at(definition, element)
                .map(at -> addEvidence(actor, new DecisionId(id), at, Form.of(sent)))
                .orElseGet(pages::notFound);
    }

    private View addEvidence(Actor actor, DecisionId id, At at, Form form) {
        Side side = form.choice("side", Side.class);
        Weight weight = form.choice("weight", Weight.class);
        List<Reason> faults = new ArrayList<>();
        if (side == null) {
            faults.add(Reason.about("side", "decisions.evidence.side"));
        }
        if (form.text("what") == null) {
            faults.add(Reason.about("what", "decisions.evidence.what"));
        }
        if (form.text("source") == null) {
            faults.add(Reason.about("source", "decisions.evidence.source"));
        }
        if (weight == null) {
            faults.add(Reason.about("weight", "decisions.evidence.weight"));
        }
        if (side == null || weight == null || !faults.isEmpty()) {
            return element(actor, id, at, form.with(faults));
        }
        return pages.after(
                decisions.addEvidence(
                        actor,
                        id,
                        at.definition(),
                        at.element(),
                        side,
                        form.value("what"),
                        form.value("source"),
                        weight,
                        clock.instant()),
                _ -> {
                    drafts.discard(actor, Paths.draft(id, at.words()) + "-evidence");
                    return pages.redirect(
                            Paths.element(id, at.definition(), at.element()), "decisions.notice.evidence-added");
                },
                why -> element(actor, id, at, form.with(why)));
    }

    @PostMapping("/decisions/{id}/elements/{definition}/{element}/evidence/{evidence}/take-back")
    View takeBack(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable String definition,
            @PathVariable String element,
            @PathVariable UUID evidence) {
        Optional<At> at = at(definition, element);
        if (at.isEmpty()) {
            return pages.notFound();
        }
        DecisionId decision = new DecisionId(id);
        return switch (decisions.takeBackEvidence(actor, decision, evidence, clock.instant())) {
            case Outcome.Done<DecisionId> _ ->
                pages.redirect(
                        Paths.element(decision, at.get().definition(), at.get().element()),
                        "decisions.notice.evidence-taken-back");
            case Outcome.Refused<DecisionId>(List<Reason> why) -> pages.refused(why);
        };
    }

    @GetMapping("/decisions/{id}/account")
    View account(Actor actor, @PathVariable UUID id) {
        return account(actor, new DecisionId(id), null);
    }

    @PostMapping("/decisions/{id}/account")
    View write(Actor actor, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        DecisionId decision = new DecisionId(id);
        Form form = Form.of(sent);
        Account account = new Account(
                form.value("childsView").strip(),
                form.value("credibility").strip(),
                form.value("bestInterests").strip(),
                form.value("reasoning").strip(),
                form.choices("exploitation", Exploitation.class),
                form.ticked("countyLines"),
                form.choices("negativeReasons", NegativeReason.class),
                null,
                requireNonNullElse(form.number("version"), 0));
        return pages.after(
                decisions.write(actor, decision, account, form.ticked("plan"), clock.instant()),
                _ -> {
                    drafts.discard(actor, Paths.draft(decision, "account"));
                    return pages.redirect(Paths.decision(decision), "decisions.notice.account-saved");
                },
                why -> account(actor, decision, form.with(why)));
    }

    private View element(Actor actor, DecisionId id, At at, @Nullable Form typed) {
        return switch (decisions.read(actor, id, clock.instant())) {
            case Outcome.Done<Reading>(Reading reading) -> {
                ElementView view = new ElementView(reading, at.definition(), at.element());
                Assessment assessment = view.assessment();
                yield pages.show(
                        "decisions/element",
                        view,
                        typed != null
                                ? typed.set("version", assessment.version())
                                : halfTyped(
                                        actor,
                                        Form.empty()
                                                .set("finding", assessment.finding())
                                                .set("reasoning", assessment.reasoning())
                                                .set("missing", assessment.missing())
                                                .set("version", assessment.version()),
                                        view.draft(),
                                        view.evidenceDraft()));
            }
            case Outcome.Refused<Reading>(List<Reason> why) -> pages.refused(why);
        };
    }

    private View account(Actor actor, DecisionId id, @Nullable Form typed) {
        return switch (decisions.readToGive(actor, Command.WRITE, id, clock.instant())) {
            case Outcome.Done<Reading>(Reading reading) -> {
                Account account = reading.decision().account();
                AccountView view = new AccountView(
                        reading, decisions.plan(actor, reading.decision().caseId()));
                yield pages.show(
                        "decisions/account",
                        view,
                        typed != null
                                ? typed.set("version", account.version())
                                : halfTyped(
                                        actor,
                                        Form.empty()
                                                .set("childsView", account.childsView())
                                                .set("credibility", account.credibility())
                                                .set("bestInterests", account.bestInterests())
                                                .set("reasoning", account.reasoning())
                                                .set("exploitation", account.exploitation())
                                                .set("countyLines", account.countyLines())
                                                .set("negativeReasons", account.negativeReasons())
                                                .set("plan", account.plan() != null)
                                                .set("version", account.version()),
                                        view.draft()));
            }
            case Outcome.Refused<Reading>(List<Reason> why) -> pages.refused(why);
        };
    }

    /**
     * What stands, with what was typed over it and not sent yet. The version is the one it was typed over, so that what somebody else has
     * written since is not overwritten unseen.
     */
    private Form halfTyped(Actor actor, Form stands, String... keys) {
        Form form = stands;
        for (String key : keys) {
            for (Map.Entry<String, List<String>> field : drafts.of(actor, key).entrySet()) {
                form = form.set(field.getKey(), field.getValue());
            }
        }
        return form;
    }

    private record At(Definition definition, Element element) {
        String words() {
            return Paths.word(definition) + "-" + Paths.word(element);
        }
    }

    private static Optional<At> at(String definition, String element) {
        return Paths.constant(Definition.class, definition)
                .flatMap(one -> Paths.constant(Element.class, element)
                        .filter(one.elements()::contains)
                        .map(part -> new At(one, part)));
    }
}
