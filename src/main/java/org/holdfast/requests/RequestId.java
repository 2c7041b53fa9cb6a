package org.holdfast.requests;

import java.util.UUID;

/** One request to one agency for one meeting. */
public record RequestId(UUID value) {}
