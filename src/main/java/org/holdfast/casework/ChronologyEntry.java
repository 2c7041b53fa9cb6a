package org.holdfast.casework;

import java.time.Instant;
import java.util.UUID;

/** A line of the chronology that somebody wrote. */
public record ChronologyEntry(UUID id, EntryDraft written, Instant recordedAt, String recordedBy, int version) {}
