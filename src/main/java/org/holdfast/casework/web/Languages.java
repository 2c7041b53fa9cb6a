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

    private Languages() {}

    /** The English name; what is no code, or none with a name, comes back as it is. */
    static String name(String code) {
        return BY_CODE.getOrDefault(code, Locale.of(code)).getDisplayLanguage(Locale.UK);
    }
}
