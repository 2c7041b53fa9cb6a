package org.holdfast.letters.web;

import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Function;
import org.holdfast.audit.Actor;
import org.holdfast.documents.Document;
import org.holdfast.documents.Documents;
import org.holdfast.law.Outcome;
import org.holdfast.letters.LetterId;
import org.holdfast.letters.LetterPapers;
import org.holdfast.letters.Letters;
import org.holdfast.pages.Download;
import org.holdfast.pages.Language;
import org.holdfast.pages.Pages;
import org.holdfast.pages.Texts;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;

/** A letter as a file: tagged PDF to hand over, OpenDocument to work on before it goes. Each is on the ledger as taken out. */
@Controller
class LetterFilesController {

    private final Letters letters;
    private final Documents documents;
    private final Texts texts;
    private final Pages pages;
    private final InstantSource clock;

    LetterFilesController(Letters letters, Documents documents, Texts texts, Pages pages, InstantSource clock) {
        this.letters = letters;
        this.documents = documents;
        this.texts = texts;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping("/letters/{id}/pdf")
    View pdf(Actor actor, @PathVariable UUID id) {
        return switch (letters.take(actor, new LetterId(id), "pdf", clock.instant())) {
            case Outcome.Done<Letters.Reading>(Letters.Reading found) ->
                file("letter.pdf", "application/pdf", documents::pdf, found);
            case Outcome.Refused<Letters.Reading> refused -> pages.refused(refused);
        };
    }

    @GetMapping("/letters/{id}/odt")
    View odt(Actor actor, @PathVariable UUID id) {
        return switch (letters.take(actor, new LetterId(id), "odt", clock.instant())) {
            case Outcome.Done<Letters.Reading>(Letters.Reading found) ->
                file("letter.odt", "application/vnd.oasis.opendocument.text", documents::odt, found);
            case Outcome.Refused<Letters.Reading> refused -> pages.refused(refused);
        };
    }

    /** The name of the file says nothing of whom it is to. */
    private View file(String name, String type, Function<Document, byte[]> form, Letters.Reading reading) {
        return Download.of(
                name,
                type,
                form.apply(LetterPapers.paper(
                        reading.sheets(),
                        reading.reference(),
                        reading.letter().released() == null ? texts.text(Language.ENGLISH, "letters.watermark") : "")));
    }
}
