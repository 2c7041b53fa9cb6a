package org.holdfast.casework;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What the child wishes and feels, in the child's own words (GRD-4). Never edited.
 *
 * @param language in which the child said it
 * @param interpreter who interpreted; empty when nobody did
 * @param heardBy who heard it from the child
 * @param representative who represents the child; empty when nobody does
 * @param about what it is about, such as the coming decision; empty when it is about life as a whole
 */
public record Wishes(
        UUID id,
        LocalDate on,
        Means means,
        String words,
        String language,
        String interpreter,
        String heardBy,
        String representative,
        Chosen chosen,
        String about,
        Instant recordedAt,
        String recordedBy) {

    /** How they were obtained. */
    public enum Means {
        FACE_TO_FACE,
        CALL,
        VIDEO_CALL,
        MESSAGE,
        LETTER,
        DRAWING,
        THROUGH_REPRESENTATIVE,
        FROM_PARENT_OR_CARER,
        /** By the child alone, on pages that show nothing else. */
        WRITTEN_ON_A_LINK;

        /** Those that a worker records; what comes on a link records itself. */
        public static List<Means> byHand() {
            return Stream.of(values())
                    .filter(means -> means != WRITTEN_ON_A_LINK)
                    .toList();
        }
    }

    /** Whether the child chose who represents them. */
    public enum Chosen {
        BY_THE_CHILD,
        NOT_BY_THE_CHILD,
        NOT_ASKED,
        NOBODY_REPRESENTS
    }
}
