package org.holdfast.decisions.web;

import java.util.UUID;

/** The page that opens the decision of an item. */
public record OpenView(UUID item) {}
