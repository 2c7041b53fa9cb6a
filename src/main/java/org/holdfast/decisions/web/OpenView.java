package org.holdfast.decisions.web;

import java.util.UUID;
import org.holdfast.decisions.Beginning;

/** The page that opens the decision of an item, and what it begins from. */
public record OpenView(UUID item, Beginning beginning) {}
