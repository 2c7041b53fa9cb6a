package org.holdfast.casework;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.tika.Tika;
import org.jspecify.annotations.Nullable;

/**
 * What kind of file some bytes are, found in the bytes and never believed from a name. Word files are looked into: a folder of anything
 * else is not one, and one with macros is not taken.
 */
final class AttachmentContent {

    private static final Tika TIKA = new Tika();
    private static final byte[] WORD_STREAM = "WordDocument".getBytes(StandardCharsets.UTF_16LE);
    private static final byte[] MACRO_STREAM = "_VBA_PROJECT".getBytes(StandardCharsets.UTF_16LE);
    private static final int MOST_ENTRIES = 10_000;

    /** More than this a letter does not unpack to, in bytes. */
    private static final long MOST_UNPACKED = 250L * 1024 * 1024;

    private AttachmentContent() {}

    /** The kind; empty for what is not taken. */
    static Optional<AttachmentKind> kind(byte[] content) {
        String found = TIKA.detect(content);
        return switch (found) {
            case "application/zip", "application/x-tika-ooxml" ->
                word(content) ? Optional.of(AttachmentKind.DOCX) : Optional.empty();
            case "application/x-tika-msoffice", "application/msword" ->
                holds(content, WORD_STREAM) && !holds(content, MACRO_STREAM)
                        ? Optional.of(AttachmentKind.DOC)
                        : Optional.empty();
            default -> AttachmentKind.of(found);
        };
    }

    /**
     * Whether a zip is a word-processing document without macros. Only names are read and nothing is kept; but a name is found only past what
     * stands before it, so one that unpacks without end is given up.
     */
    private static boolean word(byte[] content) {
        boolean document = false;
        boolean types = false;
        long unpacked = 0;
        byte[] passed = new byte[1 << 16];
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            @Nullable ZipEntry entry;
            for (int entries = 0; (entry = zip.getNextEntry()) != null; entries++) {
                String name = entry.getName().toLowerCase(Locale.ROOT);
                if (entries > MOST_ENTRIES || name.endsWith("vbaproject.bin")) {
                    return false;
                }
                document |= name.equals("word/document.xml");
                types |= name.equals("[content_types].xml");
                for (int read; (read = zip.read(passed)) >= 0; ) {
                    unpacked += read;
                    if (unpacked > MOST_UNPACKED) {
                        return false;
                    }
                }
            }
        } catch (IOException | IllegalArgumentException broken) {
            return false;
        }
        return document && types;
    }

    private static boolean holds(byte[] content, byte[] sought) {
        for (int at = 0; at <= content.length - sought.length; at++) {
            int matched = 0;
            while (matched < sought.length && content[at + matched] == sought[matched]) {
                matched++;
            }
            if (matched == sought.length) {
                return true;
            }
        }
        return false;
    }
}
