package org.holdfast.requests.web;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.audit.Actor;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.pages.Dates;
import org.holdfast.pages.Drafts;
import org.holdfast.pages.Form;
import org.holdfast.pages.Pages;
import org.holdfast.partnership.TeamId;
import org.holdfast.requests.AgencyReturn;
import org.holdfast.requests.Grading;
import org.holdfast.requests.Heading;
import org.holdfast.requests.QuestionCommand;
import org.holdfast.requests.QuestionId;
import org.holdfast.requests.RequestId;
import org.holdfast.requests.ReturnDraft;
import org.holdfast.requests.Returns;
import org.holdfast.requests.Told;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The pages of the agency that was asked: what it is asked, and its answer about each child. */
@Controller
class RequestsController {

    private final Returns returns;
    private final Drafts drafts;
    private final Pages pages;
    private final InstantSource clock;

    RequestsController(Returns returns, Drafts drafts, Pages pages, InstantSource clock) {
        this.returns = returns;
        this.drafts = drafts;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/requests")
    View list(Actor actor) {
        return switch (returns.waiting(actor, clock.instant())) {
            case Outcome.Done<List<Returns.Listed>>(List<Returns.Listed> listed) ->
                pages.show("requests/list", new RequestsView(listed));
            case Outcome.Refused<List<Returns.Listed>> refused -> pages.refused(refused);
        };
    }

    @GetMapping("/requests/{id}")
    View sheet(Actor actor, @PathVariable UUID id) {
        return switch (returns.open(actor, new RequestId(id), clock.instant())) {
            case Outcome.Done<Returns.Sheet>(Returns.Sheet sheet) ->
                pages.show(
                        "requests/sheet",
                        new SheetView(sheet),
                        Form.empty()
                                .set(
                                        "team",
                                        Optional.ofNullable(sheet.request().team())
                                                .map(TeamId::value)
                                                .orElse(null)));
            case Outcome.Refused<Returns.Sheet> refused -> pages.refused(refused);
        };
    }

    @PostMapping("/requests/{id}/team")
    View giveToTeam(Actor actor, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        UUID team = Form.of(sent).id("team");
        return pages.after(
                returns.giveTo(actor, new RequestId(id), team == null ? null : new TeamId(team), clock.instant()),
                _ -> pages.redirect("/requests/" + id, "requests.notice.team"),
                pages::refused);
    }

    @PostMapping("/requests/{id}/take")
    View take(Actor actor, @PathVariable UUID id) {
        return pages.after(
                returns.take(actor, new RequestId(id), clock.instant()),
                _ -> pages.redirect("/requests/" + id, "requests.notice.taken"),
                pages::refused);
    }

    @PostMapping("/requests/{id}/nothing-known")
    View nothingKnownOfTheRest(Actor actor, @PathVariable UUID id) {
        return switch (returns.nothingKnownOfTheRest(actor, new RequestId(id), clock.instant())) {
            case Outcome.Done<Integer>(Integer children) ->
                pages.redirect("/requests/" + id, "requests.notice.nothing-known-of-the-rest", Dates.number(children));
            case Outcome.Refused<Integer> refused -> pages.refused(refused);
        };
    }

    @GetMapping("/requests/{id}/children/{question}")
    View child(Actor actor, @PathVariable UUID id, @PathVariable UUID question) {
        return child(actor, new RequestId(id), new QuestionId(question), null, false);
    }

    @PostMapping("/requests/{id}/children/{question}")
    View handIn(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID question,
            @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        QuestionId asked = new QuestionId(question);
        Outcome<AgencyReturn> given = returns.handIn(actor, asked, draft(form), form.version(), clock.instant());
        return switch (given) {
            case Outcome.Done<AgencyReturn>(AgencyReturn done) -> {
                discard(actor, asked, done.version());
                yield pages.redirect(
                        "/requests/" + id,
                        done.version() == 1 ? "requests.notice.handed-in" : "requests.notice.handed-in-again");
            }
            case Outcome.Refused<AgencyReturn>(List<Reason> reasons) -> {
                boolean meanwhile =
                        reasons.stream().anyMatch(it -> it.key().equals("requests.refused.changed-meanwhile"));
                yield meanwhile || reasons.stream().allMatch(it -> it.field() != null)
                        ? child(actor, new RequestId(id), asked, dated(form, reasons), meanwhile)
                        : pages.refused(reasons);
            }
        };
    }

    @PostMapping("/requests/{id}/children/{question}/confirm")
    View confirm(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID question,
            @RequestParam MultiValueMap<String, String> sent) {
        return after(
                actor,
                id,
                question,
                returns.confirm(actor, new QuestionId(question), Form.of(sent).version(), clock.instant()),
                "requests.notice.confirmed");
    }

    @PostMapping("/requests/{id}/children/{question}/nothing-known")
    View nothingKnown(Actor actor, @PathVariable UUID id, @PathVariable UUID question) {
        return after(
                actor,
                id,
                question,
                returns.nothingKnown(actor, new QuestionId(question), clock.instant()),
                "requests.notice.nothing-known");
    }

    @PostMapping("/requests/{id}/children/{question}/take-back")
    View takeBack(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID question,
            @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        QuestionId asked = new QuestionId(question);
        Outcome<AgencyReturn> taken =
                returns.takeBack(actor, asked, text(form, "because-taken-back"), form.version(), clock.instant());
        return taken instanceof Outcome.Refused<AgencyReturn>(List<Reason> reasons)
                        && reasons.stream().allMatch(it -> it.field() != null)
                ? child(actor, new RequestId(id), asked, form.with(reasons), false)
                : after(actor, id, question, taken, "requests.notice.taken-back");
    }

    @GetMapping("/requests/{id}/children/{question}/versions")
    View versions(Actor actor, @PathVariable UUID id, @PathVariable UUID question) {
        Instant now = clock.instant();
        RequestId request = new RequestId(id);
        QuestionId asked = new QuestionId(question);
        Outcome<View> page = returns.versions(actor, request, asked, now)
                .then(versions -> returns.open(actor, request, now)
                        .map(sheet -> pages.show(
                                "requests/versions",
                                new VersionsView(
                                        sheet.line(asked)
                                                .map(it -> it.child().displayName())
                                                .orElse(""),
                                        versions,
                                        Paths.child(request, asked)))));
        return switch (page) {
            case Outcome.Done<View>(View view) -> view;
            case Outcome.Refused<View> refused -> pages.refused(refused);
        };
    }

    private View after(Actor actor, UUID id, UUID question, Outcome<AgencyReturn> outcome, String notice) {
        return pages.after(
                outcome,
                done -> {
                    discard(actor, new QuestionId(question), done.version());
                    return pages.redirect("/requests/" + id, notice);
                },
                pages::refused);
    }

    /** The page of one child, with what was typed; else with the half-typed draft; else with what the agency told last. */
    private View child(Actor actor, RequestId id, QuestionId question, @Nullable Form typed, boolean meanwhile) {
        Instant now = clock.instant();
        return switch (returns.open(actor, id, now)) {
            case Outcome.Refused<Returns.Sheet> refused -> pages.refused(refused);
            case Outcome.Done<Returns.Sheet>(Returns.Sheet sheet) -> {
                Optional<Returns.Line> found = sheet.line(question);
                yield found.isEmpty()
                        ? pages.notFound()
                        : pages.show(
                                "requests/return",
                                new ReturnView(
                                        sheet.request(),
                                        sheet.kind(),
                                        sheet.graded(),
                                        found.get(),
                                        meanwhile,
                                        outdated(actor, found.get())),
                                (typed == null ? filled(actor, found.get(), now) : typed)
                                        .set("version", found.get().version()));
            }
        };
    }

    /** What was told is told: every draft that went on from an earlier version is done with. */
    private void discard(Actor actor, QuestionId question, int told) {
        for (int version = 0; version <= told; version++) {
            drafts.discard(actor, Paths.draft(question, version));
        }
    }

    /** The last draft that was begun before the agency told what it told last. */
    private Map<Heading, String> outdated(Actor actor, Returns.Line line) {
        Map<Heading, String> typed = new EnumMap<>(Heading.class);
        for (int version = line.version() - 1; version >= 0 && typed.isEmpty(); version--) {
            Form draft = Form.of(drafts.of(actor, Paths.draft(line.question().id(), version)));
            for (Heading heading : Heading.values()) {
                String text = text(draft, ReturnDraft.field(heading));
                if (!text.isBlank()) {
                    typed.put(heading, text);
                }
            }
        }
        return typed;
    }

    private Form filled(Actor actor, Returns.Line line, Instant now) {
        Map<String, List<String>> draft =
                drafts.of(actor, Paths.draft(line.question().id(), line.version()));
        Form form = Form.empty().set("as-of", UnitedKingdom.day(now));
        if (line.available().contains(QuestionCommand.CORRECT) || line.last().isPresent()) {
            AgencyReturn last = line.last().orElse(null);
            if (last != null) {
                form = form.set("source", last.source());
                Grading grading = last.grading();
                if (grading != null) {
                    form = form.set("grade-source", grading.source())
                            .set("grade-information", grading.information())
                            .set("grade-handling", grading.handling())
                            .set("grade-conditions", grading.conditions());
                }
                for (Told told : last.told()) {
                    String field = ReturnDraft.field(told.heading());
                    form = form.set(field, told.text());
                    if (told.whereabouts()) {
                        form = form.set("whereabouts-" + field, true);
                    }
                    if (told.restricted()) {
                        form = form.set("restricted-" + field, true).set("because-" + field, told.because());
                    }
                }
            }
        }
        for (Map.Entry<String, List<String>> field : draft.entrySet()) {
            form = form.set(field.getKey(), field.getValue());
        }
        return form;
    }

    static ReturnDraft draft(Form form) {
        List<Told> told = new ArrayList<>();
        for (Heading heading : Heading.values()) {
            String field = ReturnDraft.field(heading);
            told.add(new Told(
                    heading,
                    text(form, field),
                    form.ticked("restricted-" + field),
                    text(form, "because-" + field),
                    form.ticked("whereabouts-" + field)));
        }
        return new ReturnDraft(told, text(form, "source"), form.date("as-of"), grading(form));
    }

    private static ReturnDraft.@Nullable GradingDraft grading(Form form) {
        return form.has("grade-source") || form.has("grade-information") || form.has("grade-handling")
                ? new ReturnDraft.GradingDraft(
                        form.choice("grade-source", Grading.Source.class),
                        form.choice("grade-information", Grading.Information.class),
                        form.choice("grade-handling", Grading.Handling.class),
                        text(form, "grade-conditions"))
                : null;
    }

    private static String text(Form form, String name) {
        return Objects.requireNonNullElse(form.text(name), "");
    }

    /** The form with its faults, where a date that is none is told as that and not as missing. */
    static Form dated(Form form, List<Reason> reasons) {
        return form.with(reasons.stream()
                .map(reason -> {
                    Reason better = "as-of".equals(reason.field()) ? form.dateFault("as-of") : null;
                    return better == null ? reason : better;
                })
                .toList());
    }
}
