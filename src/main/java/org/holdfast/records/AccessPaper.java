package org.holdfast.records;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.holdfast.documents.Document;
import org.holdfast.documents.Document.Block;
import org.holdfast.pages.Dates;
import org.holdfast.pages.Language;
import org.holdfast.pages.Page;
import org.holdfast.pages.Texts;

/** What is given to whoever asked for what is held about a child: part by part, and how often something was held back on which ground. */
final class AccessPaper {

    private final Texts texts;

    AccessPaper(Texts texts) {
        this.texts = texts;
    }

    Document of(SubjectRequest request, String child, String partnership, List<Part> parts, LocalDate on) {
        String title = text("records.paper.title", child);
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(text(
                "records.paper.text",
                partnership,
                Dates.date(Language.ENGLISH, request.receivedOn()),
                Dates.date(Language.ENGLISH, on))));
        blocks.add(new Block.Paragraph(text("records.paper.rights")));
        Map<WithheldBecause, Integer> held = new LinkedHashMap<>();
        parts.forEach(part -> {
            if (part.reason() != null) {
                held.merge(part.reason(), 1, Integer::sum);
            }
        });
        if (!held.isEmpty()) {
            blocks.add(new Block.Heading(2, text("records.paper.withheld")));
            blocks.add(new Block.Bullets(held.entrySet().stream()
                    .map(it ->
                            text("records.paper.withheld.line", text(Page.labelKey(it.getKey())), "" + it.getValue()))
                    .toList()));
        }
        String section = "";
        for (Part part : parts) {
            Map<String, String> given = part.given();
            if (given.isEmpty()) {
                continue;
            }
            if (!part.section().equals(section)) {
                section = part.section();
                blocks.add(new Block.Heading(2, text("records.section." + section)));
            }
            blocks.add(new Block.Heading(3, text("records.holding." + part.holding())));
            blocks.add(new Block.Facts(given.entrySet().stream()
                    .filter(it -> !it.getKey().equals("file"))
                    .map(it -> new Document.Fact(it.getKey(), it.getValue()))
                    .toList()));
        }
        return new Document(title, "en-GB", title, "", blocks);
    }

    private String text(String key, Object... values) {
        return texts.text(Language.ENGLISH, key, values);
    }
}
