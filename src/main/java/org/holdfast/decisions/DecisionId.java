package org.holdfast.decisions;

import java.util.UUID;

/** One decision of a panel about one child, on one item of one agenda. */
public record DecisionId(UUID value) {}
