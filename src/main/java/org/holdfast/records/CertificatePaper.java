package org.holdfast.records;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.holdfast.documents.Document;
import org.holdfast.documents.Document.Block;
import org.holdfast.pages.Dates;
import org.holdfast.pages.Language;
import org.holdfast.pages.Page;
import org.holdfast.pages.Texts;

/** A certificate of disposal as a paper: what, when, by whom and by which rule, and nothing of the child (SHR-8). */
final class CertificatePaper {

    private final Texts texts;

    CertificatePaper(Texts texts) {
        this.texts = texts;
    }

    Document of(Disposal done, String partnership) {
        String title = text("records.certificate.title");
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(text("records.certificate.text", partnership)));
        blocks.add(new Block.Facts(List.of(
                fact("records.certificate.case", done.caseId().value().toString()),
                fact("records.class", text(Page.labelKey(done.due().kind()))),
                fact("records.rule", rule(texts, done.due())),
                fact(
                        "records.due-since",
                        Dates.date(Language.ENGLISH, done.due().on())),
                fact("records.disposal.proposed", who(done.proposedAt(), done.proposedBy())),
                fact(
                        "records.disposal.approved",
                        who(Objects.requireNonNull(done.settledAt()), Objects.requireNonNull(done.settledBy()))),
                fact("records.certificate.rows", Dates.number(done.rows())),
                fact("records.certificate.fingerprint", done.fingerprint()))));
        blocks.add(new Block.Table(
                text("records.certificate.parts"),
                List.of(
                        text("records.certificate.holding"),
                        text("records.certificate.rows"),
                        text("records.certificate.sha256")),
                done.parts().stream()
                        .map(part -> List.of(part.holding(), Dates.number(part.rows()), part.sha256()))
                        .toList()));
        return new Document(title, "en-GB", title, "", blocks);
    }

    /** The rule in words. */
    static String rule(Texts texts, Due due) {
        String years = "" + due.keep().years();
        return due.keep().untilAge() == 0
                ? texts.text(Language.ENGLISH, "records.rule.years", years)
                : texts.text(
                        Language.ENGLISH, "records.rule.both", "" + due.keep().untilAge(), years);
    }

    private Document.Fact fact(String key, String value) {
        return new Document.Fact(text(key), value);
    }

    private String who(Instant at, String name) {
        return text(
                "records.who-when",
                name,
                Dates.date(Language.ENGLISH, Dates.london(at).toLocalDate()),
                Dates.time(Language.ENGLISH, Dates.london(at).toLocalTime()));
    }

    private String text(String key, Object... values) {
        return texts.text(Language.ENGLISH, key, values);
    }
}
