package org.holdfast.casework;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of file a case takes, the same as the Home Office's form: what prints, and nothing that runs. */
public enum AttachmentKind {
    PDF("application/pdf", "pdf"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    DOC("application/msword", "doc"),
    JPEG("image/jpeg", "jpg"),
    PNG("image/png", "png");

    private final String mediaType;
    private final String ending;

    AttachmentKind(String mediaType, String ending) {
        this.mediaType = mediaType;
        this.ending = ending;
    }

    /** The media type under which it is handed out. */
    public String mediaType() {
        return mediaType;
    }

    /** The ending its name gets, without the dot. */
    public String ending() {
        return ending;
    }

    /** The kind of a media type as found in the content; empty for what is not taken. */
    public static Optional<AttachmentKind> of(String mediaType) {
        return Arrays.stream(values())
                .filter(kind -> kind.mediaType.equals(mediaType))
                .findFirst();
    }
}
