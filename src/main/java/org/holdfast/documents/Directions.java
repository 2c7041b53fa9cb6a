package org.holdfast.documents;

import com.ibm.icu.lang.UCharacterDirection;
import com.ibm.icu.text.Bidi;
import com.ibm.icu.text.BidiClassifier;
import com.openhtmltopdf.bidi.BidiReorderer;
import com.openhtmltopdf.bidi.BidiSplitter;
import com.openhtmltopdf.bidi.BidiTextRun;
import java.util.ArrayList;
import java.util.List;

/**
 * In which order the letters of a line are seen (Unicode Standard Annex 9). Figures and Latin names within a text from right to left belong
 * to that text: it is broken into lines as one, and each of its lines is put in order by itself.
 */
final class Directions implements BidiSplitter, BidiReorderer {

    private final Bidi bidi = bidi();
    private final List<BidiTextRun> runs = new ArrayList<>();

    private static Bidi bidi() {
        Bidi bidi = new Bidi();
        bidi.setCustomClassifier(new BidiClassifier(null) {
            @Override
            public int classify(int letter) {
                return JoinedLetters.isSign(letter) ? UCharacterDirection.RIGHT_TO_LEFT_ARABIC : super.classify(letter);
            }
        });
        return bidi;
    }

    @Override
    public void setParagraph(String paragraph, byte direction) {
        bidi.setPara(paragraph, direction, null);
        runs.clear();
        for (int from = 0; from < paragraph.length(); ) {
            boolean turned = bidi.getLevelAt(from) > 0;
            int to = from + 1;
            while (to < paragraph.length() && bidi.getLevelAt(to) > 0 == turned) {
                to++;
            }
            runs.add(new BidiTextRun(from, to - from, turned ? RTL : LTR));
            from = to;
        }
    }

    @Override
    public int countTextRuns() {
        return runs.size();
    }

    @Override
    public BidiTextRun getVisualRun(int run) {
        return runs.get(run);
    }

    @Override
    public byte getBaseDirection(String paragraph) {
        bidi.setPara(paragraph, Bidi.LEVEL_DEFAULT_LTR, null);
        return bidi.getParaLevel() > 0 ? RTL : LTR;
    }

    @Override
    public String reorderRTLTextToLTR(String text) {
        return seen(text, Bidi.RTL);
    }

    /** A line that stands by itself, as it is seen from left to right. */
    String seen(String line) {
        return seen(line, Bidi.LEVEL_DEFAULT_LTR);
    }

    private String seen(String line, byte direction) {
        bidi.setPara(line, direction, null);
        return bidi.writeReordered(Bidi.DO_MIRRORING);
    }

    /** Whether the first letter of a text, on whatever line it stands, is written from right to left. */
    boolean turned(String text) {
        return getBaseDirection(text.replaceAll("\\R", " ")) == RTL;
    }

    /** Letters are joined before a page is set: {@link JoinedLetters}. */
    @Override
    public String shapeText(String text) {
        return text;
    }

    @Override
    public String deshapeText(String text) {
        return text;
    }

    @Override
    public boolean isLiveImplementation() {
        return true;
    }
}
