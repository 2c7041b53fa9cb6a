package org.holdfast.requests;

import java.util.UUID;

/** What one agency is asked about one child for one meeting. */
public record QuestionId(UUID value) {}
