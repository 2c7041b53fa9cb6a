package org.holdfast.meetings.web;

import java.time.InstantSource;
import java.util.UUID;
import java.util.function.Function;
import org.holdfast.audit.Actor;
import org.holdfast.documents.Document;
import org.holdfast.documents.Documents;
import org.holdfast.meetings.MeetingId;
import org.holdfast.meetings.MinuteBook;
import org.holdfast.meetings.MinutesPaper;
import org.holdfast.pages.Download;
import org.holdfast.pages.Texts;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;

/** The minutes to take away, as this reader may read them: tagged PDF, and OpenDocument text. */
@Controller
class MinutesPaperController {

    private static final String PDF = "application/pdf";
    private static final String ODT = "application/vnd.oasis.opendocument.text";

    private final MinuteBook minutes;
    private final Documents documents;
    private final Texts texts;
    private final Answers answers;
    private final InstantSource clock;

    MinutesPaperController(MinuteBook minutes, Documents documents, Texts texts, Answers answers, InstantSource clock) {
        this.minutes = minutes;
        this.documents = documents;
        this.texts = texts;
        this.answers = answers;
        this.clock = clock;
    }

    @GetMapping("/meetings/{id}/minutes.pdf")
    View pdf(Actor actor, @PathVariable UUID id) {
        return paper(actor, id, PDF, "pdf", documents::pdf);
    }

    @GetMapping("/meetings/{id}/minutes.odt")
    View odt(Actor actor, @PathVariable UUID id) {
        return paper(actor, id, ODT, "odt", documents::odt);
    }

    private View paper(Actor actor, UUID id, String mediaType, String ending, Function<Document, byte[]> written) {
        return answers.of(
                minutes.take(actor, new MeetingId(id), mediaType, clock.instant()),
                taken -> Download.of(
                        "minutes-" + taken.text().on() + "." + ending,
                        mediaType,
                        written.apply(MinutesPaper.of(taken, texts))));
    }
}
