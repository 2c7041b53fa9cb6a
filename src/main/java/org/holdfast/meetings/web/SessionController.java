package org.holdfast.meetings.web;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.holdfast.audit.Actor;
import org.holdfast.casework.ActionDraft;
import org.holdfast.casework.Plans;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.meetings.AdjournedFor;
import org.holdfast.meetings.AgendaItem;
import org.holdfast.meetings.AgendaItemCommand;
import org.holdfast.meetings.AgendaItemId;
import org.holdfast.meetings.Attendee;
import org.holdfast.meetings.AttendeeId;
import org.holdfast.meetings.MeetingId;
import org.holdfast.meetings.MeetingState;
import org.holdfast.meetings.Meetings;
import org.holdfast.meetings.Note;
import org.holdfast.meetings.Presence;
import org.holdfast.meetings.Sessions;
import org.holdfast.pages.Form;
import org.holdfast.pages.Option;
import org.holdfast.pages.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** A meeting in session: agenda, the item in the middle, the room beside it. */
@Controller
class SessionController {

    private final Meetings meetings;
    private final Sessions sessions;
    private final Plans plans;
    private final Pages pages;
    private final Answers answers;
    private final InstantSource clock;

    SessionController(
            Meetings meetings, Sessions sessions, Plans plans, Pages pages, Answers answers, InstantSource clock) {
        this.meetings = meetings;
        this.sessions = sessions;
        this.plans = plans;
        this.pages = pages;
        this.answers = answers;
        this.clock = clock;
    }

    /** The meeting as it runs has a room of its own. */
    @GetMapping("/meetings/{id}/run")
    View run(Actor actor, @PathVariable UUID id) {
        return answers.of(
                sessions.standing(actor, new MeetingId(id), clock.instant()),
                standing -> pages.redirect(Paths.meeting(standing.meeting().id(), "room")));
    }

    /** An item before and after its meeting; while that runs, the room shows it. */
    @GetMapping("/meetings/{id}/items/{item}")
    View item(Actor actor, @PathVariable UUID id, @PathVariable UUID item) {
        return answers.of(
                sessions.standing(actor, new MeetingId(id), clock.instant()),
                standing -> standing.meeting().state() == MeetingState.OPEN
                                && standing.line(new AgendaItemId(item)).isPresent()
                        ? pages.redirect(Paths.meeting(standing.meeting().id(), "room") + "?item=" + item)
                        : shown(actor, id, item, Form.empty(), null));
    }

    private View shown(Actor actor, UUID id, UUID item, Form form, @Nullable Note theirs) {
        Instant now = clock.instant();
        return answers.of(
                meetings.agenda(actor, new MeetingId(id), now),
                agenda -> answers.of(sessions.see(actor, new AgendaItemId(item), now), seen -> {
                    if (!seen.panel().meeting().id().value().equals(id)) {
                        return pages.notFound();
                    }
                    Form filled = form;
                    for (Note.Part part : Note.Part.values()) {
                        String field = field(part);
                        if (!form.all().containsKey(field)) {
                            filled = filled.set(field, seen.note(part).text());
                        }
                    }
                    return pages.show("meetings/run", new RunView(agenda, seen, owners(agenda), theirs, now), filled);
                }));
    }

    private static List<Option> owners(Meetings.Agenda agenda) {
        return agenda.attendance().attendees().stream()
                .map(it -> Option.of(it.id().value().toString(), it.name() + ", " + it.agencyName()))
                .toList();
    }

    // The meeting

    @PostMapping("/meetings/{id}/open")
    View open(Actor actor, @PathVariable UUID id) {
        return answers.of(
                sessions.open(actor, new MeetingId(id), clock.instant()),
                done -> pages.redirect(Paths.meeting(done, "run"), "meetings.notice.opened"));
    }

    @PostMapping("/meetings/{id}/finish")
    View finish(Actor actor, @PathVariable UUID id) {
        return answers.of(
                sessions.finish(actor, new MeetingId(id), clock.instant()),
                done -> pages.redirect(Paths.meeting(done, "minutes"), "meetings.notice.finished"));
    }

    /** Keeps the list of who is there. The button says how they came, or that they leave, send apologies, or come after all. */
    @PostMapping("/meetings/{id}/attendance/{attendee}")
    View attendance(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID attendee,
            @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        MeetingId meeting = new MeetingId(id);
        AttendeeId who = new AttendeeId(attendee);
        Instant now = clock.instant();
        Presence.How how = form.choice("do", Presence.How.class);
        Outcome<MeetingId> outcome = how != null
                ? sessions.arrived(actor, meeting, who, how, now)
                : switch (form.value("do")) {
                    case "leave" -> sessions.left(actor, meeting, who, now);
                    case "apologies" -> sessions.apologies(actor, meeting, who, true, now);
                    default -> sessions.apologies(actor, meeting, who, false, now);
                };
        UUID item = form.id("item");
        return answers.of(
                outcome,
                done -> pages.redirect((item == null ? Paths.meeting(done) : Paths.item(id, item)) + "#attendance"));
    }

    // The item

    @PostMapping("/meetings/{id}/items/{item}/call")
    View call(Actor actor, @PathVariable UUID id, @PathVariable UUID item) {
        return back(sessions.call(actor, new AgendaItemId(item), clock.instant()));
    }

    @PostMapping("/meetings/{id}/items/{item}/put-back")
    View putBack(Actor actor, @PathVariable UUID id, @PathVariable UUID item) {
        return back(sessions.putBack(actor, new AgendaItemId(item), clock.instant()));
    }

    @PostMapping("/meetings/{id}/items/{item}/conclude")
    View conclude(Actor actor, @PathVariable UUID id, @PathVariable UUID item) {
        return back(sessions.conclude(actor, new AgendaItemId(item), clock.instant()));
    }

    @PostMapping("/meetings/{id}/items/{item}/adjourn")
    View adjourn(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID item,
            @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        AdjournedFor why = form.choice("adjournedFor", AdjournedFor.class);
        if (why == null) {
            return shown(
                    actor, id, item, form.with(List.of(Reason.about("adjournedFor", "meetings.adjourn.why"))), null);
        }
        return answers.of(
                sessions.adjourn(
                        actor,
                        new AgendaItemId(item),
                        why,
                        Objects.requireNonNullElse(form.text("because"), ""),
                        clock.instant()),
                done -> pages.redirect(Paths.item(done), "meetings.notice.adjourned"),
                reasons -> shown(actor, id, item, form.with(reasons), null));
    }

    @PostMapping("/meetings/{id}/items/{item}/conflict")
    View conflict(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID item,
            @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        UUID attendee = form.id("attendee");
        return answers.of(
                sessions.declareConflict(
                        actor,
                        new AgendaItemId(item),
                        new AttendeeId(attendee == null ? new UUID(0, 0) : attendee),
                        Objects.requireNonNullElse(form.text("reason"), ""),
                        clock.instant()),
                done -> pages.redirect(Paths.item(done), "meetings.notice.conflict"),
                reasons -> shown(actor, id, item, form.with(reasons), null));
    }

    private View back(Outcome<AgendaItem> outcome) {
        return answers.of(outcome, item -> pages.redirect(Paths.item(item)));
    }

    // Notes

    /** Saves a part of the note: from the form's button, or by itself while somebody types. */
    @PostMapping("/meetings/{id}/items/{item}/notes")
    View note(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID item,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String byItself,
            @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        Note.Part part = Objects.requireNonNullElse(form.choice("part", Note.Part.class), Note.Part.OPEN);
        int seen = form.version();
        Outcome<Note> outcome = sessions.write(
                actor,
                new AgendaItemId(item),
                part,
                form.value(field(part)).replace("\r\n", "\n"),
                seen,
                clock.instant());
        return byItself != null ? saved(outcome, part, seen, item) : saved(actor, id, item, form, part, outcome);
    }

    private View saved(Outcome<Note> outcome, Note.Part part, int seen, UUID item) {
        return switch (outcome) {
            case Outcome.Done<Note>(Note note) ->
                pages.show("meetings/noteState", new NoteView(note, note.version(), null));
            case Outcome.Refused<Note>(List<Reason> reasons) ->
                pages.show(
                        "meetings/noteState",
                        new NoteView(
                                new Note(new AgendaItemId(item), part, seen, "", "", clock.instant()),
                                seen,
                                reasons.getFirst()));
        };
    }

    private View saved(Actor actor, UUID id, UUID item, Form form, Note.Part part, Outcome<Note> outcome) {
        return switch (outcome) {
            case Outcome.Done<Note>(Note note) ->
                pages.redirect(Paths.item(id, item) + "#" + field(part), "meetings.notice.note");
            case Outcome.Refused<Note>(List<Reason> reasons) -> {
                boolean meanwhile =
                        reasons.stream().anyMatch(it -> it.key().equals("meetings.refused.note-changed-meanwhile"));
                if (!meanwhile) {
                    yield reasons.stream().allMatch(it -> it.field() != null)
                            ? shown(actor, id, item, form.with(reasons), null)
                            : pages.refused(reasons);
                }
                // Nothing is lost: what was typed stays in the field, what somebody else saved stands beside it.
                yield answers.of(
                        sessions.see(actor, new AgendaItemId(item), clock.instant()),
                        it -> shown(
                                actor,
                                id,
                                item,
                                form.with(reasons.stream()
                                        .map(reason ->
                                                new Reason(reason.key(), reason.rule(), field(part), reason.details()))
                                        .toList()),
                                it.note(part)));
            }
        };
    }

    @GetMapping("/meetings/{id}/items/{item}/notes")
    View versions(Actor actor, @PathVariable UUID id, @PathVariable UUID item) {
        return answers.of(
                sessions.versions(actor, new AgendaItemId(item), clock.instant()),
                versions -> pages.show("meetings/versions", new VersionsView(versions, Paths.item(id, item))));
    }

    static String field(Note.Part part) {
        return switch (part) {
            case OPEN -> "open";
            case RESTRICTED -> "restricted";
        };
    }

    // Actions

    @PostMapping("/meetings/{id}/items/{item}/actions")
    View action(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID item,
            @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        Instant now = clock.instant();
        return answers.of(
                meetings.agenda(actor, new MeetingId(id), now),
                agenda -> agenda.entries().stream()
                        .filter(it -> it.item().id().value().equals(item))
                        .filter(it -> it.available().contains(AgendaItemCommand.PROPOSE_ACTION))
                        .findFirst()
                        .map(entry -> answers.of(
                                plans.agreedAt(actor, entry.item().caseId(), action(form, agenda), id, now),
                                _ -> pages.redirect(Paths.item(id, item) + "#actions", "meetings.notice.action"),
                                reasons -> shown(actor, id, item, form.with(faults(form, reasons)), null)))
                        // asked for by itself, so that the refusal is on the ledger
                        .orElseGet(() ->
                                answers.of(sessions.panel(actor, new AgendaItemId(item), now), _ -> pages.notFound())));
    }

    private static ActionDraft action(Form form, Meetings.Agenda agenda) {
        UUID chosen = form.id("owner");
        Attendee owner = chosen == null
                ? null
                : agenda.attendance().of(new AttendeeId(chosen)).orElse(null);
        return new ActionDraft(
                Objects.requireNonNullElse(form.text("what"), ""),
                Objects.requireNonNullElse(form.text("why"), ""),
                owner == null ? null : owner.member(),
                owner == null ? "" : owner.name(),
                owner == null ? null : owner.agency(),
                owner == null ? "" : owner.agencyName(),
                form.date("dueOn"));
    }

    /** The owner is one field here, and a date that is none says so itself. */
    private static List<Reason> faults(Form form, List<Reason> reasons) {
        List<Reason> faults = new ArrayList<>();
        for (Reason reason : reasons) {
            String field = Objects.requireNonNullElse(reason.field(), "");
            Reason fault = switch (field) {
                case "ownerName", "ownerAgencyName" -> Reason.about("owner", "meetings.action.owner");
                case "dueOn" -> Objects.requireNonNullElse(form.dateFault("dueOn"), reason);
                default -> reason;
            };
            if (!faults.contains(fault)) {
                faults.add(fault);
            }
        }
        return faults;
    }
}
