package org.holdfast.casework;

import java.text.Normalizer;

/** The name under which an attachment is shown and handed out. */
public final class AttachmentName {

    private static final int LONGEST = 120;

    private AttachmentName() {}

    /**
     * The name somebody's machine gave a file, made safe: no folders, no control or direction characters, nothing that a file system or a
     * header could take for something else, and the ending of what the content really is.
     */
    public static String of(String given, AttachmentKind kind) {
        String name = Normalizer.normalize(given, Normalizer.Form.NFC);
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        name = name.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}]", "")
                .replaceAll("[\\p{Zs}\\p{Zl}\\p{Zp}]+", " ")
                .replaceAll("[\"'<>|:*?%;&$`^{}\\[\\]#~]", "_");
        int dot = name.lastIndexOf('.');
        String stem = (dot > 0 ? name.substring(0, dot) : name).replaceAll("^[. _-]+|[. ]+$", "");
        if (stem.isEmpty()) {
            stem = "file";
        }
        if (stem.length() > LONGEST) {
            stem = stem.substring(
                    0, stem.offsetByCodePoints(0, Math.min(LONGEST, stem.codePointCount(0, stem.length()))));
        }
        return stem + "." + kind.ending();
    }
}
