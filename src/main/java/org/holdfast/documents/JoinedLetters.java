package org.holdfast.documents;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The words of one paper that are written in joined letters: Arabic, Farsi, Sorani and their kin. A PDF draws letters one by one and joins
 * nothing. So each letter becomes a sign of its own, private to this paper: the letter as the typeface draws it at that place in that word,
 * with its vowel marks where the typeface sets them. What each sign means is told in the PDF, for whoever copies, searches or
 * listens.
 *
 * <p>One sign a letter, so that a text keeps its length and its order.
 */
final class JoinedLetters {

    private static final char FIRST = '\uE000';
    private static final char FIRST_BOLD = '\uEC00';
    private static final char AFTER_LAST = '\uF900';
    private static final char UNKNOWN = '\uFFFD';

    private final JoinedFace regular = new JoinedFace("Holdfast Joined", false, FIRST, FIRST_BOLD);
    private final JoinedFace bold = new JoinedFace("Holdfast Joined Bold", true, FIRST_BOLD, AFTER_LAST);
    private final Map<String, String> written = new HashMap<>();

    /** The text with its joined letters as signs. Whatever else uses private signs has no meaning here and is shown as unknown. */
    String write(String words, boolean heavy) {
        if (words.chars().noneMatch(JoinedLetters::needsCare)) {
            return words;
        }
        JoinedFace face = heavy ? bold : regular;
        StringBuilder out = new StringBuilder(words.length());
        int at = 0;
        while (at < words.length()) {
            int end = at;
            while (end < words.length() && face.joins(words.charAt(end), end == at)) {
                end++;
            }
            if (end > at) {
                out.append(written.computeIfAbsent(
                        (heavy ? "b" : "r") + words.substring(at, end), word -> face.write(word.substring(1))));
                at = end;
            } else {
                out.append(isSign(words.charAt(at)) ? UNKNOWN : words.charAt(at));
                at++;
            }
        }
        return out.toString();
    }

    private static boolean needsCare(int letter) {
        return JoinedFace.isLetter((char) letter) || isSign(letter);
    }

    /** Whether it is one of the signs, each of which stands for a letter from right to left. */
    static boolean isSign(int letter) {
        return letter >= FIRST && letter < AFTER_LAST;
    }

    /** The faces in which something was written. */
    List<JoinedFace> faces() {
        List<JoinedFace> faces = new ArrayList<>(List.of(regular, bold));
        faces.removeIf(JoinedFace::isEmpty);
        return faces;
    }
}
