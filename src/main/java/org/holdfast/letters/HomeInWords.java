package org.holdfast.letters;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds in a letter where the child lives: a letter lies about, and whoever must not find the child may open it. */
final class HomeInWords {

    private static final Pattern POSTCODE =
            Pattern.compile("\\b[A-Z]{1,2}[0-9][0-9A-Z]?\\s*[0-9][A-Z]{2}\\b", Pattern.CASE_INSENSITIVE);

    /** Shorter pieces of an address, such as a town of four letters, stand in many a letter. */
    private static final int SHORTEST = 6;

    private HomeInWords() {}

    /**
     * The piece of the address that stands in the text: its postcode however it is spaced, or a line of it that names a street with its number, a
     * house or a place.
     *
     * @param livesAt as it was written, lines and commas apart; null where it is not known
     */
    static Optional<String> in(String text, @Nullable String livesAt) {
        if (livesAt == null) {
            return Optional.empty();
        }
        Matcher postcode = POSTCODE.matcher(livesAt);
        String close = together(text);
        while (postcode.find()) {
            if (close.contains(together(postcode.group()))) {
                return Optional.of(postcode.group());
            }
        }
        String words = plain(text);
        List<String> lines = Arrays.stream(livesAt.split("[,;\n]"))
                .map(String::strip)
                .filter(line -> line.length() >= SHORTEST)
                .toList();
        return lines.stream().filter(line -> words.contains(plain(line))).findFirst();
    }

    private static String together(String text) {
        return text.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    }

    private static String plain(String text) {
        return text.replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
