package org.holdfast.meetings;

import org.jspecify.annotations.Nullable;

/**
 * How a meeting came to be beside the plain plan (MTG-6).
 *
 * @param urgentBecause why it was called out of its cycle; empty where it was not
 * @param prepares the meeting that it is the pre-meet of; null where it stands for itself
 */
public record Arrangement(
        MeetingId meeting, String urgentBecause, @Nullable MeetingId prepares) {

    public boolean urgent() {
        return !urgentBecause.isEmpty();
    }
}
