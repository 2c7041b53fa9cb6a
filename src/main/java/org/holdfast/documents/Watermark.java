package org.holdfast.documents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;

/** Words that stand faintly across every page, behind what is written there and unseen by a screen reader. */
final class Watermark {

    private static final float GREY = 0.91f;
    private static final float GREATEST = 44f;

    private final String words;
    private final JoinedLetters joined;

    Watermark(String words, JoinedLetters joined) {
        this.words =
                new Directions().seen(joined.write(words.replaceAll("\\s+", " ").strip(), false));
        this.joined = joined;
    }

    /** Letters that stand side by side in one font. */
    private record Run(PDType0Font font, String letters) {
        float width() throws IOException {
            return font.getStringWidth(letters) / 1000f;
        }
    }

    void across(PDDocument written) throws IOException {
        List<PDType0Font> fonts = new ArrayList<>();
        List<Run> runs = runs(written, fonts);
        float width = 0;
        for (Run run : runs) {
            width += run.width();
        }
        if (width == 0) {
            return;
        }
        for (PDPage page : written.getPages()) {
            PDRectangle paper = page.getMediaBox();
            double diagonal = Math.hypot(paper.getWidth(), paper.getHeight());
            float size = (float) Math.min(GREATEST, diagonal * 0.78 / width);
            double angle = Math.atan2(paper.getHeight(), paper.getWidth());
            float half = width * size / 2;
            try (PDPageContentStream content = new PDPageContentStream(written, page, AppendMode.PREPEND, true, true)) {
                content.beginMarkedContent(COSName.ARTIFACT);
                content.saveGraphicsState();
                content.beginText();
                content.setNonStrokingColor(GREY, GREY, GREY);
                content.setTextMatrix(
                        Matrix.getRotateInstance(angle, (float) (paper.getWidth() / 2 - half * Math.cos(angle)), (float)
                                (paper.getHeight() / 2 - half * Math.sin(angle))));
                for (Run run : runs) {
                    content.setFont(run.font(), size);
                    content.showText(run.letters());
                }
                content.endText();
                content.restoreGraphicsState();
                content.endMarkedContent();
            }
        }
    }

    private List<Run> runs(PDDocument written, List<PDType0Font> fonts) throws IOException {
        List<Run> runs = new ArrayList<>();
        for (int letter : words.codePoints().toArray()) {
            PDType0Font font = font(written, fonts, letter);
            if (font == null) {
                continue;
            }
            String one = Character.toString(letter);
            if (!runs.isEmpty() && runs.getLast().font() == font) {
                runs.add(new Run(font, runs.removeLast().letters() + one));
            } else {
                runs.add(new Run(font, one));
            }
        }
        return runs;
    }

    private @Nullable PDType0Font font(PDDocument written, List<PDType0Font> fonts, int letter) throws IOException {
        List<JoinedFace> faces = joined.faces();
        for (int i = 0; i < Fonts.FAMILIES.size() + faces.size(); i++) {
            if (i == fonts.size()) {
                byte[] typeface = i < Fonts.FAMILIES.size()
                        ? Fonts.FAMILIES.get(i).bytes(false)
                        : faces.get(i - Fonts.FAMILIES.size()).typeface();
                fonts.add(PDType0Font.load(written, new ByteArrayInputStream(typeface), true));
            }
            PDType0Font font = fonts.get(i);
            if (holds(font, letter)) {
                return font;
            }
        }
        return null;
    }

    private static boolean holds(PDType0Font font, int letter) throws IOException {
        try {
            return font.encode(Character.toString(letter)).length > 0;
        } catch (IllegalArgumentException missing) {
            return false;
        }
    }
}
