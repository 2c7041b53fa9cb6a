package org.holdfast.meetings.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.holdfast.audit.Actor;
import org.holdfast.law.Outcome;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.meetings.Clash;
import org.holdfast.meetings.Diary;
import org.holdfast.meetings.MeetingId;
import org.holdfast.meetings.MeetingState;
import org.holdfast.meetings.Meetings;
import org.holdfast.meetings.Quarter;
import org.holdfast.pages.Dates;
import org.holdfast.pages.Download;
import org.holdfast.pages.Form;
import org.holdfast.pages.Language;
import org.holdfast.pages.Option;
import org.holdfast.pages.Pages;
import org.holdfast.pages.Texts;
import org.holdfast.partnership.Cadence;
import org.holdfast.partnership.MeetingKind;
import org.holdfast.sharing.CaseId;
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

/** The coming quarter, planning it by cadence, urgent meetings and pre-meets. */
@Controller
class DiaryController {

    private final Diary diary;
    private final Meetings meetings;
    private final PlanForms forms;
    private final Sharing sharing;
    private final Pages pages;
    private final Texts texts;
    private final Answers answers;
    private final InstantSource clock;

    DiaryController(
            Diary diary,
            Meetings meetings,
            PlanForms forms,
            Sharing sharing,
            Pages pages,
            Texts texts,
            Answers answers,
            InstantSource clock) {
        this.diary = diary;
        this.meetings = meetings;
        this.forms = forms;
        this.sharing = sharing;
        this.pages = pages;
        this.texts = texts;
        this.answers = answers;
        this.clock = clock;
    }

    // The quarter

    @GetMapping("/meetings/quarter")
    View quarter(Actor actor) {
        return answers.of(
                diary.quarter(actor, clock.instant()),
                quarter -> pages.show(
                        "meetings/quarter", new QuarterView(quarter, sharing.may(actor, Permission.PLAN_MEETING))));
    }

    @GetMapping("/meetings/quarter.csv")
    View file(Actor actor) {
        return answers.of(
                diary.quarter(actor, clock.instant()),
                quarter -> Download.of(
                        "quarter.csv", "text/csv;charset=UTF-8", csv(quarter).getBytes(StandardCharsets.UTF_8)));
    }

    private String csv(Quarter quarter) {
        StringBuilder csv = new StringBuilder(
                "week from,meetings,cases due,on an agenda in time,on an agenda too late,on no agenda,panels take,"
                        + "short by the end of the week,nobody meets,does not fit,expected and not planned\r\n");
        for (Quarter.Week week : quarter.weeks()) {
            csv.append(String.join(
                            ",",
                            week.monday().toString(),
                            cell(week.meetings().stream()
                                    .map(it -> it.on() + " " + it.kind().name())
                                    .toList()),
                            String.valueOf(week.due()),
                            String.valueOf(week.listed()),
                            String.valueOf(week.late()),
                            String.valueOf(week.waiting()),
                            String.valueOf(week.capacity()),
                            String.valueOf(week.shortBy()),
                            cell(week.free().stream()
                                    .map(it -> it.day() + " " + it.why())
                                    .toList()),
                            cell(week.clashes().stream().map(this::words).toList()),
                            cell(week.gaps().stream()
                                    .map(it -> it.kind().name() + " " + it.expected())
                                    .toList())))
                    .append("\r\n");
        }
        return csv.toString();
    }

    private static String cell(List<String> lines) {
        return Download.cell(String.join("; ", lines));
    }

    private String words(Clash clash) {
        return texts.text(
                Language.ENGLISH,
                QuarterView.key(clash),
                QuarterView.details(clash, Dates.date(Language.ENGLISH, clash.day())));
    }

    // Planning the whole quarter

    @GetMapping("/meetings/ahead")
    View ahead(Actor actor) {
        return mayPlan(actor, () -> aheadForm(actor, lastPlan(actor)));
    }

    @PostMapping("/meetings/ahead")
    View ahead(Actor actor, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        return answers.of(
                diary.planAhead(actor, PlanForms.planned(form), clock.instant()),
                planned -> pages.redirect(
                        "/meetings/quarter", "meetings.notice.planned-ahead", Dates.number(planned.size())),
                reasons -> aheadForm(actor, form.with(PlanForms.faults(form, reasons))));
    }

    private View aheadForm(Actor actor, Form form) {
        List<Option> kinds = meetings.kinds(actor).stream()
                .filter(it -> it.cadence() instanceof Cadence.Every)
                .map(it -> Option.of(
                        it.id(), it.name(), texts.text(Language.ENGLISH, "meetings.ahead.kind", QuarterView.every(it))))
                .toList();
        return pages.show(
                "meetings/plan",
                PlanView.of("meetings.ahead.title", "/meetings/ahead", "/meetings/quarter", kinds, forms.chairs(actor))
                        .explained("meetings.ahead.text")
                        .doneBy("meetings.ahead.button"),
                form);
    }

    /** The plan that goes on where the last panel left off: its place, time and chair, and the day by its cadence. */
    private Form lastPlan(Actor actor) {
        Instant now = clock.instant();
        LocalDate today = UnitedKingdom.day(now);
        Optional<MeetingKind> panel = meetings.kinds(actor).stream()
                .filter(MeetingKind::decidesGrounds)
                .findFirst();
        Form form = Form.empty().set("kind", panel.map(MeetingKind::id).orElse(null));
        return switch (meetings.between(actor, today.minusMonths(6), today.plusYears(1), now)) {
            case Outcome.Refused<List<Meetings.Listed>> _ -> form;
            case Outcome.Done<List<Meetings.Listed>>(List<Meetings.Listed> found) ->
                found.stream()
                        .filter(it -> it.kind().decidesGrounds() && it.meeting().state() != MeetingState.CANCELLED)
                        .reduce((_, later) -> later)
                        .map(last -> form.set("starts", last.meeting().starts())
                                .set("room", last.meeting().place().room())
                                .set("link", last.meeting().place().link())
                                .set(
                                        "on",
                                        last.kind()
                                                .cadence()
                                                .after(last.meeting().on())
                                                .filter(it -> it.isAfter(today))
                                                .orElse(null)))
                        .orElse(form);
        };
    }

    // Urgent meetings

    @GetMapping("/meetings/urgent")
    View urgent(Actor actor, @RequestParam(name = "case", required = false) @Nullable String caseId) {
        return mayPlan(actor, () -> urgentForm(actor, Form.empty().set("case", caseId)));
    }

    @PostMapping("/meetings/urgent")
    View urgent(Actor actor, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        Instant now = clock.instant();
        UUID caseId = form.id("case");
        return answers.of(
                forms.unlessClashing(
                        actor,
                        null,
                        form,
                        true,
                        () -> diary.callUrgent(
                                actor,
                                PlanForms.planned(form),
                                Objects.requireNonNullElse(form.text("because"), ""),
                                caseId == null ? null : new CaseId(caseId),
                                now)),
                id -> pages.redirect(Paths.meeting(id), "meetings.notice.urgent"),
                reasons -> urgentForm(actor, form.with(PlanForms.faults(form, reasons))));
    }

    private View urgentForm(Actor actor, Form form) {
        UUID caseId = form.id("case");
        PlanView view = PlanView.of(
                        "meetings.urgent.title",
                        "/meetings/urgent",
                        "/meetings",
                        diary.urgentKinds(actor).stream()
                                .map(it -> Option.of(it.id(), it.name(), within(it)))
                                .toList(),
                        forms.chairs(actor))
                .explained("meetings.urgent.text")
                .asking("meetings.urgent.because.label")
                .doneBy("meetings.urgent.button")
                .warned(forms.clashes(actor, null, form, true));
        if (caseId == null) {
            return pages.show("meetings/plan", view, form);
        }
        return answers.of(
                meetings.childOf(actor, new CaseId(caseId), clock.instant()),
                child -> pages.show("meetings/plan", view.about(child), form));
    }

    private @Nullable String within(MeetingKind kind) {
        var urgency = kind.urgent();
        return urgency == null || urgency.within() == null
                ? null
                : texts.text(
                        Language.ENGLISH,
                        "meetings.urgent.within",
                        urgency.within().inWords());
    }

    // Pre-meets

    @GetMapping("/meetings/{id}/pre-meet")
    View preMeet(Actor actor, @PathVariable UUID id) {
        return preMeetForm(actor, id, null);
    }

    @PostMapping("/meetings/{id}/pre-meet")
    View preMeet(Actor actor, @PathVariable UUID id, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        return answers.of(
                forms.unlessClashing(
                        actor,
                        null,
                        form,
                        false,
                        () -> diary.arrangePreMeet(actor, new MeetingId(id), PlanForms.planned(form), clock.instant())),
                done -> pages.redirect(Paths.meeting(done), "meetings.notice.pre-meet"),
                reasons -> preMeetForm(actor, id, form.with(PlanForms.faults(form, reasons))));
    }

    private View preMeetForm(Actor actor, UUID id, @Nullable Form typed) {
        Instant now = clock.instant();
        return answers.of(meetings.agenda(actor, new MeetingId(id), now), agenda -> {
            List<MeetingKind> kinds =
                    diary.around(actor, agenda.meeting(), agenda.kind(), now).preMeetKinds();
            if (kinds.isEmpty()) {
                return pages.notFound();
            }
            Form form = typed != null
                    ? typed
                    : Form.empty()
                            .set("kind", kinds.getFirst().id())
                            .set("room", agenda.meeting().place().room())
                            .set("link", agenda.meeting().place().link());
            return pages.show(
                    "meetings/plan",
                    PlanView.of(
                                    "meetings.pre-meet.title",
                                    Paths.meeting(agenda.meeting().id(), "pre-meet"),
                                    Paths.meeting(agenda.meeting().id()),
                                    kinds.stream()
                                            .map(it -> Option.of(it.id(), it.name(), it.purpose()))
                                            .toList(),
                                    forms.chairs(actor))
                            .explained("meetings.pre-meet.text")
                            .doneBy("meetings.pre-meet.button")
                            .warned(typed == null ? List.of() : forms.clashes(actor, null, form, false)),
                    form);
        });
    }

    private interface Shown {
        View show();
    }

    private View mayPlan(Actor actor, Shown shown) {
        return answers.of(sharing.ask(actor, Permission.PLAN_MEETING, clock.instant()), _ -> shown.show());
    }
}
