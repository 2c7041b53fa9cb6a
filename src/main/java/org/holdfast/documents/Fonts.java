package org.holdfast.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * The typefaces that papers are set in. They come with Holdfast under the SIL Open Font License and are embedded in every paper, so that it
 * reads the same on every machine. A letter that the first family lacks is taken from the next: Latin (English, Welsh, Albanian,
 * Vietnamese), Greek and Cyrillic, then Arabic (with Sorani and Farsi), then Ethiopic (Amharic, Tigrinya).
 *
 * <p>Another script needs its two files in {@code src/main/resources/fonts} and a line in {@link #FAMILIES}.
 */
public final class Fonts {

    /** The families in the order in which they are asked for a letter. */
    public static final List<Family> FAMILIES = List.of(
            new Family("Noto Sans", "NotoSans"),
            new Family("Noto Sans Arabic", "NotoSansArabic"),
            new Family("Noto Sans Ethiopic", "NotoSansEthiopic"));

    /** The names of two tables of a TrueType file: "GSUB", and one that nobody reads. */
    private static final int GSUB = 0x47535542;

    private static final int UNREAD = 0x47535558;

    private static final Set<String> RIGHT_TO_LEFT = Set.of("ar", "ckb", "fa", "ps", "ur", "he", "sd", "ug", "dv");

    private Fonts() {}

    /**
     * One family of letters.
     *
     * @param name as style sheets name it
     * @param file what its files begin with
     */
    public record Family(String name, String file) {

        /** The file of the regular or the bold weight, TrueType. The caller closes it. */
        public InputStream open(boolean bold) {
            String path = "/fonts/" + file + (bold ? "-Bold.ttf" : "-Regular.ttf");
            return Objects.requireNonNull(Fonts.class.getResourceAsStream(path), path);
        }

        /**
         * The file as papers are set with it: without its table of letters that join (GSUB). We join none (decision 21), and to look for them
         * took nine tenths of the time that a pack took.
         */
        byte[] bytes(boolean bold) {
            try (InputStream in = open(bold)) {
                byte[] file = in.readAllBytes();
                ByteBuffer tables = ByteBuffer.wrap(file);
                int first = 12;
                for (int at = first; at < first + 16 * tables.getShort(4); at += 16) {
                    if (tables.getInt(at) == GSUB) {
                        tables.putInt(at, UNREAD);
                    }
                }
                return file;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Whether a language is written from right to left. Where the tag names its script, the script decides. */
    public static boolean rightToLeft(String language) {
        Locale locale = Locale.forLanguageTag(language);
        String script = locale.getScript();
        return script.isEmpty()
                ? RIGHT_TO_LEFT.contains(locale.getLanguage())
                : Set.of("Arab", "Hebr", "Thaa", "Syrc").contains(script);
    }
}
