package org.holdfast.assurance.web;

import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.holdfast.assurance.Questions;
import org.holdfast.audit.Actor;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.pages.Form;
import org.holdfast.pages.Pages;
import org.holdfast.sharing.CaseId;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The competent authority's questions about a case (NRM-15). */
@Controller
class QuestionsController {

    private final Questions questions;
    private final Pages pages;
    private final InstantSource clock;

    QuestionsController(Questions questions, Pages pages, InstantSource clock) {
        this.questions = questions;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/cases/{caseId}/questions")
    View questions(Actor actor, @PathVariable UUID caseId) {
        return shown(actor, caseId, Form.empty().set("askedOn", UnitedKingdom.day(clock.instant())));
    }

    private View shown(Actor actor, UUID caseId, Form form) {
        return switch (questions.see(actor, new CaseId(caseId), clock.instant())) {
            case Outcome.Done<Questions.Thread>(Questions.Thread thread) ->
                pages.show("assurance/questions", new QuestionsView(thread), form);
            case Outcome.Refused<Questions.Thread>(List<Reason> why) -> pages.refused(why);
        };
    }

    @PostMapping("/cases/{caseId}/questions")
    View record(Actor actor, @PathVariable UUID caseId, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        return after(
                actor,
                caseId,
                form,
                questions.record(
                        actor,
                        new CaseId(caseId),
                        form.value("text"),
                        form.value("askedBy"),
                        form.date("askedOn"),
                        form.date("dueOn"),
                        clock.instant()),
                "assurance.notice.question");
    }

    @PostMapping("/cases/{caseId}/questions/{question}/answer")
    View answer(
            Actor actor,
            @PathVariable UUID caseId,
            @PathVariable UUID question,
            @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        Outcome<UUID> answered = questions.answer(
                actor,
                new CaseId(caseId),
                question,
                form.value(QuestionsView.field("words", question)),
                Set.copyOf(form.ids(QuestionsView.field("lines", question))),
                clock.instant());
        if (answered instanceof Outcome.Refused<UUID>(List<Reason> why)) {
            answered = Outcome.refused(
                    why.stream().map(reason -> ofQuestion(reason, question)).toList());
        }
        return after(actor, caseId, form, answered, "assurance.notice.question-answered");
    }

    /** A fault of an answer, at the field of its own question. */
    private static Reason ofQuestion(Reason reason, UUID question) {
        String field = reason.field();
        return field == null
                ? reason
                : new Reason(reason.key(), reason.rule(), QuestionsView.field(field, question), reason.details());
    }

    private View after(Actor actor, UUID caseId, Form form, Outcome<UUID> outcome, String notice) {
        return pages.after(
                outcome,
                _ -> pages.redirect("/cases/" + caseId + "/questions", notice),
                why -> shown(actor, caseId, form.with(why)));
    }
}
