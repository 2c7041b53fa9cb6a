package org.holdfast.decisions.web;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.holdfast.audit.Actor;
import org.holdfast.decisions.DecisionId;
import org.holdfast.decisions.Decisions;
import org.holdfast.decisions.OutcomeForm;
import org.holdfast.decisions.Reading;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.pages.Download;
import org.holdfast.pages.Form;
import org.holdfast.pages.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The outcome form for the Home Office (NRM-10, SHR-5). */
@Controller
class OutcomeController {

    private final Decisions decisions;
    private final Pages pages;
    private final InstantSource clock;

    OutcomeController(Decisions decisions, Pages pages, InstantSource clock) {
        this.decisions = decisions;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/decisions/{id}/outcome")
    View outcome(Actor actor, @PathVariable UUID id) {
        return outcome(actor, new DecisionId(id), Form.empty());
    }

    @PostMapping("/decisions/{id}/outcome/sent")
    View sent(Actor actor, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        DecisionId decision = new DecisionId(id);
        return switch (decisions.outcomeSent(actor, decision, form.value("how"), clock.instant())) {
            case Outcome.Done<DecisionId> _ ->
                pages.redirect(Paths.decision(decision, "outcome"), "decisions.notice.sent");
            case Outcome.Refused<DecisionId>(List<Reason> why) -> outcome(actor, decision, form.with(why));
        };
    }

    @GetMapping("/decisions/{id}/outcome.pdf")
    View paper(Actor actor, @PathVariable UUID id) {
        return switch (decisions.outcomePaper(actor, new DecisionId(id), clock.instant())) {
            case Outcome.Done<byte[]>(byte[] paper) -> Download.of("outcome-" + id + ".pdf", "application/pdf", paper);
            case Outcome.Refused<byte[]>(List<Reason> why) -> pages.refused(why);
        };
    }

    private View outcome(Actor actor, DecisionId id, Form form) {
        Outcome<OutcomeView> view = decisions
                .outcome(actor, id, clock.instant())
                .then(outcome -> decisions.read(actor, id, clock.instant()).map(reading -> view(outcome, reading)));
        return switch (view) {
            case Outcome.Done<OutcomeView>(OutcomeView shown) -> pages.show("decisions/outcome", shown, form);
            case Outcome.Refused<OutcomeView>(List<Reason> why) -> pages.refused(why);
        };
    }

    private static OutcomeView view(OutcomeForm form, Reading reading) {
        return new OutcomeView(
                form, reading.decision().sent(), reading.decision().supersededBy() != null);
    }
}
