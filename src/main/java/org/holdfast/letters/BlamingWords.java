package org.holdfast.letters;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Words that lay on a child what others did to them. They do not leave in a letter. */
public final class BlamingWords {

    /** Whole words and phrases; one that ends with a star goes on. */
    private static final List<String> WORDS = List.of(
            "prostitut*",
            "promiscuous",
            "lifestyle choice",
            "putting yourself at risk",
            "put yourself at risk",
            "putting himself at risk",
            "putting herself at risk",
            "putting themselves at risk",
            "placing yourself at risk",
            "placed yourself at risk",
            "attention seeking",
            "streetwise",
            "absconded",
            "absconding",
            "non-compliant",
            "refused to engage",
            "failed to engage",
            "did not engage",
            "not engaging",
            "drug runner",
            "drug running",
            "drug dealer",
            "risk-taking",
            "risky behaviour",
            "manipulative",
            "wilful",
            "illegal immigrant",
            "your own fault",
            "your choice to",
            "chose to go missing",
            "you allowed",
            "you let them",
            "you should have told",
            "you should have said",
            "you should have known",
            "you should have left",
            "you should have asked",
            "involved in county lines",
            "sexual activity with",
            "you were willing",
            "willingly",
            "liar",
            "liars",
            "alleged");

    private static final Map<String, Pattern> PATTERNS = patterns();

    private BlamingWords() {}

    /** Those that stand in a text, in small letters. */
    public static List<String> in(String text) {
        String small = text.toLowerCase(Locale.ROOT).replace('’', '\'').replaceAll("\\s+", " ");
        return PATTERNS.entrySet().stream()
                .filter(word -> word.getValue().matcher(small).find())
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Map<String, Pattern> patterns() {
        Map<String, Pattern> patterns = new LinkedHashMap<>();
        for (String word : WORDS) {
            boolean begins = word.endsWith("*");
            String said = begins ? word.substring(0, word.length() - 1) : word;
            patterns.put(said, Pattern.compile("(?<!\\p{L})" + Pattern.quote(said) + (begins ? "" : "(?!\\p{L})")));
        }
        return patterns;
    }
}
