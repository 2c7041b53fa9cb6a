package org.holdfast.packs;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.holdfast.documents.Document;
import org.holdfast.documents.Document.Block;
import org.holdfast.pages.Dates;
import org.holdfast.pages.Language;
import org.holdfast.pages.Page;
import org.holdfast.pages.Texts;
import org.holdfast.sharing.DataClass;

/** A pack as a paper, from what one reader may read of it: the same words in the same order as the pages. */
final class PackPaper {

    private final Texts texts;

    PackPaper(Texts texts) {
        this.texts = texts;
    }

    /**
     * @param after what came after the cut-off
     * @param reader whose name stands across every page
     */
    Document of(Pack pack, Pack after, Optional<PackLock> lock, String reader, Instant now) {
        String title = text("packs.title.of", pack.name(), Dates.date(Language.ENGLISH, pack.on()));
        String stands = lock.map(it -> text("packs.locked", "" + it.number(), dateTime(it.at()), it.by()))
                .orElseGet(() -> text("packs.not-locked"));
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.Paragraph(stands));
        lock.ifPresent(it -> blocks.add(new Block.Paragraph(text("packs.fingerprint", it.sha256()))));
        blocks.add(new Block.Notice(text("packs.confidential", reader, dateTime(now))));
        boolean first = true;
        for (PackItem item : pack.items()) {
            if (!first) {
                blocks.add(new Block.NewPage());
            }
            first = false;
            blocks.add(new Block.Heading(2, item.child()));
            blocks.add(new Block.Paragraph(item.purpose()));
            item.parts().forEach(part -> part(blocks, part, 3));
            after.item(item.item()).filter(PackPaper::says).ifPresent(later -> {
                blocks.add(new Block.Heading(3, text("packs.after")));
                later.parts().stream().filter(part -> !part.lines().isEmpty()).forEach(part -> part(blocks, part, 4));
            });
        }
        for (PackItem late : after.items()) {
            if (pack.item(late.item()).isEmpty()) {
                blocks.add(new Block.NewPage());
                blocks.add(new Block.Heading(2, late.child()));
                blocks.add(new Block.Notice(text("packs.joined")));
                blocks.add(new Block.Paragraph(late.purpose()));
                late.parts().forEach(part -> part(blocks, part, 3));
            }
        }
        return new Document(title, "en-GB", title, text("packs.watermark", reader, dateTime(now)), blocks);
    }

    private static boolean says(PackItem item) {
        return item.parts().stream().anyMatch(part -> !part.lines().isEmpty());
    }

    private void part(List<Block> blocks, PackPart part, int level) {
        blocks.add(new Block.Heading(level, text(Page.labelKey(part.section()))));
        if (part.lines().isEmpty()) {
            blocks.add(new Block.Paragraph(
                    text(part.section() == PackSection.MISSING ? "packs.nothing-missing" : "packs.nothing")));
            return;
        }
        List<Document.Fact> facts = new ArrayList<>();
        List<String> points = new ArrayList<>();
        for (PackLine line : part.lines()) {
            if (line.shape() != PackLine.Shape.FACT) {
                facts(blocks, facts);
            }
            if (line.shape() != PackLine.Shape.POINT) {
                points(blocks, points);
            }
            DataClass tells = line.tells(part.section());
            String fewer = tells == null ? "" : text("sharing.fewer") + " " + text(Page.labelKey(tells)) + ". ";
            String marked = (line.restrictedOf() == null ? "" : text("packs.restricted") + ": ") + fewer;
            String source = line.source().isBlank() ? "" : " (" + line.source() + ")";
            String label = line.label().isBlank() ? "" : line.label() + ": ";
            switch (line.shape()) {
                case QUOTE -> {
                    if (!line.label().isBlank()) {
                        blocks.add(new Block.Paragraph(line.label()));
                    }
                    blocks.add(new Block.Quote(line.text()));
                    blocks.add(new Block.Paragraph(marked + line.source()));
                }
                case FACT -> facts.add(new Document.Fact(line.label(), marked + line.text() + source));
                case POINT -> points.add(marked + label + line.text() + source);
                case WARNING -> blocks.add(new Block.Notice(line.text()));
            }
        }
        facts(blocks, facts);
        points(blocks, points);
    }

    private static void facts(List<Block> blocks, List<Document.Fact> facts) {
        if (!facts.isEmpty()) {
            blocks.add(new Block.Facts(facts));
            facts.clear();
        }
    }

    private static void points(List<Block> blocks, List<String> points) {
        if (!points.isEmpty()) {
            blocks.add(new Block.Bullets(points));
            points.clear();
        }
    }

    private String dateTime(Instant at) {
        return text(
                "pages.date-time",
                Dates.date(Language.ENGLISH, Dates.london(at).toLocalDate()),
                Dates.time(Language.ENGLISH, Dates.london(at).toLocalTime()));
    }

    private String text(String key, Object... values) {
        return texts.text(Language.ENGLISH, key, values);
    }
}
