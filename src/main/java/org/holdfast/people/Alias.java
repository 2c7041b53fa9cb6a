package org.holdfast.people;

import java.time.Instant;
import java.util.UUID;

/**
 * Another name under which the child is known.
 *
 * @param addedBy who recorded it, as it stands on the ledger
 */
public record Alias(UUID id, String name, AliasKind kind, String addedBy, Instant addedAt) {}
