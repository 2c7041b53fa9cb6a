package org.holdfast.records;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One thing that is held about a child, as it was when it was gathered, and what a person settled about it.
 *
 * @param holding where it is held, such as {@code casework.wishes}
 * @param facts what stands there, by the names of the fields, in order
 * @param proposed why the program would not give it as it is; null where it would
 * @param verdict null until a person has looked
 * @param cut words that are blacked out; before a person has looked, those that the program would black out
 */
public record Part(
        int seq,
        String holding,
        Map<String, String> facts,
        @Nullable Proposal proposed,
        @Nullable Verdict verdict,
        @Nullable WithheldBecause reason,
        List<String> cut,
        @Nullable String checkedBy,
        @Nullable Instant checkedAt) {

    /** What stands in the place of a word that is blacked out. */
    public static final String BLACK = "█████";

    public Part {
        facts = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(facts));
        cut = List.copyOf(cut);
    }

    /** Which part of the whole it belongs to, such as {@code casework}. */
    public String section() {
        return holding.substring(0, holding.indexOf('.'));
    }

    /** As it is given: nothing of what is withheld, without the words that are cut. */
    public Map<String, String> given() {
        if (verdict == null || verdict == Verdict.WITHHELD) {
            return Map.of();
        }
        if (verdict == Verdict.GIVEN) {
            return facts;
        }
        Map<String, String> given = new java.util.LinkedHashMap<>();
        facts.forEach((name, value) -> given.put(name, black(value, cut)));
        return given;
    }

    /** The text without these words, whole and however they are written. */
    static String black(String text, List<String> words) {
        String left = text;
        for (String word : words) {
            if (!word.isBlank()) {
                left = java.util.regex.Pattern.compile(
                                "(?<![\\p{L}\\p{N}])" + java.util.regex.Pattern.quote(word.strip())
                                        + "(?![\\p{L}\\p{N}])",
                                java.util.regex.Pattern.CASE_INSENSITIVE | java.util.regex.Pattern.UNICODE_CASE)
                        .matcher(left)
                        .replaceAll(BLACK);
            }
        }
        return left;
    }

    /** What a person settles about it. */
    public record Settled(
            int seq, @Nullable Verdict verdict, @Nullable WithheldBecause reason, List<String> cut) {
        public Settled {
            cut = List.copyOf(cut);
        }

        /** Whether it stands: what is cut or withheld has a ground, and what is cut has words. */
        boolean stands() {
            return switch (Objects.requireNonNullElse(verdict, Verdict.GIVEN)) {
                case GIVEN -> true;
                case CUT -> reason != null && cut.stream().anyMatch(it -> !it.isBlank());
                case WITHHELD -> reason != null;
            };
        }
    }
}
