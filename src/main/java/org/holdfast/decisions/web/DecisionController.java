package org.holdfast.decisions.web;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.audit.Actor;
import org.holdfast.decisions.Ballot;
import org.holdfast.decisions.Beginning;
import org.holdfast.decisions.Command;
import org.holdfast.decisions.DecisionId;
import org.holdfast.decisions.Decisions;
import org.holdfast.decisions.Ground;
import org.holdfast.decisions.Reading;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.meetings.AdjournedFor;
import org.holdfast.meetings.AgendaItemId;
import org.holdfast.pages.Form;
import org.holdfast.pages.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** A decision from its opening to its seal. */
@Controller
class DecisionController {

    private final Decisions decisions;
    private final Pages pages;
    private final InstantSource clock;

    DecisionController(Decisions decisions, Pages pages, InstantSource clock) {
        this.decisions = decisions;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/decisions/{id}")
    View decision(Actor actor, @PathVariable UUID id) {
        return switch (decisions.read(actor, new DecisionId(id), clock.instant())) {
            case Outcome.Done<Reading>(Reading reading) ->
                pages.show(reading.decision().issue() == null ? "decisions/decision" : "decisions/sealed", reading);
            case Outcome.Refused<Reading>(List<Reason> why) -> pages.refused(why);
        };
    }

    @GetMapping("/decisions/new")
    View opening(Actor actor, @RequestParam UUID item) {
        return switch (decisions.onItem(actor, new AgendaItemId(item), clock.instant())) {
            case Outcome.Done<Optional<DecisionId>>(Optional<DecisionId> there) ->
                there.map(id -> pages.redirect(Paths.decision(id)))
                        .orElseGet(() -> opening(actor, item, Form.empty(), List.of()));
            case Outcome.Refused<Optional<DecisionId>> refused -> pages.refused(refused);
        };
    }

    @PostMapping("/decisions")
    View open(Actor actor, @RequestParam UUID item, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        return switch (decisions.open(actor, new AgendaItemId(item), form.value("because"), clock.instant())) {
            case Outcome.Done<DecisionId>(DecisionId id) -> pages.redirect(Paths.decision(id));
            case Outcome.Refused<DecisionId>(List<Reason> why) ->
                why.stream().anyMatch(reason -> reason.key().equals(Pages.NOT_FOUND))
                        ? pages.notFound()
                        : opening(actor, item, form, why);
        };
    }

    private View opening(Actor actor, UUID item, Form form, List<Reason> why) {
        return switch (decisions.beginning(actor, new AgendaItemId(item), clock.instant())) {
            case Outcome.Done<Beginning>(Beginning beginning) ->
                pages.show("decisions/open", new OpenView(item, beginning), form.with(why));
            case Outcome.Refused<Beginning> refused -> pages.refused(refused);
        };
    }

    @PostMapping("/decisions/{id}/ballots")
    View ask(Actor actor, @PathVariable UUID id, @RequestParam Ground ground) {
        return done(
                id,
                decisions.openVote(actor, new DecisionId(id), ground, clock.instant()),
                "decisions.notice.vote-opened");
    }

    @PostMapping("/decisions/{id}/count")
    View count(Actor actor, @PathVariable UUID id) {
        return switch (decisions.count(actor, new DecisionId(id), clock.instant())) {
            case Outcome.Done<Optional<Ballot.Result>>(Optional<Ballot.Result> result) ->
                pages.redirect(
                        Paths.decision(new DecisionId(id)),
                        "decisions.notice.counted." + result.map(Paths::word).orElse("waiting"));
            case Outcome.Refused<Optional<Ballot.Result>>(List<Reason> why) -> pages.refused(why);
        };
    }

    @GetMapping("/decisions/{id}/adjourn")
    View adjourning(Actor actor, @PathVariable UUID id) {
        return adjourning(actor, id, Form.empty());
    }

    @PostMapping("/decisions/{id}/adjourn")
    View adjourn(Actor actor, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        AdjournedFor why = form.choice("why", AdjournedFor.class);
        if (why == null) {
            return adjourning(actor, id, form.with(List.of(Reason.about("why", "decisions.adjourn.why-missing"))));
        }
        return pages.after(
                decisions.adjourn(actor, new DecisionId(id), why, form.value("because"), clock.instant()),
                _ -> pages.redirect(Paths.decision(new DecisionId(id)), "decisions.notice.adjourned"),
                reasons -> adjourning(actor, id, form.with(reasons)));
    }

    private View adjourning(Actor actor, UUID id, Form form) {
        return shown(
                "decisions/adjourn",
                decisions.readToGive(actor, Command.ADJOURN, new DecisionId(id), clock.instant()),
                form);
    }

    @GetMapping("/decisions/{id}/issue")
    View issuing(Actor actor, @PathVariable UUID id) {
        return issuing(actor, id, Form.empty());
    }

    @PostMapping("/decisions/{id}/issue")
    View issue(Actor actor, @PathVariable UUID id) {
        return pages.after(
                decisions.issue(actor, new DecisionId(id), clock.instant()),
                found -> pages.redirect(
                        Paths.decision(new DecisionId(id)), "decisions.notice.issued." + Paths.word(found)),
                why -> issuing(actor, id, Form.empty().with(why)));
    }

    private View issuing(Actor actor, UUID id, Form form) {
        return shown("decisions/issue", decisions.read(actor, new DecisionId(id), clock.instant()), form);
    }

    private View shown(String template, Outcome<Reading> read, Form form) {
        return switch (read) {
            case Outcome.Done<Reading>(Reading reading) -> pages.show(template, reading, form);
            case Outcome.Refused<Reading>(List<Reason> why) -> pages.refused(why);
        };
    }

    private View again(String template, Object view, Form form, List<Reason> why) {
        return why.stream().anyMatch(reason -> reason.key().equals(Pages.NOT_FOUND))
                ? pages.notFound()
                : pages.show(template, view, form.with(why));
    }

    private View done(UUID id, Outcome<?> outcome, String notice) {
        return outcome instanceof Outcome.Refused<?>(List<Reason> why)
                ? pages.refused(why)
                : pages.redirect(Paths.decision(new DecisionId(id)), notice);
    }
}
