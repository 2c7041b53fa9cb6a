package org.holdfast.documents;

import java.util.List;

/**
 * A paper: its title, its language and what stands in it, in reading order.
 *
 * @param language BCP 47 tag, such as {@code en-GB}, {@code cy}, {@code ti}, {@code ckb}; the direction of the script follows from it
 * @param footer stands at the foot of every page beside the page number, such as a reference
 * @param watermark stands faintly across every page, such as the reader's name; empty for none
 */
public record Document(String title, String language, String footer, String watermark, List<Block> blocks) {

    public Document {
        blocks = List.copyOf(blocks);
    }

    /** A piece of a paper. */
    public sealed interface Block {

        /** @param level 2 to 4; the title of the paper is level 1 and stands by itself */
        record Heading(int level, String text) implements Block {}

        /** Line breaks are kept. */
        record Paragraph(String text) implements Block {}

        /** Words that somebody said or wrote, as they were. */
        record Quote(String text) implements Block {}

        record Bullets(List<String> lines) implements Block {
            public Bullets {
                lines = List.copyOf(lines);
            }
        }

        /** What is what, one pair a line. */
        record Facts(List<Fact> facts) implements Block {
            public Facts {
                facts = List.copyOf(facts);
            }
        }

        /** @param rows as long as the header each */
        record Table(String caption, List<String> header, List<List<String>> rows) implements Block {
            public Table {
                header = List.copyOf(header);
                rows = rows.stream().map(List::copyOf).toList();
            }
        }

        /** Something that must not be overlooked. */
        record Notice(String text) implements Block {}

        /** The next block begins a page. */
        record NewPage() implements Block {}

        /** Blocks in another language than the paper's. */
        record InLanguage(String language, List<Block> blocks) implements Block {
            public InLanguage {
                blocks = List.copyOf(blocks);
            }
        }
    }

    /** One pair of {@link Block.Facts}. */
    public record Fact(String label, String value) {}
}
