package org.holdfast.meetings.web;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.holdfast.audit.Actor;
import org.holdfast.law.Outcome;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.meetings.AgendaItemCommand;
import org.holdfast.meetings.AgendaItemId;
import org.holdfast.meetings.AttendeeId;
import org.holdfast.meetings.Diary;
import org.holdfast.meetings.MeetingCommand;
import org.holdfast.meetings.MeetingId;
import org.holdfast.meetings.MeetingState;
import org.holdfast.meetings.Meetings;
import org.holdfast.meetings.Purpose;
import org.holdfast.meetings.Sessions;
import org.holdfast.pages.Dates;
import org.holdfast.pages.Form;
import org.holdfast.pages.Language;
import org.holdfast.pages.Option;
import org.holdfast.pages.Pages;
import org.holdfast.sharing.CaseId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The agenda of a meeting: what stands on it, in which order, and who is invited to what. */
@Controller
class AgendaController {

    private final Meetings meetings;
    private final Sessions sessions;
    private final Diary diary;
    private final Pages pages;
    private final Answers answers;
    private final InstantSource clock;

    AgendaController(
            Meetings meetings, Sessions sessions, Diary diary, Pages pages, Answers answers, InstantSource clock) {
        this.sessions = sessions;
        this.meetings = meetings;
        this.diary = diary;
        this.pages = pages;
        this.answers = answers;
        this.clock = clock;
    }

    @GetMapping("/meetings/{id}")
    View agenda(Actor actor, @PathVariable UUID id) {
        return shown(actor, id, Form.empty());
    }

    private View shown(Actor actor, UUID id, Form form) {
        Instant now = clock.instant();
        return answers.of(
                meetings.agenda(actor, new MeetingId(id), now),
                agenda -> pages.show(
                        "meetings/agenda",
                        new AgendaView(agenda, diary.around(actor, agenda.meeting(), agenda.kind(), now)),
                        form));
    }

    // Adding

    @GetMapping("/meetings/{id}/add")
    View add(Actor actor, @PathVariable UUID id) {
        Instant now = clock.instant();
        return answers.of(meetings.agenda(actor, new MeetingId(id), now), agenda -> {
            if (!agenda.available().contains(MeetingCommand.LIST_ITEM)) {
                return pages.notFound();
            }
            return answers.of(
                    meetings.proposals(actor, new MeetingId(id), now),
                    proposals -> pages.show("meetings/add", new AddView(agenda, proposals)));
        });
    }

    @PostMapping("/meetings/{id}/items")
    View list(Actor actor, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        UUID caseId = Form.of(sent).id("case");
        if (caseId == null) {
            return pages.notFound();
        }
        return answers.of(
                meetings.list(actor, new MeetingId(id), new CaseId(caseId), null, "", clock.instant()),
                _ -> pages.redirect(Paths.meeting(new MeetingId(id)), "meetings.notice.listed"));
    }

    @PostMapping("/meetings/{id}/fill")
    View fill(Actor actor, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        return answers.of(
                meetings.fill(actor, new MeetingId(id), Form.of(sent).version(), clock.instant()),
                added -> pages.redirect(
                        Paths.meeting(new MeetingId(id)), "meetings.notice.filled", Dates.number(added)));
    }

    @GetMapping("/meetings/for/{caseId}")
    View choose(Actor actor, @PathVariable UUID caseId) {
        return choosing(actor, caseId, Form.empty());
    }

    @PostMapping("/meetings/for/{caseId}")
    View choose(Actor actor, @PathVariable UUID caseId, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        UUID meeting = form.id("meeting");
        if (meeting == null) {
            return choosing(
                    actor,
                    caseId,
                    form.with(List.of(org.holdfast.law.Reason.about("meeting", "meetings.choose.meeting"))));
        }
        return answers.of(
                meetings.list(
                        actor,
                        new MeetingId(meeting),
                        new CaseId(caseId),
                        chosen(form),
                        Objects.requireNonNullElse(form.text("because"), ""),
                        clock.instant()),
                _ -> pages.redirect(Paths.meeting(new MeetingId(meeting)), "meetings.notice.listed"),
                reasons -> choosing(actor, caseId, form.with(reasons)));
    }

    /** What is decided again comes from its own page, which knows what and why. */
    private static @Nullable Purpose chosen(Form form) {
        Purpose purpose = form.choice("purpose", Purpose.class);
        return purpose == null || purpose.again() ? null : purpose;
    }

    private View choosing(Actor actor, UUID caseId, Form form) {
        Instant now = clock.instant();
        LocalDate today = UnitedKingdom.day(now);
        return answers.of(
                meetings.childOf(actor, new CaseId(caseId), now),
                child -> answers.of(
                        meetings.between(actor, today.minusMonths(1), today.plusYears(1), now),
                        found -> pages.show(
                                "meetings/choose",
                                new ChooseMeetingView(
                                        caseId,
                                        child,
                                        found.stream()
                                                .filter(it -> it.meeting().state() == MeetingState.PLANNED
                                                        || it.meeting().state() == MeetingState.OPEN)
                                                .map(it -> Option.of(
                                                        it.meeting()
                                                                .id()
                                                                .value()
                                                                .toString(),
                                                        it.kind().name() + ", "
                                                                + Dates.longDate(
                                                                        Language.ENGLISH,
                                                                        it.meeting()
                                                                                .on())))
                                                .toList()),
                                form)));
    }

    // Order, invitations, taking off

    @PostMapping("/meetings/{id}/items/{item}/move")
    View move(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID item,
            @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        return answers.of(
                meetings.move(actor, new AgendaItemId(item), form.number("position"), form.version(), clock.instant()),
                done -> pages.redirect(Paths.meeting(done) + "#item-" + item),
                reasons -> shown(
                        actor,
                        id,
                        Form.empty()
                                .set(Meetings.placeOf(item), form.value("position"))
                                .with(reasons)));
    }

    @GetMapping("/meetings/{id}/items/{item}/withdraw")
    View withdraw(Actor actor, @PathVariable UUID id, @PathVariable UUID item) {
        return withdrawing(actor, id, item, Form.empty());
    }

    @PostMapping("/meetings/{id}/items/{item}/withdraw")
    View withdraw(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID item,
            @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        return answers.of(
                meetings.withdraw(
                        actor,
                        new AgendaItemId(item),
                        Objects.requireNonNullElse(form.text("because"), ""),
                        clock.instant()),
                done -> pages.redirect(Paths.meeting(done), "meetings.notice.withdrawn"),
                reasons -> withdrawing(actor, id, item, form.with(reasons)));
    }

    private View withdrawing(Actor actor, UUID id, UUID item, Form form) {
        return withEntry(actor, id, item, (agenda, entry) -> {
            if (!entry.available().contains(AgendaItemCommand.WITHDRAW)) {
                return pages.notFound();
            }
            return pages.show(
                    "meetings/because",
                    new BecauseView(
                            "meetings.withdraw.title",
                            "meetings.withdraw.text",
                            Paths.item(entry.item(), "withdraw"),
                            Paths.meeting(new MeetingId(id)),
                            "meetings.withdraw.button",
                            agenda.meeting().version()),
                    form);
        });
    }

    @GetMapping("/meetings/{id}/items/{item}/people")
    View people(Actor actor, @PathVariable UUID id, @PathVariable UUID item) {
        return withEntry(actor, id, item, (agenda, entry) -> {
            if (!agenda.available().contains(MeetingCommand.INVITE)) {
                return pages.notFound();
            }
            List<Option> attendees = agenda.attendance().attendees().stream()
                    .filter(it -> !it.wholeAgenda())
                    .map(it -> Option.of(it.id().value().toString(), it.name() + ", " + it.agencyName()))
                    .toList();
            return pages.show(
                    "meetings/itemPeople",
                    new ItemPeopleView(entry.item(), entry.child(), attendees),
                    Form.empty()
                            .set(
                                    "attendee",
                                    entry.invited().stream()
                                            .map(it -> it.id().value())
                                            .toList()));
        });
    }

    @PostMapping("/meetings/{id}/items/{item}/people")
    View people(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID item,
            @RequestParam MultiValueMap<String, String> sent) {
        Set<AttendeeId> chosen = Form.of(sent).values("attendee").stream()
                .map(it -> Form.of(java.util.Map.of("id", List.of(it))).id("id"))
                .filter(Objects::nonNull)
                .map(AttendeeId::new)
                .collect(Collectors.toSet());
        return answers.of(
                meetings.inviteTo(actor, new AgendaItemId(item), chosen, clock.instant()),
                _ -> pages.redirect(Paths.meeting(new MeetingId(id)), "meetings.notice.item-people"));
    }

    private View withEntry(Actor actor, UUID id, UUID item, BiFunction<Meetings.Agenda, Meetings.Entry, View> shown) {
        Outcome<Meetings.Agenda> agenda = meetings.agenda(actor, new MeetingId(id), clock.instant());
        return answers.of(
                agenda,
                found -> found.entries().stream()
                        .filter(it -> it.item().id().value().equals(item))
                        .findFirst()
                        .map(entry -> shown.apply(found, entry))
                        // asked for by itself, so that the refusal is on the ledger
                        .orElseGet(() -> answers.of(
                                sessions.panel(actor, new AgendaItemId(item), clock.instant()),
                                _ -> pages.notFound())));
    }
}
