package org.holdfast.meetings;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipInputStream;

/** Everything that is written in an OpenDocument text, in whichever of its parts. */
public final class OdtWords {
    private OdtWords() {}

    public static String of(byte[] odt) {
        StringBuilder words = new StringBuilder();
        try (ZipInputStream parts = new ZipInputStream(new ByteArrayInputStream(odt))) {
            while (parts.getNextEntry() != null) {
                words.append(new String(parts.readAllBytes(), StandardCharsets.UTF_8))
                        .append('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words.toString();
    }
}
