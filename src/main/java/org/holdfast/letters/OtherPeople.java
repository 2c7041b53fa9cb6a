package org.holdfast.letters;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds in a letter the names of people it is not about: each is meant, or it comes out before the letter goes. */
public final class OtherPeople {

    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}\\p{M}’'-]*");

    /** A name that is known has two letters, such as Vu or Le; a word that only looks like one is longer. */
    private static final int SHORTEST_KNOWN = 2;

    private static final int SHORTEST_UNKNOWN = 3;

    /** Words that begin large in English without naming anybody. */
    private static final Set<String> NO_NAMES = words(
            "i i'm i'll i've monday tuesday wednesday thursday friday saturday sunday january february march april may june july august"
                    + " september october november december english welsh vietnamese albanian arabic kurdish sorani farsi amharic tigrinya"
                    + " home office childline council police health nhs england wales scotland uk britain christmas easter eid ramadan god");

    private OtherPeople() {}

    /**
     * A name in the text.
     *
     * @param name as it stands there
     * @param known whether somebody of that name is known in the case or the partnership; otherwise it only looks like one
     */
    public record Found(String name, boolean known) {}

    /**
     * The names in a text, each once, in order.
     *
     * @param people names of everybody around the case
     * @param meant names of those the letter is about, to and from: they are no third parties
     */
    public static List<Found> in(String text, Collection<String> people, Collection<String> meant) {
        Set<String> ours = new HashSet<>();
        meant.forEach(name -> ours.addAll(words(name)));
        Set<String> theirs = new HashSet<>();
        people.forEach(name -> theirs.addAll(words(name)));
        theirs.removeAll(ours);
        Set<String> told = new LinkedHashSet<>();
        List<Found> found = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            String said = word.group();
            String plain = plain(said);
            boolean large = Character.isUpperCase(said.codePointAt(0)) || !Character.isAlphabetic(said.codePointAt(0));
            boolean caseless = Character.toUpperCase(said.codePointAt(0)) == Character.toLowerCase(said.codePointAt(0));
            if (plain.length() < SHORTEST_KNOWN || !(large || caseless) || ours.contains(plain)) {
                continue;
            }
            boolean known = theirs.contains(plain);
            boolean looksLikeOne = !known
                    && plain.length() >= SHORTEST_UNKNOWN
                    && !caseless
                    && !NO_NAMES.contains(plain)
                    && !beginsSentence(text, word.start());
            if ((known || looksLikeOne) && told.add(plain)) {
                found.add(new Found(said, known));
            }
        }
        return found;
    }

    private static boolean beginsSentence(String text, int at) {
        String before = text.substring(0, at).stripTrailing();
        return before.isEmpty()
                || text.substring(before.length(), at).contains("\n")
                || ".!?:“\"‘(•–-".indexOf(before.charAt(before.length() - 1)) >= 0;
    }

    private static Set<String> words(String names) {
        Set<String> words = new HashSet<>();
        Matcher word = WORD.matcher(names);
        while (word.find()) {
            if (word.group().length() >= SHORTEST_KNOWN) {
                words.add(plain(word.group()));
            }
        }
        return words;
    }

    private static String plain(String word) {
        return Normalizer.normalize(word.toLowerCase(Locale.ROOT).replaceAll("[’']s$", ""), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "");
    }
}
