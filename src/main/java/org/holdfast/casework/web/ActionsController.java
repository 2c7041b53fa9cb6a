package org.holdfast.casework.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.holdfast.audit.Actor;
import org.holdfast.casework.ActionCommand;
import org.holdfast.casework.ActionState;
import org.holdfast.casework.Actions;
import org.holdfast.casework.Scorecard;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.pages.Download;
import org.holdfast.pages.Form;
import org.holdfast.pages.Language;
import org.holdfast.pages.Navigation;
import org.holdfast.pages.Pages;
import org.holdfast.pages.Texts;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.Sharing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** An action for whoever has to do it, at the end of the link in their mail; and how the agencies keep what they agreed to. */
@Controller
class ActionsController implements Navigation {

    private static final int USUAL_MONTHS = 6;

    private final Actions actions;
    private final Sharing sharing;
    private final Pages pages;
    private final Texts texts;
    private final InstantSource clock;

    ActionsController(Actions actions, Sharing sharing, Pages pages, Texts texts, InstantSource clock) {
        this.actions = actions;
        this.sharing = sharing;
        this.pages = pages;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public List<Place> of(Actor actor) {
        return sharing.may(actor, Permission.SEE_SCORECARD)
                ? List.of(new Place("casework.scorecard.place", "/actions/scorecard", 60))
                : List.of();
    }

    @GetMapping("/actions/{id}")
    View action(Actor actor, @PathVariable UUID id) {
        return action(actor, id, Form.empty());
    }

    @PostMapping("/actions/{id}")
    View answer(Actor actor, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        Outcome<ActionState> outcome = actions.answer(
                actor,
                id,
                form.choice("command", ActionCommand.class),
                Typed.text(form, "note"),
                form.version(),
                clock.instant());
        return switch (outcome) {
            case Outcome.Done<ActionState> _ -> pages.redirect("/actions/" + id, "casework.notice.answered");
            case Outcome.Refused<ActionState>(List<Reason> reasons) ->
                reasons.stream().allMatch(reason -> reason.field() != null) || CaseFrames.meanwhile(reasons)
                        ? action(actor, id, form.with(reasons))
                        : pages.refused(reasons);
        };
    }

    @PostMapping("/actions/{id}/take")
    View take(Actor actor, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        return pages.after(
                actions.take(actor, id, Form.of(sent).version(), clock.instant()),
                _ -> pages.redirect("/actions/" + id, "casework.notice.taken"),
                reasons -> CaseFrames.meanwhile(reasons)
                        ? action(actor, id, Form.of(sent).with(reasons))
                        : pages.refused(reasons));
    }

    private View action(Actor actor, UUID id, Form form) {
        return switch (actions.see(actor, id, clock.instant())) {
            case Outcome.Refused<Actions.Owned> refused -> pages.refused(refused);
            case Outcome.Done<Actions.Owned>(Actions.Owned owned) -> {
                int version = owned.action().version();
                boolean meanwhile = form.has("version") && form.version() != version;
                yield pages.show(
                        "casework/ownedAction", new OwnedActionView(owned, meanwhile), form.set("version", version));
            }
        };
    }

    // The scorecard

    @GetMapping("/actions/scorecard")
    View scorecard(Actor actor, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        List<Reason> faults = Stream.of(form.dateFault("from"), form.dateFault("until"))
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(ArrayList::new));
        LocalDate today = UnitedKingdom.day(clock.instant());
        LocalDate until = Objects.requireNonNullElse(form.date("until"), today);
        LocalDate from = Objects.requireNonNullElse(form.date("from"), until.minusMonths(USUAL_MONTHS));
        if (from.isAfter(until)) {
            faults.add(Reason.about("until", "casework.scorecard.backwards"));
        }
        Form shown = faults.isEmpty() ? form.set("from", from).set("until", until) : form.with(faults);
        return switch (actions.scorecard(actor, from, until, clock.instant())) {
            case Outcome.Refused<Scorecard> refused -> pages.refused(refused);
            case Outcome.Done<Scorecard>(Scorecard card) ->
                pages.show("casework/scorecard", new ScorecardView(card), shown);
        };
    }

    @GetMapping("/actions/scorecard.csv")
    View csv(Actor actor, @RequestParam(defaultValue = "") String from, @RequestParam(defaultValue = "") String until) {
        Instant now = clock.instant();
        LocalDate last = Objects.requireNonNullElse(day(until), UnitedKingdom.day(now));
        LocalDate first = Objects.requireNonNullElse(day(from), last.minusMonths(USUAL_MONTHS));
        return switch (actions.scorecard(actor, first, last, now)) {
            case Outcome.Refused<Scorecard> refused -> pages.refused(refused);
            case Outcome.Done<Scorecard>(Scorecard card) ->
                Download.of(
                        "actions-" + first + "-" + last + ".csv",
                        "text/csv;charset=UTF-8",
                        csv(card).getBytes(StandardCharsets.UTF_8));
        };
    }

    private static @Nullable LocalDate day(String written) {
        try {
            return LocalDate.parse(written);
        } catch (DateTimeParseException notADay) {
            return null;
        }
    }

    private String csv(Scorecard card) {
        StringBuilder csv = new StringBuilder();
        csv.append(row(Stream.of(
                        "agency",
                        "agreed",
                        "in-time",
                        "late",
                        "not-done",
                        "overtaken",
                        "overdue",
                        "to-come",
                        "again",
                        "days")
                .map(column -> texts.text(Language.ENGLISH, "casework.scorecard." + column))
                .toList()));
        for (Scorecard.Line line : card.lines()) {
            csv.append(row(List.of(
                    line.agency(),
                    String.valueOf(line.agreed()),
                    String.valueOf(line.doneInTime()),
                    String.valueOf(line.doneLate()),
                    String.valueOf(line.notDone()),
                    String.valueOf(line.overtaken()),
                    String.valueOf(line.overdue()),
                    String.valueOf(line.toCome()),
                    String.valueOf(line.again()),
                    ScorecardView.days(line.medianDays()))));
        }
        return csv.toString();
    }

    private static String row(List<String> cells) {
        return cells.stream().map(Download::cell).collect(Collectors.joining(",", "", "\r\n"));
    }
}
