package org.holdfast.letters;

import java.util.ArrayList;
import java.util.List;
import org.holdfast.documents.Document;
import org.holdfast.documents.Document.Block;

/** A letter as a paper: the person's language first, English on pages of its own. */
public final class LetterPapers {

    private LetterPapers() {}

    /**
     * The paper of a letter's sheets.
     *
     * @param reference stands at the foot of every page beside the page number
     * @param watermark stands across every page of what is not released; empty for none
     */
    public static Document paper(List<Sheet> sheets, String reference, String watermark) {
        Sheet first = sheets.getFirst();
        List<Block> blocks = new ArrayList<>(blocks(first, false));
        for (Sheet other : sheets.subList(1, sheets.size())) {
            blocks.add(new Block.NewPage());
            blocks.add(new Block.InLanguage(other.tongue().tag(), blocks(other, true)));
        }
        return new Document(first.title(), first.tongue().tag(), reference, watermark, blocks);
    }

    private static List<Block> blocks(Sheet sheet, boolean titled) {
        List<Block> blocks = new ArrayList<>();
        for (Sheet.Part part : sheet.parts()) {
            switch (part.kind()) {
                case TITLE -> {
                    if (titled) {
                        blocks.add(new Block.Heading(2, part.text()));
                    }
                }
                case HEADING -> blocks.add(new Block.Heading(titled ? 3 : 2, part.text()));
                case TEXT, FOOT -> blocks.add(new Block.Paragraph(part.text()));
                case NOTICE -> blocks.add(new Block.Notice(part.text()));
            }
        }
        return blocks;
    }
}
