package org.holdfast.meetings.web;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.holdfast.audit.Actor;
import org.holdfast.law.Outcome;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.meetings.Attendee;
import org.holdfast.meetings.AttendeeId;
import org.holdfast.meetings.Capacity;
import org.holdfast.meetings.Meeting;
import org.holdfast.meetings.MeetingCommand;
import org.holdfast.meetings.MeetingId;
import org.holdfast.meetings.MeetingState;
import org.holdfast.meetings.Meetings;
import org.holdfast.pages.Form;
import org.holdfast.pages.Option;
import org.holdfast.pages.Pages;
import org.holdfast.partnership.Member;
import org.holdfast.partnership.MemberId;
import org.holdfast.partnership.Partnerships;
import org.holdfast.sharing.Permission;
import org.holdfast.sharing.Sharing;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** The list of meetings, planning one, and who is invited. */
@Controller
class MeetingsController {

    private final Meetings meetings;
    private final PlanForms forms;
    private final Partnerships partnerships;
    private final Sharing sharing;
    private final Pages pages;
    private final Answers answers;
    private final InstantSource clock;

    MeetingsController(
            Meetings meetings,
            PlanForms forms,
            Partnerships partnerships,
            Sharing sharing,
            Pages pages,
            Answers answers,
            InstantSource clock) {
        this.meetings = meetings;
        this.forms = forms;
        this.partnerships = partnerships;
        this.sharing = sharing;
        this.pages = pages;
        this.answers = answers;
        this.clock = clock;
    }

    @GetMapping("/meetings")
    View list(Actor actor) {
        Instant now = clock.instant();
        LocalDate today = UnitedKingdom.day(now);
        return answers.of(
                meetings.between(actor, today.minusYears(1), today.plusYears(2), now),
                found -> pages.show("meetings/list", view(actor, found, today)));
    }

    private MeetingsView view(Actor actor, List<Meetings.Listed> found, LocalDate today) {
        TreeMap<YearMonth, List<Meetings.Listed>> coming = new TreeMap<>();
        List<Meetings.Listed> past = new ArrayList<>();
        for (Meetings.Listed listed : found) {
            Meeting meeting = listed.meeting();
            boolean ahead = !meeting.on().isBefore(today)
                    || meeting.state() == MeetingState.PLANNED
                    || meeting.state() == MeetingState.OPEN;
            if (ahead) {
                coming.computeIfAbsent(YearMonth.from(meeting.on()), _ -> new ArrayList<>())
                        .add(listed);
            } else {
                past.addFirst(listed);
            }
        }
        return new MeetingsView(
                coming.entrySet().stream()
                        .map(it -> new MeetingsView.Month(it.getKey(), it.getValue()))
                        .toList(),
                past,
                sharing.may(actor, Permission.PLAN_MEETING),
                sharing.may(actor, Permission.SEE_WORKLOAD));
    }

    // Planning

    @GetMapping("/meetings/new")
    View plan(Actor actor) {
        return answers.of(
                sharing.ask(actor, Permission.PLAN_MEETING, clock.instant()), _ -> planForm(actor, Form.empty()));
    }

    @PostMapping("/meetings/new")
    View plan(Actor actor, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        return answers.of(
                forms.unlessClashing(
                        actor, null, form, false, () -> meetings.plan(actor, PlanForms.planned(form), clock.instant())),
                id -> pages.redirect(Paths.meeting(id), "meetings.notice.planned"),
                reasons -> planForm(actor, form.with(PlanForms.faults(form, reasons))));
    }

    @GetMapping("/meetings/{id}/plan")
    View change(Actor actor, @PathVariable UUID id) {
        return whilePlanned(actor, id, agenda -> {
            Meeting meeting = agenda.meeting();
            return changeForm(
                    actor,
                    agenda,
                    Form.empty()
                            .set("on", meeting.on())
                            .set("starts", meeting.starts())
                            .set("room", meeting.place().room())
                            .set("link", meeting.place().link())
                            .set(
                                    "chair",
                                    agenda.attendance()
                                            .chair()
                                            .map(it -> it.member().value())
                                            .orElse(null))
                            .set("version", meeting.version()));
        });
    }

    @PostMapping("/meetings/{id}/plan")
    View change(Actor actor, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        MeetingId meeting = new MeetingId(id);
        return answers.of(
                forms.unlessClashing(
                        actor,
                        meeting,
                        form,
                        false,
                        () -> meetings.change(
                                actor, meeting, PlanForms.planned(form), form.version(), clock.instant())),
                done -> pages.redirect(Paths.meeting(done), "meetings.notice.changed"),
                reasons -> whilePlanned(
                        actor, id, agenda -> changeForm(actor, agenda, form.with(PlanForms.faults(form, reasons)))),
                reasons -> whilePlanned(
                        actor,
                        id,
                        agenda -> changeForm(
                                actor,
                                agenda,
                                form.set("version", agenda.meeting().version()).with(reasons))));
    }

    @GetMapping("/meetings/{id}/cancel")
    View cancel(Actor actor, @PathVariable UUID id) {
        return whilePlanned(
                actor,
                id,
                agenda -> cancelForm(
                        agenda, Form.empty().set("version", agenda.meeting().version())));
    }

    @PostMapping("/meetings/{id}/cancel")
    View cancel(Actor actor, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        return answers.of(
                meetings.cancel(
                        actor,
                        new MeetingId(id),
                        Objects.requireNonNullElse(form.text("because"), ""),
                        form.version(),
                        clock.instant()),
                done -> pages.redirect(Paths.meeting(done), "meetings.notice.cancelled"),
                reasons -> whilePlanned(actor, id, agenda -> cancelForm(agenda, form.with(reasons))),
                reasons -> whilePlanned(
                        actor,
                        id,
                        agenda -> cancelForm(
                                agenda,
                                form.set("version", agenda.meeting().version()).with(reasons))));
    }

    private View cancelForm(Meetings.Agenda agenda, Form form) {
        MeetingId id = agenda.meeting().id();
        return pages.show(
                "meetings/because",
                new BecauseView(
                        "meetings.cancel.title",
                        "meetings.cancel.text",
                        Paths.meeting(id, "cancel"),
                        Paths.meeting(id),
                        "meetings.cancel.button",
                        agenda.meeting().version()),
                form);
    }

    private View planForm(Actor actor, Form form) {
        return pages.show(
                "meetings/plan",
                PlanView.of(
                                "meetings.plan.title",
                                "/meetings/new",
                                "/meetings",
                                meetings.kinds(actor).stream()
                                        .filter(it -> it.prepares() == null)
                                        .map(it -> Option.of(it.id(), it.name(), it.purpose()))
                                        .toList(),
                                forms.chairs(actor))
                        .warned(forms.clashes(actor, null, form, false)),
                form);
    }

    private View changeForm(Actor actor, Meetings.Agenda agenda, Form form) {
        MeetingId id = agenda.meeting().id();
        return pages.show(
                "meetings/plan",
                PlanView.of(
                                "meetings.plan.change",
                                Paths.meeting(id, "plan"),
                                Paths.meeting(id),
                                List.of(),
                                forms.chairs(actor))
                        .warned(forms.clashes(actor, id, form, false))
                        .beside(form.faults().stream().anyMatch(Answers::changedMeanwhile) ? agenda : null),
                form);
    }

    // Invitations

    @GetMapping("/meetings/{id}/people")
    View people(Actor actor, @PathVariable UUID id) {
        return inviting(actor, id, Form.empty());
    }

    @PostMapping("/meetings/{id}/people")
    View invite(Actor actor, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        UUID member = form.id("member");
        UUID deputyFor = form.id("deputyFor");
        return answers.of(
                meetings.invite(
                        actor,
                        new MeetingId(id),
                        member == null ? null : new MemberId(member),
                        form.choice("capacity", Capacity.class),
                        deputyFor == null ? null : new AttendeeId(deputyFor),
                        clock.instant()),
                _ -> pages.redirect(Paths.meeting(new MeetingId(id), "people"), "meetings.notice.invited"),
                reasons -> inviting(actor, id, form.with(reasons)));
    }

    @PostMapping("/meetings/{id}/people/{attendee}/uninvite")
    View uninvite(Actor actor, @PathVariable UUID id, @PathVariable UUID attendee) {
        return answers.of(
                meetings.uninvite(actor, new MeetingId(id), new AttendeeId(attendee), clock.instant()),
                done -> pages.redirect(Paths.meeting(done, "people"), "meetings.notice.uninvited"));
    }

    private View inviting(Actor actor, UUID id, Form form) {
        return answers.of(meetings.agenda(actor, new MeetingId(id), clock.instant()), agenda -> {
            if (!agenda.available().contains(MeetingCommand.INVITE)) {
                return pages.notFound();
            }
            Set<MemberId> invited = agenda.attendance().members();
            return pages.show(
                    "meetings/people",
                    new PeopleView(
                            agenda,
                            current(actor).stream()
                                    .filter(it -> !invited.contains(it.id()))
                                    .map(MeetingsController::option)
                                    .toList(),
                            java.util.Arrays.stream(Capacity.values())
                                    .filter(it -> it != Capacity.CHAIR)
                                    .toList(),
                            agenda.attendance().attendees().stream()
                                    .filter(it -> it.capacity() == Capacity.VOTING)
                                    .map(MeetingsController::option)
                                    .toList(),
                            agenda.available().contains(MeetingCommand.UNINVITE)),
                    form);
        });
    }

    private List<Member> current(Actor actor) {
        LocalDate today = UnitedKingdom.day(clock.instant());
        return partnerships.members(actor).stream()
                .filter(it -> it.memberOn(today))
                .toList();
    }

    private static Option option(Member member) {
        return Option.of(
                member.id().value().toString(),
                member.name() + ", " + member.agency().name());
    }

    private static Option option(Attendee attendee) {
        return Option.of(attendee.id().value().toString(), attendee.name() + ", " + attendee.agencyName());
    }

    private View whilePlanned(Actor actor, UUID id, Function<Meetings.Agenda, View> shown) {
        Outcome<Meetings.Agenda> agenda = meetings.agenda(actor, new MeetingId(id), clock.instant());
        return answers.of(
                agenda, it -> it.available().contains(MeetingCommand.CHANGE_PLAN) ? shown.apply(it) : pages.notFound());
    }
}
