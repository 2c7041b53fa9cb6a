package org.holdfast.casework;

import java.time.Instant;
import java.util.UUID;
import org.holdfast.partnership.AgencyId;
import org.jspecify.annotations.Nullable;

/**
 * A line of the chronology that somebody wrote, as it stands or as it once stood.
 *
 * @param recordedAt when this version was written
 * @param givenBy the agency that gave it and remains its owner, whoever corrected it since (SHR-4); null where that was not kept
 * @param version 1 as it was first written
 */
public record ChronologyEntry(
        UUID id,
        EntryDraft written,
        Instant recordedAt,
        String recordedBy,
        @Nullable AgencyId givenBy,
        int version) {}
