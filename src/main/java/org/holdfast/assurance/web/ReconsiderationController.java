package org.holdfast.assurance.web;

import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.holdfast.assurance.Asker;
import org.holdfast.assurance.Grounds;
import org.holdfast.assurance.ReconsiderationCommand;
import org.holdfast.assurance.ReconsiderationDraft;
import org.holdfast.assurance.ReconsiderationId;
import org.holdfast.assurance.ReconsiderationLife;
import org.holdfast.assurance.Reconsiderations;
import org.holdfast.audit.Actor;
import org.holdfast.decisions.DecisionId;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.meetings.MeetingId;
import org.holdfast.pages.Form;
import org.holdfast.pages.Option;
import org.holdfast.pages.Pages;
import org.holdfast.partnership.MemberId;
import org.holdfast.sharing.Sharing;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Reconsideration of negative decisions (NRM-14). */
@Controller
class ReconsiderationController {

    private static final UUID NOTHING = new UUID(0, 0);

    private final Reconsiderations reconsiderations;
    private final Pages pages;
    private final InstantSource clock;

    ReconsiderationController(Reconsiderations reconsiderations, Pages pages, InstantSource clock) {
        this.reconsiderations = reconsiderations;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/reconsiderations")
    View desk(Actor actor) {
        return switch (reconsiderations.desk(actor, clock.instant())) {
            case Outcome.Done<Reconsiderations.Desk>(Reconsiderations.Desk desk) ->
                pages.show("assurance/reconsiderations", desk);
            case Outcome.Refused<Reconsiderations.Desk>(List<Reason> why) -> pages.refused(why);
        };
    }

    @GetMapping("/reconsiderations/new")
    View asking(Actor actor, @RequestParam MultiValueMap<String, String> sent) {
        return asking(
                actor,
                Objects.requireNonNullElse(Form.of(sent).id("decision"), NOTHING),
                Form.empty().set("askedOn", UnitedKingdom.day(clock.instant())));
    }

    private View asking(Actor actor, UUID decision, Form form) {
        return switch (reconsiderations.asking(actor, new DecisionId(decision), clock.instant())) {
            case Outcome.Done<Reconsiderations.Asking>(Reconsiderations.Asking asking) ->
                pages.show("assurance/ask", new AskView(asking), form);
            case Outcome.Refused<Reconsiderations.Asking>(List<Reason> why) -> pages.refused(why);
        };
    }

    @PostMapping("/reconsiderations")
    View ask(Actor actor, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        UUID decision = Objects.requireNonNullElse(form.id("decision"), NOTHING);
        Outcome<ReconsiderationId> asked = reconsiderations.ask(
                actor,
                new DecisionId(decision),
                new ReconsiderationDraft(
                        form.choice("asker", Asker.class),
                        form.value("name"),
                        form.choice("grounds", Grounds.class),
                        form.value("words"),
                        form.date("askedOn")),
                clock.instant());
        return switch (asked) {
            case Outcome.Done<ReconsiderationId>(ReconsiderationId id) ->
                pages.redirect(path(id.value()), "assurance.notice.asked");
            case Outcome.Refused<ReconsiderationId>(List<Reason> why) ->
                why.contains(Sharing.NOT_FOUND) ? pages.refused(why) : asking(actor, decision, form.with(why));
        };
    }

    @GetMapping("/reconsiderations/{id}")
    View reconsideration(Actor actor, @PathVariable UUID id) {
        return shown(actor, id, Form.empty());
    }

    private View shown(Actor actor, UUID id, Form form) {
        return seen(actor, id, seen -> pages.show("assurance/reconsideration", seen, form));
    }

    @PostMapping("/reconsiderations/{id}/readmit")
    View readmit(Actor actor, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        return after(
                reconsiderations.readmit(
                        actor,
                        new ReconsiderationId(id),
                        new MemberId(Objects.requireNonNullElse(form.id("member"), NOTHING)),
                        form.value("reason"),
                        clock.instant()),
                id,
                "assurance.notice.readmitted",
                why -> shown(actor, id, form.with(why)));
    }

    @GetMapping("/reconsiderations/{id}/list")
    View listing(Actor actor, @PathVariable UUID id) {
        return step(actor, id, ReconsiderationCommand.LIST, Form.empty());
    }

    @PostMapping("/reconsiderations/{id}/list")
    View list(Actor actor, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        return after(
                reconsiderations.list(
                        actor, new ReconsiderationId(id), meeting(form), form.value("because"), clock.instant()),
                id,
                "assurance.notice.listed",
                why -> step(actor, id, ReconsiderationCommand.LIST, form.with(why)));
    }

    @GetMapping("/reconsiderations/{id}/stands")
    View standing(Actor actor, @PathVariable UUID id) {
        return step(actor, id, ReconsiderationCommand.LET_STAND, Form.empty());
    }

    @PostMapping("/reconsiderations/{id}/stands")
    View stands(Actor actor, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        return after(
                reconsiderations.letStand(actor, new ReconsiderationId(id), form.value("because"), clock.instant()),
                id,
                "assurance.notice.reconsidered",
                why -> step(actor, id, ReconsiderationCommand.LET_STAND, form.with(why)));
    }

    @PostMapping("/reconsiderations/{id}/send-on")
    View sendOn(Actor actor, @PathVariable UUID id) {
        return after(
                reconsiderations.sendOn(actor, new ReconsiderationId(id), clock.instant()),
                id,
                "assurance.notice.sent-on",
                pages::refused);
    }

    @GetMapping("/reconsiderations/{id}/answer")
    View answering(Actor actor, @PathVariable UUID id) {
        return step(actor, id, ReconsiderationCommand.RECORD_ANSWER, Form.empty());
    }

    @PostMapping("/reconsiderations/{id}/answer")
    View answer(Actor actor, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        return after(
                reconsiderations.recordAnswer(
                        actor,
                        new ReconsiderationId(id),
                        form.yesOrNo("stands"),
                        form.value("because"),
                        clock.instant()),
                id,
                "assurance.notice.reconsidered",
                why -> step(actor, id, ReconsiderationCommand.RECORD_ANSWER, form.with(why)));
    }

    @GetMapping("/reconsiderations/{id}/decline")
    View declining(Actor actor, @PathVariable UUID id) {
        return step(actor, id, ReconsiderationCommand.DECLINE, Form.empty());
    }

    @PostMapping("/reconsiderations/{id}/decline")
    View decline(Actor actor, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        return after(
                reconsiderations.decline(actor, new ReconsiderationId(id), form.value("because"), clock.instant()),
                id,
                "assurance.notice.declined",
                why -> step(actor, id, ReconsiderationCommand.DECLINE, form.with(why)));
    }

    @GetMapping("/reconsiderations/{id}/withdraw")
    View withdrawing(Actor actor, @PathVariable UUID id) {
        return step(actor, id, ReconsiderationCommand.WITHDRAW, Form.empty());
    }

    @PostMapping("/reconsiderations/{id}/withdraw")
    View withdraw(Actor actor, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        return after(
                reconsiderations.withdraw(actor, new ReconsiderationId(id), form.value("because"), clock.instant()),
                id,
                "assurance.notice.withdrawn",
                why -> step(actor, id, ReconsiderationCommand.WITHDRAW, form.with(why)));
    }

    private View step(Actor actor, UUID id, ReconsiderationCommand command, Form form) {
        return seen(actor, id, seen -> {
            if (!seen.available().contains(command)) {
                return switch (ReconsiderationLife.after(seen.asked().state(), command)) {
                    case Outcome.Done<?> _ -> pages.notFound();
                    case Outcome.Refused<?> refused -> pages.refused(refused);
                };
            }
            boolean lists = command == ReconsiderationCommand.LIST;
            String word = word(command);
            List<Option> panels = lists ? Meets.options(reconsiderations.panels(actor)) : List.of();
            return pages.show(
                    "assurance/because",
                    new BecauseView(
                            "assurance.reconsideration." + word,
                            seen.child(),
                            path(id) + "/" + word,
                            path(id),
                            panels,
                            lists ? "assurance.reconsideration.no-panel" : "",
                            command == ReconsiderationCommand.RECORD_ANSWER),
                    form);
        });
    }

    private static String word(ReconsiderationCommand command) {
        return switch (command) {
            case LIST -> "list";
            case LET_STAND -> "stands";
            case RECORD_ANSWER -> "answer";
            case DECLINE -> "decline";
            case WITHDRAW -> "withdraw";
            case READMIT -> "readmit";
            case SEND_ON -> "send-on";
            case REPLACE -> "replace";
        };
    }

    private static @Nullable MeetingId meeting(Form form) {
        UUID meeting = form.id("meeting");
        return meeting == null ? null : new MeetingId(meeting);
    }

    private View seen(Actor actor, UUID id, Function<Reconsiderations.Seen, View> shown) {
        return switch (reconsiderations.see(actor, new ReconsiderationId(id), clock.instant())) {
            case Outcome.Done<Reconsiderations.Seen>(Reconsiderations.Seen seen) -> shown.apply(seen);
            case Outcome.Refused<Reconsiderations.Seen>(List<Reason> why) -> pages.refused(why);
        };
    }

    private View after(Outcome<ReconsiderationId> outcome, UUID id, String notice, Function<List<Reason>, View> again) {
        return pages.after(outcome, _ -> pages.redirect(path(id), notice), again);
    }

    private static String path(UUID id) {
        return "/reconsiderations/" + id;
    }
}
