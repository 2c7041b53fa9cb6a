package org.holdfast.documents;

import com.ibm.icu.text.BreakIterator;
import com.openhtmltopdf.extend.FSTextBreaker;
import java.util.Locale;

/** Where a line may end (Unicode Standard Annex 14), in every script: never before the mark that closes a sentence. */
final class LineEnds implements FSTextBreaker {

    private final BreakIterator lines = BreakIterator.getLineInstance(Locale.ROOT);

    @Override
    public void setText(String text) {
        lines.setText(text);
    }

    @Override
    public int next() {
        return lines.next();
    }
}
