package org.holdfast.partnership;

import java.util.UUID;

/** One team of one agency. */
public record TeamId(UUID value) {}
