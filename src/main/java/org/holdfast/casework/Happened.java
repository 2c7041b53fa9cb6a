package org.holdfast.casework;

import java.time.Instant;

/**
 * One thing that happened to a case, as it was recorded.
 *
 * @param at when it happened
 * @param recordedAt when it was recorded
 * @param recordedBy who recorded it, by name
 */
public record Happened(Milestone milestone, Instant at, Instant recordedAt, String recordedBy) {}
