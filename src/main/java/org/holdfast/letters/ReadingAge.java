package org.holdfast.letters;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * At what age English is easily read, after Flesch and Kincaid: the grade from the length of sentences and words, and five years on top.
 * A hint for the writer and no judgement of a reader; it knows nothing of other languages.
 *
 * @param age in years, never under 5
 * @param longSentences those over 15 words
 * @param hardWords those of four syllables or more
 */
public record ReadingAge(int words, int sentences, int age, List<String> longSentences, List<String> hardWords) {

    private static final int LONG_SENTENCE = 15;
    private static final int HARD_WORD = 4;
    private static final int YOUNGEST = 5;
    private static final Pattern SENTENCE = Pattern.compile("[^.!?:\\n]+");
    private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L}’'-]*");
    private static final Pattern VOWELS = Pattern.compile("[aeiouy]+");
    private static final Set<String> KNOWN_TO_CHILDREN =
            Set.of("everybody", "television", "january", "february", "anybody", "community");

    public ReadingAge {
        longSentences = List.copyOf(longSentences);
        hardWords = List.copyOf(hardWords);
    }

    /** Whether a child of the age aimed at reads it easily; the profile gives that age. */
    public boolean plain(int aim) {
        return age <= aim;
    }

    /** The reading age of a text. */
    public static ReadingAge of(String text) {
        int words = 0;
        int sentences = 0;
        int syllables = 0;
        List<String> longSentences = new ArrayList<>();
        Set<String> hard = new LinkedHashSet<>();
        Matcher sentence = SENTENCE.matcher(text);
        while (sentence.find()) {
            List<String> said = WORD.matcher(sentence.group())
                    .results()
                    .map(found -> found.group().toLowerCase(Locale.ROOT))
                    .toList();
            if (said.isEmpty()) {
                continue;
            }
            sentences++;
            words += said.size();
            for (String word : said) {
                int sounded = syllables(word);
                syllables += sounded;
                if (sounded >= HARD_WORD && !KNOWN_TO_CHILDREN.contains(word)) {
                    hard.add(word);
                }
            }
            if (said.size() > LONG_SENTENCE) {
                longSentences.add(sentence.group().strip());
            }
        }
        if (words == 0) {
            return new ReadingAge(0, 0, YOUNGEST, List.of(), List.of());
        }
        double grade = 0.39 * words / sentences + 11.8 * syllables / words - 15.59;
        int age = (int) Math.max(YOUNGEST, Math.round(grade) + 5);
        return new ReadingAge(words, sentences, age, longSentences, List.copyOf(hard));
    }

    /** How many syllables an English word has, by its vowels: right for nine words in ten. */
    static int syllables(String word) {
        return Arrays.stream(word.toLowerCase(Locale.ROOT).split("[-’']"))
                .filter(part -> !part.isEmpty())
                .mapToInt(ReadingAge::sounded)
                .sum();
    }

    private static int sounded(String word) {
        int groups = (int) VOWELS.matcher(word).results().count();
        boolean silentEnd = word.endsWith("e") && !word.matches(".*[^aeiouy]le") && groups > 1;
        boolean silentPast = word.matches(".*[^aeiouytd]ed") && groups > 1;
        boolean silentPlural = word.matches(".*[^aeiouyszxch]es") && groups > 1;
        boolean parted = word.matches(".*(ia|io(?!n)|eo|ua(?!r)).*") && !word.matches(".*(tia|cia|lia|peo).*");
        int count = groups - (silentEnd || silentPast || silentPlural ? 1 : 0) + (parted ? 1 : 0);
        return word.length() < 3 && groups == 0 ? 0 : Math.max(1, count);
    }
}
