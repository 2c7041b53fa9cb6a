package org.holdfast.voice;

import java.util.UUID;

/** One link given to one child. Not what stands in its address: that is a secret and kept nowhere. */
public record LinkId(UUID value) {}
