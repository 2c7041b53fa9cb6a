package org.holdfast.letters;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds in a letter where the child lives: a letter lies about, and whoever must not find the child may open it. */
final class HomeInWords {

    private static final Pattern POSTCODE =
            Pattern.compile("\\b[A-Z]{1,2}[0-9][0-9A-Z]?\\s*[0-9][A-Z]{2}\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern NUMBER = Pattern.compile("^\\S*[0-9]\\S*\\s+");

    /** Shorter pieces of an address stand in many a letter. */
    private static final int SHORTEST = 6;

    private HomeInWords() {}

    /**
     * The piece of the address that stands in the text: its postcode however it is spaced, or a street that it names with a number, with the
     * number or without. A town alone tells too little, and stands in many a letter.
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
        List<String> streets = Arrays.stream(livesAt.split("[,;\n]"))
                .map(String::strip)
                .filter(line -> NUMBER.matcher(line).find())
                .flatMap(line -> Stream.of(line, NUMBER.matcher(line).replaceFirst("")))
                .filter(piece -> piece.length() >= SHORTEST)
                .toList();
        return streets.stream().filter(piece -> words.contains(plain(piece))).findFirst();
    }

    private static String together(String text) {
        return text.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    }

    private static String plain(String text) {
        return text.replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
