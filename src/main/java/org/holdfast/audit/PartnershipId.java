package org.holdfast.audit;

import java.io.Serializable;
import java.util.UUID;

/** One safeguarding partnership: the wall that no query crosses. */
public record PartnershipId(UUID value) implements Serializable {}
