package org.holdfast.letters;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import org.holdfast.pages.Tongue;

/** A letter as it is read, in one language. One letter has one sheet, or two side by side: the person's language, and English. */
public record Sheet(Tongue tongue, List<Part> parts) {

    /** A piece of it, in reading order. */
    public record Part(Kind kind, String text) {}

    /** What a piece is. */
    public enum Kind {
        /** The outcome: the main heading. */
        TITLE,
        HEADING,
        TEXT,
        /** What must not be overlooked. */
        NOTICE,
        /** What stands below the signature. */
        FOOT
    }

    public Sheet {
        parts = List.copyOf(parts);
    }

    /** The main heading. */
    public String title() {
        return parts.stream()
                .filter(part -> part.kind() == Kind.TITLE)
                .map(Part::text)
                .findFirst()
                .orElse("");
    }

    /** Everything that is read, for measuring it. */
    public String words() {
        return parts.stream().map(Part::text).collect(Collectors.joining("\n"));
    }

    /** Sheets written out so that they can be kept, sealed, and read again as they were. */
    public static String written(List<Sheet> sheets) {
        StringBuilder written = new StringBuilder();
        for (Sheet sheet : sheets) {
            for (Part part : sheet.parts) {
                written.append(sheet.tongue.tag())
                        .append('\t')
                        .append(part.kind())
                        .append('\t')
                        .append(part.text()
                                .replace("\\", "\\\\")
                                .replace("\r", "")
                                .replace("\n", "\\n")
                                .replace("\t", " "))
                        .append('\n');
            }
        }
        return written.toString();
    }

    /** What {@link #written} wrote. */
    public static List<Sheet> read(String written) {
        List<Sheet> sheets = new ArrayList<>();
        List<Part> parts = new ArrayList<>();
        Tongue current = null;
        for (String line : written.split("\n")) {
            String[] fields = line.split("\t", 3);
            if (fields.length < 3) {
                continue;
            }
            Tongue tongue = Tongue.ofTag(fields[0]).orElseThrow();
            if (current != null && current != tongue) {
                sheets.add(new Sheet(current, parts));
                parts = new ArrayList<>();
            }
            current = tongue;
            parts.add(new Part(Kind.valueOf(fields[1]), unescaped(fields[2])));
        }
        if (current != null) {
            sheets.add(new Sheet(current, parts));
        }
        return sheets;
    }

    private static String unescaped(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c == '\\' && at + 1 < text.length()) {
                at++;
                plain.append(text.charAt(at) == 'n' ? '\n' : text.charAt(at));
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }

    /** SHA-256 over {@link #written} in UTF-8, in hexadecimal. */
    public static String seal(String written) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(written.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException problem) {
            throw new IllegalStateException(problem);
        }
    }
}
