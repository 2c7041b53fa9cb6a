package org.holdfast.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.TextAttribute;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDVectorFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.holdfast.documents.Document.Block;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Arabic, Farsi and Sorani on paper: joined as a browser joins them, marks at their letters, read aloud and copied as they were typed. */
class JoinedLettersTest {

    /** Marks on and under letters, lam and alef in one, letters of Sorani that Unicode has no joined form of, a Farsi word with a gap. */
    private static final List<String> WORDS = List.of(
            "هَذَا",
            "مُهِمٌّ",
            "إِلَيْكَ",
            "لأنّك",
            "الله",
            "قرأتُ",
            "أَوَّلًا",
            "دڵم",
            "گەڕان",
            "پێشوازی",
            "بۆچوون",
            "ڤیان",
            "بەڵێ",
            "ئێمە",
            "می\u200Cخواهم",
            "چیست",
            "پرونده\u200Cها");

    private final Documents documents = new Documents();

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_word_looks_as_the_typeface_joins_it(boolean bold) throws Exception {
        byte[] pdf = documents.pdf(new Document(
                "Words",
                "en-GB",
                "",
                "",
                WORDS.stream()
                        .<Block>map(word -> bold ? new Block.Heading(2, word) : new Block.Paragraph(word))
                        .toList()));

        List<Shape> drawn = drawn(pdf);
        assertThat(drawn).hasSameSizeAs(WORDS);
        for (int i = 0; i < WORDS.size(); i++) {
            assertThat(likeness(drawn.get(i), shaped(WORDS.get(i), bold)))
                    .as("%s is drawn as the typeface shapes it", WORDS.get(i))
                    .isGreaterThan(0.97);
        }
        assertThat(likeness(shaped("بڵێ", bold), shaped("ب\u200Cڵ\u200Cێ", bold)))
                .as("letters that stand apart are told from joined ones")
                .isLessThan(0.9);
        assertThat(likeness(shaped("هَذَا", bold), shaped("هذا", bold)))
                .as("a word without its marks is told from the word with them")
                .isLessThan(0.97);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ar|هَذَا القَرَارُ مُهِمٌّ، وَقَدْ كُتِبَ إِلَيْكَ. لا إله إلا الله، لأنّك أَوَّلًا. قرأتُ «الرسالة» (مرتين)؟",
                "ckb|ئێمە دەمانەوێت بڕیارێک بدەین، کەڵک لە ڕۆژی 15 وەربگرین؛ ڤیان بۆچوونی خۆی گوت: بەڵێ",
                "fa|می\u200Cخواهم اینجا بمانم. پرونده\u200Cها، گفت\u200Cوگو چیست؟ ساعت 15 خانه\u200Cای"
            })
    void what_is_copied_or_read_aloud_is_what_was_typed(String language, String text) {
        for (String paper : List.of("en-GB", language)) {
            Document document = new Document(
                    text,
                    paper,
                    "",
                    "For Rowan روان Example",
                    List.of(
                            new Block.Quote(text),
                            new Block.Bullets(List.of(text)),
                            new Block.Notice(text),
                            new Block.InLanguage(language, List.of(new Block.Paragraph(text)))));
            byte[] pdf = documents.pdf(document);

            PdfCheck.assertAccessibleAndLasting(pdf);
            assertThat(documents.pdf(document)).isEqualTo(pdf);
            assertThat(PdfCheck.words(pdf).split(Pattern.quote(text), -1))
                    .as("the title and each of the four places, in a paper in %s", paper)
                    .hasSize(6);
        }
    }

    /** The order in which a line is seen is worked out once more here, by Java itself. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en-GB|She said: أنا عمري 15 سنة. That was all.",
                "en-GB|أنا عمري 15 سنة، واسمي Alba.",
                "en-GB|دەڵێت: 12/3/2026 لە Example Street (بەڵێ) و ١٢٣.",
                "ar|اتصل بـ Sol Socialworker (Example Street) على 0800 1111 أو 01632 960001 في 12/3/2026.",
                "ar|مرحباً Testa،"
            })
    void figures_and_latin_names_stand_where_a_reader_looks_for_them(String language, String line) throws Exception {
        byte[] pdf = documents.pdf(new Document("X", language, "", "", List.of(new Block.Paragraph(line))));

        assertThat(seen(pdf)).contains(inOrder(line));
    }

    @Test
    void lines_in_two_scripts_run_each_its_own_way() throws Exception {
        byte[] pdf = documents.pdf(new Document(
                "X", "en-GB", "", "", List.of(new Block.Paragraph("In English.\nأنا عمري 15.\n\nAnd again."))));

        assertThat(seen(pdf)).contains("In English.", ".15 يرمع انأ", "And again.");
    }

    private static String inOrder(String line) {
        Bidi bidi = new Bidi(line, Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT);
        byte[] levels = new byte[line.length()];
        Object[] letters = new Object[line.length()];
        for (int i = 0; i < letters.length; i++) {
            levels[i] = (byte) bidi.getLevelAt(i);
            String letter = line.substring(i, i + 1);
            letters[i] = levels[i] % 2 == 0
                    ? letter
                    : letter.replace('(', '<').replace(')', '(').replace('<', ')');
        }
        Bidi.reorderVisually(levels, 0, letters, 0, letters.length);
        return Arrays.stream(letters).map(String.class::cast).collect(Collectors.joining());
    }

    /** The letters of each line, from left to right. */
    private static List<String> seen(byte[] pdf) throws IOException {
        Map<Float, TreeMap<Float, String>> lines = new TreeMap<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            new PDFTextStripper() {
                @Override
                protected void showGlyph(Matrix at, PDFont font, int code, Vector displacement) throws IOException {
                    lines.computeIfAbsent(at.getTranslateY(), _ -> new TreeMap<>())
                            .merge(at.getTranslateX(), font.toUnicode(code), String::concat);
                    super.showGlyph(at, font, code, displacement);
                }
            }.getText(document);
        }
        return lines.values().stream()
                .map(line -> String.join("", line.values()))
                .toList();
    }

    @Test
    void signs_that_mean_nothing_are_shown_as_unknown_and_a_paper_that_runs_out_of_signs_is_still_written() {
        StringBuilder many = new StringBuilder("\uE000\uF000");
        for (int mark = 0; mark < 8000; mark++) {
            many.append(" ").append("بتثج".charAt(mark % 4));
            for (int rest = mark; rest > 0; rest /= 6) {
                many.append((char) ('\u064B' + rest % 6));
            }
        }
        byte[] pdf =
                documents.pdf(new Document("Words", "en-GB", "", "", List.of(new Block.Paragraph(many.toString()))));

        assertThat(PdfCheck.words(pdf)).contains("\uFFFD\uFFFD ب");
    }

    /** What is drawn on each line of the joined letters, in ems. */
    private static List<Shape> drawn(byte[] pdf) throws IOException {
        Map<Float, Path2D> lines = new TreeMap<>();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            new PDFTextStripper() {
                @Override
                protected void showGlyph(Matrix at, PDFont font, int code, Vector displacement) throws IOException {
                    if (font.getName().contains("Joined")) {
                        AffineTransform place = AffineTransform.getScaleInstance(
                                1 / at.getScalingFactorX(), 1 / at.getScalingFactorX());
                        place.concatenate(at.createAffineTransform());
                        place.scale(0.001, 0.001);
                        lines.computeIfAbsent(
                                        getCurrentPageNo() * 10000f - at.getTranslateY(), _ -> new Path2D.Double())
                                .append(((PDVectorFont) font).getPath(code).getPathIterator(place), false);
                    }
                    super.showGlyph(at, font, code, displacement);
                }
            }.getText(document);
        }
        return new ArrayList<>(lines.values());
    }

    /** The word as Java's own shaping of text draws it, in ems. */
    private static Shape shaped(String word, boolean bold) throws Exception {
        Font font = Font.createFont(Font.TRUETYPE_FONT, Fonts.FAMILIES.get(1).open(bold))
                .deriveFont(1000f)
                .deriveFont(Map.of(
                        TextAttribute.KERNING, TextAttribute.KERNING_ON,
                        TextAttribute.LIGATURES, TextAttribute.LIGATURES_ON));
        return AffineTransform.getScaleInstance(0.001, -0.001)
                .createTransformedShape(font.layoutGlyphVector(
                                new FontRenderContext(null, true, true),
                                word.toCharArray(),
                                0,
                                word.length(),
                                Font.LAYOUT_RIGHT_TO_LEFT)
                        .getOutline());
    }

    /** Of what either draws, the share that both draw. */
    private static double likeness(Shape one, Shape other) {
        BufferedImage first = picture(one);
        BufferedImage second = picture(other);
        int both = 0;
        int either = 0;
        for (int x = 0; x < first.getWidth(); x++) {
            for (int y = 0; y < first.getHeight(); y++) {
                boolean here = (first.getRGB(x, y) & 0xFF) > 0;
                boolean there = (second.getRGB(x, y) & 0xFF) > 0;
                both += here && there ? 1 : 0;
                either += here || there ? 1 : 0;
            }
        }
        return (double) both / either;
    }

    private static BufferedImage picture(Shape shape) {
        BufferedImage picture = new BufferedImage(1200, 800, BufferedImage.TYPE_BYTE_BINARY);
        Rectangle2D frame = shape.getBounds2D();
        AffineTransform place = AffineTransform.getScaleInstance(200, 200);
        place.translate(-frame.getMinX(), -frame.getMinY());
        var graphics = picture.createGraphics();
        graphics.fill(place.createTransformedShape(shape));
        graphics.dispose();
        return picture;
    }
}
