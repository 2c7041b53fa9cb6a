package org.holdfast.pages;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.core.io.ClassPathResource;

/**
 * Standard wording for children and their families in every {@link Tongue} we write, from one UTF-8 file a language. A language whose file
 * is not there is not on offer; a test holds that every file says the same things with the same places to fill.
 */
public final class Phrases {
    private final Map<Tongue, Map<String, String>> phrases;

    private Phrases(Map<Tongue, Map<String, String>> phrases) {
        this.phrases = phrases;
    }

    /** Reads {@code <folder>/<tag>.properties} of the class path for every language. */
    public static Phrases read(String folder) {
        Map<Tongue, Map<String, String>> phrases = new EnumMap<>(Tongue.class);
        for (Tongue tongue : Tongue.values()) {
            ClassPathResource file = new ClassPathResource(folder + "/" + tongue.tag() + ".properties");
            if (file.exists()) {
                phrases.put(tongue, read(file));
            }
        }
        return new Phrases(phrases);
    }

    private static Map<String, String> read(ClassPathResource file) {
        Properties properties = new Properties();
        try (var reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
        Map<String, String> read = new HashMap<>();
        properties.stringPropertyNames().forEach(key -> read.put(key, properties.getProperty(key)));
        return Map.copyOf(read);
    }

    /** The languages on offer. */
    public Set<Tongue> tongues() {
        return phrases.keySet();
    }

    /**
     * The wording of a key in a language, with the values in its places {@code {0}}, {@code {1}} …
     *
     * @throws IllegalArgumentException where nobody wrote it: a half-translated page is worse than none
     */
    public String say(Tongue tongue, String key, Object... values) {
        String said = Objects.requireNonNullElse(phrases.get(tongue), Map.<String, String>of())
                .get(key);
        if (said == null) {
            throw new IllegalArgumentException("nobody wrote " + key + " in " + tongue);
        }
        return tongue.shown(Texts.filled(said, values));
    }

    /** Every key of a language. */
    public Set<String> keys(Tongue tongue) {
        return new TreeSet<>(Objects.requireNonNullElse(phrases.get(tongue), Map.<String, String>of())
                .keySet());
    }
}
