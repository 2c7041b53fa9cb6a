package org.holdfast.people;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How to talk with the child and write to them.
 *
 * @param languages ISO 639-3 codes, or as somebody wrote it; the first is the child's own
 * @param interpreter the language for which an interpreter is needed; null where none is
 * @param help other help with communication, such as signs or pictures
 * @param letterLanguage ISO 639-3 code of the language in which the child wants letters
 */
public record Communication(
        List<String> languages,
        @Nullable String interpreter,
        @Nullable String help,
        String letterLanguage) {
    public Communication {
        languages = List.copyOf(languages);
    }

    /** English, without interpreter or other help. */
    public static Communication english() {
        return new Communication(List.of("eng"), null, null, "eng");
    }

    /** Nothing is known of languages or help. */
    public static Communication notAsked() {
        return new Communication(List.of(), null, null, "eng");
    }
}
