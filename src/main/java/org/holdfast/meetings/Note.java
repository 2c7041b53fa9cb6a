package org.holdfast.meetings;

import java.time.Instant;

/**
 * What was noted at an item, in its latest version; earlier ones are kept (MTG-4).
 *
 * @param version 0 while nothing was written
 */
public record Note(AgendaItemId item, Part part, int version, String text, String writer, Instant writtenAt) {

    /** A note has two parts, so that what is restricted never stands where everybody invited reads it. */
    public enum Part {
        /** For everybody invited to the item. */
        OPEN,
        /** For the chair, the voters and the note taker (MTG-4). */
        RESTRICTED
    }
}
