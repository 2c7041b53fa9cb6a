package org.holdfast.room;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.holdfast.meetings.AgendaItemId;
import org.holdfast.partnership.MemberId;
import org.jspecify.annotations.Nullable;

/**
 * A window that is open on the room, and whose it is. One person may have several.
 *
 * @param item at which it looks; null where it shows none
 * @param seenAt when it was last known to be there
 */
public record Onlooker(
        UUID window,
        MemberId member,
        String name,
        String agency,
        @Nullable AgendaItemId item,
        Instant seenAt) {

    /** After this long without a sign a window is taken to be closed. */
    public static final Duration AWAY = Duration.ofSeconds(30);

    public boolean thereAt(Instant now) {
        return seenAt.plus(AWAY).isAfter(now);
    }
}
