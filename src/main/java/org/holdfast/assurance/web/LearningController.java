package org.holdfast.assurance.web;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import org.holdfast.assurance.Learning;
import org.holdfast.assurance.LearningReport;
import org.holdfast.audit.Actor;
import org.holdfast.law.Outcome;
import org.holdfast.law.Reason;
import org.holdfast.pages.Download;
import org.holdfast.pages.Language;
import org.holdfast.pages.Page;
import org.holdfast.pages.Pages;
import org.holdfast.pages.Texts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;

/** What is learnt from returns, as page and as file (GOV-3). */
@Controller
class LearningController {

    private final LearningReport report;
    private final Pages pages;
    private final Texts texts;
    private final InstantSource clock;

    LearningController(LearningReport report, Pages pages, Texts texts, InstantSource clock) {
        this.report = report;
        this.pages = pages;
        this.texts = texts;
        this.clock = clock;
    }

    @GetMapping("/assurance/learning")
    View learning(Actor actor) {
        return switch (report.read(actor, clock.instant())) {
            case Outcome.Done<Learning>(Learning learning) -> pages.show("assurance/learning", learning);
            case Outcome.Refused<Learning>(List<Reason> why) -> pages.refused(why);
        };
    }

    @GetMapping("/assurance/learning.csv")
    View file(Actor actor) {
        return switch (report.take(actor, clock.instant())) {
            case Outcome.Done<Learning>(Learning learning) ->
                Download.of(
                        "learning.csv", "text/csv;charset=UTF-8", csv(learning).getBytes(StandardCharsets.UTF_8));
            case Outcome.Refused<Learning>(List<Reason> why) -> pages.refused(why);
        };
    }

    private String csv(Learning learning) {
        StringBuilder csv = new StringBuilder(
                "what,which,sent,answered,agreed at once,returned,decided again,median days,points\r\n");
        row(csv, "all", "", learning.totals());
        learning.periods().forEach(period -> row(csv, "months", months(period), period.row()));
        learning.kinds()
                .forEach(kind -> csv.append("points,")
                        .append(Download.cell(texts.text(Language.ENGLISH, Page.labelKey(kind.kind()))))
                        .append(",,,,,,,")
                        .append(number(kind.number()))
                        .append("\r\n"));
        return csv.toString();
    }

    private static void row(StringBuilder csv, String what, String which, Learning.Row row) {
        csv.append(what).append(',').append(which);
        for (Learning.Number number :
                List.of(row.sent(), row.answered(), row.agreedAtOnce(), row.returned(), row.again())) {
            csv.append(',').append(number(number));
        }
        csv.append(',').append(value(row.medianDays())).append(",\r\n");
    }

    /** A month, or several as an ISO 8601 interval. */
    private static String months(Learning.Period period) {
        return period.from().equals(period.until()) ? period.from().toString() : period.from() + "/" + period.until();
    }

    /** A number that is too small to be told is told to be so. */
    private static String number(Learning.Number number) {
        Integer count = number.count();
        return count == null ? "suppressed" : count.toString();
    }

    private static String value(@Nullable Integer value) {
        return value == null ? "" : value.toString();
    }
}
