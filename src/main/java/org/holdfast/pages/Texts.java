package org.holdfast.pages;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.holdfast.law.Reason;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Every word a person reads, by key, from {@code messages/<module>.properties} (UTF-8), in Welsh from {@code messages/<module>_cy.properties}
 * where that is written and in English otherwise. Values for {@code {0}}, {@code {1}} … are put in as they are: an apostrophe is an
 * apostrophe.
 */
@Component
public class Texts {
    private static final Logger LOG = LoggerFactory.getLogger(Texts.class);
    private static final String WELSH_SUFFIX = "_cy.properties";

    private final Map<Language, Map<String, String>> texts;

    Texts() {
        this(read());
    }

    Texts(Map<Language, Map<String, String>> texts) {
        this.texts = texts;
    }

    /** The text of the key in the language, with the values in their places. The key itself where nobody wrote the text. */
    public String text(Language language, String key, Object... values) {
        String text = find(language, key);
        if (text == null) {
            LOG.error("no text for {}", key);
            return key;
        }
        return filled(text, values);
    }

    /** The text of {@code key.one} or {@code key.other}; {@code {0}} is the count, the values follow from {@code {1}}. */
    public String counted(Language language, String key, long count, Object... values) {
        Object[] all = new Object[values.length + 1];
        all[0] = Dates.number(count);
        System.arraycopy(values, 0, all, 1, values.length);
        return text(language, key + (count == 1 ? ".one" : ".other"), all);
    }

    /** The sentence that tells why something was refused. */
    public String text(Language language, Reason reason) {
        return text(language, reason.key(), reason.details().toArray());
    }

    /** Is there a text under this key? */
    public boolean has(String key) {
        return find(Language.ENGLISH, key) != null;
    }

    /** Every key there is. */
    public Set<String> keys() {
        return new TreeSet<>(of(Language.ENGLISH).keySet());
    }

    private Map<String, String> of(Language language) {
        return Objects.requireNonNullElse(texts.get(language), Map.of());
    }

    private @Nullable String find(Language language, String key) {
        String text = of(language).get(key);
        return text != null ? text : of(Language.ENGLISH).get(key);
    }

    static String filled(String text, Object... values) {
        if (values.length == 0 || text.indexOf('{') < 0) {
            return text;
        }
        StringBuilder filled = new StringBuilder(text.length() + 32);
        for (int at = 0; at < text.length(); at++) {
            int close = text.charAt(at) == '{' ? text.indexOf('}', at) : -1;
            int place = close > at + 1 ? place(text, at + 1, close) : -1;
            if (place >= 0 && place < values.length) {
                filled.append(values[place]);
                at = close;
            } else {
                filled.append(text.charAt(at));
            }
        }
        return filled.toString();
    }

    private static int place(String text, int from, int to) {
        int place = 0;
        for (int at = from; at < to; at++) {
            int digit = text.charAt(at) - '0';
            if (digit < 0 || digit > 9 || place > 99) {
                return -1;
            }
            place = place * 10 + digit;
        }
        return place;
    }

    private static Map<Language, Map<String, String>> read() {
        Map<String, String> english = new HashMap<>();
        Map<String, String> welsh = new HashMap<>();
        try {
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties")) {
                String name = Objects.requireNonNull(file.getFilename());
                Map<String, String> into = name.endsWith(WELSH_SUFFIX) ? welsh : english;
                Properties properties = new Properties();
                try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                    properties.load(reader);
                }
                for (String key : properties.stringPropertyNames()) {
                    if (into.put(key, properties.getProperty(key)) != null) {
                        throw new IllegalStateException(
                                "text " + key + " is written in two files, one of them " + name);
                    }
                }
            }
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        return Map.of(Language.ENGLISH, Map.copyOf(english), Language.WELSH, Map.copyOf(welsh));
    }
}
