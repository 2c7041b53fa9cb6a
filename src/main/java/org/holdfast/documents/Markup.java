package org.holdfast.documents;

import java.util.List;

/** Takes care of a paper's text on its way into XML, and of its headings: none skips a level. */
final class Markup {

    private int heading = 1;

    /** Text fit to stand in XML: marked characters escaped, what XML cannot hold left out. */
    static String text(String words) {
        StringBuilder clean = new StringBuilder(words.length() + 16);
        words.replace("\r\n", "\n").replace('\r', '\n').codePoints().forEach(letter -> {
            switch (letter) {
                case '&' -> clean.append("&amp;");
                case '<' -> clean.append("&lt;");
                case '>' -> clean.append("&gt;");
                case '"' -> clean.append("&quot;");
                case '\t', '\n' -> clean.append((char) letter);
                default -> {
                    if (holds(letter)) {
                        clean.appendCodePoint(letter);
                    }
                }
            }
        });
        return clean.toString();
    }

    private static boolean holds(int letter) {
        return letter >= 0x20 && letter <= 0xD7FF
                || letter >= 0xE000 && letter <= 0xFFFD
                || letter >= 0x10000 && letter <= 0x10FFFF;
    }

    /** The lines of a text, each fit for XML. */
    static List<String> lines(String words) {
        return text(words).lines().toList();
    }

    /** The level at which a heading stands: as asked, but never more than one below the heading before. */
    int level(int asked) {
        heading = Math.min(Math.clamp(asked, 2, 4), heading + 1);
        return heading;
    }
}
