package org.holdfast.assurance;

import java.util.UUID;

/** One request that a negative decision be reconsidered. */
public record ReconsiderationId(UUID value) {}
