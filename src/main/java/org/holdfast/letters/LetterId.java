package org.holdfast.letters;

import java.util.UUID;

/** One letter to one person. */
public record LetterId(UUID value) {}
