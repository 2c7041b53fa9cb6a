package org.holdfast.casework.web;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.holdfast.audit.Actor;
import org.holdfast.casework.Chronologies;
import org.holdfast.casework.ChronologyEntry;
import org.holdfast.casework.ChronologyFilter;
import org.holdfast.casework.ChronologyLine;
import org.holdfast.casework.EntryDraft;
import org.holdfast.casework.Lane;
import org.holdfast.casework.SwimLanes;
import org.holdfast.law.Outcome;
import org.holdfast.pages.Download;
import org.holdfast.pages.Form;
import org.holdfast.pages.Language;
import org.holdfast.pages.Page;
import org.holdfast.pages.Pages;
import org.holdfast.pages.Texts;
import org.holdfast.partnership.Agency;
import org.holdfast.partnership.Partnerships;
import org.holdfast.sharing.CaseId;
import org.holdfast.sharing.DataClass;
import org.holdfast.sharing.Permission;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** A child's chronology: list, picture, table and file; and writing a line of it. */
@Controller
class ChronologyController {

    private final CaseFrames frames;
    private final Chronologies chronologies;
    private final Partnerships partnerships;
    private final Pages pages;
    private final Texts texts;
    private final InstantSource clock;

    ChronologyController(
            CaseFrames frames,
            Chronologies chronologies,
            Partnerships partnerships,
            Pages pages,
            Texts texts,
            InstantSource clock) {
        this.frames = frames;
        this.chronologies = chronologies;
        this.partnerships = partnerships;
        this.pages = pages;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping("/cases/{caseId}/chronology")
    View chronology(Actor actor, @PathVariable UUID caseId, @RequestParam MultiValueMap<String, String> asked) {
        Form form = Typed.period(Form.of(asked));
        ChronologyFilter filter = filter(form);
        return frames.page(actor, caseId, id -> chronologies.see(actor, id, clock.instant()), (frame, all) -> {
            List<ChronologyLine> lines = filter.of(all);
            List<String> agencies = all.stream()
                    .map(ChronologyLine::agency)
                    .filter(agency -> !agency.isEmpty())
                    .distinct()
                    .sorted()
                    .toList();
            return pages.show(
                    "casework/chronology",
                    new ChronologyView(frame, lines, all.size(), SwimLanes.of(lines), agencies, filter, form),
                    form);
        });
    }

    @GetMapping("/cases/{caseId}/chronology.csv")
    View file(Actor actor, @PathVariable UUID caseId, @RequestParam MultiValueMap<String, String> asked) {
        return switch (chronologies.export(actor, new CaseId(caseId), filter(Form.of(asked)), clock.instant())) {
            case Outcome.Refused<List<ChronologyLine>> refused -> pages.refused(refused);
            case Outcome.Done<List<ChronologyLine>>(List<ChronologyLine> lines) ->
                Download.of(
                        "chronology.csv", "text/csv;charset=UTF-8", csv(lines).getBytes(StandardCharsets.UTF_8));
        };
    }

    @GetMapping("/cases/{caseId}/chronology/new")
    View write(Actor actor, @PathVariable UUID caseId) {
        return page(actor, caseId, "new", null, Form.empty().set("agency", actor.agencyName()));
    }

    @PostMapping("/cases/{caseId}/chronology/new")
    View write(Actor actor, @PathVariable UUID caseId, @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        return frames.after(
                chronologies.write(actor, new CaseId(caseId), draft(form), clock.instant()),
                () -> pages.redirect("/cases/" + caseId + "/chronology", "casework.notice.entry-written"),
                reasons -> page(actor, caseId, "new", null, Typed.faulty(form, reasons)));
    }

    @GetMapping("/cases/{caseId}/chronology/{entry}")
    View change(Actor actor, @PathVariable UUID caseId, @PathVariable UUID entry) {
        return frames.page(
                actor,
                caseId,
                id -> chronologies.entry(actor, id, entry, clock.instant()),
                (frame, found) -> page(frame, actor, entry.toString(), null, filled(found)));
    }

    @PostMapping("/cases/{caseId}/chronology/{entry}")
    View change(
            Actor actor,
            @PathVariable UUID caseId,
            @PathVariable UUID entry,
            @RequestParam MultiValueMap<String, String> sent) {
        Form form = Form.of(sent);
        return frames.after(
                chronologies.rewrite(actor, new CaseId(caseId), entry, draft(form), form.version(), clock.instant()),
                () -> pages.redirect("/cases/" + caseId + "/chronology", "casework.notice.entry-changed"),
                reasons -> CaseFrames.meanwhile(reasons)
                        ? frames.page(
                                actor,
                                caseId,
                                id -> chronologies.entry(actor, id, entry, clock.instant()),
                                (frame, found) -> page(
                                        frame,
                                        actor,
                                        entry.toString(),
                                        found,
                                        form.set("version", found.version()).with(reasons)))
                        : page(actor, caseId, entry.toString(), null, Typed.faulty(form, reasons)));
    }

    private View page(Actor actor, UUID caseId, String action, @Nullable ChronologyEntry meanwhile, Form form) {
        return frames.form(actor, caseId, Permission.ADD_TO_CASE, frame -> page(frame, actor, action, meanwhile, form));
    }

    private View page(CaseFrame frame, Actor actor, String action, @Nullable ChronologyEntry meanwhile, Form form) {
        List<String> agencies =
                partnerships.agencies(actor).stream().map(Agency::name).toList();
        return pages.show(
                "casework/entry",
                new EntryView(
                        frame,
                        frame.path("chronology/" + action),
                        agencies,
                        meanwhile,
                        action.equals("new")
                                ? List.of()
                                : chronologies.earlier(
                                        actor, new CaseId(frame.id()), UUID.fromString(action), clock.instant())),
                form);
    }

    private static Form filled(ChronologyEntry entry) {
        EntryDraft written = entry.written();
        Form form = Form.empty()
                .set("version", entry.version())
                .set("lane", written.lane())
                .set("what", written.what())
                .set("agency", written.agency())
                .set("source", written.source())
                .set("significant", written.significant())
                .set("tells", written.tells());
        return written.when() == null ? form : Typed.filled(form, written.when());
    }

    private static EntryDraft draft(Form form) {
        return new EntryDraft(
                form.choice("lane", Lane.class),
                Typed.when(form),
                Typed.text(form, "what"),
                Typed.text(form, "agency"),
                Typed.text(form, "source"),
                form.ticked("significant"),
                form.choice("tells", DataClass.class));
    }

    private static ChronologyFilter filter(Form form) {
        return new ChronologyFilter(
                form.choices("lane", Lane.class),
                form.value("agency"),
                form.date("from"),
                form.date("to"),
                form.ticked("significant"));
    }

    private String csv(List<ChronologyLine> lines) {
        StringBuilder csv = new StringBuilder("from,to,about,kind,what,agency,source,tells\r\n");
        for (ChronologyLine line : lines) {
            csv.append(line.when().earliest()).append(',');
            csv.append(line.when().latest()).append(',');
            csv.append(line.when().about() ? "yes" : "no").append(',');
            csv.append(Download.cell(texts.text(
                            Language.ENGLISH,
                            "casework.lane." + line.lane().name().toLowerCase(Locale.ROOT))))
                    .append(',');
            csv.append(Download.cell(texts.text(
                            Language.ENGLISH, line.key(), line.details().toArray())))
                    .append(',');
            csv.append(Download.cell(line.agency())).append(',');
            csv.append(Download.cell(line.source())).append(',');
            DataClass tells = line.tells();
            csv.append(Download.cell(tells == null ? "" : texts.text(Language.ENGLISH, Page.labelKey(tells))))
                    .append("\r\n");
        }
        return csv.toString();
    }
}
