package org.holdfast.casework.web;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.holdfast.audit.Actor;
import org.holdfast.casework.CourtDate;
import org.holdfast.casework.CourtDateDraft;
import org.holdfast.casework.Courts;
import org.holdfast.casework.Custody;
import org.holdfast.casework.CustodyDraft;
import org.holdfast.casework.Defence;
import org.holdfast.casework.DefenceDraft;
import org.holdfast.casework.Offence;
import org.holdfast.casework.OffenceDraft;
import org.holdfast.casework.Overviews;
import org.holdfast.law.Reason;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.pages.Form;
import org.holdfast.pages.Option;
import org.holdfast.pages.Pages;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.Permission;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Court dates, offences with the section 45 defence, and custody (NRM-16, NRM-17). */
@Controller
class CourtController {

    private final CaseFrames frames;
    private final Courts courts;
    private final Overviews overviews;
    private final Pages pages;
    private final InstantSource clock;

    CourtController(CaseFrames frames, Courts courts, Overviews overviews, Pages pages, InstantSource clock) {
        this.frames = frames;
        this.courts = courts;
        this.overviews = overviews;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/cases/{caseId}/court")
    View court(Actor actor, @PathVariable UUID caseId) {
        return court(actor, caseId, Form.empty());
    }

    @GetMapping("/cases/{caseId}/court/dates/new")
    View set(Actor actor, @PathVariable UUID caseId) {
        return dateForm(actor, caseId, "new", Form.empty());
    }

    @PostMapping("/cases/{caseId}/court/dates/new")
    View set(Actor actor, @PathVariable UUID caseId, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        return frames.after(
                courts.set(actor, new CaseId(caseId), date(form), clock.instant()),
                () -> pages.redirect(path(caseId), "casework.notice.court-date-set"),
                reasons -> dateForm(actor, caseId, "new", Typed.dated(form, reasons, "on")));
    }

    @GetMapping("/cases/{caseId}/court/dates/{date}")
    View change(Actor actor, @PathVariable UUID caseId, @PathVariable UUID date) {
        return dateForm(actor, caseId, date, found -> null, found -> filled(found));
    }

    @PostMapping("/cases/{caseId}/court/dates/{date}")
    View change(
            Actor actor,
            @PathVariable UUID caseId,
            @PathVariable UUID date,
            @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        return frames.after(
                courts.change(actor, new CaseId(caseId), date, date(form), form.version(), clock.instant()),
                () -> pages.redirect(path(caseId), "casework.notice.court-date-changed"),
                reasons -> CaseFrames.meanwhile(reasons)
                        ? dateForm(
                                actor,
                                caseId,
                                date,
                                found -> found,
                                found -> form.set("version", found.version()).with(reasons))
                        : dateForm(actor, caseId, date.toString(), Typed.dated(form, reasons, "on")));
    }

    @GetMapping("/cases/{caseId}/court/offences/new")
    View record(Actor actor, @PathVariable UUID caseId) {
        return newOffence(actor, caseId, Form.empty().set("lawyer", Offence.ScheduleCheck.NOT_YET_ASKED));
    }

    @PostMapping("/cases/{caseId}/court/offences/new")
    View record(Actor actor, @PathVariable UUID caseId, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        return frames.after(
                courts.record(actor, new CaseId(caseId), offence(form), clock.instant()),
                () -> pages.redirect(path(caseId), "casework.notice.offence-recorded"),
                reasons -> newOffence(actor, caseId, Typed.faulty(form, reasons)));
    }

    @GetMapping("/cases/{caseId}/court/offences/{offence}")
    View changeOffence(Actor actor, @PathVariable UUID caseId, @PathVariable UUID offence) {
        return offence(actor, caseId, offence, "casework/offence", null);
    }

    @PostMapping("/cases/{caseId}/court/offences/{offence}")
    View changeOffence(
            Actor actor,
            @PathVariable UUID caseId,
            @PathVariable UUID offence,
            @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        return frames.after(
                courts.change(actor, new CaseId(caseId), offence, offence(form), form.version(), clock.instant()),
                () -> pages.redirect(path(caseId), "casework.notice.offence-changed"),
                reasons -> offence(actor, caseId, offence, "casework/offence", Typed.faulty(form, reasons)));
    }

    @GetMapping("/cases/{caseId}/court/offences/{offence}/defence")
    View defence(Actor actor, @PathVariable UUID caseId, @PathVariable UUID offence) {
        return offence(actor, caseId, offence, "casework/defence", null);
    }

    @PostMapping("/cases/{caseId}/court/offences/{offence}/defence")
    View defence(
            Actor actor,
            @PathVariable UUID caseId,
            @PathVariable UUID offence,
            @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        DefenceDraft draft = new DefenceDraft(
                form.choice("step", Defence.Step.class),
                form.date("stepOn"),
                Typed.text(form, "byWhom"),
                Typed.text(form, "note"));
        return frames.after(
                courts.move(actor, new CaseId(caseId), offence, draft, form.version(), clock.instant()),
                () -> pages.redirect(path(caseId), "casework.notice.defence-moved"),
                reasons -> offence(actor, caseId, offence, "casework/defence", Typed.dated(form, reasons, "stepOn")));
    }

    @GetMapping("/cases/{caseId}/court/custody/new")
    View detain(Actor actor, @PathVariable UUID caseId) {
        return custodyForm(actor, caseId, Form.empty());
    }

    @PostMapping("/cases/{caseId}/court/custody/new")
    View detain(Actor actor, @PathVariable UUID caseId, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        CustodyDraft draft = new CustodyDraft(
                form.choice("custodyKind", Custody.Kind.class),
                Typed.text(form, "place"),
                form.date("custodyFrom"),
                form.date("custodyUntil"));
        Reason until = form.dateFault("custodyUntil");
        return until != null
                ? custodyForm(actor, caseId, form.with(List.of(until)))
                : frames.after(
                        courts.record(actor, new CaseId(caseId), draft, clock.instant()),
                        () -> pages.redirect(path(caseId), "casework.notice.custody-recorded"),
                        reasons -> custodyForm(actor, caseId, Typed.dated(form, reasons, "custodyFrom")));
    }

    @PostMapping("/cases/{caseId}/court/custody/{custody}/end")
    View released(
            Actor actor,
            @PathVariable UUID caseId,
            @PathVariable UUID custody,
            @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        return frames.after(
                courts.released(
                        actor, new CaseId(caseId), custody, form.date("custodyUntil"), form.version(), clock.instant()),
                () -> pages.redirect(path(caseId), "casework.notice.custody-ended"),
                reasons -> court(actor, caseId, Typed.dated(form, reasons, "custodyUntil")));
    }

    private View court(Actor actor, UUID caseId, Form form) {
        Instant now = clock.instant();
        LocalDate today = UnitedKingdom.day(now);
        return frames.page(
                actor,
                caseId,
                id -> courts.see(actor, id, now),
                (frame, seen) -> pages.show(
                        "casework/court",
                        new CourtView(
                                frame,
                                seen,
                                overviews
                                        .courtBeforeDecision(actor, new CaseId(caseId), now)
                                        .orElse(null),
                                today),
                        form));
    }

    private View dateForm(Actor actor, UUID caseId, String action, Form form) {
        return frames.form(
                actor,
                caseId,
                Permission.CHANGE_CASE,
                frame -> pages.show(
                        "casework/courtDate",
                        new CourtDateView(frame, frame.path("court/dates/" + action), action.equals("new"), null),
                        form));
    }

    private View dateForm(
            Actor actor,
            UUID caseId,
            UUID date,
            Function<CourtDate, @Nullable CourtDate> meanwhile,
            Function<CourtDate, Form> form) {
        return frames.page(
                actor,
                caseId,
                id -> courts.date(actor, id, date, clock.instant()),
                (frame, found) -> pages.show(
                        "casework/courtDate",
                        new CourtDateView(frame, frame.path("court/dates/" + date), false, meanwhile.apply(found)),
                        form.apply(found)));
    }

    private View newOffence(Actor actor, UUID caseId, Form form) {
        return frames.form(
                actor,
                caseId,
                Permission.CHANGE_CASE,
                frame -> pages.show(
                        "casework/offence",
                        new OffenceView(frame, frame.path("court/offences/new"), null, kinds(), false),
                        form));
    }

    /** The page about one offence: filled as it stands, or with what was typed. */
    private View offence(Actor actor, UUID caseId, UUID offence, String template, @Nullable Form typed) {
        return frames.page(actor, caseId, id -> courts.offence(actor, id, offence, clock.instant()), (frame, found) -> {
            boolean meanwhile = typed != null && typed.version() != found.version();
            String page = template.equals("casework/defence") ? offence + "/defence" : offence.toString();
            Form form = typed != null ? typed : filled(found);
            return pages.show(
                    template,
                    new OffenceView(frame, frame.path("court/offences/" + page), found, kinds(), meanwhile),
                    form.set("version", found.version()));
        });
    }

    private View custodyForm(Actor actor, UUID caseId, Form form) {
        return frames.form(
                actor,
                caseId,
                Permission.CHANGE_CASE,
                frame -> pages.show("casework/custody", new CustodyView(frame, frame.path("court/custody/new")), form));
    }

    private List<Option> kinds() {
        return CourtView.book(UnitedKingdom.day(clock.instant())).offences().stream()
                .map(offence -> Option.of(offence.id(), offence.name()))
                .toList();
    }

    private static CourtDateDraft date(Form form) {
        return new CourtDateDraft(
                form.date("on"),
                Typed.text(form, "court"),
                Typed.text(form, "hearing"),
                form.text("outcome"),
                form.text("cancelledBecause"));
    }

    private static Form filled(CourtDate date) {
        return Form.empty()
                .set("version", date.version())
                .set("on", date.on())
                .set("court", date.court())
                .set("hearing", date.hearing())
                .set("outcome", date.outcome())
                .set("cancelledBecause", date.cancelledBecause());
    }

    private static OffenceDraft offence(Form form) {
        return new OffenceDraft(
                Typed.text(form, "allegation"),
                Typed.when(form),
                form.choice("proceedings", Offence.Proceedings.class),
                form.text("kind"),
                form.choice("lawyer", Offence.ScheduleCheck.class));
    }

    private static Form filled(Offence offence) {
        return Typed.filled(
                Form.empty()
                        .set("version", offence.version())
                        .set("allegation", offence.allegation())
                        .set("proceedings", offence.proceedings())
                        .set("kind", offence.kind())
                        .set("lawyer", offence.lawyer()),
                offence.when());
    }

    private static String path(UUID caseId) {
        return "/cases/" + caseId + "/court";
    }
}
