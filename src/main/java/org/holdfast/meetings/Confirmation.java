package org.holdfast.meetings;

import java.time.Instant;

/**
 * An attendee confirmed the confidentiality statement: what is said in the room stays between those who need it, and goes no further than
 * the purpose it was shared for (MTG-4, SHR-4).
 *
 * @param statement the version of its wording; each wording that was ever confirmed stays in the messages
 * @param recordedBy who wrote it down: the attendee from their own sign-in, or whoever runs the meeting for them
 */
public record Confirmation(AttendeeId attendee, int statement, Instant at, String recordedBy) {

    /** The version that is asked for now. */
    public static final int STATEMENT = 1;
}
