package org.holdfast.casework.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Names of languages from their ISO 639-3 codes. */
final class Languages {

    private static final Map<String, Locale> BY_CODE = Arrays.stream(Locale.getISOLanguages())
            .map(Locale::of)
            .collect(Collectors.toMap(Locale::getISO3Language, Function.identity(), (one, other) -> one));

    private static final Map<String, String> BY_NAME = BY_CODE.entrySet().stream()
            .collect(Collectors.toMap(
                    entry -> entry.getValue().getDisplayLanguage(Locale.UK).toLowerCase(Locale.ROOT),
                    Map.Entry::getKey,
                    (one, other) -> one));

    private Languages() {}

    /** The code of a language written by its English name or its code; what is neither comes back as it is. */
    static String code(String written) {
        return BY_NAME.getOrDefault(written.toLowerCase(Locale.ROOT), written);
    }

    /** The English name; what is no code, or none with a name, comes back as it is. */
    static String name(String code) {
        Locale known = BY_CODE.get(code);
        if (known != null) {
            return known.getDisplayLanguage(Locale.UK);
        }
        return code.matches("[a-z]{3}") ? Locale.of(code).getDisplayLanguage(Locale.UK) : code;
    }
}
