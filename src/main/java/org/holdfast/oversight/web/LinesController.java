package org.holdfast.oversight.web;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.holdfast.audit.Act;
import org.holdfast.audit.Actor;
import org.holdfast.audit.LedgerFilter;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.law.UnitedKingdom;
import org.holdfast.oversight.LedgerLines;
import org.holdfast.oversight.LedgerLines.Reading;
import org.holdfast.pages.Download;
import org.holdfast.pages.Form;
import org.holdfast.pages.Pages;
import org.holdfast.partnership.Member;
import org.holdfast.partnership.Partnerships;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/** Who has looked, across cases: as page and as file. */
@Controller
class LinesController {

    private final LedgerLines ledgerLines;
    private final Partnerships partnerships;
    private final Pages pages;
    private final InstantSource clock;

    LinesController(LedgerLines ledgerLines, Partnerships partnerships, Pages pages, InstantSource clock) {
        this.ledgerLines = ledgerLines;
        this.partnerships = partnerships;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/ledger")
    View lines(Actor actor, @RequestParam MultiValueMap<String, String> asked) {
        Form form = checked(Form.of(asked));
        Integer before = form.number("before");
        return switch (ledgerLines.see(
                actor, filter(form), before == null ? Long.MAX_VALUE : before, clock.instant())) {
            case Outcome.Done<List<Reading>>(List<Reading> lines) ->
                pages.show("oversight/lines", new LinesView(lines, members(actor), form), form);
            case Outcome.Refused<List<Reading>> refused -> pages.refused(refused);
        };
    }

    @GetMapping("/ledger.csv")
    View file(Actor actor, @RequestParam MultiValueMap<String, String> asked) {
        return switch (ledgerLines.take(actor, filter(Form.of(asked)), clock.instant())) {
            case Outcome.Done<List<Reading>>(List<Reading> lines) ->
                Download.of("ledger.csv", "text/csv;charset=UTF-8", csv(lines).getBytes(StandardCharsets.UTF_8));
            case Outcome.Refused<List<Reading>> refused -> pages.refused(refused);
        };
    }

    private List<Member> members(Actor actor) {
        return partnerships.members(actor);
    }

    private static Form checked(Form form) {
        List<Reason> faults = new ArrayList<>();
        for (String day : List.of("from", "to")) {
            Reason fault = form.dateFault(day);
            if (fault != null) {
                faults.add(fault);
            }
        }
        return form.with(faults);
    }

    private static LedgerFilter filter(Form form) {
        LocalDate from = form.date("from");
        LocalDate to = form.date("to");
        return new LedgerFilter(
                form.id("case"),
                form.id("who"),
                form.choices("act", Act.class),
                from == null ? null : UnitedKingdom.startOf(from),
                to == null ? null : UnitedKingdom.startOf(to.plusDays(1)));
    }

    private static String csv(List<Reading> lines) {
        StringBuilder csv = new StringBuilder("line,when,who,agency,act,what,case\r\n");
        for (Reading reading : lines) {
            var line = reading.line();
            csv.append(line.seq())
                    .append(',')
                    .append(line.at())
                    .append(',')
                    .append(Download.cell(line.actorName()))
                    .append(',')
                    .append(Download.cell(reading.agency()))
                    .append(',')
                    .append(line.act())
                    .append(',')
                    .append(Download.cell(line.words()))
                    .append(',')
                    .append(line.caseId() == null ? "" : line.caseId())
                    .append("\r\n");
        }
        return csv.toString();
    }
}
