package org.holdfast.assurance;

import java.util.UUID;

/** One outcome form with the competent authority. */
public record AssuranceId(UUID value) {}
