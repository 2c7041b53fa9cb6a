package org.holdfast.letters;

import java.util.List;
import java.util.Locale;

/** Words that lay on a child what others did to them. They do not leave in a letter. */
public final class BlamingWords {

    private static final List<String> WORDS = List.of(
            "prostitut",
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
            "you should have",
            "involved in county lines",
            "sexual activity with",
            "willing",
            "liar",
            "alleged");

    private BlamingWords() {}

    /** Those that stand in a text, in small letters. */
    public static List<String> in(String text) {
        String small = text.toLowerCase(Locale.ROOT).replace('’', '\'').replaceAll("\\s+", " ");
        return WORDS.stream().filter(small::contains).toList();
    }
}
