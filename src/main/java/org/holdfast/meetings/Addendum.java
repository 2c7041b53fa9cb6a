package org.holdfast.meetings;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A correction beside approved minutes: they themselves are never changed (MTG-4).
 *
 * @param item the item it is about; null where it is about the meeting as a whole
 */
public record Addendum(@Nullable AgendaItemId item, String text, String by, Instant at) {}
