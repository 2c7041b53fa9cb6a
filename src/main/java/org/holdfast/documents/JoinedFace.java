package org.holdfast.documents;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.font.TextAttribute;
import java.awt.geom.Point2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The signs of one weight that a paper's joined letters are written with, and the typeface that draws them. */
final class JoinedFace {

    private static final Fonts.Family ARABIC = Fonts.FAMILIES.get(1);
    private static final FontRenderContext EXACT = new FontRenderContext(null, true, true);
    private static final char TATWEEL = '\u0640';
    private static final char NON_JOINER = '\u200C';
    private static final char JOINER = '\u200D';

    /** What Java names a letter that is not drawn, such as a non-joiner. */
    private static final int NOT_DRAWN = 0xFFFE;

    private final String name;
    private final boolean bold;
    private final char first;
    private final char end;
    private final Font font;
    private final Map<Sign, Character> signs = new LinkedHashMap<>();
    private final StringBuilder meanings = new StringBuilder();

    /**
     * One sign: what of the typeface it draws and how wide it is, both in the units of the typeface, and the letter that it means. Two letters
     * may look the same and mean different things; they are two signs.
     */
    record Sign(List<Piece> pieces, int width, char letter) {}

    /** A glyph of the typeface, and where it stands. */
    record Piece(int glyph, int x, int y) {}

    JoinedFace(String name, boolean bold, char first, char end) {
        this.name = name;
        this.bold = bold;
        this.first = first;
        this.end = end;
        this.font = bold ? Heavy.FONT : Plain.FONT;
    }

    /** The name of its family in style sheets. */
    String name() {
        return name;
    }

    /** Its weight as style sheets count it. */
    int weight() {
        return bold ? 700 : 400;
    }

    boolean isEmpty() {
        return signs.isEmpty();
    }

    /** The name of its typeface in a PDF. */
    String typefaceName() {
        return name.replace(" ", "");
    }

    /** Its typeface: that of the papers, and after it the signs. */
    byte[] typeface() {
        return new JoinedTypeface(ARABIC.bytes(bold), typefaceName()).with(List.copyOf(signs.keySet()), first);
    }

    /** Which letter each glyph of its typeface means, as a PDF tells it to readers (ISO 32000-1, 9.10.3). */
    byte[] meaningOfGlyphs() {
        int glyphs = new JoinedTypeface(ARABIC.bytes(bold), typefaceName()).glyphs();
        StringBuilder map = new StringBuilder("""
                /CIDInit /ProcSet findresource begin
                12 dict begin
                begincmap
                /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
                /CMapName /Adobe-Identity-UCS def
                /CMapType 2 def
                1 begincodespacerange
                <0000> <FFFF>
                endcodespacerange
                """);
        for (int i = 0; i < meanings.length(); i++) {
            map.append("1 beginbfchar\n<%04X> <%04X>\nendbfchar\n".formatted(glyphs + i, (int) meanings.charAt(i)));
        }
        return map.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n")
                .toString()
                .getBytes(StandardCharsets.US_ASCII);
    }

    static boolean isLetter(char letter) {
        return letter == TATWEEL
                || Character.UnicodeScript.of(letter) == Character.UnicodeScript.ARABIC && Character.isLetter(letter);
    }

    private static boolean isMark(char letter) {
        return Character.getType(letter) == Character.NON_SPACING_MARK;
    }

    /** Whether a letter is one that this face joins to its neighbours; marks and joiners follow a letter only. */
    boolean joins(char letter, boolean beginning) {
        return isLetter(letter) && font.canDisplay(letter)
                || !beginning
                        && (letter == NON_JOINER || letter == JOINER || isMark(letter) && font.canDisplay(letter));
    }

    /** A word of nothing but joined letters as signs. A paper that has used up its signs is given the word back as it is. */
    String write(String word) {
        if (first + signs.size() + word.length() > end) {
            return word;
        }
        StringBuilder out = new StringBuilder(word.length());
        for (Sign sign : signs(word)) {
            out.append(signs.computeIfAbsent(sign, it -> {
                meanings.append(it.letter());
                return (char) (first + signs.size());
            }));
        }
        return out.toString();
    }

    /**
     * The signs of a word in the order in which it is read. A letter draws all that belongs to it, its marks too, and shares its width with
     * them: readers that guess where a word ends from the widths of its letters are led astray by one that has none. So it is where the
     * typeface makes one shape of several letters.
     */
    private List<Sign> signs(String word) {
        GlyphVector shaped =
                font.layoutGlyphVector(EXACT, word.toCharArray(), 0, word.length(), Font.LAYOUT_RIGHT_TO_LEFT);
        BitSet drawn = new BitSet();
        for (int i = 0; i < shaped.getNumGlyphs(); i++) {
            drawn.set(shaped.getGlyphCharIndex(i));
        }
        List<Sign> signs = new ArrayList<>(word.length());
        double right = shaped.getGlyphPosition(shaped.getNumGlyphs()).getX();
        for (int from = 0, to; from < word.length(); from = to) {
            to = from + 1;
            while (to < word.length() && (!isLetter(word.charAt(to)) || !drawn.get(to))) {
                to++;
            }
            List<Integer> its = new ArrayList<>();
            double left = right;
            for (int i = 0; i < shaped.getNumGlyphs(); i++) {
                int letter = shaped.getGlyphCharIndex(i);
                if (letter >= from && letter < to && shaped.getGlyphCode(i) < NOT_DRAWN) {
                    its.add(i);
                    // from left to right the marks of a letter come before it
                    left = shaped.getGlyphPosition(i).getX();
                }
            }
            int width = (int) Math.max(0, Math.round(right) - Math.round(left));
            int share = width / (to - from);
            int others = share * (to - from - 1);
            List<Piece> pieces = new ArrayList<>();
            for (int i : its) {
                Point2D place = shaped.getGlyphPosition(i);
                pieces.add(new Piece(
                        shaped.getGlyphCode(i), (int) (Math.round(place.getX()) - Math.round(left)) - others, (int)
                                -Math.round(place.getY())));
            }
            signs.add(new Sign(List.copyOf(pieces), width - others, word.charAt(from)));
            for (int i = from + 1; i < to; i++) {
                signs.add(new Sign(List.of(), share, word.charAt(i)));
            }
            right = left;
        }
        return signs;
    }

    /** Read when first needed: most papers have no joined letters. */
    private static final class Plain {
        static final Font FONT = font(false);
    }

    private static final class Heavy {
        static final Font FONT = font(true);
    }

    /** The typeface at the size at which one unit of its own is one unit of length. */
    private static Font font(boolean bold) {
        try {
            return read(bold);
        } catch (IOException noFonts) {
            // a machine without any typefaces and without the library that finds them; none of those is needed here
            try {
                Path none = Files.createTempFile("no-typefaces", ".properties");
                Files.writeString(none, "version=1\nsequence.allfonts=none\nallfonts.none=none\n");
                System.setProperty("sun.awt.fontconfig", none.toString());
                return read(bold);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static Font read(boolean bold) throws IOException {
        try (InputStream in = ARABIC.open(bold)) {
            return Objects.requireNonNull(Font.createFont(Font.TRUETYPE_FONT, in))
                    .deriveFont((float) JoinedTypeface.UNITS)
                    .deriveFont(Map.of(
                            TextAttribute.KERNING, TextAttribute.KERNING_ON,
                            TextAttribute.LIGATURES, TextAttribute.LIGATURES_ON));
        } catch (FontFormatException e) {
            throw new IllegalStateException(e);
        }
    }
}
