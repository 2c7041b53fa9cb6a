package org.holdfast.pages;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A language in which the pages are written. */
public enum Language {
    ENGLISH("en", Locale.UK),
    WELSH("cy", Locale.of("cy", "GB"));

    private final String code;
    private final Locale locale;

    Language(String code, Locale locale) {
        this.code = code;
        this.locale = locale;
    }

    /** As in the {@code lang} attribute of a page. */
    public String code() {
        return code;
    }

    Locale locale() {
        return locale;
    }

    /** The language of a code; English for any other. */
    public static Language of(@Nullable String code) {
        return WELSH.code.equals(code) ? WELSH : ENGLISH;
    }
}
