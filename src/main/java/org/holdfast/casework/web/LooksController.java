package org.holdfast.casework.web;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.holdfast.audit.Act;
import org.holdfast.audit.Actor;
import org.holdfast.audit.LedgerFilter;
import org.holdfast.casework.Looks;
import org.holdfast.law.Outcome;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.pages.Download;
import org.holdfast.pages.Form;
import org.holdfast.pages.Pages;
import org.holdfast.sharing.CaseId;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Who has looked at a case. */
@Controller
class LooksController {

    private final CaseFrames frames;
    private final Looks looks;
    private final Pages pages;
    private final InstantSource clock;

    LooksController(CaseFrames frames, Looks looks, Pages pages, InstantSource clock) {
        this.frames = frames;
        this.looks = looks;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/cases/{caseId}/looks")
    View looks(Actor actor, @PathVariable UUID caseId, @RequestParam MultiValueMap<String, String> asked) {
        Form form = Typed.period(Form.of(asked));
        return frames.page(
                actor,
                caseId,
                id -> looks.see(actor, id, filter(form), LooksView.all(form), clock.instant()),
                (frame, seen) -> pages.show("casework/looks", new LooksView(frame, seen, form), form));
    }

    @GetMapping("/cases/{caseId}/looks.csv")
    View file(Actor actor, @PathVariable UUID caseId, @RequestParam MultiValueMap<String, String> asked) {
        return switch (looks.take(actor, new CaseId(caseId), filter(Form.of(asked)), clock.instant())) {
            case Outcome.Refused<List<Looks.Look>> refused -> pages.refused(refused);
            case Outcome.Done<List<Looks.Look>>(List<Looks.Look> lines) ->
                Download.of(
                        "who-has-looked.csv",
                        "text/csv;charset=UTF-8",
                        csv(lines).getBytes(StandardCharsets.UTF_8));
        };
    }

    private static LedgerFilter filter(Form form) {
        LocalDate from = form.date("from");
        LocalDate to = form.date("to");
        return new LedgerFilter(
                null,
                null,
                form.choices("act", Act.class),
                from == null ? null : UnitedKingdom.startOf(from),
                to == null ? null : UnitedKingdom.startOf(to.plusDays(1)));
    }

    private static String csv(List<Looks.Look> lines) {
        StringBuilder csv = new StringBuilder("line,when,who,agency,act,what\r\n");
        for (Looks.Look look : lines) {
            csv.append(look.line().seq())
                    .append(',')
                    .append(look.line().at())
                    .append(',')
                    .append(Download.cell(look.line().actorName()))
                    .append(',')
                    .append(Download.cell(look.agency()))
                    .append(',')
                    .append(look.line().act())
                    .append(',')
                    .append(Download.cell(look.line().words()))
                    .append("\r\n");
        }
        return csv.toString();
    }

    @GetMapping("/cases/{caseId}/disclosures")
    View disclosures(Actor actor, @PathVariable UUID caseId) {
        return frames.page(
                actor,
                caseId,
                id -> looks.disclosures(actor, id, clock.instant()),
                (frame, given) -> pages.show("casework/disclosures", new CaseDisclosuresView(frame, given)));
    }
}
